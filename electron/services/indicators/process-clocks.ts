// The clocks of the stages that every event passes (domain.md §4.4, process clocks): how long each may take by severity,
// and where such a clock stands at an instant. The clock of the handling itself is the event's own limit.

import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import { dueTimeOf, type Pause, parseTimeLimit, type TimeLimit } from './time-limits.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** 受理、派单、签收、退单（签收后）、核查、回访. */
export const PROCESS_STAGES = ['accept', 'dispatch', 'sign', 'return', 'verify', 'callBack'] as const;
export type ProcessStage = (typeof PROCESS_STAGES)[number];

/** Limits for severities 1 to 4; null where the stage is not allowed, or is done by sampling only. */
const STAGE_LIMITS: Readonly<Record<ProcessStage, readonly (string | null)[]>> = {
	accept: ['H0.25', 'H0.5', 'N2', 'N4'],
	dispatch: ['H0.25', 'H0.5', 'N4', 'N4'],
	sign: ['H0.25', 'H1', 'N4', 'N7'],
	return: [null, 'N2', 'W1', 'W1'],
	verify: ['H4', 'W1', 'W2', 'W2'],
	callBack: ['W1', 'W2', 'W3', null],
};

/** The limit of a stage for a severity (1 特急 … 4 轻微; any other counts as 3) as `H0.5`, `N4`; null where there is none. */
export function stageLimitTextOf(stage: ProcessStage, severity: number): string | null {
	return STAGE_LIMITS[stage][severity >= 1 && severity <= 4 ? severity - 1 : 2] ?? null;
}

/** The same as a limit. */
export function stageLimitOf(stage: ProcessStage, severity: number): TimeLimit | null {
	const text = stageLimitTextOf(stage, severity);
	return text === null ? null : parseTimeLimit(text);
}

/** A stage of one event; instants in epoch seconds. */
export interface StageRun {
	stage: ProcessStage;
	severity: number;
	startS: number;
	/** Null while it has not ended. */
	endS: number | null;
	/** Sorted, not overlapping. */
	pauses: readonly Pause[];
}

/** Where the clock of a stage stands. */
export interface StageClock {
	state: 'running' | 'paused' | 'finished' | 'timeout';
	/** Null without a limit, and while a pause without end holds it. */
	dueAtS: number | null;
	/** Past the limit, at its end or at the instant asked for. */
	isLate: boolean;
	/** True where a year between start and limit has no published calendar: 暂估. */
	isProvisional: boolean;
}

/** The clock of a stage at an instant; a stage that ends later has not ended yet. */
export function stageClockOf(run: StageRun, atS: number, calendar: WorkingCalendar): StageClock {
	const limit = stageLimitOf(run.stage, run.severity);
	const known = run.pauses.flatMap(({ fromS, toS }): Pause[] =>
		fromS > atS ? [] : [{ fromS, toS: toS > atS ? Number.POSITIVE_INFINITY : toS }],
	);
	const due = limit ? dueTimeOf(run.startS, limit, calendar, known) : Number.POSITIVE_INFINITY;
	const dueAtS = Number.isFinite(due) ? due : null;
	const isEnded = run.endS !== null && run.endS <= atS;
	const isLate = due < (isEnded ? (run.endS as number) : atS);
	const isPaused = known.some(({ toS }) => toS > atS);
	return {
		state: isEnded ? 'finished' : isPaused ? 'paused' : isLate ? 'timeout' : 'running',
		dueAtS,
		isLate,
		isProvisional:
			calendar.isProvisional(dayOf(run.startS)) || (dueAtS !== null && calendar.isProvisional(dayOf(dueAtS))),
	};
}

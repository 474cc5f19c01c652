// The clocks of the stages that an event went through (domain.md §4.4, process clocks), from its own times and its steps.
// They say where time went; the light of an event is judged by its own limit alone.

import type { z } from 'zod';
import type { StageClock } from '../../../shared/contract/schemas/event-story.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { StoredEvent, StoredStep } from '../cache/event-queries.ts';
import { DATE_ONLY } from '../indicators/event-columns.ts';
import { type ProcessStage, stageClockOf, stageLimitTextOf } from '../indicators/process-clocks.ts';
import { type ExtensionFault, extensionFaultOf } from '../indicators/time-limits.ts';
import type { WorkingCalendar } from '../indicators/working-calendar.ts';
import { isoOrNull } from './event-shapes.ts';
import { pausesOf } from './event-timeline.ts';
import { meaningOf } from './step-meaning.ts';

type StagedEvent = Pick<
	StoredEvent,
	| 'severity'
	| 'reportedAt'
	| 'acceptedAt'
	| 'dispatchedAt'
	| 'signedAt'
	| 'disposedAt'
	| 'closedAt'
	| 'dueAt'
	| 'dueAtOrig'
	| 'isSelfClosed'
	| 'dateOnly'
>;

/** Severity where none was delivered: 3, as most are. */
const USUAL_SEVERITY = 3;

/** When a step of a kind was done; null without one. */
function timeOf(steps: readonly StoredStep[], isMeant: (step: StoredStep) => boolean): number | null {
	return steps.find((step) => step.opAt !== null && isMeant(step))?.opAt ?? null;
}

/** Begin and end of each stage; null begins have not been reached. */
function runsOf(event: StagedEvent, steps: readonly StoredStep[]): [ProcessStage, number | null, number | null][] {
	const { reportedAt, acceptedAt, dispatchedAt, signedAt, disposedAt, closedAt } = event;
	const returnedAt = timeOf(steps, (step) => meaningOf(step) === 'returned');
	const calledBackAt = timeOf(steps, ({ node, op }) => /回访/.test(`${node ?? ''} ${op ?? ''}`));
	return [
		['accept', reportedAt, acceptedAt],
		['dispatch', acceptedAt, dispatchedAt],
		['sign', dispatchedAt, signedAt],
		// The time to hand it back runs only where it was handed back: nobody waits for the rest.
		['return', returnedAt === null ? null : signedAt, returnedAt],
		['verify', disposedAt, closedAt],
		['callBack', calledBackAt === null ? null : closedAt, calledBackAt],
	];
}

/**
 * Stages that have begun, with their limits; none for what was reported and closed by one hand. A stage one of whose ends
 * is a day without a time is left out: no clock of hours can judge it.
 * @param nowS epoch seconds
 */
export function stageClocksOf(
	event: StagedEvent,
	steps: readonly StoredStep[],
	calendar: WorkingCalendar,
	nowS: number,
): z.infer<typeof StageClock>[] {
	const severity = event.severity || USUAL_SEVERITY;
	if (event.isSelfClosed || event.dateOnly & (DATE_ONLY.reported | DATE_ONLY.accepted | DATE_ONLY.closed)) return [];
	const pauses = pausesOf(steps);
	return runsOf(event, steps).flatMap(([stage, startS, endS]) => {
		const limit = stageLimitTextOf(stage, severity);
		if (startS === null || limit === null || (endS !== null && endS < startS)) return [];
		const clock = stageClockOf({ stage, severity, startS, endS, pauses }, nowS, calendar);
		const { state, dueAtS, isLate, isProvisional } = clock;
		return [
			{
				stage,
				limit,
				start: toIso(startS),
				end: isoOrNull(endS),
				due: isoOrNull(dueAtS),
				state,
				isLate,
				isProvisional,
			},
		];
	});
}

/** What an extension of the event breaks of the rules; null where it keeps them, or none is known. */
export function extensionFaultIn(
	{ severity, acceptedAt, dueAt, dueAtOrig }: Pick<StagedEvent, 'severity' | 'acceptedAt' | 'dueAt' | 'dueAtOrig'>,
	steps: readonly StoredStep[],
): ExtensionFault | null {
	const applied = steps.flatMap((step) => (step.opAt !== null && meaningOf(step) === 'extended' ? [step.opAt] : []));
	const appliedAtS = applied.at(-1);
	if (appliedAtS === undefined || acceptedAt === null || dueAt === null || dueAtOrig === null) return null;
	return extensionFaultOf({
		severity: severity || USUAL_SEVERITY,
		acceptedAtS: acceptedAt,
		dueAtS: dueAtOrig,
		newDueAtS: dueAt,
		appliedAtS,
		earlier: applied.length - 1,
	});
}

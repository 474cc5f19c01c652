// Who held an event when, on an axis that only runs in working time: hand-overs, pauses, returns, extensions and
// supervision from its steps, limits as they stood, and now. Limits that run day and night get an axis that does too.

import type { z } from 'zod';
import type { EventTimeline } from '../../../shared/contract/schemas/event-story.ts';
import { dayOf, startOfDay, toIso, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import type { StoredEvent, StoredStep } from '../cache/event-queries.ts';
import { type Pause, parseTimeLimit } from '../indicators/time-limits.ts';
import type { WorkingCalendar } from '../indicators/working-calendar.ts';
import { meaningOf } from './step-meaning.ts';

type Timeline = z.infer<typeof EventTimeline>;
type TimedStep = StoredStep & { opAt: number };

const MOST_DAYS = 1_000;

function timedSteps(steps: readonly StoredStep[]): TimedStep[] {
	return steps.filter((step): step is TimedStep => step.opAt !== null);
}

/** The pauses of an event by its steps; one that has not ended is infinite. */
export function pausesOf(steps: readonly StoredStep[]): Pause[] {
	const pauses: Pause[] = [];
	let fromS: number | null = null;
	for (const step of timedSteps(steps)) {
		const meaning = meaningOf(step);
		if (meaning === 'paused') fromS ??= step.opAt;
		else if (fromS !== null && (meaning === 'resumed' || meaning === 'reworked' || step.toUnit !== step.fromUnit)) {
			if (step.opAt > fromS) pauses.push({ fromS, toS: step.opAt });
			fromS = null;
		}
	}
	if (fromS !== null) pauses.push({ fromS, toS: Number.POSITIVE_INFINITY });
	return pauses;
}

interface Stretch {
	unit: string;
	kind: Timeline['spans'][number]['kind'];
	fromS: number;
	toS: number;
}

/** A stretch cut where pauses begin and end. */
function cutAtPauses({ unit, fromS, toS }: Stretch, pauses: readonly Pause[]): Stretch[] {
	const parts: Stretch[] = [];
	let at = fromS;
	for (const pause of pauses) {
		const begin = Math.max(pause.fromS, at);
		const end = Math.min(pause.toS, toS);
		if (end <= begin) continue;
		if (begin > at) parts.push({ unit, kind: 'held', fromS: at, toS: begin });
		parts.push({ unit, kind: 'paused', fromS: begin, toS: end });
		at = end;
	}
	if (toS > at) parts.push({ unit, kind: 'held', fromS: at, toS });
	return parts;
}

/** Who held it from hand-over to hand-over; the same rule as unit-holding.ts. */
function stretchesOf(steps: readonly TimedStep[], endS: number): Stretch[] {
	const stretches: Stretch[] = [];
	let holder: string | null = null;
	let sinceS = 0;
	const end = (untilS: number) => {
		if (holder !== null && untilS > sinceS) stretches.push({ unit: holder, kind: 'held', fromS: sinceS, toS: untilS });
	};
	for (const step of steps) {
		const next: string | null = step.toUnit ?? holder ?? step.fromUnit;
		if (next === holder) continue;
		end(step.opAt);
		holder = next;
		sinceS = step.opAt;
	}
	end(endS);
	return stretches;
}

/**
 * The timeline of an event; null where no step with a time was delivered.
 * @param nowS epoch seconds, the end of the axis of an event that is not closed
 */
export function timelineOf(
	event: Pick<StoredEvent, 'limit' | 'closedAt' | 'dueAt' | 'dueAtOrig'>,
	steps: readonly StoredStep[],
	calendar: WorkingCalendar,
	nowS: number,
): Timeline | null {
	const timed = timedSteps(steps);
	const startS = timed[0]?.opAt;
	if (startS === undefined) return null;
	const limit = parseTimeLimit(event.limit?.code ?? event.limit?.raw ?? '');
	const clock = limit?.kind === 'H' ? 'natural' : 'work';
	const endS = Math.max(event.closedAt ?? nowS, startS);
	const position = (atS: number): number => {
		const minutes = clock === 'natural' ? (atS - startS) / 60 : calendar.workMinutesBetween(startS, atS);
		return Math.max(0, Math.round(minutes * 10) / 10);
	};
	const instants = { original: event.dueAtOrig === event.dueAt ? null : event.dueAtOrig, present: event.dueAt };
	const limits = (['original', 'present'] as const).flatMap((kind) => {
		const atS = instants[kind];
		return atS === null || atS < startS ? [] : [{ kind, instant: toIso(atS), at: position(atS) }];
	});
	const pauses = pausesOf(steps);
	const length = Math.max(position(endS), ...limits.map(({ at }) => at), 1);
	const days: Timeline['days'] = [];
	for (let day = dayOf(startS) + 1; days.length < MOST_DAYS; day += 1) {
		const at = position(startOfDay(day));
		if (at >= length) break;
		if (clock === 'natural' || calendar.isWorkingDay(day)) days.push({ day: toIsoDate(day), at });
	}
	return {
		clock,
		startAt: toIso(startS),
		length,
		days,
		spans: stretchesOf(timed, endS)
			.flatMap((stretch) => cutAtPauses(stretch, pauses))
			.map(({ unit, kind, fromS, toS }) => ({
				unit,
				kind,
				from: toIso(fromS),
				to: toIso(toS),
				at: position(fromS),
				length: Math.max(0, position(toS) - position(fromS)),
			})),
		marks: timed.flatMap((step) => {
			const kind = meaningOf(step);
			if (kind === null || kind === 'paused' || kind === 'resumed') return [];
			return [{ kind, unit: step.fromUnit ?? step.toUnit, instant: toIso(step.opAt), at: position(step.opAt) }];
		}),
		limits,
		end: { kind: event.closedAt === null ? 'now' : 'closed', instant: toIso(endS), at: position(endS) },
	};
}

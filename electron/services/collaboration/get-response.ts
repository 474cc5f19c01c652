// How units answer: return rate, whistle response and on-time rate across departments by unit (the catalogue's own figures),
// the calls that wait for an answer, and how long answers took.

import type { z } from 'zod';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { ResponseOutput } from '../../../shared/contract/schemas/collaboration.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import { isDelivered, listWhistleCalls, type WhistleCall } from '../cache/collaboration-queries.ts';
import type { EventScope } from '../events/event-service.ts';
import { isoOrNull } from '../events/event-shapes.ts';
import { requirePeriod } from '../events/frame-rows.ts';
import { type Place, placeOfCode } from '../indicators/area-tree.ts';
import { computeReadings } from '../indicators/compute-readings.ts';
import { type EventIndex, eventIndexOf } from '../indicators/event-index.ts';
import type { WorkingCalendar } from '../indicators/working-calendar.ts';
import { acceptedRows, areaTest, leadUnitOf } from './event-cohorts.ts';

type Answer = z.infer<typeof ResponseOutput>;

/** Units that the table holds. */
const MOST_UNITS = 60;
/** Fewer answers give no median, fewer scores no mean. */
const FEWEST = 5;
const RATES = ['CO01', 'CO02', 'CO03'];

function median(values: number[]): number | null {
	if (values.length < FEWEST) return null;
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] as number;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** Answers by called unit, most calls first. */
export function summariseAnswers(
	calls: readonly WhistleCall[],
	calendar: WorkingCalendar,
	nowS: number,
): Answer['answers'] {
	const byUnit = Map.groupBy(calls, ({ called }) => called ?? '');
	return [...byUnit]
		.map(([unit, own]) => {
			const answered = own.filter(({ reportedAt }) => reportedAt !== null && reportedAt <= nowS);
			const scores = own.flatMap(({ score }) => (score === null ? [] : [score]));
			return {
				unit,
				calls: own.length,
				answered: answered.length,
				late: own.filter(({ dueAt, reportedAt }) => dueAt !== null && dueAt < Math.min(reportedAt ?? nowS, nowS))
					.length,
				medianMinutes: median(
					answered.flatMap(({ whistledAt, reportedAt }) =>
						whistledAt === null || reportedAt === null
							? []
							: [Math.max(0, calendar.workMinutesBetween(whistledAt, reportedAt))],
					),
				),
				score: scores.length < FEWEST ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
			};
		})
		.sort((a, b) => b.calls - a.calls || (a.unit < b.unit ? -1 : 1));
}

/** Calls without an answer, most pressing first. */
export function waitingCalls(
	calls: readonly WhistleCall[],
	calendar: WorkingCalendar,
	nowS: number,
): Answer['waiting'] {
	return calls
		.filter(({ reportedAt, whistledAt }) => reportedAt === null && (whistledAt ?? 0) <= nowS)
		.sort((a, b) => (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY))
		.map((call) => {
			const isUrgent = call.level === 'urgent';
			const { dueAt } = call;
			const minutes = dueAt === null ? null : isUrgent ? (nowS - dueAt) / 60 : calendar.workMinutesBetween(dueAt, nowS);
			return {
				whistleId: call.whistleId,
				eventId: call.eventId,
				caller: call.caller,
				called: call.called,
				isUrgent,
				whistledAt: isoOrNull(call.whistledAt),
				dueAt: isoOrNull(dueAt),
				overdue:
					minutes === null
						? null
						: { amount: minutes / 60, clock: isUrgent ? ('hours' as const) : ('workHours' as const) },
			};
		});
}

/** The rates of every unit that handled events of the period or was called. */
function unitRates(scope: EventScope, index: EventIndex, place: Place, period: Period, called: ReadonlySet<string>) {
	const dispatched = new Map<string, number>();
	for (const row of acceptedRows(index, place, period)) {
		const unit = (index.events.dispatchedAt[row] as number) === 0 ? null : leadUnitOf(index, row);
		if (unit !== null) dispatched.set(unit, (dispatched.get(unit) ?? 0) + 1);
	}
	for (const unit of called) if (unit !== '' && !dispatched.has(unit)) dispatched.set(unit, 0);
	const units = [...dispatched].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_UNITS);
	const readings = computeReadings(scope.snapshot, scope.catalogue, {
		indicators: RATES,
		areas: [place.code],
		periods: [period],
		units: units.map(([unit]) => unit),
	});
	const rate = (indicator: string, unit: string) =>
		readings.find((reading) => reading.indicator === indicator && reading.unit === unit) ?? null;
	return units.map(([unit, count]) => ({
		unit,
		dispatched: count,
		returns: rate('CO01', unit),
		whistles: rate('CO02', unit),
		cross: rate('CO03', unit),
	}));
}

/** The whole answer. Throws GridHelmError E_UNKNOWN_AREA, E_PERIOD. */
export function getResponse(scope: EventScope, input: ParsedInput<'collaboration.getResponse'>): Answer {
	const { db, snapshot, calendar, nowS } = scope;
	const index = eventIndexOf(snapshot);
	const place = placeOfCode(index.tree, input.area);
	const period = requirePeriod(input.period);
	const isInside = areaTest(index, place);
	const calls = listWhistleCalls(db, period.startS, period.endS).filter(({ areaId }) => isInside(areaId));
	const inPeriod = calls.filter(
		({ whistledAt }) => whistledAt !== null && whistledAt >= period.startS && whistledAt < period.endS,
	);
	const called = new Set(inPeriod.map((call) => call.called ?? ''));
	return {
		asOf: isoOrNull(snapshot.asOfS),
		now: toIso(nowS),
		hasWhistles: isDelivered(db, 'whistle'),
		units: unitRates(scope, index, place, period, called),
		waiting: waitingCalls(calls, calendar, nowS),
		answers: summariseAnswers(inPeriod, calendar, nowS),
	};
}

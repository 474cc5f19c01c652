// Event lists, one event, the red queue and the lights of areas: chosen and timed by the engine, worded from the cache.

import type { z } from 'zod';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type {
	AreaLightsOutput,
	EventDetail,
	EventListOutput,
	RedLightsOutput,
} from '../../../shared/contract/schemas/events.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { ReadableDb } from '../cache/cache-db.ts';
import { listDuties } from '../cache/collaboration-queries.ts';
import { findEventsByIdPrefix, getEventById, getEvents, listSteps, type StoredEvent } from '../cache/event-queries.ts';
import { isDutyOf } from '../collaboration/meeting-agenda.ts';
import { computeAreaLights } from '../indicators/area-lights.ts';
import type { Catalogue } from '../indicators/catalogue.ts';
import { type EngineSnapshot, EVENT_FLAG } from '../indicators/event-columns.ts';
import { eventIndexOf } from '../indicators/event-index.ts';
import { computeEventClock, computeRedQueue } from '../indicators/red-queue.ts';
import type { WorkingCalendar } from '../indicators/working-calendar.ts';
import { type OrderedEvents, orderEvents } from './choose-events.ts';
import { isoOrNull, isSensitiveEvent, shownText, toEventRow } from './event-shapes.ts';
import { timelineOf } from './event-timeline.ts';
import { eventKnownAt } from './event-versions.ts';
import { limitProofOf } from './limit-proof.ts';
import { countNeighbours, listNeighbours } from './neighbours.ts';
import { stageClocksOf } from './stage-clocks.ts';
import { holdingByUnit } from './unit-holding.ts';

type Detail = z.infer<typeof EventDetail>;

/** What the event services read: one committed revision and the clock. */
export interface EventScope {
	db: ReadableDb;
	snapshot: EngineSnapshot;
	catalogue: Catalogue;
	calendar: WorkingCalendar;
	nowS: number;
}

const FLAG_NAMES: readonly [number, string][] = [
	[EVENT_FLAG.clockFault, 'Q_FLOW'],
	[EVENT_FLAG.placeDiffers, 'Q_PLACE'],
	[EVENT_FLAG.unknownGrid, 'Q_GRID'],
	[EVENT_FLAG.unlocated, 'Q_UNLOCATED'],
];
/** Decimals of a shown point: about 100 m. */
const POINT_SCALE = 1_000;
const MOST_DUTIES = 50;
/** Most events that a beginning of a number can name. */
const MAX_BY_NUMBER = 10_000_000;

function asOfOf(snapshot: EngineSnapshot): string | null {
	return isoOrNull(snapshot.asOfS);
}

/** A page of the events of a filter. Throws what orderEvents throws. */
export function listEvents(
	scope: EventScope,
	input: ParsedInput<'events.listEvents'>,
): z.infer<typeof EventListOutput> {
	const chosen = orderEvents({ ...scope, ...input, findByNumber: numbersOf(scope) });
	const rows = readRows(scope, chosen, input.offset, input.offset + input.limit);
	return { asOf: asOfOf(scope.snapshot), total: chosen.rows.length, rows };
}

/** Looks up events by how their number begins. */
export function numbersOf({ db }: Pick<EventScope, 'db'>): (prefix: string) => number[] {
	return (prefix) => findEventsByIdPrefix(db, prefix, MAX_BY_NUMBER);
}

/** The chosen events from one position up to another, worded. */
export function readRows(
	{ db, snapshot }: EventScope,
	chosen: OrderedEvents,
	from: number,
	to: number,
): z.infer<typeof EventListOutput>['rows'] {
	const rows = [...chosen.rows.subarray(from, to)];
	const keyOf = (row: number) => snapshot.events.eventKey[row] as number;
	const stored = new Map(getEvents(db, rows.map(keyOf)).map((event) => [event.eventKey, event]));
	return rows.flatMap((row) => {
		const event = stored.get(keyOf(row));
		return event ? [toEventRow(event, chosen.clocks.get(row) ?? null)] : [];
	});
}

/** The queue of who must be chased now. Throws GridHelmError E_UNKNOWN_AREA. */
export function listRedLights(
	scope: EventScope,
	input: ParsedInput<'events.listRedLights'>,
): z.infer<typeof RedLightsOutput> {
	const queue = computeRedQueue(scope.snapshot, scope.calendar, input, scope.nowS);
	const clocks = new Map(queue.rows.map((row) => [row.eventKey, row]));
	const { counts, openTotal, dueToday, dueInTwoHours, awaitingVerification, isCalendarProvisional } = queue;
	return {
		asOf: asOfOf(scope.snapshot),
		now: toIso(scope.nowS),
		counts,
		openTotal,
		dueToday,
		dueInTwoHours,
		awaitingVerification,
		rows: getEvents(scope.db, [...clocks.keys()]).map((event) => toEventRow(event, clocks.get(event.eventKey) ?? null)),
		isCalendarProvisional,
	};
}

/** Most urgent light and open count of every area, for the map. */
export function listAreaLights(scope: EventScope): z.infer<typeof AreaLightsOutput> {
	return {
		asOf: asOfOf(scope.snapshot),
		now: toIso(scope.nowS),
		areas: computeAreaLights(scope.snapshot, scope.calendar, scope.nowS).map(({ area, light, open }) => ({
			area,
			light,
			open,
		})),
	};
}

function shownPoint(event: StoredEvent): [number, number] | null {
	if (event.lng === null || event.lat === null || (event.flags & EVENT_FLAG.hasPoint) === 0) return null;
	if (isSensitiveEvent(event)) return null;
	return [Math.round(event.lng * POINT_SCALE) / POINT_SCALE, Math.round(event.lat * POINT_SCALE) / POINT_SCALE];
}

/** Who should hold an event of its class by the duty list; null where no such list was delivered. */
function dutiesOf({ db, snapshot }: EventScope, { category, leadUnit }: StoredEvent): Detail['duties'] {
	if (!snapshot.connected.has('duty_list')) return null;
	const lines = category.code === null ? [] : (listDuties(db).get(category.code) ?? []);
	return lines.slice(0, MOST_DUTIES).map(({ unit, kindRaw, basis }) => ({
		unit,
		kind: kindRaw,
		basis,
		isHolder: leadUnit !== null && isDutyOf(unit, leadUnit),
	}));
}

function nearOf({ db, snapshot, calendar, nowS }: EventScope, eventKey: number): Detail['near'] {
	const near = listNeighbours(eventIndexOf(snapshot), eventKey);
	const keyOf = (row: number) => snapshot.events.eventKey[row] as number;
	const stored = new Map(
		getEvents(
			db,
			near.map(({ row }) => keyOf(row)),
		).map((event) => [event.eventKey, event]),
	);
	return near.flatMap(({ row, relation }) => {
		const event = stored.get(keyOf(row));
		if (!event) return [];
		return [{ relation, event: toEventRow(event, computeEventClock(snapshot, calendar, event.eventKey, nowS)) }];
	});
}

/**
 * One event with its steps; with `knownAtS` (epoch seconds) its fields as they were known here at that instant. Throws
 * GridHelmError E_NOT_FOUND.
 */
export function getEvent(
	scope: EventScope,
	{ eventId, knownAtS = null }: { eventId: string; knownAtS?: number | null },
): Detail {
	const event = knownAtS === null ? getEventById(scope.db, eventId) : eventKnownAt(scope.db, eventId, knownAtS);
	if (!event) throw new GridHelmError('E_NOT_FOUND', `没有编号为 ${eventId} 的事件。`, { eventId });
	const { snapshot, calendar, nowS } = scope;
	const steps = listSteps(scope.db, eventId);
	const { fileName, sha256, batchId, rowNo, committedAtS } = event.provenance;
	return {
		event: toEventRow(event, knownAtS === null ? computeEventClock(snapshot, calendar, event.eventKey, nowS) : null),
		description: shownText(event, event.description),
		address: shownText(event, event.address),
		reportedAt: isoOrNull(event.reportedAt),
		dispatchedAt: isoOrNull(event.dispatchedAt),
		signedAt: isoOrNull(event.signedAt),
		disposedAt: isoOrNull(event.disposedAt),
		dueAtOrig: isoOrNull(event.dueAtOrig),
		pauseMinutes: event.pauseMinutes ?? 0,
		returnCount: event.returnCount ?? 0,
		reworkCount: event.reworkCount ?? 0,
		extendCount: event.extendCount ?? 0,
		coUnits: event.coUnits,
		handlingLevel: event.handlingLevel,
		satisfaction: event.satisfaction,
		point: shownPoint(event),
		qualityFlags: FLAG_NAMES.filter(([bit]) => (event.flags & bit) !== 0).map(([, name]) => name),
		steps: steps.map((step) => ({
			seq: step.seq,
			node: step.node,
			op: step.op,
			fromUnit: step.fromUnit,
			toUnit: step.toUnit,
			at: isoOrNull(step.opAt),
			dueAt: isoOrNull(step.dueAt),
			usedWorkMinutes: step.usedWorkMinutes,
			isTimeout: step.isTimeout,
		})),
		held: holdingByUnit(steps, event.closedAt ?? nowS, calendar),
		timeline: timelineOf(event, steps, calendar, nowS),
		limitProof: limitProofOf(event, steps, calendar),
		stages: stageClocksOf(event, steps, calendar, nowS),
		duties: dutiesOf(scope, event),
		near: nearOf(scope, event.eventKey),
		neighbours: countNeighbours(eventIndexOf(snapshot), event.eventKey),
		provenance: { file: fileName, sha256, batchId, row: rowNo, committedAt: toIso(committedAtS) },
	};
}

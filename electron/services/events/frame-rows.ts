// The frame of a list: the rows inside an area that are open, late, accepted in a period or behind a figure, before any
// word of the filter is tested. Decided on the packed columns, never by SQL over `event`.

import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { EventFilter } from '../../../shared/contract/schemas/events.ts';
import { type Period, parsePeriod } from '../../../shared/domain/period.ts';
import { dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import { type Place, placeOfCode } from '../indicators/area-tree.ts';
import type { Catalogue } from '../indicators/catalogue.ts';
import { type EngineSnapshot, EVENT_FLAG } from '../indicators/event-columns.ts';
import { type EventIndex, eventIndexOf } from '../indicators/event-index.ts';
import { openEventsInside } from '../indicators/open-events.ts';
import { listProofKeys } from '../indicators/proof-rows.ts';
import { openEventClock, type QueueRow } from '../indicators/red-queue.ts';
import type { WorkingCalendar } from '../indicators/working-calendar.ts';

/** What a frame is made from. */
export interface FrameQuestion {
	snapshot: EngineSnapshot;
	catalogue: Catalogue;
	calendar: WorkingCalendar;
	nowS: number;
	filter: EventFilter;
}

export interface EventFrame {
	index: EventIndex;
	/** The area that the frame lies in; the whole district behind a figure. */
	place: Place;
	/** Rows in order of the columns, save behind a figure. */
	rows: Uint32Array;
	/** Open events inside the place by row, with their clocks; computed at the first call. */
	clocks(): ReadonlyMap<number, QueueRow>;
}

const rowsByKey = new WeakMap<EngineSnapshot, Uint32Array>();

/** Row of each event_key in the columns, plus one; 0 = no such key. */
function rowsOf(snapshot: EngineSnapshot): Uint32Array {
	let rows = rowsByKey.get(snapshot);
	if (!rows) {
		const { eventKey, length } = snapshot.events;
		let highest = 0;
		for (let row = 0; row < length; row += 1) highest = Math.max(highest, eventKey[row] as number);
		rows = new Uint32Array(highest + 1);
		for (let row = 0; row < length; row += 1) rows[eventKey[row] as number] = row + 1;
		rowsByKey.set(snapshot, rows);
	}
	return rows;
}

/**
 * Parses a period of a filter.
 * @throws GridHelmError E_PERIOD
 */
export function requirePeriod(code: string): Period {
	const period = parsePeriod(code);
	if (!period) throw new GridHelmError('E_PERIOD', `“${code}”不是有效的期间。`, { period: code });
	return period;
}

function openClocks(question: FrameQuestion, index: EventIndex, place: Place): Map<number, QueueRow> {
	const { events } = index;
	return new Map(
		openEventsInside(index, place).map((open) => {
			const { row } = open;
			const clock = openEventClock(index, question.calendar, open, question.nowS);
			return [
				row,
				{ ...clock, row, eventKey: events.eventKey[row] as number, severity: events.severity[row] as number },
			];
		}),
	);
}

function isOverdue(clock: QueueRow): boolean {
	return clock.light === 'red' || clock.light === 'deepRed';
}

function proofRows({ snapshot, catalogue }: FrameQuestion, proof: NonNullable<EventFilter['proof']>): Uint32Array {
	const rows = rowsOf(snapshot);
	const keys = listProofKeys(snapshot, catalogue, { ...proof, period: requirePeriod(proof.period) });
	return Uint32Array.from(keys, (key) => (rows[key] as number) - 1);
}

function openRows({ filter, nowS }: FrameQuestion, frame: Omit<EventFrame, 'rows'>): Uint32Array {
	const { events } = frame.index;
	if (filter.state === 'open' && !filter.lights) {
		return Uint32Array.from(openEventsInside(frame.index, frame.place), ({ row }) => row);
	}
	const midnightS = startOfDay(dayOf(nowS) + 1);
	const chosen = [...frame.clocks().values()].filter((clock) => {
		const dueAt = events.dueAt[clock.row] as number;
		if (filter.lights && !filter.lights.includes(clock.light)) return false;
		if (filter.state === 'overdue') return isOverdue(clock);
		return filter.state !== 'dueToday' || (clock.overdue !== null && dueAt >= nowS && dueAt < midnightS);
	});
	return Uint32Array.from(chosen, ({ row }) => row);
}

/** Positions in the order by accepted day that a period can lie at; all rows where there is no period. */
function periodRows({ accepted, events }: EventIndex, period: Period | null): ArrayLike<number> | [number, number] {
	if (period === null) return [0, events.length];
	const at = (day: number) => accepted.starts[Math.max(0, Math.min(day, accepted.starts.length - 1))] as number;
	const [from, to] = [at(period.startDay), at(period.endDay)];
	return accepted.rows === null ? [from, to] : accepted.rows.subarray(from, to).toSorted();
}

function deliveredRows({ filter }: FrameQuestion, index: EventIndex, place: Place): Uint32Array {
	const { flags, length } = index.events;
	const candidates = periodRows(index, filter.period === undefined ? null : requirePeriod(filter.period));
	const isRun = Array.isArray(candidates);
	const count = isRun ? (candidates[1] as number) - (candidates[0] as number) : candidates.length;
	const isEverywhere = place.place === 0;
	const rows = new Uint32Array(Math.min(count, length));
	let found = 0;
	for (let at = 0; at < count; at += 1) {
		const row = isRun ? (candidates[0] as number) + at : (candidates[at] as number);
		const own = index.place[row] as number;
		if (own > place.lastPlace || (!isEverywhere && own < place.place)) continue;
		if (filter.state === 'unlocated' && ((flags[row] as number) & EVENT_FLAG.unlocated) === 0) continue;
		rows[found] = row;
		found += 1;
	}
	return rows.subarray(0, found);
}

/**
 * The frame of a filter; null while there are no areas.
 * @throws GridHelmError E_UNKNOWN_AREA, E_UNKNOWN_INDICATOR, E_UNKNOWN_VARIANT, E_PERIOD
 */
export function frameOf(question: FrameQuestion): EventFrame | null {
	const index = eventIndexOf(question.snapshot);
	const root = index.tree.places[0];
	if (!root) return null;
	const { filter } = question;
	const place = filter.proof || filter.area === undefined ? root : placeOfCode(index.tree, filter.area);
	let known: Map<number, QueueRow> | undefined;
	const frame = {
		index,
		place,
		clocks() {
			known ??= openClocks(question, index, place);
			return known;
		},
	};
	if (filter.proof) return { ...frame, rows: proofRows(question, filter.proof) };
	const isOfNow = filter.state === 'open' || filter.state === 'overdue' || filter.state === 'dueToday';
	if (isOfNow || filter.lights) return { ...frame, rows: openRows(question, frame) };
	return { ...frame, rows: deliveredRows(question, index, place) };
}

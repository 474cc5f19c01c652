// Which events a filter asks for, and in which order: decided on the packed columns, never by SQL over `event`.

import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { EventFilter } from '../../../shared/contract/schemas/events.ts';
import { UNMAPPED_CATEGORY } from '../../../shared/domain/codes.ts';
import { type Period, parsePeriod } from '../../../shared/domain/period.ts';
import { dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import { type Place, placeOfCode } from '../indicators/area-tree.ts';
import type { Catalogue } from '../indicators/catalogue.ts';
import { type EngineSnapshot, EVENT_FLAG } from '../indicators/event-columns.ts';
import { type EventIndex, eventIndexOf } from '../indicators/event-index.ts';
import { openEventsInside } from '../indicators/open-events.ts';
import { listProofKeys } from '../indicators/proof-rows.ts';
import { comparePressing, openEventClock, type QueueRow } from '../indicators/red-queue.ts';
import type { WorkingCalendar } from '../indicators/working-calendar.ts';

export interface EventQuestion {
	snapshot: EngineSnapshot;
	catalogue: Catalogue;
	calendar: WorkingCalendar;
	nowS: number;
	filter: EventFilter;
	sort: 'urgency' | 'acceptedAt' | 'dueAt';
	descending: boolean;
}

/** A chosen event; `clock` only where it is open. */
export interface ChosenEvent {
	eventKey: number;
	clock: QueueRow | null;
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

/** Tests on words: the mapped code (or its first-level part), or the delivered word. */
function wordTest(snapshot: EngineSnapshot, column: ArrayLike<number>, wanted: string | undefined, isPrefix: boolean) {
	if (wanted === undefined) return null;
	const ids = new Set<number>();
	for (const [id, { raw, code }] of snapshot.dict) {
		const known = code ?? (isPrefix ? UNMAPPED_CATEGORY : null);
		if (raw === wanted || known === wanted || (isPrefix && wanted.length === 2 && known?.startsWith(wanted)))
			ids.add(id);
	}
	return (row: number) => ids.has(column[row] as number);
}

function wordTests({ snapshot, filter }: EventQuestion): ((row: number) => boolean)[] {
	const { events } = snapshot;
	return [
		wordTest(snapshot, events.categoryId, filter.category, true),
		wordTest(snapshot, events.sourceId, filter.source, false),
		wordTest(snapshot, events.unitId, filter.unit, false),
		wordTest(snapshot, events.statusId, filter.status, false),
	].filter((test) => test !== null);
}

/** Open events inside a place with their clocks, keyed by row. */
function openClocks(question: EventQuestion, index: EventIndex, place: Place): Map<number, QueueRow> {
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

/** Rows that the scope of the filter asks for, before its words are tested. */
function scopeRows(question: EventQuestion, index: EventIndex, place: Place, clocks: Map<number, QueueRow>): number[] {
	const { filter, snapshot, nowS } = question;
	const { events } = index;
	if (filter.proof) {
		const rows = rowsOf(snapshot);
		const { indicator, area, period, variant, part } = filter.proof;
		const keys = listProofKeys(snapshot, question.catalogue, {
			indicator,
			area,
			period: requirePeriod(period),
			variant,
			part,
		});
		return Array.from(keys, (key) => (rows[key] as number) - 1);
	}
	if (filter.state === 'open' || filter.state === 'overdue' || filter.state === 'dueToday' || filter.lights) {
		const midnightS = startOfDay(dayOf(nowS) + 1);
		return [...clocks.values()].flatMap((clock) => {
			const dueAt = events.dueAt[clock.row] as number;
			if (filter.lights && !filter.lights.includes(clock.light)) return [];
			if (filter.state === 'overdue' && !isOverdue(clock)) return [];
			if (filter.state === 'dueToday' && !(clock.overdue && dueAt >= nowS && dueAt < midnightS)) return [];
			return [clock.row];
		});
	}
	const period = filter.period === undefined ? null : requirePeriod(filter.period);
	const rows: number[] = [];
	for (let row = 0; row < events.length; row += 1) {
		const at = index.place[row] as number;
		if (at < place.place || at > place.lastPlace) continue;
		const acceptedAt = events.acceptedAt[row] as number;
		if (period && (acceptedAt < period.startS || acceptedAt >= period.endS)) continue;
		if (filter.state === 'unlocated' && ((events.flags[row] as number) & EVENT_FLAG.unlocated) === 0) continue;
		rows.push(row);
	}
	return rows;
}

/** Pressing ones first; events that are not open follow, newest acceptance first. */
function compareUrgency(index: EventIndex, clocks: Map<number, QueueRow>) {
	const { acceptedAt } = index.events;
	return (a: number, b: number): number => {
		const left = clocks.get(a);
		const right = clocks.get(b);
		if (left && right) return comparePressing(left, right);
		if (left || right) return left ? -1 : 1;
		return (acceptedAt[b] as number) - (acceptedAt[a] as number) || b - a;
	};
}

/**
 * The events of a filter in order.
 * @throws GridHelmError E_UNKNOWN_AREA, E_UNKNOWN_INDICATOR, E_UNKNOWN_VARIANT, E_PERIOD
 */
export function chooseEvents(question: EventQuestion): ChosenEvent[] {
	const index = eventIndexOf(question.snapshot);
	const root = index.tree.places[0];
	if (!root) return [];
	const { filter, sort, descending } = question;
	const place = filter.area === undefined ? root : placeOfCode(index.tree, filter.area);
	const clocks = openClocks(question, index, filter.proof ? root : place);
	const tests = wordTests(question);
	const rows = scopeRows(question, index, place, clocks).filter((row) => tests.every((test) => test(row)));
	const column = sort === 'dueAt' ? index.events.dueAt : index.events.acceptedAt;
	const byTime = (a: number, b: number) => (column[a] as number) - (column[b] as number) || a - b;
	rows.sort(sort === 'urgency' ? compareUrgency(index, clocks) : byTime);
	if (descending) rows.reverse();
	return rows.map((row) => ({
		eventKey: index.events.eventKey[row] as number,
		clock: clocks.get(row) ?? null,
	}));
}

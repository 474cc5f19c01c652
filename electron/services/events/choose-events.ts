// Which events a filter asks for, and in which order. The order of the last lists is kept, so that paging through a
// million rows does not sort them again; it is that of the minute in which the list was first asked for.

import type { EngineSnapshot } from '../indicators/event-columns.ts';
import { comparePressing, type QueueRow } from '../indicators/red-queue.ts';
import { type FindByNumber, failingTest } from './filter-tests.ts';
import { type EventFrame, type FrameQuestion, frameOf } from './frame-rows.ts';

export { requirePeriod } from './frame-rows.ts';

/** Columns that a list can be sorted by. */
export const EVENT_SORTS = ['urgency', 'acceptedAt', 'dueAt'] as const;

export interface EventQuestion extends FrameQuestion {
	/** Needed where the filter asks for a number. */
	findByNumber?: FindByNumber;
	sort: (typeof EVENT_SORTS)[number];
	descending: boolean;
}

/** A chosen event; `clock` only where it is open. */
export interface ChosenEvent {
	eventKey: number;
	clock: QueueRow | null;
}

/** The chosen rows of the columns in order, and the clocks of those that are open. */
export interface OrderedEvents {
	rows: Uint32Array;
	clocks: ReadonlyMap<number, QueueRow>;
}

const NONE: OrderedEvents = { rows: new Uint32Array(0), clocks: new Map() };
/** Lists kept for a snapshot, newest last. */
const KEPT_LISTS = 4;
const KEPT_S = 60;

const keptLists = new WeakMap<EngineSnapshot, Map<string, OrderedEvents>>();

/** Rows by an instant, then by their order in the columns; rows without it come first. */
function sortByInstant(rows: Uint32Array, instants: Uint32Array): Uint32Array {
	let base = Number.POSITIVE_INFINITY;
	let last = 0;
	for (const row of rows) {
		const atS = instants[row] as number;
		if (atS !== 0 && atS < base) base = atS;
		if (atS > last) last = atS;
	}
	const size = 2 ** Math.ceil(Math.log2(instants.length + 1));
	if (last === 0) return rows.toSorted();
	// One number holds instant and row; where it could not, rows are compared one by one.
	if ((last - base + 2) * size > Number.MAX_SAFE_INTEGER) {
		return rows.toSorted((a, b) => (instants[a] as number) - (instants[b] as number) || a - b);
	}
	const keys = Float64Array.from(rows, (row) => {
		const atS = instants[row] as number;
		return (atS === 0 ? 0 : atS - base + 1) * size + row;
	}).sort();
	return Uint32Array.from(keys, (key) => key % size);
}

/** Pressing ones first; events that are not open follow, newest acceptance first. */
function sortByUrgency({ index }: EventFrame, rows: Uint32Array, clocks: ReadonlyMap<number, QueueRow>): Uint32Array {
	const open = [...rows].flatMap((row) => clocks.get(row) ?? []).sort(comparePressing);
	const rest = sortByInstant(
		rows.filter((row) => !clocks.has(row)),
		index.events.acceptedAt,
	).reverse();
	const sorted = new Uint32Array(rows.length);
	sorted.set(open.map(({ row }) => row));
	sorted.set(rest, open.length);
	return sorted;
}

function choose(question: EventQuestion): OrderedEvents {
	const frame = frameOf(question);
	if (!frame) return NONE;
	const failing = failingTest(question.snapshot, question.filter, question.findByNumber);
	const rows = frame.rows.filter((row) => failing(row) === 0);
	const clocks = frame.clocks();
	const { dueAt, acceptedAt } = frame.index.events;
	const sorted =
		question.sort === 'urgency'
			? sortByUrgency(frame, rows, clocks)
			: sortByInstant(rows, question.sort === 'dueAt' ? dueAt : acceptedAt);
	return { rows: question.descending ? sorted.reverse() : sorted, clocks };
}

/**
 * The events of a filter in order.
 * @throws GridHelmError E_UNKNOWN_AREA, E_UNKNOWN_INDICATOR, E_UNKNOWN_VARIANT, E_PERIOD
 */
export function orderEvents(question: EventQuestion): OrderedEvents {
	const { snapshot, filter, sort, descending, nowS } = question;
	const kept = keptLists.get(snapshot) ?? new Map<string, OrderedEvents>();
	keptLists.set(snapshot, kept);
	const key = JSON.stringify([filter, sort, descending, Math.floor(nowS / KEPT_S)]);
	const chosen = kept.get(key) ?? choose(question);
	kept.delete(key);
	kept.set(key, chosen);
	for (const oldest of kept.keys()) if (kept.size > KEPT_LISTS) kept.delete(oldest);
	return chosen;
}

/** The same as a list of events, for lists that are short. Throws what orderEvents throws. */
export function chooseEvents(question: EventQuestion): ChosenEvent[] {
	const { rows, clocks } = orderEvents(question);
	const { eventKey } = question.snapshot.events;
	return Array.from(rows, (row) => ({ eventKey: eventKey[row] as number, clock: clocks.get(row) ?? null }));
}

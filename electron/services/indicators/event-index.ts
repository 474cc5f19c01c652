// What the figures need of a snapshot beside its columns, made once a revision: traits of each event that no
// period changes, its place, and orders by accepted, due and closed day, so that a month never scans five years.

import { STATUS } from '../../../shared/domain/codes.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { AreaTree } from './area-tree.ts';
import { makeAreaTree } from './area-tree.ts';
import type { EngineSnapshot, EventColumns } from './event-columns.ts';
import { DATE_ONLY, EVENT_FLAG } from './event-columns.ts';
import { readPopulations } from './population.ts';

/** Why an event is not valid, by number in `verdict`; 0 is valid. */
export const VERDICTS = ['valid', 'refused', 'void', 'merged', 'baseData'] as const;

/** Bits of `traits`. */
export const TRAIT = {
	selfClosed: 1,
	paused: 2,
	located: 4,
	/** Re-worked or re-opened after its closing time. */
	reopened: 8,
	closingStatus: 16,
	/** Closed before accepted. */
	clockFault: 32,
	/** Accepted or closed is date-only: durations are in whole days. */
	wholeDays: 64,
	/** Due by the reported flag alone. */
	flagOnly: 128,
} as const;

/** Rows in order of the day of one instant; rows without that instant are in none. */
export interface DayOrder {
	/** null: the rows themselves are in this order. */
	rows: Uint32Array | null;
	/** Position of the first row of a day or a later one, by day number since 1970. */
	starts: Uint32Array;
}

export interface EventIndex {
	snapshot: EngineSnapshot;
	events: EventColumns;
	tree: AreaTree;
	populations: readonly (number | null)[];
	place: Uint16Array | Uint32Array;
	verdict: Uint8Array;
	traits: Uint8Array;
	accepted: DayOrder;
	due: DayOrder;
	closed: DayOrder;
	/** Rows that no closing time ends: none given, or re-opened after it. */
	unclosed: Uint32Array;
	/** Shanghai day of the first acceptance; null when nothing was delivered. */
	firstDay: number | null;
	fields: Record<'dueAt' | 'dueAtOrig' | 'reportedFlag' | 'closing', boolean>;
}

const LAST_DAY = dayOf(0xffff_ffff);
const CLOSING = new Set<number>([STATUS.closed, STATUS.awaitingRevisit, STATUS.archived]);
/** Numbers in VERDICTS. */
const STATUS_VERDICT = new Map<number, number>([
	[STATUS.refused, 1],
	[STATUS.void, 2],
	[STATUS.merged, 3],
]);
const BASE_DATA = 4;
const AGAIN = new Set<number>([STATUS.rework, STATUS.reopened]);

const indexes = new WeakMap<EngineSnapshot, EventIndex>();

/** The index of a snapshot, made at the first call and kept as long as the snapshot. */
export function eventIndexOf(snapshot: EngineSnapshot): EventIndex {
	let index = indexes.get(snapshot);
	if (!index) {
		index = makeEventIndex(snapshot);
		indexes.set(snapshot, index);
	}
	return index;
}

/** The instant by which an event is due in a period: its limit, else its acceptance where only a flag exists. */
export function dueInstant(events: EventColumns, row: number): number {
	const dueAt = events.dueAt[row] as number;
	if (dueAt !== 0) return dueAt;
	return ((events.flags[row] as number) & EVENT_FLAG.hasReportedFlag) === 0 ? 0 : (events.acceptedAt[row] as number);
}

function makeEventIndex(snapshot: EngineSnapshot): EventIndex {
	const { events } = snapshot;
	const { length } = events;
	const tree = makeAreaTree(snapshot.areas);
	const place = tree.places.length < 65_536 ? new Uint16Array(length) : new Uint32Array(length);
	const verdict = new Uint8Array(length);
	const traits = new Uint8Array(length);
	const isGrid = Uint8Array.from(tree.places, (each) => (each.level === 'grid' ? 1 : 0));
	const placeOfArea = tableOf(tree.placeByAreaId);
	const statusOf = memoize((id) => Number(snapshot.dict.get(id)?.code ?? 0) || 0);
	const categoryVerdict = memoize((id) => (snapshot.dict.get(id)?.code?.startsWith('09') ? BASE_DATA : 0));
	const fields = { dueAt: false, dueAtOrig: false, reportedFlag: false, closing: false };
	const unclosed: number[] = [];
	for (let row = 0; row < length; row += 1) {
		const status = statusOf(events.statusId[row] as number);
		const flags = events.flags[row] as number;
		const closedAt = events.closedAt[row] as number;
		const at = placeOfArea[events.areaId[row] as number] ?? 0;
		place[row] = at;
		verdict[row] = STATUS_VERDICT.get(status) ?? categoryVerdict(events.categoryId[row] as number);
		let bits = traitsOfTimes(events, row, flags);
		if ((flags & EVENT_FLAG.selfClosed) !== 0) bits |= TRAIT.selfClosed;
		if (status === STATUS.paused) bits |= TRAIT.paused;
		if (isGrid[at] === 1) bits |= TRAIT.located;
		if (CLOSING.has(status)) bits |= TRAIT.closingStatus;
		if (closedAt !== 0 && (AGAIN.has(status) || (events.reopenedAt[row] as number) > closedAt)) bits |= TRAIT.reopened;
		traits[row] = bits;
		if (closedAt === 0 || (bits & TRAIT.reopened) !== 0) unclosed.push(row);
		if (closedAt !== 0 || (bits & TRAIT.closingStatus) !== 0) fields.closing = true;
		if (events.dueAt[row] !== 0) fields.dueAt = true;
		if (events.dueAtOrig[row] !== 0) fields.dueAtOrig = true;
		if ((flags & EVENT_FLAG.hasReportedFlag) !== 0) fields.reportedFlag = true;
	}
	const accepted = orderByDay(length, (row) => events.acceptedAt[row] as number);
	const firstRow = accepted.rows === null ? (accepted.starts[0] as number) : (accepted.rows[0] ?? length);
	return {
		snapshot,
		events,
		tree,
		populations: readPopulations(tree),
		place,
		verdict,
		traits,
		accepted,
		due: orderByDay(length, (row) => dueInstant(events, row)),
		closed: orderByDay(length, (row) => events.closedAt[row] as number),
		unclosed: Uint32Array.from(unclosed),
		firstDay: firstRow < length ? dayOf(events.acceptedAt[firstRow] as number) : null,
		fields,
	};
}

/** Traits that only the event's own instants decide. */
function traitsOfTimes(events: EventColumns, row: number, flags: number): number {
	const dateOnly = events.dateOnly[row] as number;
	const acceptedAt = events.acceptedAt[row] as number;
	const closedAt = events.closedAt[row] as number;
	const acceptedBits =
		(flags & EVENT_FLAG.acceptedFromReported) === 0 ? DATE_ONLY.accepted : DATE_ONLY.accepted | DATE_ONLY.reported;
	const isWholeDays = (dateOnly & (acceptedBits | DATE_ONLY.closed)) !== 0;
	let bits = isWholeDays ? TRAIT.wholeDays : 0;
	if (closedAt !== 0 && acceptedAt !== 0) {
		const isFault = isWholeDays ? dayOf(closedAt) < dayOf(acceptedAt) : closedAt < acceptedAt;
		if (isFault) bits |= TRAIT.clockFault;
	}
	if (events.dueAt[row] === 0 && (flags & EVENT_FLAG.hasReportedFlag) !== 0) bits |= TRAIT.flagOnly;
	return bits;
}

/** A function of small non-negative ids, each computed once. */
function memoize(compute: (id: number) => number): (id: number) => number {
	const known: (number | undefined)[] = [];
	return (id) => {
		let value = known[id];
		if (value === undefined) {
			value = compute(id);
			known[id] = value;
		}
		return value;
	};
}

function tableOf(map: ReadonlyMap<number, number>): Uint32Array {
	let size = 1;
	for (const key of map.keys()) size = Math.max(size, key + 1);
	const table = new Uint32Array(size);
	for (const [key, value] of map) table[key] = value;
	return table;
}

/** Counting sort of rows by the Shanghai day of an instant; rows in order already are not copied. */
function orderByDay(length: number, instantOf: (row: number) => number): DayOrder {
	const starts = new Uint32Array(LAST_DAY + 3);
	const days = new Int32Array(length);
	let isSorted = true;
	let before = -1;
	for (let row = 0; row < length; row += 1) {
		const atS = instantOf(row);
		const day = atS === 0 ? -1 : dayOf(atS);
		days[row] = day;
		if (day < before) isSorted = false;
		before = day;
		if (day >= 0) starts[day + 2] = (starts[day + 2] as number) + 1;
	}
	let sum = 0;
	for (let day = 0; day < starts.length; day += 1) {
		sum += starts[day] as number;
		starts[day] = sum;
	}
	// starts[day + 1] now counts the rows before `day`; shifting by one as rows are placed ends at starts[day].
	if (isSorted) {
		const none = length - sum;
		return { rows: null, starts: starts.subarray(1).map((count) => count + none) };
	}
	const rows = new Uint32Array(sum);
	const next = starts.slice(1);
	for (let row = 0; row < length; row += 1) {
		const day = days[row] as number;
		if (day < 0) continue;
		const at = next[day] as number;
		rows[at] = row;
		next[day] = at + 1;
	}
	return { rows, starts: starts.subarray(1) };
}

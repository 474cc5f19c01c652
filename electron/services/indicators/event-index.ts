// What the figures need of a snapshot beside its columns, made once a revision: traits of each event that no
// period changes, its place, and orders by accepted, due and closed day, so that a month never scans five years.

import { STATUS } from '../../../shared/domain/codes.ts';
import { dayOf, SHANGHAI_OFFSET_S } from '../../../shared/domain/shanghai-time.ts';
import type { AreaTree } from './area-tree.ts';
import { makeAreaTree } from './area-tree.ts';
import type { EngineSnapshot, EventColumns } from './event-columns.ts';
import { DATE_ONLY, EVENT_FLAG } from './event-columns.ts';
import { readPopulations } from './population.ts';

/** Why an event is not valid, by number in `verdict`; 0 is valid. */
export const VERDICTS = ['valid', 'refused', 'void', 'merged', 'baseData'] as const;

/** Bits of `traits`: what is true of an event in every period. */
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
	/** `verdict` is not 0. */
	invalid: 256,
	notAccepted: 512,
	/** Neither a due time nor a reported flag. */
	noLimit: 1024,
	/** Severity 1 or 2. */
	urgent: 2048,
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
	traits: Uint16Array;
	accepted: DayOrder;
	due: DayOrder;
	/** Limit, or acceptance where only a reported flag exists; 0 for none. */
	dueInstant: Uint32Array;
	closed: DayOrder;
	/** Rows that no closing time ends: none given, or re-opened after it. */
	unclosed: Uint32Array;
	/** Latest acceptance (epoch seconds); 0 without any. */
	lastAcceptedS: number;
	/** Largest source system id that an event names. */
	largestSourceId: number;
	/** Shanghai day of the first acceptance; null when nothing was delivered. */
	firstDay: number | null;
	fields: Record<'dueAt' | 'dueAtOrig' | 'reportedFlag' | 'closing', boolean>;
}

const LAST_DAY = dayOf(0xffff_ffff);
const DAY_S = 86_400;
const STATUS_TRAITS = new Map<number, number>([
	[STATUS.paused, TRAIT.paused],
	[STATUS.closed, TRAIT.closingStatus],
	[STATUS.awaitingRevisit, TRAIT.closingStatus],
	[STATUS.archived, TRAIT.closingStatus],
]);
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

function makeEventIndex(snapshot: EngineSnapshot): EventIndex {
	const { events } = snapshot;
	const tree = makeAreaTree(snapshot.areas);
	const { verdict, traits } = judgeRows(snapshot);
	const place = locateRows(events, tree, traits);
	const dueInstant = dueInstants(events, traits);
	const accepted = orderByDay(events.acceptedAt);
	const firstRow = accepted.rows === null ? (accepted.starts[0] as number) : (accepted.rows[0] ?? events.length);
	return {
		snapshot,
		events,
		tree,
		populations: readPopulations(tree),
		place,
		verdict,
		traits,
		accepted,
		due: orderByDay(dueInstant),
		dueInstant,
		closed: orderByDay(events.closedAt),
		unclosed: unclosedRows(events, traits),
		lastAcceptedS: largest(events.acceptedAt),
		largestSourceId: largest(events.sourceSystemId),
		firstDay: firstRow < events.length ? dayOf(events.acceptedAt[firstRow] as number) : null,
		fields: deliveredFields(events, traits),
	};
}

/** Validity and traits of each event by its status, class, flags and own instants. */
function judgeRows({ events, dict }: EngineSnapshot): { verdict: Uint8Array; traits: Uint16Array } {
	const { length, flags, dateOnly, statusId, categoryId, severity } = events;
	const { acceptedAt, closedAt, dueAt, reopenedAt } = events;
	const verdict = new Uint8Array(length);
	const traits = new Uint16Array(length);
	const statusOf = tableOf(dict, (code) => Number(code) || 0);
	const classVerdict = tableOf(dict, (code) => (code.startsWith('09') ? BASE_DATA : 0));
	const statusVerdict = statusOf.map((status) => STATUS_VERDICT.get(status) ?? 0);
	const statusTraits = statusOf.map((status) => STATUS_TRAITS.get(status) ?? 0);
	const isAgain = statusOf.map((status) => (AGAIN.has(status) ? 1 : 0));
	for (let row = 0; row < length; row += 1) {
		const status = statusId[row] as number;
		const flag = flags[row] as number;
		const accepted = acceptedAt[row] as number;
		const closed = closedAt[row] as number;
		const invalid = statusVerdict[status] || (classVerdict[categoryId[row] as number] as number);
		verdict[row] = invalid;
		let bits = (statusTraits[status] as number) | (invalid === 0 ? 0 : TRAIT.invalid);
		if (accepted === 0) bits |= TRAIT.notAccepted;
		if ((flag & EVENT_FLAG.selfClosed) !== 0) bits |= TRAIT.selfClosed;
		if ((severity[row] as number) - 1 < 2 && severity[row] !== 0) bits |= TRAIT.urgent;
		if (dueAt[row] === 0) bits |= (flag & EVENT_FLAG.hasReportedFlag) === 0 ? TRAIT.noLimit : TRAIT.flagOnly;
		if (dateOnly[row] !== 0 && isWholeDays(dateOnly[row] as number, flag)) bits |= TRAIT.wholeDays;
		if (closed !== 0) {
			if (isAgain[status] === 1 || (reopenedAt[row] as number) > closed) bits |= TRAIT.reopened;
			if (closed < accepted && ((bits & TRAIT.wholeDays) === 0 || dayOf(closed) < dayOf(accepted))) {
				bits |= TRAIT.clockFault;
			}
		}
		traits[row] = bits;
	}
	return { verdict, traits };
}

/** Accepted (or the reported time that stands for it) or closed is date-only. */
function isWholeDays(dateOnly: number, flags: number): boolean {
	const isFromReported = (flags & EVENT_FLAG.acceptedFromReported) !== 0;
	const accepted = isFromReported ? DATE_ONLY.accepted | DATE_ONLY.reported : DATE_ONLY.accepted;
	return (dateOnly & (accepted | DATE_ONLY.closed)) !== 0;
}

/** Place number of each row; marks the rows that count at a grid. */
function locateRows(events: EventColumns, tree: AreaTree, traits: Uint16Array): Uint16Array | Uint32Array {
	const { length, areaId } = events;
	const place = tree.places.length < 65_536 ? new Uint16Array(length) : new Uint32Array(length);
	const isGrid = Uint8Array.from(tree.places, ({ level }) => (level === 'grid' ? 1 : 0));
	let size = 1;
	for (const id of tree.placeByAreaId.keys()) size = Math.max(size, id + 1);
	const placeOfArea = new Uint32Array(size);
	for (const [id, number] of tree.placeByAreaId) placeOfArea[id] = number;
	for (let row = 0; row < length; row += 1) {
		const at = placeOfArea[areaId[row] as number] ?? 0;
		place[row] = at;
		if (isGrid[at] === 1) traits[row] = (traits[row] as number) | TRAIT.located;
	}
	return place;
}

function dueInstants(events: EventColumns, traits: Uint16Array): Uint32Array {
	const dueAt = events.dueAt.slice();
	for (let row = 0; row < dueAt.length; row += 1) {
		if (((traits[row] as number) & TRAIT.flagOnly) !== 0) dueAt[row] = events.acceptedAt[row] as number;
	}
	return dueAt;
}

function unclosedRows(events: EventColumns, traits: Uint16Array): Uint32Array {
	const rows = new Uint32Array(events.length);
	let count = 0;
	for (let row = 0; row < rows.length; row += 1) {
		if (events.closedAt[row] !== 0 && ((traits[row] as number) & TRAIT.reopened) === 0) continue;
		rows[count] = row;
		count += 1;
	}
	return rows.slice(0, count);
}

function deliveredFields(events: EventColumns, traits: Uint16Array): EventIndex['fields'] {
	const hasAny = (column: Uint32Array): boolean => column.some((value) => value !== 0);
	return {
		dueAt: hasAny(events.dueAt),
		dueAtOrig: hasAny(events.dueAtOrig),
		reportedFlag: events.flags.some((flags) => (flags & EVENT_FLAG.hasReportedFlag) !== 0),
		closing: hasAny(events.closedAt) || traits.some((bits) => (bits & TRAIT.closingStatus) !== 0),
	};
}

function largest(column: Uint16Array | Uint32Array): number {
	let found = 0;
	for (let row = 0; row < column.length; row += 1) {
		const value = column[row] as number;
		if (value > found) found = value;
	}
	return found;
}

/** A number for each dict id by its mapped code; 0 for unmapped words and for none. */
function tableOf(dict: EngineSnapshot['dict'], numberOf: (code: string) => number): Uint16Array {
	const table = new Uint16Array(65_536);
	for (const [id, { code }] of dict) if (code !== null && id < table.length) table[id] = numberOf(code);
	return table;
}

/** Counting sort of rows by the Shanghai day of an instant; rows in order already are not copied. */
function orderByDay(instants: Uint32Array): DayOrder {
	const { length } = instants;
	// counts[day + 1] = rows of that day; days of no instant are left out.
	const counts = new Uint32Array(LAST_DAY + 3);
	let isSorted = true;
	let before = -1;
	for (let row = 0; row < length; row += 1) {
		const atS = instants[row] as number;
		const day = atS === 0 ? -1 : Math.floor((atS + SHANGHAI_OFFSET_S) / DAY_S);
		if (day < before) isSorted = false;
		before = day;
		counts[day + 1] = (counts[day + 1] as number) + 1;
	}
	const none = counts[0] as number;
	counts[0] = 0;
	for (let day = 1; day < counts.length; day += 1) counts[day] = (counts[day] as number) + (counts[day - 1] as number);
	const starts = counts;
	if (isSorted) return { rows: null, starts: starts.map((position) => position + none) };
	const rows = new Uint32Array(length - none);
	const next = starts.slice();
	for (let row = 0; row < length; row += 1) {
		const atS = instants[row] as number;
		if (atS === 0) continue;
		const day = Math.floor((atS + SHANGHAI_OFFSET_S) / DAY_S);
		const at = next[day] as number;
		rows[at] = row;
		next[day] = at + 1;
	}
	return { rows, starts };
}

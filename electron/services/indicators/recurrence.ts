// Whether the same trouble came again (figures.md, OP08): an event of the same second-level class at the same address, or
// at most 50 m away, closed in the 30 days before this one was accepted. Pairs cross borders; found once a revision.

import { UNMAPPED_CATEGORY } from '../../../shared/domain/codes.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import { DEGREE_SCALE } from './event-columns.ts';
import type { RowTest } from './event-conditions.ts';
import type { EventIndex } from './event-index.ts';
import { TRAIT } from './event-traits.ts';

const BEFORE_S = 30 * 86_400;
const NEAR_M = 50;
const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;
/**
 * Height of a cell in packed degrees: a little more than 100 m, so that a near event lies in this cell or in one beside
 * the nearer half.
 */
const CELL_HEIGHT = 9_000;

/** Rows by the bucket of their key, in each bucket in order of the day they were closed. */
interface Buckets {
	mask: number;
	starts: Uint32Array;
	rows: Uint32Array;
	/** Day each row was closed, beside `rows`. */
	days: Uint16Array;
}

interface Recurrences {
	/** 0 not looked at yet, 1 no, 2 yes. */
	state: Uint8Array;
	classOf: Uint16Array;
	cellWidth: number;
	byAddress: Buckets;
	byCell: Buckets;
}

const NO = 1;
const YES = 2;
const kept = new WeakMap<EventIndex, Recurrences>();

/** The test of a row; each row is looked at once. */
export function compileRecurrence(index: EventIndex): RowTest {
	const found = recurrencesOf(index);
	const { state } = found;
	return (row) => {
		if (state[row] === 0) state[row] = isRecurring(index, found, row, () => true) ? YES : NO;
		return state[row] === YES;
	};
}

/** The event that a row is the recurrence of, the one closed last where there are several; null where it is none. */
export function findEarlierOf(index: EventIndex, row: number): number | null {
	const { closedAt } = index.events;
	let earlier: number | null = null;
	isRecurring(index, recurrencesOf(index), row, (other) => {
		if (earlier === null || (closedAt[other] as number) > (closedAt[earlier] as number)) earlier = other;
		return false;
	});
	return earlier;
}

function recurrencesOf(index: EventIndex): Recurrences {
	let found = kept.get(index);
	if (!found) {
		found = prepare(index);
		kept.set(index, found);
	}
	return found;
}

function prepare(index: EventIndex): Recurrences {
	const { snapshot, events, traits } = index;
	const classOf = new Uint16Array(65_536).fill(Number(UNMAPPED_CATEGORY));
	for (const [id, { code }] of snapshot.dict) if (code !== null && id < classOf.length) classOf[id] = Number(code);
	let farthest = 0;
	for (let row = 0; row < events.length; row += 1) {
		if (events.lat[row] !== 0)
			farthest = Math.max(farthest, Math.abs((events.lat[row] as number) / DEGREE_SCALE - 180));
	}
	const cellWidth = Math.ceil(CELL_HEIGHT / Math.max(0.01, Math.cos(farthest * RADIANS)));
	const out = TRAIT.invalid | TRAIT.notAccepted | TRAIT.selfClosed;
	const earlier = (index.closed.rows ?? Uint32Array.from(events.eventKey, (_, row) => row)).filter(
		(row) => ((traits[row] as number) & out) === 0 && events.closedAt[row] !== 0,
	);
	const keyOfClass = (row: number): number => classOf[events.categoryId[row] as number] as number;
	return {
		state: new Uint8Array(events.length),
		classOf,
		cellWidth,
		byAddress: fillBuckets(
			index,
			earlier.filter((row) => events.placeKey[row] !== 0),
			(row) => mix(keyOfClass(row), events.placeKey[row] as number, 0),
		),
		byCell: fillBuckets(
			index,
			earlier.filter((row) => events.lng[row] !== 0),
			(row) =>
				mix(
					keyOfClass(row),
					Math.floor((events.lng[row] as number) / cellWidth),
					Math.floor((events.lat[row] as number) / CELL_HEIGHT),
				),
		),
	};
}

function mix(a: number, b: number, c: number): number {
	let hash = Math.imul(a ^ 0x9e3779b1, 0x85ebca6b);
	hash = Math.imul((hash ^ b ^ (hash >>> 13)) | 0, 0xc2b2ae35);
	hash = Math.imul((hash ^ c ^ (hash >>> 16)) | 0, 0x27d4eb2f);
	return (hash ^ (hash >>> 15)) >>> 0;
}

/** A counting sort: rows of one bucket stay in their order. */
function fillBuckets({ events }: EventIndex, rows: Uint32Array, keyOf: (row: number) => number): Buckets {
	let size = 1;
	while (size < rows.length) size *= 2;
	const mask = size - 1;
	const starts = new Uint32Array(size + 1);
	const buckets = rows.map((row) => keyOf(row) & mask);
	for (const bucket of buckets) starts[bucket + 1] = (starts[bucket + 1] as number) + 1;
	for (let at = 1; at <= size; at += 1) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
	const next = starts.slice();
	const sorted = new Uint32Array(rows.length);
	for (let position = 0; position < rows.length; position += 1) {
		const bucket = buckets[position] as number;
		sorted[next[bucket] as number] = rows[position] as number;
		next[bucket] = (next[bucket] as number) + 1;
	}
	const days = new Uint16Array(sorted.length);
	for (let at = 0; at < days.length; at += 1) days[at] = dayOf(events.closedAt[sorted[at] as number] as number);
	return { mask, starts, rows: sorted, days };
}

/** True once an earlier event matches that is also taken. */
function isRecurring(
	index: EventIndex,
	{ classOf, cellWidth, byAddress, byCell }: Recurrences,
	row: number,
	isTaken: RowTest,
): boolean {
	const { placeKey, lng, lat, categoryId } = index.events;
	const ownClass = classOf[categoryId[row] as number] as number;
	const isSameClass = (other: number): boolean => classOf[categoryId[other] as number] === ownClass;
	const address = placeKey[row] as number;
	if (address !== 0) {
		const isSame = (other: number): boolean => placeKey[other] === address && isSameClass(other) && isTaken(other);
		if (hasClosedBefore(index, byAddress, mix(ownClass, address, 0), row, isSame)) return true;
	}
	const [x, y] = [lng[row] as number, lat[row] as number];
	if (x === 0) return false;
	const isNear = (other: number): boolean =>
		isSameClass(other) && metresApart(x, y, lng[other] as number, lat[other] as number) <= NEAR_M && isTaken(other);
	const column = Math.floor(x / cellWidth);
	const line = Math.floor(y / CELL_HEIGHT);
	const nextColumn = x % cellWidth < cellWidth / 2 ? column - 1 : column + 1;
	const nextLine = y % CELL_HEIGHT < CELL_HEIGHT / 2 ? line - 1 : line + 1;
	return (
		hasClosedBefore(index, byCell, mix(ownClass, column, line), row, isNear) ||
		hasClosedBefore(index, byCell, mix(ownClass, nextColumn, line), row, isNear) ||
		hasClosedBefore(index, byCell, mix(ownClass, column, nextLine), row, isNear) ||
		hasClosedBefore(index, byCell, mix(ownClass, nextColumn, nextLine), row, isNear)
	);
}

/** Another row of a bucket that matches and was closed in the 30 days up to this one's acceptance. */
function hasClosedBefore(index: EventIndex, buckets: Buckets, key: number, row: number, matches: RowTest): boolean {
	const { starts, rows, days, mask } = buckets;
	const bucket = key & mask;
	const end = starts[bucket + 1] as number;
	let low = starts[bucket] as number;
	if (low === end) return false;
	const { closedAt, acceptedAt } = index.events;
	const until = acceptedAt[row] as number;
	const from = until - BEFORE_S;
	const firstDay = dayOf(from);
	let high = end;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((days[middle] as number) < firstDay) low = middle + 1;
		else high = middle;
	}
	const lastDay = dayOf(until);
	for (let position = low; position < end && (days[position] as number) <= lastDay; position += 1) {
		const other = rows[position] as number;
		const closed = closedAt[other] as number;
		if (closed >= from && closed <= until && other !== row && matches(other)) return true;
	}
	return false;
}

/** Great-circle distance of two packed points. */
function metresApart(x1: number, y1: number, x2: number, y2: number): number {
	const lat1 = (y1 / DEGREE_SCALE - 180) * RADIANS;
	const lat2 = (y2 / DEGREE_SCALE - 180) * RADIANS;
	const halfLat = Math.sin((lat2 - lat1) / 2);
	const halfLng = Math.sin((((x2 - x1) / DEGREE_SCALE) * RADIANS) / 2);
	return (
		2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(halfLat * halfLat + Math.cos(lat1) * Math.cos(lat2) * halfLng * halfLng))
	);
}

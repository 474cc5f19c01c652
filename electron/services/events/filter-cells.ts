// The events of a revision grouped by the words that a filter tests: one cell for every class × source × unit × status ×
// severity that occurs, its events in order of day. A filter judges cells, of which there are few, and reads events only
// where days or areas must be told apart. Made at the first question, kept as long as the index; derived, never edited.

import { SHANGHAI_OFFSET_S } from '../../../shared/domain/shanghai-time.ts';
import type { EventIndex } from '../indicators/event-index.ts';

export interface FilterCells {
	length: number;
	/** Dict ids of a cell's words; 0 = none. */
	categoryId: Uint16Array;
	sourceId: Uint16Array;
	unitId: Uint16Array;
	statusId: Uint16Array;
	severity: Uint8Array;
	/** Events of cell c stand at positions [starts[c], starts[c + 1]), in order of day. */
	starts: Uint32Array;
	/** Shanghai day of acceptance by position, as dayMark; 0 = not accepted. */
	dayMark: Uint16Array;
	/** Place number by position. */
	place: Uint16Array | Uint32Array;
}

/** Largest table of pairs that is kept whole; pairs beyond it are looked up one by one. */
const DENSE_PAIRS = 4_000_000;
const DAY_S = 86_400;

const kept = new WeakMap<EventIndex, FilterCells>();

/** The cells of an index, made at the first call. */
export function filterCellsOf(index: EventIndex): FilterCells {
	let cells = kept.get(index);
	if (!cells) {
		cells = makeCells(index);
		kept.set(index, cells);
	}
	return cells;
}

/** Shanghai day number of an instant plus one, so that 0 is left for none. */
export function dayMark(atS: number): number {
	return atS === 0 ? 0 : Math.floor((atS + SHANGHAI_OFFSET_S) / DAY_S) + 1;
}

/** Numbers each pair that occurs, in order of first sight. */
function numberPairs(left: Uint32Array, leftSize: number, right: Uint16Array | Uint8Array) {
	let rightSize = 1;
	for (let row = 0; row < right.length; row += 1) rightSize = Math.max(rightSize, (right[row] as number) + 1);
	const numbers = new Uint32Array(left.length);
	let count = 0;
	if (leftSize * rightSize <= DENSE_PAIRS) {
		const known = new Uint32Array(leftSize * rightSize);
		for (let row = 0; row < left.length; row += 1) {
			const pair = (left[row] as number) * rightSize + (right[row] as number);
			let number = known[pair] as number;
			if (number === 0) {
				count += 1;
				number = count;
				known[pair] = count;
			}
			numbers[row] = number - 1;
		}
		return { numbers, count };
	}
	const known = new Map<number, number>();
	for (let row = 0; row < left.length; row += 1) {
		const pair = (left[row] as number) * rightSize + (right[row] as number);
		const number = known.get(pair);
		if (number === undefined) known.set(pair, count);
		numbers[row] = number ?? count;
		if (number === undefined) count += 1;
	}
	return { numbers, count };
}

/** Rows in order of day, those without acceptance first; null where the columns stand so already. */
function rowsByDay({ accepted, events }: EventIndex): Uint32Array | null {
	if (accepted.rows === null) return null;
	const rows = new Uint32Array(events.length);
	let found = 0;
	for (let row = 0; row < events.length; row += 1) {
		if (events.acceptedAt[row] !== 0) continue;
		rows[found] = row;
		found += 1;
	}
	rows.set(accepted.rows, found);
	return rows;
}

function makeCells(index: EventIndex): FilterCells {
	const { length, categoryId, sourceId, unitId, statusId, severity, acceptedAt } = index.events;
	let numbers = new Uint32Array(length);
	let count = 1;
	for (const column of [severity, sourceId, statusId, categoryId, unitId]) {
		({ numbers, count } = numberPairs(numbers, count, column));
	}
	if (length === 0) count = 0;
	const starts = new Uint32Array(count + 1);
	for (let row = 0; row < length; row += 1) {
		const after = (numbers[row] as number) + 1;
		starts[after] = (starts[after] as number) + 1;
	}
	for (let cell = 1; cell <= count; cell += 1) starts[cell] = (starts[cell] as number) + (starts[cell - 1] as number);
	const cells: FilterCells = {
		length: count,
		categoryId: new Uint16Array(count),
		sourceId: new Uint16Array(count),
		unitId: new Uint16Array(count),
		statusId: new Uint16Array(count),
		severity: new Uint8Array(count),
		starts,
		dayMark: new Uint16Array(length),
		place: index.place.slice(),
	};
	const next = starts.slice();
	const order = rowsByDay(index);
	for (let each = 0; each < length; each += 1) {
		const row = order === null ? each : (order[each] as number);
		const cell = numbers[row] as number;
		const at = next[cell] as number;
		next[cell] = at + 1;
		cells.dayMark[at] = dayMark(acceptedAt[row] as number);
		cells.place[at] = index.place[row] as number;
		cells.categoryId[cell] = categoryId[row] as number;
		cells.sourceId[cell] = sourceId[row] as number;
		cells.unitId[cell] = unitId[row] as number;
		cells.statusId[cell] = statusId[row] as number;
		cells.severity[cell] = severity[row] as number;
	}
	return cells;
}

// Rows in order of the Shanghai day of one of their instants, so that a month never scans five years.

import { dayOf, SHANGHAI_OFFSET_S } from '../../../shared/domain/shanghai-time.ts';

/** Rows in order of the day of one instant; rows without that instant are in none. */
export interface DayOrder {
	/** null: the rows themselves are in this order. */
	rows: Uint32Array | null;
	/** Position of the first row of a day or a later one, by day number since 1970. */
	starts: Uint32Array;
}

const LAST_DAY = dayOf(0xffff_ffff);
const DAY_S = 86_400;

/** Counting sort of rows by the Shanghai day of an instant; rows in order already are not copied. */
export function orderByDay(instants: Uint32Array): DayOrder {
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

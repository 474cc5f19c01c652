// Rows of a ledger in order of the day of one field, made once, so that a month never looks at the rows of five years.

import type { LedgerRows } from './ledger-columns.ts';
import type { LedgerScope } from './ledger-conditions.ts';
import type { Membership } from './ledger-formula-schema.ts';
import { spansInside } from './ledger-membership.ts';
import { dayFieldOf } from './ledger-window.ts';

interface DayOrder {
	/** Rows by day, then by key; rows without a day are in none. */
	order: Uint32Array;
	firstDay: number;
	/** Position of the first row of a day, counted from firstDay, or of a later one. */
	starts: Uint32Array;
}

const orders = new WeakMap<LedgerRows, Map<string, DayOrder>>();

/** Rows that can belong to a figure, in order of day where that is known, else of key. */
export function candidateRows(when: Membership, scope: LedgerScope): Uint32Array {
	const { rows, window } = scope;
	switch (when.by) {
		case 'happened':
		case 'due':
			return rowsOfDays(orderOf(rows, when.field), window.period.startDay, window.lastDay);
		case 'lastDays':
			return rowsOfDays(orderOf(rows, when.field), window.lastDay - when.days + 1, window.lastDay);
		case 'span':
			if (spansInside(when.field, scope).size === 0) return new Uint32Array();
			return Uint32Array.from({ length: rows.length }, (_, row) => row);
		default:
			return Uint32Array.from({ length: rows.length }, (_, row) => row);
	}
}

function rowsOfDays({ order, firstDay, starts }: DayOrder, fromDay: number, toDay: number): Uint32Array {
	const clamp = (day: number): number => Math.min(Math.max(day - firstDay, 0), starts.length - 1);
	return order.subarray(starts[clamp(fromDay)], starts[clamp(toDay + 1)]);
}

function orderOf(rows: LedgerRows, field: string): DayOrder {
	let ofRows = orders.get(rows);
	if (!ofRows) {
		ofRows = new Map();
		orders.set(rows, ofRows);
	}
	let order = ofRows.get(field);
	if (!order) {
		order = makeOrder(rows, field);
		ofRows.set(field, order);
	}
	return order;
}

/** Counting sort by day. */
function makeOrder(rows: LedgerRows, field: string): DayOrder {
	const column = rows.column(field);
	const dayOfRow = column === null ? () => Number.NaN : dayFieldOf(field, column);
	let firstDay = Number.POSITIVE_INFINITY;
	let lastDay = Number.NEGATIVE_INFINITY;
	let count = 0;
	for (let row = 0; row < rows.length; row += 1) {
		const day = dayOfRow(row);
		if (Number.isNaN(day)) continue;
		count += 1;
		if (day < firstDay) firstDay = day;
		if (day > lastDay) lastDay = day;
	}
	if (count === 0) return { order: new Uint32Array(), firstDay: 0, starts: new Uint32Array(1) };
	const starts = new Uint32Array(lastDay - firstDay + 2);
	for (let row = 0; row < rows.length; row += 1) {
		const at = dayOfRow(row) - firstDay + 1;
		if (!Number.isNaN(at)) starts[at] = (starts[at] as number) + 1;
	}
	for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
	const next = starts.slice();
	const order = new Uint32Array(count);
	for (let row = 0; row < rows.length; row += 1) {
		const at = dayOfRow(row) - firstDay;
		if (Number.isNaN(at)) continue;
		order[next[at] as number] = row;
		next[at] = (next[at] as number) + 1;
	}
	return { order, firstDay, starts };
}

// What stands above and below the line of a ledger figure: sums over the counted rows, distinct values, required
// grid-days, households. Each gives the amount of any place with everything inside it.

import type { Place } from './area-tree.ts';
import { childrenOf } from './area-tree.ts';
import type { EventIndex } from './event-index.ts';
import type { LedgerRows } from './ledger-columns.ts';
import { BLANK } from './ledger-columns.ts';
import type { LedgerScope } from './ledger-conditions.ts';
import { compileAll } from './ledger-conditions.ts';
import { candidateRows } from './ledger-day-order.ts';
import type { LedgerFormula, LedgerMeasure } from './ledger-formula-schema.ts';
import { gridWorkdays, requiredGridDay } from './ledger-grids.ts';
import { compileMembership } from './ledger-membership.ts';
import { populationAt } from './ledger-population.ts';
import type { LedgerWindow } from './ledger-window.ts';
import { dayFieldOf, numberOf } from './ledger-window.ts';

/** An amount of a place with everything inside it; null where a base of it was not delivered. */
export type Amount = (place: Place) => number | null;

/** The amount of a measure over the counted rows. */
export function amountOf(
	measure: LedgerMeasure,
	formula: LedgerFormula,
	scope: LedgerScope,
	counted: Uint32Array,
): Amount {
	const { index, rows, window, calendar } = scope;
	const add = formula.ownRowFirst ? addOwnFirst : addUp;
	switch (measure.of) {
		case 'rows': {
			const test = compileAll(measure.where, scope);
			return add(scope, counted.filter(test), () => 1);
		}
		case 'sum':
			return add(scope, counted, weighted(rows, measure.field, measure.weight));
		case 'smaller': {
			const [first, second] = measure.fields.map((field) => valuesOf(rows, field));
			return add(scope, counted, (row) => Math.min(first?.(row) ?? 0, second?.(row) ?? 0));
		}
		case 'distinct':
			return countDistinct(scope, counted, measure.field);
		case 'gridDays':
			return countGridDays(scope, counted, measure.field);
		case 'base':
			switch (measure.base) {
				case 'gridWorkdays':
					return insideSums(daysAsCounted(index, window, gridWorkdays(index, calendar, window)));
				case 'meanStaff':
					return meanStaff(formula, scope);
				default: {
					const values = populationAt(index, measure.base, window.tS);
					return (place) => values[place.place] ?? null;
				}
			}
	}
}

function valuesOf(rows: LedgerRows, field: string): (row: number) => number {
	const column = rows.column(field);
	if (column === null) return () => 0;
	const read = numberOf(column);
	return (row) => {
		const value = read(row);
		return Number.isNaN(value) ? 0 : value;
	};
}

/** A value times its weight; a row without a weight weighs 1. */
function weighted(rows: LedgerRows, field: string, weight: string | undefined): (row: number) => number {
	const value = valuesOf(rows, field);
	const column = weight === undefined ? null : rows.column(weight);
	if (column === null) return value;
	const read = numberOf(column);
	return (row) => value(row) * (Number.isNaN(read(row)) ? 1 : read(row));
}

/** Required grid-days where they count: as now, at what became of the grid that stood on them. */
function daysAsCounted({ placeNow, tree }: EventIndex, { lastDay }: LedgerWindow, days: Float64Array): Float64Array {
	if (placeNow === undefined) return days;
	const moved = new Float64Array(days.length);
	for (const { place } of tree.places) {
		const to = placeNow(place, lastDay);
		moved[to] = (moved[to] as number) + (days[place] as number);
	}
	return moved;
}

function insideSums(ofPlace: Float64Array): (place: Place) => number {
	const totals = new Float64Array(ofPlace.length + 1);
	for (let at = 0; at < ofPlace.length; at += 1) totals[at + 1] = (totals[at] as number) + (ofPlace[at] as number);
	return ({ place, lastPlace }) => (totals[lastPlace + 1] as number) - (totals[place] as number);
}

/** Sums over the places of rows. */
function addUp(
	{ index, countsAt }: LedgerScope,
	counted: Uint32Array,
	amount: (row: number) => number,
): (place: Place) => number {
	const ofPlace = new Float64Array(index.tree.places.length);
	for (let position = 0; position < counted.length; position += 1) {
		const row = counted[position] as number;
		const at = countsAt[row] as number;
		ofPlace[at] = (ofPlace[at] as number) + amount(row);
	}
	return insideSums(ofPlace);
}

/** An area's own rows where it has some, else the sum of its children if every one has it. */
function addOwnFirst({ index, place }: LedgerScope, counted: Uint32Array, amount: (row: number) => number): Amount {
	const own = new Map<number, number>();
	for (const row of counted) own.set(place[row] as number, (own.get(place[row] as number) ?? 0) + amount(row));
	function inside(at: Place): number | null {
		const stated = own.get(at.place);
		if (stated !== undefined) return stated;
		const parts = childrenOf(index.tree, at)
			.filter(({ isActive }) => isActive)
			.map(inside);
		if (parts.length === 0) return null;
		return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
	}
	return inside;
}

/** Place and value in one number, so that pairs sort by place. */
const PLACE_STEP = 4_294_967_296;

/** Distinct values inside a place, counted anew for each. */
function countDistinct({ rows, countsAt }: LedgerScope, counted: Uint32Array, field: string): Amount {
	const column = rows.column(field);
	if (column === null) return () => 0;
	const pairs = Float64Array.from(
		counted.filter((row) => column[row] !== BLANK),
		(row) => (countsAt[row] as number) * PLACE_STEP + (column[row] as number),
	).sort();
	let largest = 0;
	for (const pair of pairs) largest = Math.max(largest, pair % PLACE_STEP);
	const seenBy = new Uint32Array(largest + 1);
	let asked = 0;
	return (at) => {
		asked += 1;
		let count = 0;
		const end = (at.lastPlace + 1) * PLACE_STEP;
		for (let i = firstAt(pairs, at.place * PLACE_STEP); i < pairs.length && (pairs[i] as number) < end; i += 1) {
			const value = (pairs[i] as number) % PLACE_STEP;
			if (seenBy[value] === asked) continue;
			seenBy[value] = asked;
			count += 1;
		}
		return count;
	};
}

/** Position of the first number that is not smaller. */
function firstAt(sorted: Float64Array, value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle] as number) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Required grid-days on which a grid has a counted row. */
function countGridDays(
	{ index, calendar, window, rows, place, countsAt }: LedgerScope,
	counted: Uint32Array,
	field: string,
): Amount {
	const ofPlace = new Float64Array(index.tree.places.length);
	const column = rows.column(field);
	if (column === null) return insideSums(ofPlace);
	const dayOfRow = dayFieldOf(field, column);
	const isRequired = requiredGridDay(index, calendar, window);
	const seen = new Set<number>();
	for (let position = 0; position < counted.length; position += 1) {
		const row = counted[position] as number;
		const at = place[row] as number;
		const day = dayOfRow(row);
		const key = at * 100_000 + day;
		if (seen.has(key) || !isRequired(at, day)) continue;
		seen.add(key);
		const to = countsAt[row] as number;
		ofPlace[to] = (ofPlace[to] as number) + 1;
	}
	return insideSums(ofPlace);
}

/** (staff as the period began + at t) / 2 over full-time members in force (figures.md, TM06). */
function meanStaff(formula: LedgerFormula, scope: LedgerScope): Amount {
	const { period, tS } = scope.window;
	const staffAt = (atS: number): ((place: Place) => number) => {
		const at: LedgerScope = { ...scope, window: { ...scope.window, tS: atS } };
		const isInForce = compileMembership({ by: 'inForce', from: 'hired_on', to: 'left_on' }, at);
		const where = compileAll(formula.where, at);
		const all = candidateRows({ by: 'all' }, at);
		return addUp(
			at,
			all.filter((row) => isInForce(row) && where(row)),
			() => 1,
		);
	};
	const atStart = staffAt(period.startS - 1);
	const atEnd = staffAt(tS);
	return (place) => (atStart(place) + atEnd(place)) / 2;
}

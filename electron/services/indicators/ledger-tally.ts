// One ledger formula in one window counted for every area at once: each row is judged once, then running totals over
// places make any area a difference of two numbers. Kept per snapshot; the proof reads the same verdicts.

import type { Place } from './area-tree.ts';
import { childrenOf } from './area-tree.ts';
import type { EventIndex } from './event-index.ts';
import type { LedgerRows } from './ledger-columns.ts';
import { BLANK } from './ledger-columns.ts';
import type { LedgerScope, LedgerTest } from './ledger-conditions.ts';
import { compileLedgerCondition, placesOf } from './ledger-conditions.ts';
import type { LedgerFormula, LedgerMeasure, LedgerReason } from './ledger-formula-schema.ts';
import { gridWorkdays, requiredGridDay } from './ledger-grids.ts';
import { compileMembership } from './ledger-membership.ts';
import { populationAt } from './ledger-population.ts';
import type { LedgerWindow } from './ledger-window.ts';
import { dayFieldOf, numberOf } from './ledger-window.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Verdicts of a row: no part of the figure, or counts; above 0 it fell at rung `verdict - 1`. */
export const LEDGER_OUT = -1;
export const LEDGER_COUNTS = 0;

/** An amount of a place with everything inside it; null where a base of it was not delivered. */
type Amount = (place: Place) => number | null;

export interface LedgerTally {
	rows: LedgerRows;
	/** By row. */
	verdict: Int8Array;
	/** Rungs in order. */
	rungs: readonly LedgerReason[];
	place: Uint32Array;
	/** True for a counted row that the numerator has too; every counted row where that is no matter of rows. */
	isHit: LedgerTest;
	/** Counted rows inside a place. */
	count(place: Place): number;
	num: Amount;
	den: Amount;
}

/** Judges all rows and adds them up. */
export function tallyLedger(
	index: EventIndex,
	calendar: WorkingCalendar,
	formula: LedgerFormula,
	rows: LedgerRows,
	window: LedgerWindow,
	units: ReadonlySet<number> | null,
): LedgerTally {
	const scope: LedgerScope = { index, calendar, window, source: formula.dataset, rows, place: placesOf(index, rows) };
	const verdict = judgeRows(formula, scope, units);
	const isCounted: LedgerTest = (row) => verdict[row] === LEDGER_COUNTS;
	const hits = formula.num.of === 'rows' ? compileAll(formula.num.where, scope) : () => true;
	return {
		rows,
		verdict,
		rungs: rungsOf(formula),
		place: scope.place,
		isHit: hits,
		count: addUp(scope, isCounted, () => 1),
		num: amountOf(formula.num, formula, scope, isCounted),
		den: amountOf(formula.den, formula, scope, isCounted),
	};
}

function rungsOf(formula: LedgerFormula): LedgerReason[] {
	return [
		...(formula.latestPer === undefined ? [] : (['superseded'] as const)),
		...formula.exclude.map(({ reason }) => reason),
	];
}

function compileAll(conditions: LedgerFormula['where'], scope: LedgerScope): LedgerTest {
	const tests = conditions.map((condition) => compileLedgerCondition(condition, scope));
	return (row) => tests.every((test) => test(row));
}

function judgeRows(formula: LedgerFormula, scope: LedgerScope, units: ReadonlySet<number> | null): Int8Array {
	const { rows } = scope;
	const within = compileAll(formula.where, scope);
	const isMember = compileMembership(formula.when, scope, within);
	const unit = formula.unitField === undefined ? null : rows.column(formula.unitField);
	const excluded = formula.exclude.map(({ when }) => compileLedgerCondition(when, scope));
	const latest =
		formula.latestPer === undefined ? null : latestRows(formula, scope, (row) => isMember(row) && within(row));
	const shift = latest === null ? 1 : 2;
	return Int8Array.from({ length: rows.length }, (_, row) => {
		if (!isMember(row) || !within(row)) return LEDGER_OUT;
		if (units !== null && !(unit !== null && units.has(unit[row] as number))) return LEDGER_OUT;
		if (latest !== null && !latest.has(row)) return 1;
		const fallen = excluded.findIndex((test) => test(row));
		return fallen < 0 ? LEDGER_COUNTS : fallen + shift;
	});
}

/** Of the rows of one value the one with the latest time, then the last by key. */
function latestRows(formula: LedgerFormula, { rows }: LedgerScope, isMember: LedgerTest): Set<number> {
	const field = 'field' in formula.when ? formula.when.field : '';
	const per = rows.column(formula.latestPer ?? '');
	const at = rows.column(field);
	if (per === null || at === null) return new Set();
	const time = numberOf(at);
	const latest = new Map<number, number>();
	for (let row = 0; row < rows.length; row += 1) {
		if (!isMember(row)) continue;
		const known = latest.get(per[row] as number);
		if (known === undefined || time(row) >= time(known)) latest.set(per[row] as number, row);
	}
	return new Set(latest.values());
}

function amountOf(measure: LedgerMeasure, formula: LedgerFormula, scope: LedgerScope, isCounted: LedgerTest): Amount {
	const { index, rows, window, calendar } = scope;
	const add = formula.ownRowFirst ? addOwnFirst : addUp;
	switch (measure.of) {
		case 'rows': {
			const test = compileAll(measure.where, scope);
			return add(
				scope,
				(row) => isCounted(row) && test(row),
				() => 1,
			);
		}
		case 'sum':
			return add(scope, isCounted, weighted(rows, measure.field, measure.weight));
		case 'smaller': {
			const [first, second] = measure.fields.map((field) => valuesOf(rows, field));
			return add(scope, isCounted, (row) => Math.min(first?.(row) ?? 0, second?.(row) ?? 0));
		}
		case 'distinct':
			return countDistinct(scope, isCounted, measure.field);
		case 'gridDays':
			return countGridDays(scope, isCounted, measure.field);
		case 'base':
			switch (measure.base) {
				case 'gridWorkdays':
					return insideSums(gridWorkdays(index, calendar, window));
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

function insideSums(ofPlace: Float64Array): (place: Place) => number {
	const totals = new Float64Array(ofPlace.length + 1);
	for (let at = 0; at < ofPlace.length; at += 1) totals[at + 1] = (totals[at] as number) + (ofPlace[at] as number);
	return ({ place, lastPlace }) => (totals[lastPlace + 1] as number) - (totals[place] as number);
}

function addUp({ index, rows, place }: LedgerScope, isCounted: LedgerTest, amount: (row: number) => number) {
	const ofPlace = new Float64Array(index.tree.places.length);
	for (let row = 0; row < rows.length; row += 1) {
		if (!isCounted(row)) continue;
		const at = place[row] as number;
		ofPlace[at] = (ofPlace[at] as number) + amount(row);
	}
	return insideSums(ofPlace);
}

/** An area's own rows where it has some, else the sum of its children if every one has it. */
function addOwnFirst(
	{ index, rows, place }: LedgerScope,
	isCounted: LedgerTest,
	amount: (row: number) => number,
): Amount {
	const own = new Map<number, number>();
	for (let row = 0; row < rows.length; row += 1) {
		if (isCounted(row)) own.set(place[row] as number, (own.get(place[row] as number) ?? 0) + amount(row));
	}
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

/** Distinct values inside a place, counted anew for each. */
function countDistinct({ rows, place }: LedgerScope, isCounted: LedgerTest, field: string): Amount {
	const column = rows.column(field);
	if (column === null) return () => 0;
	const found: { place: number; value: number }[] = [];
	const seen = new Set<string>();
	for (let row = 0; row < rows.length; row += 1) {
		if (!isCounted(row) || column[row] === BLANK) continue;
		const one = { place: place[row] as number, value: column[row] as number };
		const key = `${one.place}/${one.value}`;
		if (seen.has(key)) continue;
		seen.add(key);
		found.push(one);
	}
	found.sort((a, b) => a.place - b.place);
	const starts = found.map((one) => one.place);
	return (at) => {
		const values = new Set<number>();
		for (let i = firstAt(starts, at.place); i < found.length; i += 1) {
			const one = found[i];
			if (!one || one.place > at.lastPlace) break;
			values.add(one.value);
		}
		return values.size;
	};
}

/** Position of the first number that is not smaller. */
function firstAt(sorted: readonly number[], value: number): number {
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
	{ index, calendar, window, rows, place }: LedgerScope,
	isCounted: LedgerTest,
	field: string,
): Amount {
	const ofPlace = new Float64Array(index.tree.places.length);
	const column = rows.column(field);
	if (column === null) return insideSums(ofPlace);
	const dayOfRow = dayFieldOf(field, column);
	const isRequired = requiredGridDay(index, calendar, window);
	const seen = new Set<number>();
	for (let row = 0; row < rows.length; row += 1) {
		if (!isCounted(row)) continue;
		const at = place[row] as number;
		const day = dayOfRow(row);
		const key = at * 100_000 + day;
		if (seen.has(key) || !isRequired(at, day)) continue;
		seen.add(key);
		ofPlace[at] = (ofPlace[at] as number) + 1;
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
		return addUp(
			at,
			(row) => isInForce(row) && where(row),
			() => 1,
		);
	};
	const atStart = staffAt(period.startS - 1);
	const atEnd = staffAt(tS);
	return (place) => (atStart(place) + atEnd(place)) / 2;
}

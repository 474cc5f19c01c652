// One formula in one window counted for every area at once: a single pass over the rows that can count, then
// running totals over places, so that any area is a difference of two numbers. Kept per snapshot.

import type { Period } from '../../../shared/domain/period.ts';
import type { Place } from './area-tree.ts';
import type { CatalogueEntry } from './catalogue.ts';
import type { CompiledFormula } from './compile-formula.ts';
import { compileFormula } from './compile-formula.ts';
import type { Formula } from './definition-schema.ts';
import type { FigureWindow, RowTest } from './event-conditions.ts';
import type { EventIndex } from './event-index.ts';
import type { FieldTally } from './grid-fields.ts';
import { countFields } from './grid-fields.ts';
import { classOf, findHotGrids } from './hot-grids.ts';
import { quantileOf } from './quantile.ts';

/** Totals before each place: those of places a to b are `den[b + 1] - den[a]`. */
interface CountTally {
	kind: 'counts';
	den: Uint32Array;
	num: Uint32Array;
}

/** Durations in order of place; those of places a to b are values[starts[a], starts[b + 1]). */
interface ValueTally {
	kind: 'values';
	starts: Uint32Array;
	values: Float64Array;
}

export type FigureTally = CountTally | ValueTally | FieldTally;

/** Dict ids of handling units that a figure is restricted to; null is everyone. */
export type UnitFilter = ReadonlySet<number> | null;

const KEPT_TALLIES = 2_000;
const kept = new WeakMap<EventIndex, Map<string, FigureTally>>();

/**
 * The window of a period as known at `asOfS` (epoch seconds; null: at the as-of of each source's newest export).
 */
export function windowOf(index: EventIndex, period: Period, asOfS: number | null): FigureWindow {
	const { snapshot } = index;
	const limit = asOfS ?? Number.POSITIVE_INFINITY;
	const fallback = Math.min(snapshot.asOfS ?? 0, limit);
	let size = 1;
	for (const id of snapshot.sourceAsOf.keys()) size = Math.max(size, id + 1);
	const asOfBySource = new Uint32Array(Math.max(size, index.largestSourceId + 1)).fill(fallback);
	let minAsOfS = snapshot.sourceAsOf.size === 0 ? fallback : Number.POSITIVE_INFINITY;
	let maxAsOfS = snapshot.sourceAsOf.size === 0 ? fallback : 0;
	for (const [id, sourceAsOfS] of snapshot.sourceAsOf) {
		const atS = Math.min(sourceAsOfS, limit);
		asOfBySource[id] = atS;
		minAsOfS = Math.min(minAsOfS, atS);
		maxAsOfS = Math.max(maxAsOfS, atS);
	}
	const { startS, endS, startDay, endDay } = period;
	return { startS, endS, startDay, endDay, asOfS, asOfBySource, minAsOfS, maxAsOfS };
}

/** The tally of a variant in a period, from the store of this snapshot or counted now. */
export function tallyOf(
	index: EventIndex,
	entry: CatalogueEntry,
	variant: string,
	period: Period,
	asOfS: number | null,
	units: UnitFilter = null,
): FigureTally {
	let tallies = kept.get(index);
	if (!tallies) {
		tallies = new Map();
		kept.set(index, tallies);
	}
	const unitKey = units === null ? '' : [...units].join(',');
	const key = `${entry.definition.code}.${entry.definition.version}/${variant}/${period.code}/${asOfS ?? ''}/${unitKey}`;
	let tally = tallies.get(key);
	if (tally) tallies.delete(key);
	else {
		const formula = entry.formulas.get(variant);
		if (!formula || 'dataset' in formula) throw new Error(`${entry.definition.code} has no variant ${variant}`);
		tally = countFormula(index, formula, windowOf(index, period, asOfS), units);
		if (tallies.size >= KEPT_TALLIES) tallies.delete(tallies.keys().next().value ?? '');
	}
	tallies.set(key, tally);
	return tally;
}

function countFormula(index: EventIndex, formula: Formula, window: FigureWindow, units: UnitFilter): FigureTally {
	const { value } = formula;
	if (value.kind === 'count' && value.of === 'hotGrids') return countHotGrids(index, formula, window, units);
	const compiled = compileFormula(formula, index, window);
	const rows = countedRows(index, compiled, units);
	if (value.kind === 'median') return collectValues(index, compiled, rows);
	if (value.kind !== 'rate' || value.denominator === 'population') return countRows(index, compiled, rows);
	if (value.denominator === 'fieldsOfGrids') {
		return countFields(index, rows, Math.min(window.endS - 1, window.maxAsOfS));
	}
	const closed: Formula = { ...formula, cohort: 'closedIn28Days', within: [] };
	const tally = countRows(index, compiled, rows);
	const below = countRows(index, compiled, countedRows(index, compileFormula(closed, index, window), units));
	return { kind: 'counts', num: tally.den, den: below.den };
}

/** One for every hot grid. */
function countHotGrids(index: EventIndex, formula: Formula, window: FigureWindow, units: UnitFilter): CountTally {
	const { unitId } = index.events;
	const isAsked = units === null ? null : (row: number) => units.has(unitId[row] as number);
	const den = new Uint32Array(index.tree.places.length + 1);
	for (const place of findHotGrids(index, window, classOf(formula), isAsked)) den[place + 1] = 1;
	accumulate(den);
	return { kind: 'counts', den, num: den };
}

/** Room for the rows of the formula being counted and for its hits: filled anew by each, held by none. */
let rowsRoom = new Uint32Array(0);
let hitsRoom = new Uint32Array(0);

/** The rows that count, in room that the next formula takes over. */
function countedRows(index: EventIndex, compiled: CompiledFormula, units: UnitFilter): Uint32Array {
	const { run, mask, want, tests } = compiled;
	const { traits } = index;
	const { unitId } = index.events;
	if (rowsRoom.length < run.to - run.from) rowsRoom = new Uint32Array(run.to - run.from);
	const found = rowsRoom;
	let count = 0;
	if (run.rows === null) {
		for (let row = run.from; row < run.to; row += 1) {
			found[count] = row;
			if (((traits[row] as number) & mask) === want) count += 1;
		}
	} else {
		for (let position = run.from; position < run.to; position += 1) {
			const row = run.rows[position] as number;
			found[count] = row;
			if (((traits[row] as number) & mask) === want) count += 1;
		}
	}
	let rows: Uint32Array = found.subarray(0, count);
	for (const test of tests) rows = keepRows(rows, test, rows);
	return units === null ? rows : keepRows(rows, (row) => units.has(unitId[row] as number), rows);
}

/** Rows that pass, in the room given; that may be the rows themselves. */
function keepRows(rows: Uint32Array, test: RowTest, kept: Uint32Array): Uint32Array {
	let count = 0;
	for (let position = 0; position < rows.length; position += 1) {
		const row = rows[position] as number;
		kept[count] = row;
		if (test(row)) count += 1;
	}
	return kept.subarray(0, count);
}

function countRows(index: EventIndex, { isHit }: CompiledFormula, rows: Uint32Array): CountTally {
	const den = new Uint32Array(index.tree.places.length + 1);
	const num = isHit === null ? den : new Uint32Array(index.tree.places.length + 1);
	addUp(index, rows, den);
	if (isHit !== null) {
		if (hitsRoom.length < rows.length) hitsRoom = new Uint32Array(rows.length);
		addUp(index, keepRows(rows, isHit, hitsRoom), num);
	}
	return { kind: 'counts', den, num };
}

/** Totals of rows before each place. */
function addUp({ place }: EventIndex, rows: Uint32Array, totals: Uint32Array): void {
	for (let position = 0; position < rows.length; position += 1) {
		const at = (place[rows[position] as number] as number) + 1;
		totals[at] = (totals[at] as number) + 1;
	}
	accumulate(totals);
}

function collectValues({ place, tree }: EventIndex, { measure }: CompiledFormula, rows: Uint32Array): ValueTally {
	const starts = new Uint32Array(tree.places.length + 1);
	for (let position = 0; position < rows.length; position += 1) {
		const at = (place[rows[position] as number] as number) + 1;
		starts[at] = (starts[at] as number) + 1;
	}
	accumulate(starts);
	const values = new Float64Array(rows.length);
	const next = starts.slice();
	for (let position = 0; position < rows.length; position += 1) {
		const row = rows[position] as number;
		const at = place[row] as number;
		values[next[at] as number] = measure(row);
		next[at] = (next[at] as number) + 1;
	}
	return { kind: 'values', starts, values };
}

function accumulate(counts: Uint32Array): void {
	for (let at = 1; at < counts.length; at += 1) counts[at] = (counts[at] as number) + (counts[at - 1] as number);
}

/** Numerator and denominator (or count) of a place with everything inside it. */
export function countsInside(tally: CountTally, place: Place): { num: number; den: number } {
	const between = (totals: Uint32Array): number =>
		(totals[place.lastPlace + 1] as number) - (totals[place.place] as number);
	return { num: between(tally.num), den: between(tally.den) };
}

/** Number and quantile of the durations of a place with everything inside it; recomputed, never averaged. */
export function quantileInside(tally: ValueTally, place: Place, quantile: number): { n: number; value: number | null } {
	const from = tally.starts[place.place] as number;
	const to = tally.starts[place.lastPlace + 1] as number;
	return { n: to - from, value: quantileOf(tally.values.slice(from, to), quantile) };
}

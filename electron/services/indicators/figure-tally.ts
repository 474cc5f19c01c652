// One formula in one window counted for every area at once: a single pass over the rows that can count, then
// running totals over places, so that any area is a difference of two numbers. Kept per snapshot.

import type { Period } from '../../../shared/domain/period.ts';
import type { Place } from './area-tree.ts';
import type { CatalogueEntry } from './catalogue.ts';
import type { CompiledFormula, FigureWindow } from './compile-formula.ts';
import { COUNTS, compileFormula } from './compile-formula.ts';
import type { Formula } from './definition-schema.ts';
import type { EventIndex } from './event-index.ts';
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

export type FigureTally = CountTally | ValueTally;

/** Dict ids of handling units that a figure is restricted to; null is everyone. */
export type UnitFilter = ReadonlySet<number> | null;

const KEPT_TALLIES = 600;
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
	const asOfBySource = new Uint32Array(Math.max(size, largestId(index) + 1)).fill(fallback);
	let minAsOfS = snapshot.sourceAsOf.size === 0 ? fallback : Number.POSITIVE_INFINITY;
	let maxAsOfS = snapshot.sourceAsOf.size === 0 ? fallback : 0;
	for (const [id, sourceAsOfS] of snapshot.sourceAsOf) {
		const atS = Math.min(sourceAsOfS, limit);
		asOfBySource[id] = atS;
		minAsOfS = Math.min(minAsOfS, atS);
		maxAsOfS = Math.max(maxAsOfS, atS);
	}
	const { startS, endS, startDay, endDay } = period;
	return { startS, endS, startDay, endDay, asOfBySource, minAsOfS, maxAsOfS };
}

const largestIds = new WeakMap<EventIndex, number>();

function largestId(index: EventIndex): number {
	let largest = largestIds.get(index);
	if (largest === undefined) {
		largest = 0;
		for (const id of index.events.sourceSystemId) if (id > largest) largest = id;
		largestIds.set(index, largest);
	}
	return largest;
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
	const key = `${entry.definition.code}/${variant}/${period.code}/${asOfS ?? ''}/${unitKey}`;
	let tally = tallies.get(key);
	if (tally) tallies.delete(key);
	else {
		const formula = entry.formulas.get(variant);
		if (!formula) throw new Error(`${entry.definition.code} has no variant ${variant}`);
		tally = countFormula(index, formula, windowOf(index, period, asOfS), units);
		if (tallies.size >= KEPT_TALLIES) tallies.delete(tallies.keys().next().value ?? '');
	}
	tallies.set(key, tally);
	return tally;
}

function countFormula(index: EventIndex, formula: Formula, window: FigureWindow, units: UnitFilter): FigureTally {
	const compiled = compileFormula(formula, index, window);
	return formula.value.kind === 'median' ? collectValues(index, compiled, units) : countRows(index, compiled, units);
}

function countRows(index: EventIndex, compiled: CompiledFormula, units: UnitFilter): CountTally {
	const den = new Uint32Array(index.tree.places.length + 1);
	const num = new Uint32Array(index.tree.places.length + 1);
	const { place } = index;
	const { unitId } = index.events;
	const { classify, isHit } = compiled;
	for (const { rows, from, to } of compiled.segments) {
		for (let position = from; position < to; position += 1) {
			const row = rows === null ? position : (rows[position] as number);
			if (classify(row) !== COUNTS) continue;
			if (units !== null && !units.has(unitId[row] as number)) continue;
			const at = (place[row] as number) + 1;
			den[at] = (den[at] as number) + 1;
			if (isHit(row)) num[at] = (num[at] as number) + 1;
		}
	}
	accumulate(den);
	accumulate(num);
	return { kind: 'counts', den, num };
}

function collectValues(index: EventIndex, compiled: CompiledFormula, units: UnitFilter): ValueTally {
	const starts = new Uint32Array(index.tree.places.length + 1);
	const size = compiled.segments.reduce((sum, { from, to }) => sum + to - from, 0);
	const places = new Uint32Array(size);
	const found = new Float64Array(size);
	let count = 0;
	for (const { rows, from, to } of compiled.segments) {
		for (let position = from; position < to; position += 1) {
			const row = rows === null ? position : (rows[position] as number);
			if (compiled.classify(row) !== COUNTS) continue;
			if (units !== null && !units.has(index.events.unitId[row] as number)) continue;
			const at = index.place[row] as number;
			places[count] = at;
			found[count] = compiled.measure(row);
			starts[at + 1] = (starts[at + 1] as number) + 1;
			count += 1;
		}
	}
	accumulate(starts);
	const values = new Float64Array(count);
	const next = starts.slice();
	for (let position = 0; position < count; position += 1) {
		const at = places[position] as number;
		values[next[at] as number] = found[position] as number;
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

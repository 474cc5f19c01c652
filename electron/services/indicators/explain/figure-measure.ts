// How a figure adds up, read from its formula and its reading: as a sum, as a rate per head, as a share, or not at all.

import type { CatalogueEntry } from '../catalogue.ts';
import type { Formula } from '../definition-schema.ts';
import type { LedgerFormula } from '../ledger-formula-schema.ts';
import type { Reading } from '../read-figure.ts';

export interface FigureMeasure {
	/** `perHead`: the parts share one denominator (residents), so that they add up. */
	kind: 'sum' | 'perHead' | 'share';
	/** Value = scale · num ÷ den; 1 for a sum. */
	scale: number;
}

/** Null for figures that no addition of parts gives back: medians and everything without a division of its own. */
export function measureOf(entry: CatalogueEntry, variant: string, from: Reading, to: Reading): FigureMeasure | null {
	const formula = entry.formulas.get(variant);
	if (!formula || isOfGrids(formula)) return null;
	if (formula.value.kind === 'count') return { kind: 'sum', scale: 1 };
	if (formula.value.kind === 'median') return null;
	const scale = scaleOf(to) ?? scaleOf(from) ?? formula.value.scale;
	// Yearly rates of a month and of a quarter are no sums of the same parts.
	if (Math.abs((scaleOf(from) ?? scale) - scale) > 1e-9 * scale) return null;
	return { kind: formula.value.kind === 'rate' && !('dataset' in formula) ? 'perHead' : 'share', scale };
}

/** Figures of grids, and those whose two parts are different events, are no sums of their events. */
function isOfGrids(formula: Formula | LedgerFormula): boolean {
	if ('dataset' in formula) return false;
	const { value } = formula;
	return (
		(value.kind === 'count' && value.of !== undefined) || (value.kind === 'rate' && value.denominator !== 'population')
	);
}

/** What num ÷ den was multiplied by; null where nothing stands above the line. */
function scaleOf({ num, den, value }: Reading): number | null {
	return num === null || den === null || value === null || num === 0 ? null : (value * den) / num;
}

/** Numerator and denominator of a reading; a count stands in the numerator. */
export function amountsOf({ num, den, value, n }: Reading): { num: number; den: number | null } {
	return num === null || den === null ? { num: value ?? n, den: null } : { num, den };
}

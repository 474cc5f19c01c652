// How a figure adds up, read from its formula and its reading: as a sum, as a rate per head, as a share, or not at all.

import type { CatalogueEntry } from '../catalogue.ts';
import type { Reading } from '../read-figure.ts';
import { formulaOf } from '../read-figure.ts';

export interface FigureMeasure {
	/** `perHead`: the parts share one denominator (residents), so that they add up. */
	kind: 'sum' | 'perHead' | 'share';
	/** Value = scale · num ÷ den; 1 for a sum. */
	scale: number;
}

/** Null for figures that no addition of parts gives back: medians and everything without a division of its own. */
export function measureOf(entry: CatalogueEntry, variant: string, reading: Reading): FigureMeasure | null {
	const { value } = formulaOf(entry, variant);
	if (value.kind === 'count') return { kind: 'sum', scale: 1 };
	if (value.kind === 'median' || reading.num === null || reading.den === null) return null;
	const scale = 'scale' in value && typeof value.scale === 'number' ? value.scale : 100;
	return { kind: value.kind === 'rate' ? 'perHead' : 'share', scale };
}

/** Numerator and denominator of a reading; a count stands in the numerator. */
export function amountsOf({ num, den, value, n }: Reading): { num: number; den: number | null } {
	return num === null || den === null ? { num: value ?? n, den: null } : { num, den };
}

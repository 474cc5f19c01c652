// How a figure moved against an earlier one, and whether that is good (design.md §1: by direction, never by sign).

import type { CatalogueEntry } from './catalogue.ts';
import type { Reading } from './read-figure.ts';

export interface FigureChange {
	amount: number;
	kind: 'points' | 'percent' | 'count';
	verdict: 'better' | 'worse' | 'neutral';
}

/**
 * Current minus previous: percentage points for ratios, pieces for live counts, else per cent of the previous
 * value. Null where either has no value or nothing stood before, and where a whole period would be compared with one
 * that was delivered only in part (figures.md, Readings). A running period is compared with a stretch of its length.
 */
export function changeOf({ definition }: CatalogueEntry, current: Reading, previous: Reading): FigureChange | null {
	if (current.value === null || previous.value === null) return null;
	if (current.complete && !previous.complete) return null;
	const difference = current.value - previous.value;
	const sign = definition.direction === 'up' ? 1 : definition.direction === 'down' ? -1 : 0;
	const good = sign * difference;
	const verdict = good > 0 ? 'better' : good < 0 ? 'worse' : 'neutral';
	if (definition.formula.value.kind === 'ratio') return { amount: difference, kind: 'points', verdict };
	if (definition.isLive) return { amount: difference, kind: 'count', verdict };
	if (previous.value === 0) return null;
	return { amount: (100 * difference) / previous.value, kind: 'percent', verdict };
}

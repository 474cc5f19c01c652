// How a figure stands against that of the first column. Pure.

import type { IndicatorDefinition } from '../../stores/app-store.ts';
import type { Reading } from '../../stores/readings-store.ts';
import type { Change } from '../../ui/format.ts';

/**
 * Other minus first: percentage points for ratios, else per cent of the first. Amounts of different areas are neither
 * better nor worse, because areas differ in size. Null where either has no value or there is nothing to divide by.
 */
export function compareWithFirst(
	first: Pick<Reading, 'value' | 'area'>,
	other: Pick<Reading, 'value' | 'area'>,
	definition: Pick<IndicatorDefinition, 'direction' | 'valueKind'> | undefined,
): Change | null {
	if (first.value === null || other.value === null || definition === undefined) return null;
	const difference = other.value - first.value;
	const sign = definition.direction === 'up' ? 1 : definition.direction === 'down' ? -1 : 0;
	const good = definition.valueKind === 'count' && first.area !== other.area ? 0 : sign * difference;
	const verdict = good > 0 ? 'better' : good < 0 ? 'worse' : 'neutral';
	if (definition.valueKind === 'ratio') return { amount: difference, kind: 'points', verdict };
	if (first.value === 0) return null;
	return { amount: (100 * difference) / first.value, kind: 'percent', verdict };
}

// The parts of a figure summed over chosen areas, and the figure that follows from them. Pure.
// A ratio or rate is the division of the sums by the scale that each of its areas has; a median has no sum.

import type { MapSide } from './use-map-model.ts';

/** Below this many in a denominator a figure says nothing (figures.md). */
const FEWEST = 5;

export interface SelectionSums {
	num: number | null;
	den: number | null;
	value: number | null;
	/** A denominator was there and is too small. */
	isFew: boolean;
}

const NOTHING: SelectionSums = { num: null, den: null, value: null, isFew: false };

/** Sums of the chosen areas; an area that delivered nothing makes the sum unknown, never smaller. */
export function sumOfSelection({ values, frame, definition }: MapSide, chosen: ReadonlySet<string>): SelectionSums {
	if (values === null || frame === undefined || definition === undefined || chosen.size === 0) return NOTHING;
	if (definition.valueKind === 'median' || !['SUM', 'ROS'].includes(definition.rollUp)) return NOTHING;
	let num = 0;
	let den = 0;
	let scale: number | null = null;
	for (const [at, area] of values.areas.entries()) {
		if (!chosen.has(area)) continue;
		const status = frame.statuses[at];
		const own = { num: frame.nums[at] ?? null, den: frame.dens[at] ?? null, value: frame.values[at] ?? null };
		if (definition.valueKind === 'count') {
			if (own.value === null) return NOTHING;
			num += own.value;
			continue;
		}
		if (own.num === null || own.den === null || (status !== 'ok' && status !== 'insufficient')) return NOTHING;
		num += own.num;
		den += own.den;
		if (own.value !== null && own.num > 0) scale = (own.value * own.den) / own.num;
	}
	if (definition.valueKind === 'count') return { num: null, den: null, value: num, isFew: false };
	if (den < FEWEST) return { num, den, value: null, isFew: true };
	return { num, den, value: num === 0 ? 0 : scale === null ? null : (num / den) * scale, isFew: false };
}

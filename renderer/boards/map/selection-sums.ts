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
	/** Chosen areas that have nothing to add; they are left out and said. */
	without: number;
}

const NOTHING: SelectionSums = { num: null, den: null, value: null, isFew: false, without: 0 };

/** Sums of the chosen areas that have something to add. */
export function sumOfSelection({ values, frame, definition }: MapSide, chosen: ReadonlySet<string>): SelectionSums {
	if (values === null || frame === undefined || definition === undefined || chosen.size === 0) return NOTHING;
	if (definition.valueKind === 'median' || !['SUM', 'ROS', 'RECOMP'].includes(definition.rollUp)) return NOTHING;
	let num = 0;
	let den = 0;
	let scale: number | null = null;
	let without = 0;
	for (const [at, area] of values.areas.entries()) {
		if (!chosen.has(area)) continue;
		const status = frame.statuses[at];
		const own = { num: frame.nums[at] ?? null, den: frame.dens[at] ?? null, value: frame.values[at] ?? null };
		if (definition.valueKind === 'count') {
			num += own.value ?? 0;
			if (own.value === null) without += 1;
			continue;
		}
		if (own.num === null || own.den === null || (status !== 'ok' && status !== 'insufficient')) {
			without += 1;
			continue;
		}
		num += own.num;
		den += own.den;
		if (own.value !== null && own.num > 0) scale = (own.value * own.den) / own.num;
	}
	if (definition.valueKind === 'count')
		return { num: null, den: null, value: without === chosen.size ? null : num, isFew: false, without };
	if (den < FEWEST) return { num, den, value: null, isFew: true, without };
	return { num, den, value: num === 0 ? 0 : scale === null ? null : (num / den) * scale, isFew: false, without };
}

// From a value to 0–100 by the target and the warning of its definition (domain.md §5.6). Pure; the light of a figure
// and its score rest on the same two numbers.

/**
 * 100 at the target or better, 60 at the warning, linear between; below the warning linear to 0 at twice the distance
 * again. `target` above `warning` means that more is better.
 */
export function scoreOf(value: number, target: number, warning: number): number {
	const span = target - warning;
	const better = Math.sign(span) || 1;
	if (better * (value - target) >= 0) return 100;
	if (span === 0) return 0;
	const steps = (value - warning) / span;
	return Math.max(0, steps >= 0 ? 60 + 40 * steps : 60 + 30 * steps);
}

/** A band that a figure should lie in; beyond an outer bound its light is red, null where that side has none. */
export interface Band {
	low: number;
	high: number;
	outerLow: number | null;
	outerHigh: number | null;
}

/** 100 inside; outside, the outer bound of that side (or as far out as on the other side) is 60, then on to 0. */
export function scoreInBand(value: number, { low, high, outerLow, outerHigh }: Band): number {
	if (value >= low && value <= high) return 100;
	const width = outerHigh === null ? low - (outerLow ?? 0) : outerHigh - high;
	return value > high ? scoreOf(value, high, outerHigh ?? high + width) : scoreOf(value, low, outerLow ?? low - width);
}

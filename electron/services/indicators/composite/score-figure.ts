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

/**
 * A figure that should lie in a band: 100 inside, 60 where it is as far outside as `warning` lies outside, then on to
 * 0 like every other score. Both ends are judged by the same distance.
 */
export function scoreInBand(value: number, low: number, high: number, warning: number): number {
	const outside = Math.max(low - value, value - high, 0);
	const allowed = Math.max(low - warning, warning - high);
	return allowed > 0 ? scoreOf(-outside, 0, -allowed) : outside === 0 ? 100 : 0;
}

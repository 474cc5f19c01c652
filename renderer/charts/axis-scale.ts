// Round axis bounds and ticks, and the bounds a figure may not leave. Pure.

/** A value axis: bounds and ticks in the figure's own unit. */
export interface AxisScale {
	min: number;
	max: number;
	ticks: number[];
}

/** Round step of 1, 2, 2.5 or 5 times a power of ten, at least `span / maxSteps`. */
function roundStep(span: number, maxSteps: number): number {
	const raw = span / maxSteps;
	const power = 10 ** Math.floor(Math.log10(raw));
	const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10;
	return factor * power;
}

/**
 * Axis that holds all values, with at most `maxSteps` steps. A ratio stays within 0 to 100 and a count never goes below
 * zero. Equal values get a step of room. `maxSteps` at least 2.
 */
export function axisScale(
	values: readonly number[],
	kind: 'count' | 'ratio' | 'rate' | 'median',
	maxSteps = 4,
): AxisScale {
	const floor = 0;
	const ceiling = kind === 'ratio' ? 100 : Number.POSITIVE_INFINITY;
	if (values.length === 0)
		return { min: 0, max: kind === 'ratio' ? 100 : 1, ticks: kind === 'ratio' ? [0, 50, 100] : [0, 1] };
	const lowest = Math.min(...values);
	const highest = Math.max(...values);
	const span = Math.max(highest - lowest, Math.abs(highest) * 0.02, 1e-6);
	let step = roundStep(span, maxSteps);
	if (kind === 'count') step = Math.max(1, step === 2.5 ? 5 : step);
	for (;;) {
		const min = Math.max(floor, Math.floor(lowest / step + 1e-9) * step);
		const max = Math.min(ceiling, Math.ceil(highest / step - 1e-9) * step);
		const bounded = max > min ? { min, max } : { min: Math.max(floor, min - step), max: Math.min(ceiling, min + step) };
		const steps = Math.round((bounded.max - bounded.min) / step);
		if (steps <= maxSteps) {
			const ticks = Array.from({ length: steps + 1 }, (_, index) =>
				Number((bounded.min + index * step).toPrecision(12)),
			);
			return { min: bounded.min, max: ticks.at(-1) ?? bounded.max, ticks };
		}
		step = roundStep(step * (maxSteps + 1), maxSteps);
	}
}

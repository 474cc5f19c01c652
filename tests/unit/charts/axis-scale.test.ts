// Axes: round steps, all values inside, ratios within 0 to 100.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisScale } from '../../../renderer/charts/axis-scale.ts';

describe('axisScale', () => {
	it('shows a rate near its target in steps of five', () => {
		expect(axisScale([87.8, 93.2, 83.4, 95, 97], 'ratio', 5)).toEqual({
			min: 80,
			max: 100,
			ticks: [80, 85, 90, 95, 100],
		});
	});

	it('keeps counts on whole numbers', () => {
		expect(axisScale([1, 2], 'count', 5).ticks.every(Number.isInteger)).toBe(true);
	});

	it('holds every value in few round steps', () => {
		const value = fc.double({ min: 0, max: 100, noNaN: true });
		fc.assert(
			fc.property(
				fc.array(value, { minLength: 1, maxLength: 20 }),
				fc.constantFrom('count', 'ratio', 'median' as const),
				(values, kind) => {
					const { min, max, ticks } = axisScale(values, kind, 5);
					expect(min).toBeLessThan(max);
					expect(min).toBeGreaterThanOrEqual(0);
					if (kind === 'ratio') expect(max).toBeLessThanOrEqual(100);
					for (const one of values) {
						expect(one).toBeGreaterThanOrEqual(min - 1e-9);
						expect(one).toBeLessThanOrEqual(max + 1e-9);
					}
					expect(ticks.length).toBeLessThanOrEqual(6);
					expect(ticks.length).toBeGreaterThanOrEqual(2);
				},
			),
		);
	});

	it('does not fail without values', () => {
		expect(axisScale([], 'ratio').max).toBe(100);
	});
});

// A waterfall leads from the earlier value to the later without a gap, and what it prints adds up.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundToSum } from '../../../renderer/charts/round-to-sum.ts';
import { layWaterfall, type WaterfallStep } from '../../../renderer/charts/waterfall-scale.ts';

const step = (key: string, amount: number): WaterfallStep => ({ key, name: key, amount, kind: 'neutral', code: null });

test('each bar begins where the one before ended; the axis runs over what is passed through', () => {
	const { from, to, steps } = layWaterfall(90, [step('a', 4), step('b', -6), step('c', 1)]);
	// 90 → 94 → 88 → 89 on an axis from 88 to 94.
	expect(from).toBeCloseTo(2 / 6);
	expect(steps.map(({ left }) => left)).toEqual([2 / 6, 0, 0].map((value) => expect.closeTo(value)));
	expect(steps.map(({ width }) => width)).toEqual([4 / 6, 1, 1 / 6].map((value) => expect.closeTo(value)));
	expect(steps.map(({ end }) => end)).toEqual([1, 0, 1 / 6].map((value) => expect.closeTo(value)));
	expect(to).toBeCloseTo(1 / 6);
});

test('nothing changed: both marks stand in the middle, no division by zero', () => {
	expect(layWaterfall(50, [])).toEqual({ from: 0.5, to: 0.5, steps: [] });
});

test('a contribution too small to be seen is still drawn', () => {
	const [, small] = layWaterfall(0, [step('a', 100), step('b', 0.01)]).steps;
	expect(small?.width).toBeGreaterThan(0.003);
});

test('rounded parts add up to the rounded whole, each off by less than one unit', () => {
	fc.assert(
		fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 20 }), (parts) => {
			const total = parts.reduce((sum, part) => sum + part, 0);
			const rounded = roundToSum(parts, total, 2);
			const sum = rounded.reduce((all, part) => all + Math.round(part * 100), 0);
			expect(sum === Math.round(total * 100)).toBe(true);
			for (const [index, part] of parts.entries()) expect(Math.abs((rounded[index] ?? 99) - part)).toBeLessThan(0.0101);
		}),
	);
});

test('where both ends are printed rounded, the parts still add up to what is printed', () => {
	expect(roundToSum([0.004, 0], -0.01, 2)).toEqual([0, -0.01].map((value) => expect.closeTo(value)));
	const [a = 0, b = 0] = roundToSum([0.001, 0.002], 0.01, 2);
	expect(a + b).toBeCloseTo(0.01);
	expect(b).toBeCloseTo(0.01);
});

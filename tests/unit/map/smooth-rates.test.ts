// Heat by rate: an even rate stays even however many people live where; parts are weighted, never rates averaged.

import { describe, expect, test } from 'vitest';
import { neighbourhoodsOf, smoothRates } from '../../../renderer/map/smooth-rates.ts';

const SIDE = 12;
const points = Array.from({ length: SIDE * SIDE }, (_, at): [number, number] => [
	114 + (at % SIDE) * 0.01,
	30.5 + Math.floor(at / SIDE) * 0.01,
]);
const dens = points.map((_, at) => 100 + ((at * 7919) % 4000));
const partsOf = (nums: readonly number[]) => ({
	nums,
	dens,
	values: nums.map((num, at) => (1000 * num) / (dens[at] as number)),
});

describe('heat by rate', () => {
	const near = neighbourhoodsOf(points);

	test('where many people live is not hot: an even rate stays even', () => {
		const smoothed = smoothRates(partsOf(dens.map((den) => den * 0.02)), near) ?? [];
		for (const value of smoothed) expect(value).toBeCloseTo(20, 9);
	});

	test('one high spot warms its neighbours and nothing far away', () => {
		const middle = 5 * SIDE + 5;
		const nums = dens.map((den, at) => den * (at === middle ? 0.2 : 0.02));
		const smoothed = smoothRates(partsOf(nums), near) ?? [];
		expect(smoothed[middle]).toBeLessThan(200);
		expect(smoothed[middle + 1]).toBeGreaterThan(20);
		expect(smoothed[0]).toBeCloseTo(20, 9);
	});

	test('it is the division of weighted sums, as counted one by one', () => {
		const parts = partsOf(dens.map((den, at) => (at * 31) % Math.ceil(den / 10)));
		const smoothed = smoothRates(parts, near) ?? [];
		for (const at of [0, 17, 77]) {
			let [num, den] = [0, 0];
			near.near[at]?.forEach((other, step) => {
				num += (near.weights[at]?.[step] ?? 0) * (parts.nums[other] as number);
				den += (near.weights[at]?.[step] ?? 0) * (parts.dens[other] as number);
			});
			expect(smoothed[at]).toBeCloseTo((1000 * num) / den, 9);
			expect(new Set(near.near[at]).size).toBe(near.near[at]?.length);
		}
	});

	test('a count has no heat; an area without a value stays without one', () => {
		const counts = points.map(() => 3);
		const none = points.map(() => null);
		expect(smoothRates({ values: counts, nums: none, dens: none }, near)).toBeNull();
		const parts = partsOf(dens.map((den) => den * 0.02));
		const holed = { ...parts, values: parts.values.map((value, at) => (at === 4 ? null : value)) };
		expect(smoothRates(holed, near)?.[4]).toBeNull();
	});
});

// Lengths and areas on the ground against known distances, and what lies inside an outline.

import { expect, test } from 'vitest';
import { areaOf, distanceToLine, isInRing, lengthOf } from '../../../renderer/map/ground-measure.ts';

test('a degree of the meridian is 111.2 km, one of the parallel shrinks with the cosine', () => {
	expect(
		lengthOf([
			[120, 28],
			[120, 29],
		]),
	).toBeCloseTo(111_195, -1);
	expect(
		lengthOf([
			[120, 60],
			[121, 60],
		]),
	).toBeCloseTo(55_597, -2);
	expect(lengthOf([[120, 28]])).toBe(0);
});

test('a small square on the equator has the area of its sides, whichever way it is drawn', () => {
	const ring = [
		[0, 0],
		[0.01, 0],
		[0.01, 0.01],
		[0, 0.01],
	] as const;
	expect(areaOf(ring) / 1e6).toBeCloseTo(1.2364, 3);
	expect(areaOf([...ring].reverse())).toBeCloseTo(areaOf(ring), 3);
});

test('a hollow of the outline is outside', () => {
	const ring = [
		[0, 0],
		[4, 0],
		[4, 4],
		[2, 1],
		[0, 4],
	] as const;
	expect(isInRing([1, 1], ring)).toBe(true);
	expect(isInRing([2, 3], ring)).toBe(false);
	expect(isInRing([5, 1], ring)).toBe(false);
});

test('distance from a line is that to its nearest part, beyond its ends to the end, of one point to the point', () => {
	const line = [
		[114, 30],
		[114.02, 30],
	] as const;
	const north = lengthOf([
		[114.01, 30],
		[114.01, 30.005],
	]);
	expect(distanceToLine([114.01, 30.005], line)).toBeCloseTo(north, 0);
	const east = lengthOf([
		[114.02, 30],
		[114.03, 30],
	]);
	expect(distanceToLine([114.03, 30], line)).toBeCloseTo(east, 0);
	expect(distanceToLine([114, 30.005], [[114, 30]])).toBeCloseTo(north, 0);
	expect(distanceToLine([114.01, 30], line)).toBeCloseTo(0, 6);
});

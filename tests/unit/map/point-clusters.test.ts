// Clusters of points: nothing is lost or counted twice, the same input gives the same marks, far points stay apart.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	boxOf,
	clusterPoints,
	joinTouching,
	type PointColumns,
	worldPixel,
} from '../../../renderer/map/point-clusters.ts';

const points = fc
	.array(
		fc.record({
			lng: fc.double({ min: 120, max: 121, noNaN: true }),
			lat: fc.double({ min: 27, max: 28, noNaN: true }),
			kind: fc.nat(5),
		}),
		{ maxLength: 80 },
	)
	.map(
		(list): PointColumns => ({
			lng: list.map(({ lng }) => lng),
			lat: list.map(({ lat }) => lat),
			kind: list.map(({ kind }) => kind),
		}),
	);

test('every point is in exactly one cluster and counted by its kind', () => {
	fc.assert(
		fc.property(points, fc.double({ min: 6, max: 16, noNaN: true }), (columns, zoom) => {
			const clusters = clusterPoints(columns, zoom, 60, 6);
			expect(clusters.flatMap(({ rows }) => rows).sort((a, b) => a - b)).toEqual(columns.lng.map((_, row) => row));
			for (const { rows, counts } of clusters) {
				const expected = [0, 0, 0, 0, 0, 0];
				for (const row of rows) expected[columns.kind[row] ?? 0] = (expected[columns.kind[row] ?? 0] ?? 0) + 1;
				expect(counts).toEqual(expected);
			}
			expect(clusterPoints(columns, zoom, 60, 6)).toEqual(clusters);
		}),
	);
});

test('points of a cluster lie within the radius of its first; other first points lie further off', () => {
	fc.assert(
		fc.property(points, (columns) => {
			const at = (row: number) => worldPixel(columns.lng[row] ?? 0, columns.lat[row] ?? 0, 10);
			const gap = (a: number, b: number) => Math.hypot(at(a)[0] - at(b)[0], at(a)[1] - at(b)[1]);
			const clusters = clusterPoints(columns, 10, 60, 6);
			for (const { first, rows } of clusters) for (const row of rows) expect(gap(first, row)).toBeLessThanOrEqual(60);
			for (const one of clusters) {
				for (const two of clusters) if (one !== two) expect(gap(one.first, two.first)).toBeGreaterThanOrEqual(60);
			}
		}),
	);
});

test('closer up, what lay together comes apart', () => {
	const columns = { lng: [120.5, 120.51], lat: [27.5, 27.5], kind: [0, 1] };
	expect(clusterPoints(columns, 8, 60, 6)).toHaveLength(1);
	expect(clusterPoints(columns, 15, 60, 6)).toHaveLength(2);
	expect(boxOf(columns, [0, 1])).toEqual([120.5, 27.5, 120.51, 27.5]);
});

test('marks that would lie on each other are joined: none overlap, and every point is still counted once', () => {
	const sizeOf = () => ({ width: 100, height: 22 });
	fc.assert(
		fc.property(points, fc.double({ min: 6, max: 16, noNaN: true }), (columns, zoom) => {
			const clusters = joinTouching(clusterPoints(columns, zoom, 60, 6), zoom, sizeOf);
			expect(clusters.flatMap(({ rows }) => rows).sort((a, b) => a - b)).toEqual(columns.lng.map((_one, row) => row));
			expect(clusters.reduce((sum, { counts }) => sum + counts.reduce((a, b) => a + b, 0), 0)).toBe(columns.lng.length);
			const places = clusters.map(({ point }) => worldPixel(...point, zoom));
			places.forEach(([x, y], at) => {
				for (const [otherX, otherY] of places.slice(at + 1))
					expect(Math.abs(x - otherX) >= 99.99 || Math.abs(y - otherY) >= 21.99).toBe(true);
			});
		}),
		{ numRuns: 60 },
	);
});

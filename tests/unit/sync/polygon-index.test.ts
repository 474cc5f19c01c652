// Points in polygons against a slow check: every point of a tiling falls in exactly one part, enclaves win.

import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { labelPointOf } from '../../../electron/services/sync/label-point.ts';
import { buildPolygonIndex, containsPoint, geometryBbox } from '../../../electron/services/sync/polygon-index.ts';

function ring(points: Position[]): Polygon {
	return { type: 'Polygon', coordinates: [[...points, points[0] ?? []]] };
}
function box(west: number, south: number, east: number, north: number): Polygon {
	return ring([
		[west, south],
		[east, south],
		[east, north],
		[west, north],
	]);
}

describe('the polygon index', () => {
	it('gives every point of a tiling, also on shared edges and corners, to exactly one part', () => {
		const tiles: Polygon[] = [];
		for (let x = 0; x < 8; x += 1) for (let y = 0; y < 8; y += 1) tiles.push(box(x, y, x + 1, y + 1));
		const index = buildPolygonIndex(tiles.map((geometry, i) => ({ ownerId: i + 1, priority: 0, geometry })));
		const coordinate = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.double({ min: 0, max: 7.999, noNaN: true }));
		fc.assert(
			fc.property(coordinate, coordinate, (x, y) => {
				const holders = tiles.flatMap((tile, i) => (containsPoint(tile, x, y) ? [i + 1] : []));
				expect(holders).toHaveLength(1);
				expect(index.find(x, y)).toBe(holders[0]);
			}),
		);
		expect(index.find(8.5, 3)).toBe(0);
		expect(index.bbox).toEqual([0, 0, 8, 8]);
	});

	it('agrees with the slow check for any overlapping shapes, near their edges too', () => {
		const coordinate = fc.integer({ min: 0, max: 640 }).map((step) => step / 64);
		const triangle = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 3 });
		fc.assert(
			fc.property(fc.array(triangle, { minLength: 1, maxLength: 6 }), fc.nat(1_000), (triangles, seed) => {
				const shapes = triangles.map((points) => ring(points));
				const index = buildPolygonIndex(shapes.map((geometry, i) => ({ ownerId: i + 1, priority: i, geometry })));
				for (let i = 0; i < 120; i += 1) {
					// Crowds of points around a few places on edges: several in one cell of the raster, on both sides.
					const shape = triangles[Math.floor(i / 40) % triangles.length] ?? [];
					const [a = [0, 0], b = [0, 0]] = shape;
					const share = (seed % 97) / 97;
					const x = a[0] + (b[0] - a[0]) * share + ((i * 7) % 11) / 600 - 5 / 600;
					const y = a[1] + (b[1] - a[1]) * share + ((i * 5) % 13) / 700 - 6 / 700;
					const expected = shapes.findIndex((one) => containsPoint(one, x, y)) + 1;
					expect(index.find(x, y)).toBe(expected);
				}
			}),
			{ numRuns: 40 },
		);
	});

	it('respects holes, and lets the enclave win over what lies around it', () => {
		const outer = box(0, 0, 10, 10);
		const holed: Polygon = { type: 'Polygon', coordinates: [...outer.coordinates, ...box(4, 4, 6, 6).coordinates] };
		expect(buildPolygonIndex([{ ownerId: 1, priority: 0, geometry: holed }]).find(5, 5)).toBe(0);
		const sources = [
			{ ownerId: 1, priority: 1, geometry: outer },
			{ ownerId: 2, priority: 0, geometry: box(4, 4, 6, 6) },
		];
		for (const order of [sources, [...sources].reverse()]) {
			const index = buildPolygonIndex(order);
			expect([index.find(5, 5), index.find(1, 1)]).toEqual([2, 1]);
		}
	});
});

describe('label points', () => {
	it('lie inside, also in a polygon whose centre does not', () => {
		const crescent = ring([
			[0, 0],
			[10, 0],
			[10, 10],
			[0, 10],
			[0, 9],
			[9, 9],
			[9, 1],
			[0, 1],
		]);
		for (const geometry of [crescent, box(2, 3, 4, 9)]) {
			const [lng = 0, lat = 0] = labelPointOf(geometry) ?? [];
			expect(containsPoint(geometry, lng, lat)).toBe(true);
		}
		expect(geometryBbox(crescent)).toEqual([0, 0, 10, 10]);
	});
});

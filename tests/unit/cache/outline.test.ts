// The outline of tiling polygons: shared edges vanish, enclaves and gaps come out as rings of their own.

import type { Position } from 'geojson';
import { expect, it } from 'vitest';
import { dissolveOutline } from '../../../electron/services/cache/outline.ts';

function box(west: number, south: number, size: number): Position[][] {
	const [east, north] = [west + size, south + size];
	return [
		[
			[west, south],
			[east, south],
			[east, north],
			[west, north],
			[west, south],
		],
	];
}

it('joins a grid of tiles into one ring, whichever way they run', () => {
	const tiles = [box(0, 0, 1), box(1, 0, 1), box(0, 1, 1), box(1, 1, 1)];
	tiles[2] = tiles[2]?.map((ring) => [...ring].reverse()) ?? [];
	const outline = dissolveOutline(tiles);
	expect(outline).toHaveLength(1);
	expect(outline[0]).toHaveLength(1);
	expect(outline[0]?.[0]).toHaveLength(9);
});

it('keeps a gap as a hole and far parts apart', () => {
	const around = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => box(x, y, 1))).filter((_, index) => index !== 4);
	const outline = dissolveOutline([...around, box(10, 10, 1)]);
	expect(outline.map((rings) => rings.length).sort()).toEqual([1, 2]);
});

// Where in a grid people are, so that events lie at settlements and never in a lake or across a border.

import { growFromSeeds, maskOf } from './grow-regions.ts';
import type { HexMesh } from './hex-mesh.ts';
import { pickInteger, type Random } from './random.ts';
import type { Outliner } from './region-outlines.ts';
import type { Terrain } from './terrain.ts';

/** 1 at cells under water. */
export function wetCells(mesh: HexMesh, terrain: Terrain): Uint8Array {
	const wet = new Uint8Array(mesh.cellCount);
	for (let cell = 0; cell < mesh.cellCount; cell += 1) {
		const x = mesh.x[cell] as number;
		const y = mesh.y[cell] as number;
		const inLake = terrain.lakes.some((lake) => Math.hypot(x - lake.x, y - lake.y) < lake.radius * 1.3);
		if (inLake || Math.abs(y - terrain.riverY(x)) < terrain.riverHalfWidth(x)) wet[cell] = 1;
	}
	return wet;
}

/** Places where people are: dry cells away from the border, about two settlements and some scattered ones. */
export function findSpots(
	mesh: HexMesh,
	outliner: Outliner,
	cells: readonly number[],
	wet: Uint8Array,
	random: Random,
): { spots: Float64Array; spread: number } {
	const mask = maskOf(mesh, cells);
	const isInner = (cell: number): boolean =>
		[0, 1, 2, 3, 4, 5].every((side) => {
			const other = mesh.neighbours[cell * 6 + side] as number;
			return other >= 0 && mask[other] === 1;
		});
	const inner = cells.filter(isInner);
	const dry = inner.filter((cell) => wet[cell] === 0);
	const pool = dry.length > 0 ? dry : inner.length > 0 ? inner : [...cells];
	const hearts = [pool[pickInteger(random, 0, pool.length - 1)], pool[pickInteger(random, 0, pool.length - 1)]];
	const { distance } = growFromSeeds(mesh, maskOf(mesh, pool), hearts as number[], () => 1 + random());
	const ordered = [...pool].sort((a, b) => (distance[a] as number) - (distance[b] as number) || a - b).slice(0, 14);
	const spots = new Float64Array(ordered.length * 2);
	ordered.forEach((cell, index) => {
		spots.set(outliner.toLngLat(mesh.x[cell] as number, mesh.y[cell] as number), index * 2);
	});
	const first = ordered[0] as number;
	const a = mesh.corners[first * 6] as number;
	const side = Math.hypot(
		(mesh.cornerX[a] as number) - (mesh.x[first] as number),
		(mesh.cornerY[a] as number) - (mesh.y[first] as number),
	);
	return { spots, spread: (inner.length > 0 ? side * 0.55 : side * 0.2) / 111 };
}

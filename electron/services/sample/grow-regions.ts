// Cuts a set of mesh cells into connected regions of about the wanted sizes, with natural, wandering borders.
// Growth from seeds over the cell graph (shortest path with uneven ground), repeated with centred seeds.

import type { HexMesh } from './hex-mesh.ts';

/** Ground between neighbouring cells: cost of a step from cell a to its neighbour b. */
export type StepCost = (a: number, b: number) => number;

/** Smallest-first queue of cells. */
class CellQueue {
	private readonly keys: number[] = [];
	private readonly cells: number[] = [];

	get length(): number {
		return this.cells.length;
	}

	push(key: number, cell: number): void {
		const { keys, cells } = this;
		let at = cells.length;
		while (at > 0) {
			const up = (at - 1) >> 1;
			if ((keys[up] as number) <= key) break;
			keys[at] = keys[up] as number;
			cells[at] = cells[up] as number;
			at = up;
		}
		keys[at] = key;
		cells[at] = cell;
	}

	/** Cell with the smallest key; the queue must not be empty. */
	pop(): { key: number; cell: number } {
		const { keys, cells } = this;
		const first = { key: keys[0] as number, cell: cells[0] as number };
		const key = keys.pop() as number;
		const cell = cells.pop() as number;
		const count = cells.length;
		if (count > 0) {
			let at = 0;
			for (;;) {
				let down = 2 * at + 1;
				if (down >= count) break;
				if (down + 1 < count && (keys[down + 1] as number) < (keys[down] as number)) down += 1;
				if ((keys[down] as number) >= key) break;
				keys[at] = keys[down] as number;
				cells[at] = cells[down] as number;
				at = down;
			}
			keys[at] = key;
			cells[at] = cell;
		}
		return first;
	}
}

export interface Growth {
	/** Distance of each cell from the seed that reached it; Infinity where none did. */
	distance: Float64Array;
	/** Index of that seed; -1 where none did. */
	owner: Int32Array;
	/** Cell from which the cell was reached; -1 for seeds. */
	from: Int32Array;
}

/** Grows all seeds at once over the cells where `allowed` is 1. `headStart` (optional) per seed, in cost units. */
export function growFromSeeds(
	mesh: HexMesh,
	allowed: Uint8Array,
	seeds: readonly number[],
	cost: StepCost,
	headStart?: Float64Array,
): Growth {
	const distance = new Float64Array(mesh.cellCount).fill(Number.POSITIVE_INFINITY);
	const owner = new Int32Array(mesh.cellCount).fill(-1);
	const from = new Int32Array(mesh.cellCount).fill(-1);
	const queue = new CellQueue();
	seeds.forEach((cell, index) => {
		const start = headStart ? -(headStart[index] as number) : 0;
		distance[cell] = start;
		owner[cell] = index;
		queue.push(start, cell);
	});
	while (queue.length > 0) {
		const { key, cell } = queue.pop();
		if (key > (distance[cell] as number)) continue;
		for (let side = 0; side < 6; side += 1) {
			const other = mesh.neighbours[cell * 6 + side] as number;
			if (other < 0 || allowed[other] !== 1) continue;
			const next = key + cost(cell, other);
			if (next < (distance[other] as number)) {
				distance[other] = next;
				owner[other] = owner[cell] as number;
				from[other] = cell;
				queue.push(next, other);
			}
		}
	}
	return { distance, owner, from };
}

/** Spreads `count` seeds over cells: each next one is the farthest from those before it. */
export function spreadSeeds(mesh: HexMesh, cells: readonly number[], count: number, cost: StepCost): number[] {
	const allowed = maskOf(mesh, cells);
	const seeds = [cells[cells.length >> 1] as number];
	while (seeds.length < count) {
		const { distance } = growFromSeeds(mesh, allowed, seeds, cost);
		let best = -1;
		for (const cell of cells) {
			if (seeds.includes(cell)) continue;
			if (best < 0 || (distance[cell] as number) > (distance[best] as number)) best = cell;
		}
		seeds.push(best);
	}
	return seeds;
}

/**
 * Region index per cell of `cells` (same order), 0 … seeds-1; sizes drift towards `weights` (relative).
 * Seeds move to the middle of their regions unless they stay put.
 */
export function growRegions(
	mesh: HexMesh,
	cells: readonly number[],
	seeds: readonly number[],
	weights: readonly number[],
	cost: StepCost,
	rounds: number,
	staysPut = false,
): Int32Array {
	const allowed = maskOf(mesh, cells);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const headStart = new Float64Array(seeds.length);
	let current = [...seeds];
	let owner = new Int32Array(0);
	for (let round = 0; round <= rounds; round += 1) {
		const growth = growFromSeeds(mesh, allowed, current, cost, headStart);
		owner = growth.owner as Int32Array<ArrayBuffer>;
		if (round === rounds) break;
		const sizes = new Float64Array(seeds.length);
		let reach = 0;
		for (const cell of cells) {
			const region = owner[cell] as number;
			sizes[region] = (sizes[region] as number) + 1;
			reach = Math.max(reach, growth.distance[cell] as number);
		}
		if (!staysPut) {
			const centred = centreSeeds(mesh, cells, owner, seeds.length);
			current = current.map((seed, index) => centred[index] ?? seed);
		}
		for (let index = 0; index < seeds.length; index += 1) {
			const wanted = ((weights[index] as number) / total) * cells.length;
			const step = ((wanted - (sizes[index] as number)) / wanted) * reach * 0.12;
			const next = (headStart[index] as number) + step;
			headStart[index] = Math.max(-0.3 * reach, Math.min(0.3 * reach, next));
		}
		const mean = headStart.reduce((sum, value) => sum + value, 0) / seeds.length;
		for (let index = 0; index < seeds.length; index += 1) headStart[index] = (headStart[index] as number) - mean;
	}
	const present = new Set(cells.map((cell) => owner[cell]));
	if (present.size < seeds.length) owner = growFromSeeds(mesh, allowed, current, cost).owner as Int32Array<ArrayBuffer>;
	return Int32Array.from(cells, (cell) => owner[cell] as number);
}

/** Cell nearest to the centre of each region; undefined for a region without cells. */
function centreSeeds(
	mesh: HexMesh,
	cells: readonly number[],
	owner: Int32Array,
	count: number,
): (number | undefined)[] {
	const sumX = new Float64Array(count);
	const sumY = new Float64Array(count);
	const size = new Float64Array(count);
	for (const cell of cells) {
		const region = owner[cell] as number;
		sumX[region] = (sumX[region] as number) + (mesh.x[cell] as number);
		sumY[region] = (sumY[region] as number) + (mesh.y[cell] as number);
		size[region] = (size[region] as number) + 1;
	}
	const best: (number | undefined)[] = new Array(count).fill(undefined);
	const nearest = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
	for (const cell of cells) {
		const region = owner[cell] as number;
		const dx = (mesh.x[cell] as number) - (sumX[region] as number) / (size[region] as number);
		const dy = (mesh.y[cell] as number) - (sumY[region] as number) / (size[region] as number);
		const distance = dx * dx + dy * dy;
		if (distance < (nearest[region] as number)) {
			nearest[region] = distance;
			best[region] = cell;
		}
	}
	return best;
}

/** 1 at the given cells. */
export function maskOf(mesh: HexMesh, cells: readonly number[]): Uint8Array {
	const mask = new Uint8Array(mesh.cellCount);
	for (const cell of cells) mask[cell] = 1;
	return mask;
}

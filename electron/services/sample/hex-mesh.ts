// The fine mesh under the district: hexagons, small in the town centre and large in the hills.
// Every corner of a hexagon mesh joins three cells, so borders between groups of cells never touch at a point
// and never cross: whatever groups are made of the cells, their outlines tile the district exactly.

import { makeNoise, makeRandom } from './random.ts';
import { HALF_HEIGHT_KM, HALF_WIDTH_KM, type Terrain } from './terrain.ts';

export interface HexMesh {
	cellCount: number;
	/** Centre of a cell, kilometres. */
	x: Float64Array;
	y: Float64Array;
	/** Local size of things relative to the rim (0.2 in the centre … 1). */
	scale: Float64Array;
	/** Six neighbours of cell c at 6c: E, NE, NW, W, SW, SE; -1 outside the district. */
	neighbours: Int32Array;
	/** Six corners of cell c at 6c, counter-clockwise; side k runs from corner k to corner k + 1 and faces neighbour k. */
	corners: Int32Array;
	cornerX: Float64Array;
	cornerY: Float64Array;
}

const CENTRE = 0.26;
const CROWDING = 0.84;

/** How much smaller things are at a place of the flat lattice than at the rim. */
function scaleAt(p: number, q: number): number {
	const r2 = (p / HALF_WIDTH_KM) ** 2 + (q / HALF_HEIGHT_KM) ** 2;
	return ((CENTRE * CENTRE + r2) / (CENTRE * CENTRE + 1)) ** (CROWDING / 2);
}

/** Covers the land with about `wanted` hexagons; keeps the largest piece, without holes. */
export function makeHexMesh(seed: number, wanted: number, terrain: Terrain): HexMesh {
	const spanX = HALF_WIDTH_KM * 1.3;
	const spanY = HALF_HEIGHT_KM * 1.3;
	const size = Math.sqrt((Math.PI * HALF_WIDTH_KM * HALF_HEIGHT_KM * 0.93) / wanted / 2.598);
	const stepX = Math.sqrt(3) * size;
	const columns = Math.ceil((2 * spanX) / stepX) + 2;
	const rows = Math.ceil((2 * spanY) / (1.5 * size)) + 2;
	const latticeP = (i: number, j: number): number => -spanX + (i + (j & 1) / 2) * stepX;
	const latticeQ = (j: number): number => -spanY + j * 1.5 * size;
	// The lattice is bent by smooth noise about six cells wide: straight borders start to wander, nothing folds.
	const bendP = makeNoise(seed ^ 0x3c91);
	const bendQ = makeNoise(seed ^ 0x6d2f);
	const bend = 6 * size;
	const place = (p: number, q: number): [x: number, y: number, scale: number] => {
		const bentP = p + 0.26 * bend * bendP(p / bend, q / bend);
		const bentQ = q + 0.26 * bend * bendQ(p / bend, q / bend);
		const s = scaleAt(bentP, bentQ);
		return [bentP * s, bentQ * s, s];
	};
	const inside = new Uint8Array(columns * rows);
	for (let j = 1; j < rows - 1; j += 1) {
		for (let i = 1; i < columns - 1; i += 1) {
			const [x, y] = place(latticeP(i, j), latticeQ(j));
			if (terrain.isInside(x, y)) inside[j * columns + i] = 1;
		}
	}
	const around = (lattice: number): number[] => {
		const j = Math.floor(lattice / columns);
		const shift = j & 1;
		const up = lattice + columns + shift;
		const down = lattice - columns + shift;
		return [lattice + 1, up, up - 1, lattice - 1, down - 1, down];
	};
	keepLargestPiece(inside, around);
	fillHoles(inside, around, columns, rows);

	const cellOf = new Int32Array(columns * rows).fill(-1);
	const lattices: number[] = [];
	for (let k = 0; k < inside.length; k += 1) {
		if (inside[k] === 1) {
			cellOf[k] = lattices.length;
			lattices.push(k);
		}
	}
	const count = lattices.length;
	const mesh: HexMesh = {
		cellCount: count,
		x: new Float64Array(count),
		y: new Float64Array(count),
		scale: new Float64Array(count),
		neighbours: new Int32Array(count * 6),
		corners: new Int32Array(count * 6),
		cornerX: new Float64Array(2 * columns * rows),
		cornerY: new Float64Array(2 * columns * rows),
	};
	const random = makeRandom(seed, 'corners');
	for (let k = 0; k < columns * rows; k += 1) {
		const i = k % columns;
		const j = Math.floor(k / columns);
		for (const side of [0, 1]) {
			const p = latticeP(i, j) + (random() - 0.5) * 0.5 * size;
			const q = latticeQ(j) + (side === 0 ? size : -size) + (random() - 0.5) * 0.5 * size;
			const [x, y] = place(p, q);
			mesh.cornerX[2 * k + side] = x;
			mesh.cornerY[2 * k + side] = y;
		}
	}
	lattices.forEach((k, cell) => {
		const [x, y, s] = place(latticeP(k % columns, Math.floor(k / columns)), latticeQ(Math.floor(k / columns)));
		mesh.x[cell] = x;
		mesh.y[cell] = y;
		mesh.scale[cell] = s;
		const near = around(k);
		near.forEach((other, side) => {
			mesh.neighbours[cell * 6 + side] = cellOf[other] as number;
		});
		// A cell owns its top (2k) and bottom (2k + 1) corners; the other four belong to its neighbours above and below.
		const [, upRight = 0, upLeft = 0, , downLeft = 0, downRight = 0] = near;
		mesh.corners.set([2 * downRight, 2 * upRight + 1, 2 * k, 2 * upLeft + 1, 2 * downLeft, 2 * k + 1], cell * 6);
	});
	return mesh;
}

function keepLargestPiece(inside: Uint8Array, around: (k: number) => number[]): void {
	const piece = new Int32Array(inside.length);
	const sizes = [0];
	for (let start = 0; start < inside.length; start += 1) {
		if (inside[start] !== 1 || piece[start] !== 0) continue;
		const id = sizes.length;
		sizes.push(flood(start, piece, id, around, (k) => inside[k] === 1));
	}
	const best = sizes.indexOf(Math.max(...sizes));
	for (let k = 0; k < inside.length; k += 1) inside[k] = piece[k] === best ? 1 : 0;
}

function fillHoles(inside: Uint8Array, around: (k: number) => number[], columns: number, rows: number): void {
	const outer = new Int32Array(inside.length);
	const isRim = (k: number): boolean => {
		const i = k % columns;
		const j = Math.floor(k / columns);
		return i === 0 || j === 0 || i === columns - 1 || j === rows - 1;
	};
	for (let k = 0; k < inside.length; k += 1) if (isRim(k)) outer[k] = 1;
	flood(columns + 1, outer, 1, around, (k) => inside[k] !== 1 && !isRim(k));
	for (let k = 0; k < inside.length; k += 1) if (outer[k] === 0) inside[k] = 1;
}

/** Marks everything reachable from `start` that passes; returns how many. */
function flood(
	start: number,
	mark: Int32Array,
	id: number,
	around: (k: number) => number[],
	passes: (k: number) => boolean,
): number {
	mark[start] = id;
	const stack = [start];
	let size = 0;
	for (let k = stack.pop(); k !== undefined; k = stack.pop()) {
		size += 1;
		for (const other of around(k)) {
			if (mark[other] === 0 && passes(other)) {
				mark[other] = id;
				stack.push(other);
			}
		}
	}
	return size;
}

// Cuts the land of a seed into towns, villages, base grids, enclaves and micro-grids, as sets of mesh cells.
// Knows no names, codes or people; those are make-district.ts.

import { growRegions, type StepCost, spreadSeeds } from './grow-regions.ts';
import { type HexMesh, makeHexMesh } from './hex-mesh.ts';
import { DEDICATED_KINDS, TOWN_PLANS } from './place-names.ts';
import { makeNoise, pickInteger, type Random } from './random.ts';
import { HALF_HEIGHT_KM, HALF_WIDTH_KM, makeTerrain, type Terrain } from './terrain.ts';

const CELLS_PER_GRID = 64;
/** Micro-grids of a grid that has them. */
export const MICRO_PER_GRID = 5;

export interface Area {
	cells: number[];
}

export interface Enclave {
	/** Index of the base grid it is cut from. */
	host: number;
	cells: number[];
	kindIndex: number;
}

export interface Carving {
	mesh: HexMesh;
	terrain: Terrain;
	cost: StepCost;
	towns: Area[];
	/** By town. */
	villages: Area[][];
	/** By village, all towns in order. */
	baseGrids: Area[][];
	enclaves: Enclave[];
	/** By index of the base grid. */
	micros: Map<number, Area[]>;
	/** Number of the finest group that each cell lies in. */
	labels: Int32Array;
}

/** Carves a district with the wanted number of base grids (at least 12). */
export function carveDistrict(seed: number, gridCount: number, random: Random): Carving {
	const terrain = makeTerrain(seed);
	const mesh = makeHexMesh(seed, Math.max(8000, gridCount * CELLS_PER_GRID), terrain);
	const cost = makeStepCost(seed, mesh, terrain);

	const everyCell = Array.from({ length: mesh.cellCount }, (_, cell) => cell);
	const towns = split(mesh, everyCell, townSeeds(mesh, random), townWeights(), cost, 8, true);
	const villageTotal = Math.min(180, Math.max(12, Math.round(gridCount * 0.6)));
	const villagesOfTown = shareOut(towns, villageTotal);
	const villages = towns.map((town, index) => splitEvenly(mesh, town.cells, villagesOfTown[index] as number, cost));
	const flatVillages = villages.flat();
	const gridsOfVillage = shareOut(flatVillages, gridCount);
	const baseGrids = flatVillages.map((village, index) =>
		splitEvenly(mesh, village.cells, gridsOfVillage[index] as number, cost),
	);

	const labels = new Int32Array(mesh.cellCount);
	baseGrids.flat().forEach((grid, index) => {
		for (const cell of grid.cells) labels[cell] = index;
	});
	const enclaves = cutEnclaves(mesh, labels, baseGrids.flat(), Math.round(gridCount * 0.04), random);
	const micros = cutMicroGrids(mesh, baseGrids.flat(), enclaves, Math.round(gridCount * 0.08), cost, random);
	const fine = Int32Array.from(labels);
	let label = gridCount + enclaves.length;
	for (const micro of micros.values()) {
		for (const part of micro) {
			for (const cell of part.cells) fine[cell] = label;
			label += 1;
		}
	}
	return { mesh, terrain, cost, towns, villages, baseGrids, enclaves, micros, labels: fine };
}

/** Ground: even in local size, rough by noise, dear across water. */
function makeStepCost(seed: number, mesh: HexMesh, terrain: Terrain): StepCost {
	const noise = makeNoise(seed ^ 0x77aa31);
	const rough = new Float64Array(mesh.cellCount);
	const bank = new Uint8Array(mesh.cellCount);
	for (let cell = 0; cell < mesh.cellCount; cell += 1) {
		const x = mesh.x[cell] as number;
		const y = mesh.y[cell] as number;
		const s = mesh.scale[cell] as number;
		rough[cell] = (1 + 0.75 * noise(x / s / 1.1, y / s / 1.1)) / s;
		bank[cell] = terrain.bankOf(x, y);
	}
	return (a, b) => {
		const dx = (mesh.x[a] as number) - (mesh.x[b] as number);
		const dy = (mesh.y[a] as number) - (mesh.y[b] as number);
		const ground = Math.max(0.2, ((rough[a] as number) + (rough[b] as number)) / 2);
		return Math.sqrt(dx * dx + dy * dy) * ground * (bank[a] === bank[b] ? 1 : 7);
	};
}

function townSeeds(mesh: HexMesh, random: Random): number[] {
	return TOWN_PLANS.map((plan) => {
		const x = (plan.x + (random() - 0.5) * 0.05) * HALF_WIDTH_KM;
		const y = (plan.y + (random() - 0.5) * 0.05) * HALF_HEIGHT_KM;
		let best = 0;
		let nearest = Number.POSITIVE_INFINITY;
		for (let cell = 0; cell < mesh.cellCount; cell += 1) {
			const distance = ((mesh.x[cell] as number) - x) ** 2 + ((mesh.y[cell] as number) - y) ** 2;
			if (distance < nearest) {
				nearest = distance;
				best = cell;
			}
		}
		return best;
	});
}

function townWeights(): number[] {
	return TOWN_PLANS.map((plan) => plan.weight);
}

function split(
	mesh: HexMesh,
	cells: number[],
	seeds: number[],
	weights: number[],
	cost: StepCost,
	rounds: number,
	staysPut = false,
): Area[] {
	const owner = growRegions(mesh, cells, seeds, weights, cost, rounds, staysPut);
	const areas: Area[] = seeds.map(() => ({ cells: [] }));
	cells.forEach((cell, index) => {
		(areas[owner[index] as number] as Area).cells.push(cell);
	});
	return areas;
}

function splitEvenly(mesh: HexMesh, cells: number[], count: number, cost: StepCost): Area[] {
	if (count <= 1) return [{ cells }];
	const seeds = spreadSeeds(mesh, cells, count, cost);
	const areas = split(mesh, cells, seeds, new Array(count).fill(1), cost, 5);
	return areas.sort((a, b) => middleX(mesh, a) - middleX(mesh, b));
}

function middleX(mesh: HexMesh, area: Area): number {
	return area.cells.reduce((sum, cell) => sum + (mesh.x[cell] as number), 0) / area.cells.length;
}

/** Shares `total` parts among areas by their cells, at least one each (largest remainder). */
function shareOut(areas: Area[], total: number): number[] {
	const cells = areas.reduce((sum, area) => sum + area.cells.length, 0);
	const exact = areas.map((area) => 1 + ((total - areas.length) * area.cells.length) / cells);
	const shares = exact.map(Math.floor);
	const order = exact
		.map((value, index) => ({ rest: value - Math.floor(value), index }))
		.sort((a, b) => b.rest - a.rest);
	let left = total - shares.reduce((sum, share) => sum + share, 0);
	for (const { index } of order) {
		if (left <= 0) break;
		shares[index] = (shares[index] as number) + 1;
		left -= 1;
	}
	return shares;
}

/** Cuts dedicated grids out of the middle of base grids; `labels` and the hosts' cells change. */
function cutEnclaves(mesh: HexMesh, labels: Int32Array, grids: Area[], count: number, random: Random): Enclave[] {
	const enclaves: Enclave[] = [];
	const tried = new Set<number>();
	while (enclaves.length < count && tried.size < grids.length) {
		const host = pickInteger(random, 0, grids.length - 1);
		if (tried.has(host)) continue;
		tried.add(host);
		const inner = innerCells(mesh, labels, grids[host] as Area, host, 3);
		const middle = inner[0];
		if (middle === undefined) continue;
		const ring = [0, 1, 2, 3, 4, 5].map((side) => mesh.neighbours[middle * 6 + side] as number);
		const extra = inner.filter((cell) => cell !== middle && !ring.includes(cell)).slice(0, pickInteger(random, 0, 4));
		const touching = extra.filter((cell) =>
			[0, 1, 2, 3, 4, 5].some((side) => ring.includes(mesh.neighbours[cell * 6 + side] as number)),
		);
		const cells = [middle, ...ring, ...touching];
		const own = new Set(cells);
		const area = grids[host] as Area;
		area.cells = area.cells.filter((cell) => !own.has(cell));
		for (const cell of cells) labels[cell] = grids.length + enclaves.length;
		enclaves.push({ host, cells, kindIndex: enclaves.length % DEDICATED_KINDS.length });
	}
	return enclaves;
}

/** Cells at least `depth` steps from the border of their grid, deepest first. */
function innerCells(mesh: HexMesh, labels: Int32Array, area: Area, label: number, depth: number): number[] {
	const level = new Map<number, number>();
	let current = area.cells.filter((cell) =>
		[0, 1, 2, 3, 4, 5].some((side) => {
			const other = mesh.neighbours[cell * 6 + side] as number;
			return other < 0 || labels[other] !== label;
		}),
	);
	for (const cell of current) level.set(cell, 0);
	for (let step = 1; current.length > 0; step += 1) {
		const next: number[] = [];
		for (const cell of current) {
			for (let side = 0; side < 6; side += 1) {
				const other = mesh.neighbours[cell * 6 + side] as number;
				if (other < 0 || labels[other] !== label || level.has(other)) continue;
				level.set(other, step);
				next.push(other);
			}
		}
		current = next;
	}
	return area.cells
		.filter((cell) => (level.get(cell) as number) >= depth)
		.sort((a, b) => (level.get(b) as number) - (level.get(a) as number) || a - b);
}

function cutMicroGrids(
	mesh: HexMesh,
	grids: Area[],
	enclaves: Enclave[],
	count: number,
	cost: StepCost,
	random: Random,
): Map<number, Area[]> {
	const hosts = new Set(enclaves.map((enclave) => enclave.host));
	const micros = new Map<number, Area[]>();
	for (let attempt = 0; micros.size < count && attempt < grids.length * 4; attempt += 1) {
		const index = pickInteger(random, 0, grids.length - 1);
		const area = grids[index] as Area;
		if (hosts.has(index) || micros.has(index) || area.cells.length < MICRO_PER_GRID * 6) continue;
		micros.set(index, splitEvenly(mesh, area.cells, MICRO_PER_GRID, cost));
	}
	return new Map([...micros].sort(([a], [b]) => a - b));
}

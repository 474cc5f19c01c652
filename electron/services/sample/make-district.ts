// The fictional district of a seed: units, grids with polygons that tile it, population, roads and water.
// Pure: no files, no clock. Which events happen there is make-events.ts.

import { drawOrientation, type OrientationLine, type OrientationPolygon } from './draw-orientation.ts';
import { growFromSeeds, growRegions, maskOf, type StepCost, spreadSeeds } from './grow-regions.ts';
import { type HexMesh, makeHexMesh } from './hex-mesh.ts';
import { DEDICATED_KINDS, makeVillageNames, TOWN_PLANS } from './place-names.ts';
import { makeNoise, makeRandom, pickInteger, type Random } from './random.ts';
import { makeOutliner, type Outliner, type Polygons } from './region-outlines.ts';
import { HALF_HEIGHT_KM, HALF_WIDTH_KM, makeTerrain, type Terrain } from './terrain.ts';

/** County code that no real county has (prefecture 99 of the province). */
const DISTRICT_CODE = '339901';
const CENTRE = { lng: 121.26, lat: 29.38 };
const CELLS_PER_GRID = 64;
const MICRO_PER_GRID = 5;

export interface Unit {
	code: string;
	name: string;
	level: 'district' | 'town' | 'village';
	unitType: string;
	parentCode: string | null;
	/** Official order among its siblings. */
	sortNo: number;
	urbanRuralCode: string;
	households: number;
	population: number;
	floating: number;
	areaKm2: number;
	polygons: Polygons;
	townIndex: number;
}

export interface Grid {
	code: string;
	name: string;
	kind: 'base' | 'dedicated' | 'micro';
	villageCode: string;
	villageName: string;
	/** Of a micro-grid and of a dedicated enclave: the base grid around it. */
	parentGridCode: string | null;
	specialType: string | null;
	divisionBasis: string;
	/** Null: not delivered. */
	households: number | null;
	population: number | null;
	areaM2: number;
	polygons: Polygons;
	townIndex: number;
	villageIndex: number;
	/** lng, lat pairs of places where people are, inside the polygon; the first ones are the busiest. */
	spots: Float64Array;
	/** Distance in degrees that a point may lie from its spot. */
	spread: number;
}

export interface District {
	seed: number;
	code: string;
	name: string;
	units: Unit[];
	towns: Unit[];
	villages: Unit[];
	/** Base and dedicated grids, then micro-grids. */
	grids: Grid[];
	/** How many of `grids` are base or dedicated. */
	mainGridCount: number;
	roads: OrientationLine[];
	water: (OrientationPolygon | OrientationLine)[];
}

export interface DistrictOptions {
	seed: number;
	/** Base grids, at least 12; dedicated grids come on top (4 %). */
	gridCount: number;
}

interface Area {
	cells: number[];
}

/** Makes the district; the same options give the same district. Throws RangeError on fewer than 12 grids. */
export function makeDistrict({ seed, gridCount }: DistrictOptions): District {
	if (gridCount < 12) throw new RangeError('a sample district has at least 12 grids');
	const terrain = makeTerrain(seed);
	const mesh = makeHexMesh(seed, Math.max(8000, gridCount * CELLS_PER_GRID), terrain);
	const cost = makeStepCost(seed, mesh, terrain);
	const random = makeRandom(seed, 'district');

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
	const outliner = makeOutliner(mesh, fine, CENTRE);
	return describe(seed, { mesh, terrain, cost, outliner, towns, villages, baseGrids, enclaves, micros, random });
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

export interface Enclave {
	/** Index of the base grid it is cut from. */
	host: number;
	cells: number[];
	kindIndex: number;
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

interface Plan {
	mesh: HexMesh;
	terrain: Terrain;
	cost: StepCost;
	outliner: Outliner;
	towns: Area[];
	villages: Area[][];
	baseGrids: Area[][];
	enclaves: Enclave[];
	micros: Map<number, Area[]>;
	random: Random;
}

function describe(seed: number, plan: Plan): District {
	const { mesh, outliner, random } = plan;
	const polygonsOf = (cells: readonly number[]): Polygons => {
		const mask = maskOf(mesh, cells);
		return outliner.outline(cells, (cell) => mask[cell] === 1);
	};
	const cellArea = makeCellAreas(mesh, outliner);
	const areaOf = (cells: readonly number[]): number => cells.reduce((sum, cell) => sum + (cellArea[cell] as number), 0);
	const wet = wetCells(mesh, plan.terrain);
	const placeIn = (cells: readonly number[]): { spots: Float64Array; spread: number } =>
		findSpots(mesh, outliner, cells, wet, random);

	const nextName = makeVillageNames(random);
	const towns: Unit[] = [];
	const villages: Unit[] = [];
	const grids: Grid[] = [];
	const micros: Grid[] = [];
	const enclavesOf = new Map(plan.enclaves.map((enclave) => [enclave.host, enclave]));
	const kindCount = new Map<string, number>();
	let villageIndex = 0;
	let gridIndex = 0;
	// Two villages in different towns share one name, as in real life.
	let shared = '';
	TOWN_PLANS.forEach((townPlan, townIndex) => {
		const isUrban = townPlan.kind === '街道';
		const order = kindCount.get(townPlan.kind) ?? 0;
		kindCount.set(townPlan.kind, order + 1);
		const base = isUrban ? 1 : townPlan.kind === '镇' ? 100 : 200;
		const townCode = `${DISTRICT_CODE}${String(base + order).padStart(3, '0')}`;
		const firstVillage = villages.length;
		(plan.villages[townIndex] as Area[]).forEach((village, order) => {
			const isCommunity = isUrban ? random() < 0.85 : random() < 0.08;
			let short = nextName(isCommunity);
			if (townIndex === 6 && order === 1) shared = short;
			if (townIndex === 9 && order === 1 && shared) short = shared;
			const code = `${townCode}${String((isCommunity ? 1 : 201) + order).padStart(3, '0')}`;
			const name = `${short}${isCommunity ? '社区' : '村'}`;
			const firstGrid = grids.length;
			let dedicatedNo = 0;
			const villageGrids = plan.baseGrids[villageIndex] as Area[];
			const common = { villageCode: code, villageName: name, townIndex, villageIndex };
			villageGrids.forEach((area, order) => {
				const number = order + 1;
				const gridCode = `${code}${String(number).padStart(3, '0')}`;
				const population = pickInteger(random, isUrban ? 760 : 430, isUrban ? 1480 : 1120);
				grids.push({
					...common,
					code: gridCode,
					name: `${name}第${number}网格`,
					kind: 'base',
					parentGridCode: null,
					specialType: null,
					divisionBasis: random() < 0.6 ? 'T' : random() < 0.7 ? 'TG' : 'GM',
					households: Math.round(population / (2.35 + random() * 0.5)),
					population,
					areaM2: Math.round(areaOf(area.cells) * 1e6),
					polygons: polygonsOf(area.cells),
					...placeIn(area.cells),
				});
				(plan.micros.get(gridIndex) ?? []).forEach((micro, index) => {
					const people = Math.round(population / MICRO_PER_GRID);
					micros.push({
						...common,
						code: `${gridCode}${String(index + 1).padStart(2, '0')}`,
						name: `${short}${number}-${index + 1}微网格`,
						kind: 'micro',
						parentGridCode: gridCode,
						specialType: null,
						divisionBasis: 'G',
						households: Math.round(people / 2.6),
						population: people,
						areaM2: Math.round(areaOf(micro.cells) * 1e6),
						polygons: polygonsOf(micro.cells),
						...placeIn(micro.cells),
					});
				});
				const enclave = enclavesOf.get(gridIndex);
				if (enclave) {
					dedicatedNo += 1;
					const special = DEDICATED_KINDS[enclave.kindIndex] as (typeof DEDICATED_KINDS)[number];
					const people = pickInteger(random, 90, 640);
					grids.push({
						...common,
						code: `${code}${String(800 + dedicatedNo)}`,
						name: `${short}${special.ending}专属网格`,
						kind: 'dedicated',
						parentGridCode: gridCode,
						specialType: special.kind,
						divisionBasis: 'M',
						households: Math.round(people / 2.2),
						population: people,
						areaM2: Math.round(areaOf(enclave.cells) * 1e6),
						polygons: polygonsOf(enclave.cells),
						...placeIn(enclave.cells),
					});
				}
				gridIndex += 1;
			});
			const own = grids.slice(firstGrid);
			villages.push({
				code,
				name,
				level: 'village',
				unitType: isCommunity ? '社区' : '行政村',
				parentCode: townCode,
				sortNo: order + 1,
				urbanRuralCode: isUrban ? (isCommunity ? '111' : '112') : isCommunity ? '121' : '220',
				...sumUp(own),
				areaKm2: areaOf(village.cells),
				polygons: polygonsOf(village.cells),
				townIndex,
			});
			villageIndex += 1;
		});
		const area = (plan.towns[townIndex] as Area).cells;
		towns.push({
			code: townCode,
			name: townPlan.name,
			level: 'town',
			unitType: townPlan.kind,
			parentCode: DISTRICT_CODE,
			sortNo: townIndex + 1,
			urbanRuralCode: isUrban ? '111' : townPlan.kind === '镇' ? '121' : '210',
			...addUp(villages.slice(firstVillage)),
			areaKm2: areaOf(area),
			polygons: polygonsOf(area),
			townIndex,
		});
	});
	withholdSomePopulations(grids, random);
	const everyCell = Array.from({ length: mesh.cellCount }, (_, cell) => cell);
	const district: Unit = {
		code: DISTRICT_CODE,
		name: 'L区',
		level: 'district',
		unitType: '区',
		parentCode: null,
		sortNo: 1,
		urbanRuralCode: '111',
		...addUp(towns),
		areaKm2: areaOf(everyCell),
		polygons: polygonsOf(everyCell),
		townIndex: -1,
	};
	return {
		seed,
		code: DISTRICT_CODE,
		name: district.name,
		units: [district, ...towns, ...villages],
		towns,
		villages,
		grids: [...grids, ...micros],
		mainGridCount: grids.length,
		...drawOrientation(
			mesh,
			plan.terrain,
			outliner,
			plan.cost,
			plan.towns.map((town) => town.cells),
		),
	};
}

/** A few base grids have not delivered their population. */
function withholdSomePopulations(grids: Grid[], random: Random): void {
	const base = grids.filter((grid) => grid.kind === 'base');
	for (let i = 0; i < Math.max(1, Math.round(base.length * 0.02)); i += 1) {
		const grid = base[pickInteger(random, 0, base.length - 1)] as Grid;
		grid.population = null;
		grid.households = null;
	}
}

function sumUp(grids: Grid[]): { households: number; population: number; floating: number } {
	const population = grids.reduce((sum, grid) => sum + (grid.population ?? 0), 0);
	const households = grids.reduce((sum, grid) => sum + (grid.households ?? 0), 0);
	return { households, population, floating: Math.round(population * 0.23) };
}

function addUp(units: Unit[]): { households: number; population: number; floating: number } {
	return {
		households: units.reduce((sum, unit) => sum + unit.households, 0),
		population: units.reduce((sum, unit) => sum + unit.population, 0),
		floating: units.reduce((sum, unit) => sum + unit.floating, 0),
	};
}

/** Area of each cell with its smoothed corners, square kilometres. */
function makeCellAreas(mesh: HexMesh, outliner: Outliner): Float64Array {
	const { cornerX, cornerY } = outliner;
	return Float64Array.from({ length: mesh.cellCount }, (_, cell) => {
		let sum = 0;
		for (let side = 0; side < 6; side += 1) {
			const a = mesh.corners[cell * 6 + side] as number;
			const b = mesh.corners[cell * 6 + ((side + 1) % 6)] as number;
			sum += (cornerX[a] as number) * (cornerY[b] as number) - (cornerX[b] as number) * (cornerY[a] as number);
		}
		return sum / 2;
	});
}

function wetCells(mesh: HexMesh, terrain: Terrain): Uint8Array {
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
function findSpots(
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

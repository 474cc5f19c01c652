// The fictional district of a seed: units, grids with polygons that tile it, population, roads and water.
// Pure: no files, no clock. Which events happen there is make-events.ts.

import { type Area, carveDistrict, MICRO_PER_GRID } from './carve-district.ts';
import type { District, Grid, Unit } from './district.ts';
import { drawOrientation } from './draw-orientation.ts';
import { findSpots, wetCells } from './find-spots.ts';
import { maskOf } from './grow-regions.ts';
import { DEDICATED_KINDS, makeVillageNames, TOWN_PLANS } from './place-names.ts';
import { makeRandom, pickInteger, type Random } from './random.ts';
import { makeOutliner, measureCells, type Polygons } from './region-outlines.ts';

/** County code that no real county has (prefecture 99 of the province). */
const DISTRICT_CODE = '339901';
const CENTRE = { lng: 121.26, lat: 29.38 };

export interface DistrictOptions {
	seed: number;
	/** Base grids, at least 12; dedicated grids come on top (4 %). */
	gridCount: number;
}

/** Makes the district; the same options give the same district. Throws RangeError on fewer than 12 grids. */
export function makeDistrict({ seed, gridCount }: DistrictOptions): District {
	if (gridCount < 12) throw new RangeError('a sample district has at least 12 grids');
	const random = makeRandom(seed, 'district');
	const plan = carveDistrict(seed, gridCount, random);
	const { mesh } = plan;
	const outliner = makeOutliner(mesh, plan.labels, CENTRE);
	const polygonsOf = (cells: readonly number[]): Polygons => {
		const mask = maskOf(mesh, cells);
		return outliner.outline(cells, (cell) => mask[cell] === 1);
	};
	const cellArea = measureCells(mesh, outliner);
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

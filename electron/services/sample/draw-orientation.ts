// Roads and water for orientation on the map: lines between the towns, the river, a stream, lakes.
// They carry no figures and bound nothing; all of it lies inside the district.

import { growFromSeeds, type StepCost } from './grow-regions.ts';
import type { HexMesh } from './hex-mesh.ts';
import type { Outliner, Ring } from './region-outlines.ts';
import { HALF_HEIGHT_KM, HALF_WIDTH_KM, type Terrain } from './terrain.ts';

export interface OrientationLine {
	type: 'line';
	name: string;
	/** Importance of a road or stream, 1 first. */
	rank: number;
	points: Ring;
}

export interface OrientationPolygon {
	type: 'polygon';
	name: string;
	ring: Ring;
}

type Point = [number, number];

/** Links between towns (indexes in official order) that a main road follows; the first are the trunk roads. */
const LINKS: readonly [number, number, number, string][] = [
	[11, 1, 1, '滨江大道'],
	[1, 0, 1, '滨江大道'],
	[0, 2, 1, '滨江大道'],
	[2, 5, 1, '滨江大道'],
	[7, 0, 1, '中心大道'],
	[0, 3, 1, '中心大道'],
	[3, 8, 1, '中心大道'],
	[6, 1, 2, '苍望线'],
	[10, 3, 2, '云月线'],
	[3, 4, 2, '月桐线'],
	[4, 9, 2, '桐碶线'],
	[4, 2, 2, '桐兰线'],
	[6, 7, 2, '北环线'],
	[7, 5, 2, '北环线'],
	[10, 8, 2, '南环线'],
	[8, 9, 2, '南环线'],
	[11, 10, 2, '西山线'],
];

/** Draws the orientation layers. `towns` are the cells of each town in official order. */
export function drawOrientation(
	mesh: HexMesh,
	terrain: Terrain,
	outliner: Outliner,
	cost: StepCost,
	towns: readonly (readonly number[])[],
): { roads: OrientationLine[]; water: (OrientationPolygon | OrientationLine)[] } {
	const toMap = ([x, y]: Point): [number, number] => outliner.toLngLat(x, y);
	return {
		roads: drawRoads(mesh, cost, towns).map((road) => ({ ...road, points: road.points.map(toMap) })),
		water: [
			...drawRiver(terrain, toMap),
			...terrain.lakes.map((lake): OrientationPolygon => {
				const ring: Point[] = [];
				for (let step = 0; step <= 60; step += 1) {
					const angle = ((step % 60) / 60) * 2 * Math.PI;
					const radius = terrain.shoreRadius(lake, angle);
					ring.push([lake.x + radius * Math.cos(angle), lake.y + radius * Math.sin(angle) * 0.8]);
				}
				return { type: 'polygon', name: lake.name, ring: ring.map(toMap) };
			}),
		],
	};
}

function drawRiver(
	terrain: Terrain,
	toMap: (point: Point) => [number, number],
): (OrientationPolygon | OrientationLine)[] {
	const middle: Point[] = [];
	for (let x = -HALF_WIDTH_KM * 1.2; x <= HALF_WIDTH_KM * 1.2; x += 0.15) {
		const y = terrain.riverY(x);
		const w = terrain.riverHalfWidth(x) * 1.4;
		if (terrain.isInside(x, y + w) && terrain.isInside(x, y - w)) middle.push([x, y]);
	}
	const ring: Point[] = [];
	const half = (x: number, index: number): number =>
		Math.min(terrain.riverHalfWidth(x), 0.02 + (index / middle.length) * 0.6);
	middle.forEach(([x, y], index) => {
		ring.push([x, y - half(x, index)]);
	});
	[...middle].reverse().forEach(([x, y], index) => {
		ring.push([x, y + half(x, middle.length - 1 - index)]);
	});
	ring.push(ring[0] as Point);
	const stream: Point[] = [];
	for (let y = HALF_HEIGHT_KM * 1.1; y > -HALF_HEIGHT_KM; y -= 0.15) {
		const x = terrain.streamX(y);
		if (y < terrain.riverY(x)) break;
		if (terrain.isInside(x, y + 0.2)) stream.push([x, y]);
	}
	return [
		{ type: 'polygon', name: '澜江', ring: ring.map(toMap) },
		{ type: 'line', name: '霜溪', rank: 2, points: stream.map(toMap) },
	];
}

function drawRoads(mesh: HexMesh, cost: StepCost, towns: readonly (readonly number[])[]): OrientationLine[] {
	const everywhere = new Uint8Array(mesh.cellCount).fill(1);
	const paved = new Uint8Array(mesh.cellCount);
	const seats = towns.map((cells) => middleCell(mesh, cells));
	// Crossing the river is dear for borders but cheap by bridge; following a road that is there already is cheaper.
	const roadCost: StepCost = (a, b) => {
		const dx = (mesh.x[a] as number) - (mesh.x[b] as number);
		const dy = (mesh.y[a] as number) - (mesh.y[b] as number);
		const plain = Math.sqrt(dx * dx + dy * dy);
		const rough = Math.min(cost(a, b) * (mesh.scale[a] as number), 2.2 * plain);
		return (0.7 * plain + 0.3 * rough) * (paved[b] === 1 ? 0.45 : 1);
	};
	return LINKS.map(([fromTown, toTown, rank, name]): OrientationLine => {
		const start = seats[fromTown] as number;
		const { from } = growFromSeeds(mesh, everywhere, [start], roadCost);
		const points: Point[] = [];
		for (let cell = seats[toTown] as number; cell >= 0; cell = from[cell] as number) {
			points.push([mesh.x[cell] as number, mesh.y[cell] as number]);
			paved[cell] = 1;
		}
		return { type: 'line', name, rank, points: soften(points) };
	});
}

function middleCell(mesh: HexMesh, cells: readonly number[]): number {
	const meanX = cells.reduce((sum, cell) => sum + (mesh.x[cell] as number), 0) / cells.length;
	const meanY = cells.reduce((sum, cell) => sum + (mesh.y[cell] as number), 0) / cells.length;
	let best = cells[0] as number;
	let nearest = Number.POSITIVE_INFINITY;
	for (const cell of cells) {
		const distance = ((mesh.x[cell] as number) - meanX) ** 2 + ((mesh.y[cell] as number) - meanY) ** 2;
		if (distance < nearest) {
			nearest = distance;
			best = cell;
		}
	}
	return best;
}

/** Rounds a path of cell centres into a road; the ends stay. */
function soften(points: Point[]): Point[] {
	let line = points;
	for (let round = 0; round < 4; round += 1) {
		line = line.map((point, index) => {
			const before = line[index - 1];
			const after = line[index + 1];
			if (!before || !after) return point;
			return [(before[0] + 2 * point[0] + after[0]) / 4, (before[1] + 2 * point[1] + after[1]) / 4];
		});
	}
	return line.filter((_, index) => index % 2 === 0 || index === line.length - 1);
}

// What is wrong with the drawing of a district's grids (domain.md §2.3, grid topology checks). Pure: areas in, faults out.

import Flatbush from 'flatbush';
import type { z } from 'zod';
import type { TopologyFault as TopologyFaultSchema } from '../../../shared/contract/schemas/topology.ts';
import { TOPOLOGY_FAULTS } from '../../../shared/contract/schemas/topology.ts';
import type { PlaceArea } from '../cache/place-store.ts';
import { doRingsCross, isSelfCrossing, type Ring } from '../exports/ring-geometry.ts';
import { type CmRing, type Face, findFaces, isInRings, ringArea } from './topology-mesh.ts';
import { CM2_PER_M2, cornersOf, type Flat, makePlane, polygonsOf, widest } from './topology-plane.ts';

export type TopologyFault = z.infer<typeof TopologyFaultSchema>;

/** Smaller and narrower than both is the inexactness of drawing. */
const SMALLEST_M2 = 50;
const NARROWEST_M = 5;
/** Sums of areas differ by more than this share. */
const SUM_TOLERANCE = 0.01;
/** Areas that a fault names. */
const MOST_NAMED = 2;
/** How far beside an edge its neighbour is looked for. */
const BESIDE_CM = 3;
const namesOf = (flats: readonly Flat[]): TopologyFault['areas'] =>
	flats.map(({ area }) => ({ code: area.code, name: area.name }));

/** Kinds that are an overlap or a gap. */
const OVERLAPS_AND_GAPS: readonly TopologyFault['kind'][] = ['overlap', 'duplicate', 'gap', 'emptyHole'];

/** What was found. */
export interface TopologyFindings {
	/** Areas with a polygon. */
	checked: number;
	faults: TopologyFault[];
	/** Ids of all grids that overlap another one or lie on a gap, also those that a fault does not name. */
	ill: ReadonlySet<number>;
}

/** Finds the faults of the areas that have polygons. Cost grows with the corners that are not shared. */
export function findTopologyFaults(areas: readonly PlaceArea[]): TopologyFindings {
	const drawn = areas.filter((area) => area.geometry !== null);
	const start = drawn.length > 0 ? polygonsOf(drawn[0]?.geometry ?? '{"type":"Point"}')[0]?.[0]?.[0] : undefined;
	const ill = new Set<number>();
	if (!start) return { checked: 0, faults: [], ill };
	const plane = makePlane(start[0] ?? 0, start[1] ?? 0);
	const flats = drawn.flatMap((area) => plane.flatten(area) ?? []);
	const grids = flats.filter(({ area }) => area.level === 'grid');
	const faults: TopologyFault[] = [];
	const add = (kind: TopologyFault['kind'], of: readonly Flat[], ring: CmRing, areaCm2: number | null): void => {
		const { x, y, width } = widest(ring);
		const [sizeM2, widthM] = areaCm2 === null ? [null, null] : [areaCm2 / CM2_PER_M2, width / 100];
		if (sizeM2 !== null && widthM !== null && sizeM2 <= SMALLEST_M2 && widthM <= NARROWEST_M) return;
		const [lng, lat] = plane.toLngLat(x, y);
		if (OVERLAPS_AND_GAPS.includes(kind)) for (const { area } of of) if (area.level === 'grid') ill.add(area.areaId);
		faults.push({ kind, areas: namesOf(of.slice(0, MOST_NAMED)), lng, lat, sizeM2, widthM, share: null });
	};

	for (const flat of flats) {
		for (const ring of flat.rings) if (isSelfCrossing(closedRing(ring))) add('selfIntersection', [flat], ring, null);
	}
	findMicroOutside(flats, add);
	findStrayParts(grids, add);
	const units = unitsWithGrids(flats, grids, areas);
	judgeGround(units, grids, add);
	for (const { unit, inside } of units) {
		const share = inside.reduce((sum, { area, size }) => sum + (isEnclave(area, inside) ? 0 : size), 0) / unit.size;
		if (Math.abs(share - 1) <= SUM_TOLERANCE) continue;
		const { x, y } = widest(unit.rings[0] as CmRing);
		const [lng, lat] = plane.toLngLat(x, y);
		const sizeM2 = (Math.abs(share - 1) * unit.size) / CM2_PER_M2;
		faults.push({ kind: 'areaSum', areas: namesOf([unit]), lng, lat, sizeM2, widthM: null, share });
	}
	const rank = (fault: TopologyFault): number => TOPOLOGY_FAULTS.indexOf(fault.kind);
	faults.sort((one, other) => rank(one) - rank(other) || (other.sizeM2 ?? 0) - (one.sizeM2 ?? 0));
	return { checked: flats.length, faults, ill };
}

type Add = (kind: TopologyFault['kind'], of: readonly Flat[], ring: CmRing, areaCm2: number | null) => void;

function closedRing(ring: CmRing): Ring {
	const closed: [number, number][] = [];
	for (let at = 0; at < ring.length; at += 2) closed.push([ring[at] as number, ring[at + 1] as number]);
	return [...closed, closed[0] as [number, number]];
}

/** Grids by place. */
function indexGrids(grids: readonly Flat[]): (x: number, y: number, margin: number) => Flat[] {
	const tree = new Flatbush(grids.length);
	for (const { box } of grids) tree.add(...box);
	tree.finish();
	return (x, y, margin) =>
		tree.search(x - margin, y - margin, x + margin, y + margin).map((index) => grids[index] as Flat);
}

function findDuplicates(grids: readonly Flat[], add: Add): Flat[] {
	const kept = new Map<string, Flat>();
	for (const grid of grids) {
		const key = `${grid.size} ${grid.box.join(' ')}`;
		const first = kept.get(key);
		if (first && isSamePolygon(first, grid)) add('duplicate', [first, grid], grid.rings[0] as CmRing, grid.size);
		else kept.set(key, grid);
	}
	return [...kept.values()];
}

/** Overlaps of two grids, each pair by itself; a dedicated grid is an enclave of the grid around it. */
function findPairs(grids: readonly Flat[], find: ReturnType<typeof indexGrids>, add: Add): void {
	const rank = new Map(grids.map((grid, index) => [grid, index]));
	for (const one of grids) {
		const [west, south, east, north] = one.box;
		const reach = Math.max(east - west, north - south) / 2;
		for (const other of find((west + east) / 2, (south + north) / 2, reach)) {
			if ((rank.get(other) ?? 0) <= (rank.get(one) ?? 0) || isDedicated(other) !== isDedicated(one)) continue;
			const faces = findFaces([one.polygons, other.polygons], CM2_PER_M2);
			for (const { border, area } of facesIn(faces, one, (face) => isBesideIn(face, other)))
				add('overlap', [one, other], border, area);
		}
	}
}

const isDedicated = ({ area }: Flat): boolean => area.gridType === 'dedicated';

const facesIn = (faces: readonly Face[], flat: Flat, isMeant: (face: Face) => boolean): Face[] =>
	faces.filter((face) => isBesideIn(face, flat) && isMeant(face));

/** True when the face lies in the area, by all points that it is looked at. */
const isBesideIn = ({ beside }: Face, { rings }: Flat): boolean => beside.every(([x, y]) => isInRings(rings, x, y));

function isSamePolygon(one: Flat, other: Flat): boolean {
	if (one.size !== other.size || one.box.some((edge, index) => edge !== other.box[index])) return false;
	const corners = new Set(one.rings.flatMap((ring) => cornersOf(ring)));
	return other.rings.flatMap((ring) => cornersOf(ring)).every((corner) => corners.has(corner));
}

function findMicroOutside(flats: readonly Flat[], add: Add): void {
	const byId = new Map(flats.map((flat) => [flat.area.areaId, flat]));
	for (const micro of flats) {
		const parent = micro.area.level === 'microGrid' ? byId.get(micro.area.parentId ?? 0) : undefined;
		if (!parent) continue;
		const known = new Set(parent.rings.flatMap(cornersOf));
		const isInside = micro.rings.every((ring) => {
			const corners = cornersOf(ring);
			return corners.every(
				(corner, index) =>
					known.has(corner) || isInRings(parent.rings, ring[2 * index] as number, ring[2 * index + 1] as number),
			);
		});
		const isCrossed = micro.rings.some((ring) =>
			parent.rings.some((other) => doRingsCross(closedRing(ring), closedRing(other))),
		);
		if (isInside && !isCrossed) continue;
		const faces = findFaces([micro.polygons, parent.polygons], CM2_PER_M2);
		for (const { border, area } of facesIn(faces, micro, (face) => !isBesideIn(face, parent)))
			add('microOutside', [micro, parent], border, area);
	}
}

function findStrayParts(grids: readonly Flat[], add: Add): void {
	for (const grid of grids) {
		if (grid.polygons.length < 2) continue;
		const parts = grid.polygons
			.map(({ rings }) => rings[0] as CmRing)
			.sort((one, other) => ringArea(other) - ringArea(one));
		const held = new Set(cornersOf(parts[0] as CmRing));
		for (const part of parts.slice(1)) {
			const corners = cornersOf(part);
			if (!corners.some((corner) => held.has(corner))) add('strayPart', [grid], part, ringArea(part));
			for (const corner of corners) held.add(corner);
		}
	}
}

interface UnitWithGrids {
	unit: Flat;
	inside: Flat[];
}

/** The widest units that have a polygon and grids of their own. */
function unitsWithGrids(flats: readonly Flat[], grids: readonly Flat[], areas: readonly PlaceArea[]): UnitWithGrids[] {
	const parentOf = new Map(areas.map((area) => [area.areaId, area.parentId]));
	const isUnder = (areaId: number, unitId: number): boolean => {
		for (let at: number | null = areaId, depth = 0; at !== null && depth < 8; depth += 1) {
			if (at === unitId) return true;
			at = parentOf.get(at) ?? null;
		}
		return false;
	};
	for (const level of ['district', 'town', 'village'] as const) {
		const units = flats
			.filter(({ area }) => area.level === level)
			.map((unit) => ({ unit, inside: grids.filter(({ area }) => isUnder(area.areaId, unit.area.areaId)) }))
			.filter(({ inside }) => inside.length > 0);
		if (units.length > 0) return units;
	}
	return [];
}

/** Ground that no grid covers and ground that two claim, by one cut through the whole district. */
function judgeGround(units: readonly UnitWithGrids[], all: readonly Flat[], add: Add): void {
	if (all.length === 0) return;
	const grids = findDuplicates(all, add);
	const find = indexGrids(grids);
	const holders = units.map(({ unit }) => unit);
	const base = grids.filter((grid) => !isDedicated(grid));
	const dedicated = grids.filter(isDedicated);
	if (dedicated.length > 1) findPairs(dedicated, indexGrids(dedicated), add);
	const kinds = [base, dedicated, holders].map((flats) => flats.flatMap(({ polygons }) => polygons));
	const holes = new Map(
		grids.flatMap((grid) =>
			grid.polygons.flatMap(({ rings }) => rings.slice(1).map((hole) => [holeKey(hole), grid] as const)),
		),
	);
	for (const { border, area, beside } of findFaces(kinds, CM2_PER_M2)) {
		const [x = 0, y = 0] = beside[0] ?? [];
		const seen = beside.map(([px, py]) => find(px, py, 0).filter(({ rings }) => isInRings(rings, px, py)));
		const owners = new Set(seen.flat());
		if (seen.every((here) => here.filter((grid) => !isDedicated(grid)).length > 1)) {
			const claimants = base.filter((grid) => seen.every((here) => here.includes(grid)));
			// Borders that cancel out inside an overlap of many grids leave one face: then each pair by itself.
			if (claimants.length < 2 || claimants.some(({ size }) => area > size * 1.0001)) {
				findPairs(base, indexGrids(base), add);
				return;
			}
			add('overlap', claimants, border, area);
		}
		if (owners.size > 0) continue;
		const filled = holes.get(holeKey(border));
		if (filled) {
			add('emptyHole', [filled], border, area);
			continue;
		}
		const unit = holders.find(({ rings }) => isInRings(rings, x, y));
		if (holders.length > 0 && !unit) continue;
		const near = gridsAlong(border, find);
		const of = near.length > 0 ? near : unit ? [unit] : [];
		if (of.length > 0) add('gap', of, border, area);
	}
}

/** Grids on the other side of the edges of a face; one that only touches a corner is none. */
function gridsAlong(border: CmRing, find: ReturnType<typeof indexGrids>): Flat[] {
	const along = new Set<Flat>();
	for (let at = 0; at < border.length; at += 2) {
		const [x1, y1] = [border[at] as number, border[at + 1] as number];
		const [x2, y2] = [border[(at + 2) % border.length] as number, border[(at + 3) % border.length] as number];
		const length = Math.hypot(x2 - x1, y2 - y1);
		if (length < 2 * BESIDE_CM) continue;
		for (const side of [BESIDE_CM, -BESIDE_CM]) {
			const x = (x1 + x2) / 2 + (side * (y1 - y2)) / length;
			const y = (y1 + y2) / 2 + (side * (x2 - x1)) / length;
			for (const grid of find(x, y, 0)) if (isInRings(grid.rings, x, y)) along.add(grid);
		}
	}
	return [...along];
}

/** The same for a hole and the face that fills it, whatever corner they begin at. */
function holeKey(ring: CmRing): string {
	return cornersOf(ring).sort().join();
}

/** True for a dedicated grid whose ground its host counts as well. */
function isEnclave(area: PlaceArea, grids: readonly Flat[]): boolean {
	if (area.gridType !== 'dedicated') return false;
	const own = grids.find((flat) => flat.area === area);
	if (!own) return false;
	const { x, y } = widest(own.rings[0] as CmRing);
	return grids.some(
		({ area: host, rings }) => host !== area && host.gridType !== 'dedicated' && isInRings(rings, x, y),
	);
}

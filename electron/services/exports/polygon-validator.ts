// Is a delivered polygon fit to be drawn and counted in? Checks rings, puts windings right, and repairs only what is
// certain: a "hole" wholly outside its shell is an island of its own. Everything else is refused by name.

import { isRecord } from './json-elements.ts';
import { doRingsCross, isRingWithin, isSelfCrossing, type Ring, signedArea } from './ring-geometry.ts';

export type PolygonVerdict =
	/** `islands`: rings stored as holes that became polygons of their own. */
	| { geometry: string; islands: number; code: null }
	| { geometry: null; islands: 0; code: 'E_RING' | 'E_GEOMETRY' | 'E_GEOMETRY_RANGE' };

const refuse = (code: 'E_RING' | 'E_GEOMETRY' | 'E_GEOMETRY_RANGE'): PolygonVerdict => ({
	geometry: null,
	islands: 0,
	code,
});

class RingFault extends Error {
	readonly code: 'E_RING' | 'E_GEOMETRY' | 'E_GEOMETRY_RANGE';
	constructor(code: RingFault['code']) {
		super(code);
		this.code = code;
	}
}

/** A ring without repeated corners, closed; throws when it is none. */
function readRing(value: unknown): Ring {
	if (!Array.isArray(value)) throw new RingFault('E_GEOMETRY');
	const ring: [number, number][] = [];
	for (const position of value) {
		const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
		if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
			throw new RingFault('E_GEOMETRY');
		if (Math.abs(x) > 180 || Math.abs(y) > 90) throw new RingFault('E_GEOMETRY_RANGE');
		const last = ring.at(-1);
		if (last === undefined || last[0] !== x || last[1] !== y) ring.push([x, y]);
	}
	const first = ring[0];
	const last = ring.at(-1);
	if (first === undefined || last === undefined) throw new RingFault('E_GEOMETRY');
	// A ring that ends elsewhere than it began may have lost its end: closing it would draw a line nobody delivered.
	if (first[0] !== last[0] || first[1] !== last[1]) throw new RingFault('E_RING');
	if (ring.length < 4) throw new RingFault('E_RING');
	return ring;
}

/** Shells with their holes out of the rings of one polygon. */
function sortRings(rings: Ring[]): { shells: { shell: Ring; holes: Ring[] }[]; islands: number } {
	for (const ring of rings) {
		if (isSelfCrossing(ring) || signedArea(ring) === 0) throw new RingFault('E_RING');
	}
	for (const [index, ring] of rings.entries()) {
		for (const other of rings.slice(index + 1)) if (doRingsCross(ring, other)) throw new RingFault('E_RING');
	}
	const [shell, ...holes] = rings as [Ring, ...Ring[]];
	const shells: { shell: Ring; holes: Ring[] }[] = [{ shell, holes: [] }];
	for (const hole of holes) {
		if (isRingWithin(shell, hole)) throw new RingFault('E_RING');
		if (isRingWithin(hole, shell)) continue;
		// An island in an island, or a hole in one, cannot be told for certain.
		if (shells.slice(1).some((island) => isRingWithin(hole, island.shell) || isRingWithin(island.shell, hole)))
			throw new RingFault('E_RING');
		shells.push({ shell: hole, holes: [] });
	}
	for (const hole of holes) {
		if (!isRingWithin(hole, shell)) continue;
		if (holes.some((other) => other !== hole && isRingWithin(hole, other))) throw new RingFault('E_RING');
		shells[0]?.holes.push(hole);
	}
	return { shells, islands: shells.length - 1 };
}

function wound(ring: Ring, isShell: boolean): Ring {
	return signedArea(ring) > 0 === isShell ? ring : [...ring].reverse();
}

/** Checks a GeoJSON geometry that must be an area. Never throws. */
export function validatePolygon(value: unknown): PolygonVerdict {
	if (!isRecord(value) || !Array.isArray(value['coordinates'])) return refuse('E_GEOMETRY');
	const type = value['type'];
	if (type !== 'Polygon' && type !== 'MultiPolygon') return refuse('E_GEOMETRY');
	const delivered = (type === 'Polygon' ? [value['coordinates']] : value['coordinates']) as unknown[];
	try {
		const polygons: Ring[][] = [];
		let islands = 0;
		for (const rings of delivered) {
			if (!Array.isArray(rings) || rings.length === 0) return refuse('E_GEOMETRY');
			const sorted = sortRings(rings.map(readRing));
			islands += sorted.islands;
			for (const { shell, holes } of sorted.shells)
				polygons.push([wound(shell, true), ...holes.map((hole) => wound(hole, false))]);
		}
		if (polygons.length === 0) return refuse('E_GEOMETRY');
		if (haveCrossingShells(polygons)) return refuse('E_RING');
		const geometry =
			polygons.length === 1
				? { type: 'Polygon', coordinates: polygons[0] }
				: { type: 'MultiPolygon', coordinates: polygons };
		return { geometry: JSON.stringify(geometry), islands, code: null };
	} catch (error) {
		if (error instanceof RingFault) return refuse(error.code);
		throw error;
	}
}

function boxOf(ring: Ring): [number, number, number, number] {
	let [west, south, east, north] = [180, 90, -180, -90];
	for (const [x, y] of ring) {
		west = Math.min(west, x);
		south = Math.min(south, y);
		east = Math.max(east, x);
		north = Math.max(north, y);
	}
	return [west, south, east, north];
}

/** Parts of one area may touch but not overlap. */
function haveCrossingShells(polygons: Ring[][]): boolean {
	const shells = polygons.map(([shell]) => ({ shell: shell as Ring, box: boxOf(shell as Ring) }));
	for (const [index, first] of shells.entries()) {
		for (const second of shells.slice(index + 1)) {
			const [w1, s1, e1, n1] = first.box;
			const [w2, s2, e2, n2] = second.box;
			if (w1 > e2 || w2 > e1 || s1 > n2 || s2 > n1) continue;
			if (doRingsCross(first.shell, second.shell)) return true;
		}
	}
	return false;
}

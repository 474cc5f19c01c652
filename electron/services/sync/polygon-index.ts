// Finds the polygon that a point falls in, by a spatial index over bounding boxes and ray casting.
// Knows nothing of areas or events; a boundary shared by two polygons belongs to exactly one of them.

import Flatbush from 'flatbush';
import type { Geometry, Position } from 'geojson';

/** [west, south, east, north] in degrees. */
export type Bbox = [number, number, number, number];

interface IndexedPolygon {
	ownerId: number;
	/** Smaller wins where polygons overlap (enclaves, overlaps of a few metres). */
	priority: number;
	size: number;
	rings: Float64Array[];
}

function polygonsOf(geometry: Geometry): Position[][][] {
	if (geometry.type === 'Polygon') return [geometry.coordinates];
	if (geometry.type === 'MultiPolygon') return geometry.coordinates;
	return [];
}

function flatten(ring: Position[]): Float64Array {
	const flat = new Float64Array(ring.length * 2);
	ring.forEach((position, index) => {
		flat[index * 2] = position[0] ?? Number.NaN;
		flat[index * 2 + 1] = position[1] ?? Number.NaN;
	});
	return flat;
}

function ringBbox(ring: Float64Array): Bbox {
	const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < ring.length; i += 2) {
		const x = ring[i] as number;
		const y = ring[i + 1] as number;
		if (x < box[0]) box[0] = x;
		if (y < box[1]) box[1] = y;
		if (x > box[2]) box[2] = x;
		if (y > box[3]) box[3] = y;
	}
	return box;
}

/** Twice the area in square degrees; only for comparing sizes. */
function ringSize(ring: Float64Array): number {
	let sum = 0;
	for (let i = 0; i + 3 < ring.length; i += 2) {
		sum += (ring[i] as number) * (ring[i + 3] as number) - (ring[i + 2] as number) * (ring[i + 1] as number);
	}
	return Math.abs(sum);
}

function isInside(rings: readonly Float64Array[], x: number, y: number): boolean {
	let inside = false;
	for (const ring of rings) {
		const last = ring.length - 2;
		let x1 = ring[last] as number;
		let y1 = ring[last + 1] as number;
		for (let i = 0; i <= last; i += 2) {
			const x2 = ring[i] as number;
			const y2 = ring[i + 1] as number;
			// Half-open in y: a vertex counts for one of its two edges only.
			if (y1 > y !== y2 > y && x < ((x1 - x2) * (y - y2)) / (y1 - y2) + x2) inside = !inside;
			x1 = x2;
			y1 = y2;
		}
	}
	return inside;
}

/** Bounding box of a geometry; null without coordinates. */
export function geometryBbox(geometry: Geometry): Bbox | null {
	let box: Bbox | null = null;
	for (const polygon of polygonsOf(geometry)) {
		const [west, south, east, north] = ringBbox(flatten(polygon[0] ?? []));
		if (west > east) continue;
		box = box
			? [Math.min(box[0], west), Math.min(box[1], south), Math.max(box[2], east), Math.max(box[3], north)]
			: [west, south, east, north];
	}
	return box;
}

/** True when the point lies in the geometry (Polygon or MultiPolygon). */
export function containsPoint(geometry: Geometry, lng: number, lat: number): boolean {
	return polygonsOf(geometry).some((polygon) => isInside(polygon.map(flatten), lng, lat));
}

export interface PolygonSource {
	ownerId: number;
	/** Smaller wins where polygons overlap; equal priorities: the smaller polygon. */
	priority: number;
	geometry: Geometry;
}

/** Finds owners of points; `find` gives 0 where no polygon holds the point. */
export interface PolygonIndex {
	find(lng: number, lat: number): number;
	readonly bbox: Bbox | null;
}

/** Cells a side of the raster that spares most points the polygons. */
const RASTER = 1024;
/** Cell states: not asked yet, crossed by an edge; others are owner + 2. */
const UNKNOWN = 0;
const CROSSED = 1;

/** Marks every cell that an edge of a ring may touch, in pieces of at most one cell. */
function markEdges(
	cells: Uint32Array,
	ring: Float64Array,
	toX: (lng: number) => number,
	toY: (lat: number) => number,
): void {
	for (let i = 0; i + 3 < ring.length; i += 2) {
		const x1 = toX(ring[i] as number);
		const y1 = toY(ring[i + 1] as number);
		const x2 = toX(ring[i + 2] as number);
		const y2 = toY(ring[i + 3] as number);
		const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1))));
		for (let piece = 0; piece < pieces; piece += 1) {
			const [from, to] = [piece / pieces, (piece + 1) / pieces];
			const [ax, bx] = [x1 + (x2 - x1) * from, x1 + (x2 - x1) * to];
			const [ay, by] = [y1 + (y2 - y1) * from, y1 + (y2 - y1) * to];
			// A hair wider than the piece, so that rounding never leaves a touched cell out.
			const west = Math.max(0, Math.floor(Math.min(ax, bx) - 1e-6));
			const east = Math.min(RASTER - 1, Math.floor(Math.max(ax, bx) + 1e-6));
			const south = Math.max(0, Math.floor(Math.min(ay, by) - 1e-6));
			const north = Math.min(RASTER - 1, Math.floor(Math.max(ay, by) + 1e-6));
			for (let y = south; y <= north; y += 1) for (let x = west; x <= east; x += 1) cells[y * RASTER + x] = CROSSED;
		}
	}
}

/**
 * Builds the index; cost grows with the number of vertices. Points in a cell of the raster that no edge crosses share
 * one owner, which is found once; the others go by bounding boxes and rings.
 */
export function buildPolygonIndex(sources: readonly PolygonSource[]): PolygonIndex {
	const polygons: IndexedPolygon[] = [];
	const boxes: Bbox[] = [];
	for (const source of sources) {
		for (const coordinates of polygonsOf(source.geometry)) {
			const rings = coordinates.map(flatten);
			const outer = rings[0];
			if (!outer || outer.length < 8) continue;
			polygons.push({ ownerId: source.ownerId, priority: source.priority, size: ringSize(outer), rings });
			boxes.push(ringBbox(outer));
		}
	}
	if (polygons.length === 0) return { find: () => 0, bbox: null };
	const tree = new Flatbush(polygons.length);
	for (const box of boxes) tree.add(...box);
	tree.finish();
	const { minX, minY, maxX, maxY } = tree;

	function findExactly(lng: number, lat: number): number {
		let best: IndexedPolygon | undefined;
		for (const index of tree.search(lng, lat, lng, lat)) {
			const polygon = polygons[index] as IndexedPolygon;
			const isWorse =
				best !== undefined &&
				(polygon.priority > best.priority || (polygon.priority === best.priority && polygon.size >= best.size));
			if (!isWorse && isInside(polygon.rings, lng, lat)) best = polygon;
		}
		return best?.ownerId ?? 0;
	}

	const scaleX = RASTER / (maxX - minX);
	const scaleY = RASTER / (maxY - minY);
	const toX = (lng: number): number => (lng - minX) * scaleX;
	const toY = (lat: number): number => (lat - minY) * scaleY;
	/** A sliver that the raster cannot divide is left to the rings. */
	const isDivisible = maxX - minX > 1e-9 && maxY - minY > 1e-9;
	let cells: Uint32Array | null = null;

	return {
		bbox: [minX, minY, maxX, maxY],
		find(lng, lat) {
			if (!(lng >= minX && lng <= maxX && lat >= minY && lat <= maxY)) return 0;
			if (!isDivisible) return findExactly(lng, lat);
			if (!cells) {
				cells = new Uint32Array(RASTER * RASTER);
				for (const { rings } of polygons) for (const ring of rings) markEdges(cells, ring, toX, toY);
			}
			const x = Math.min(RASTER - 1, Math.floor(toX(lng)));
			const y = Math.min(RASTER - 1, Math.floor(toY(lat)));
			const cell = cells[y * RASTER + x] as number;
			if (cell === CROSSED) return findExactly(lng, lat);
			if (cell !== UNKNOWN) return cell - 2;
			const ownerId = findExactly(lng, lat);
			cells[y * RASTER + x] = ownerId + 2;
			return ownerId;
		},
	};
}

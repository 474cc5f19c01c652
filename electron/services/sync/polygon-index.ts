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

/** Builds the index; cost grows with the number of vertices. */
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
	return {
		bbox: [tree.minX, tree.minY, tree.maxX, tree.maxY],
		find(lng, lat) {
			let best: IndexedPolygon | undefined;
			for (const index of tree.search(lng, lat, lng, lat)) {
				const polygon = polygons[index] as IndexedPolygon;
				if (
					best &&
					(polygon.priority > best.priority || (polygon.priority === best.priority && polygon.size >= best.size))
				) {
					continue;
				}
				if (isInside(polygon.rings, lng, lat)) best = polygon;
			}
			return best?.ownerId ?? 0;
		},
	};
}

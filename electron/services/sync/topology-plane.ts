// Areas laid flat in whole centimetres, for the checks of how grids are drawn. Pure geometry.

import type { Geometry, Position } from 'geojson';
import type { PlaceArea } from '../cache/place-store.ts';
import { labelPointOf } from './label-point.ts';
import { type CmPolygon, type CmRing, ringArea } from './topology-mesh.ts';

export const CM2_PER_M2 = 10_000;
const CM_PER_DEGREE = 11_132_000;

/** An area laid flat. */
export interface Flat {
	area: PlaceArea;
	polygons: CmPolygon[];
	rings: CmRing[];
	box: [number, number, number, number];
	/** Square centimetres. */
	size: number;
}

export interface Plane {
	flatten(area: PlaceArea): Flat | null;
	toLngLat(x: number, y: number): [number, number];
}

/** Rings of the polygons of a GeoJSON text. */
export function polygonsOf(text: string): Position[][][] {
	const geometry = JSON.parse(text) as Geometry;
	if (geometry.type === 'Polygon') return [geometry.coordinates];
	return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/** Degrees around one point as centimetres; good to a part in a thousand within a district. */
export function makePlane(lng0: number, lat0: number): Plane {
	const scaleX = CM_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180);
	const toRing = (ring: Position[]): CmRing => {
		const flat: number[] = [];
		for (const [lng = 0, lat = 0] of ring) {
			const [x, y] = [Math.round((lng - lng0) * scaleX), Math.round((lat - lat0) * CM_PER_DEGREE)];
			if (flat.at(-2) !== x || flat.at(-1) !== y) flat.push(x, y);
		}
		if (flat.length > 2 && flat[0] === flat.at(-2) && flat[1] === flat.at(-1)) flat.length -= 2;
		return Float64Array.from(flat);
	};
	return {
		toLngLat: (x, y) => [lng0 + x / scaleX, lat0 + y / CM_PER_DEGREE],
		flatten(area) {
			const polygons = polygonsOf(area.geometry ?? '{"type":"Point"}').map((rings) => ({
				rings: rings.map(toRing).filter((ring) => ring.length >= 6),
			}));
			const rings = polygons.flatMap((polygon) => polygon.rings);
			if (rings.length === 0) return null;
			const box: Flat['box'] = [Infinity, Infinity, -Infinity, -Infinity];
			for (const ring of rings) {
				for (let at = 0; at < ring.length; at += 2) {
					const [x, y] = [ring[at] as number, ring[at + 1] as number];
					box[0] = Math.min(box[0], x);
					box[1] = Math.min(box[1], y);
					box[2] = Math.max(box[2], x);
					box[3] = Math.max(box[3], y);
				}
			}
			const size = polygons.reduce((sum, { rings: [shell, ...holes] }) => {
				const inner = holes.reduce((all, hole) => all + ringArea(hole), 0);
				return sum + (shell ? ringArea(shell) - inner : 0);
			}, 0);
			return { area, polygons, rings, box, size };
		},
	};
}

/** Where a ring is widest, and how wide it is there in centimetres. */
export function widest(ring: CmRing): { x: number; y: number; width: number } {
	const closed: Position[] = [];
	for (let at = 0; at < ring.length; at += 2) closed.push([ring[at] as number, ring[at + 1] as number]);
	closed.push(closed[0] as Position);
	const [x, y] = labelPointOf({ type: 'Polygon', coordinates: [closed] }) ?? [ring[0] as number, ring[1] as number];
	let nearest = Infinity;
	for (let at = 0; at + 1 < closed.length; at++) {
		const [ax = 0, ay = 0] = closed[at] as Position;
		const [bx = 0, by = 0] = closed[at + 1] as Position;
		const [dx, dy] = [bx - ax, by - ay];
		const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
		nearest = Math.min(nearest, Math.hypot(x - ax - share * dx, y - ay - share * dy));
	}
	return { x, y, width: 2 * nearest };
}

/** Corners of a ring as keys. */
export function cornersOf(ring: CmRing): string[] {
	return Array.from({ length: ring.length / 2 }, (_, index) => `${ring[2 * index]} ${ring[2 * index + 1]}`);
}

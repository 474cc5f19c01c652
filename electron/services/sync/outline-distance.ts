// How far a point lies from an outline, in metres on the ground. Flat at the scale of a district: a degree of longitude
// shrinks with the latitude. Knows nothing of areas or events.

import type { Geometry } from 'geojson';

/** Metres of a degree of latitude on the mean sphere (6,371,008.8 m). */
const METRES_PER_DEGREE = (Math.PI / 180) * 6_371_008.8;

/** One polygon or several. */
export interface AreaOutline {
	/** True inside, or where some edge is at most so far away. */
	isWithin(lng: number, lat: number, metres: number): boolean;
}

/** Prepares an outline; rings are read once. */
export function openOutline(geometry: Geometry): AreaOutline {
	const polygons =
		geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
	const rings = polygons
		.flat()
		.map((ring) => Float64Array.from(ring.flatMap(([x = Number.NaN, y = Number.NaN]) => [x, y])));
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const ring of rings) {
		for (let at = 0; at < ring.length; at += 2) {
			west = Math.min(west, ring[at] as number);
			east = Math.max(east, ring[at] as number);
			south = Math.min(south, ring[at + 1] as number);
			north = Math.max(north, ring[at + 1] as number);
		}
	}
	return {
		isWithin(lng, lat, metres) {
			const perLng = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
			const marginLng = metres / perLng;
			const marginLat = metres / METRES_PER_DEGREE;
			if (lng < west - marginLng || lng > east + marginLng) return false;
			if (lat < south - marginLat || lat > north + marginLat) return false;
			return isInRings(rings, lng, lat) || rings.some((ring) => isRingWithin(ring, lng, lat, perLng, metres));
		},
	};
}

/** Even-odd over all rings: holes are out, parts are in. */
function isInRings(rings: readonly Float64Array[], lng: number, lat: number): boolean {
	let isIn = false;
	for (const ring of rings) {
		for (let at = 2; at < ring.length; at += 2) {
			const [x1, y1] = [ring[at - 2] as number, ring[at - 1] as number];
			const [x2, y2] = [ring[at] as number, ring[at + 1] as number];
			if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) isIn = !isIn;
		}
	}
	return isIn;
}

function isRingWithin(ring: Float64Array, lng: number, lat: number, perLng: number, metres: number): boolean {
	const limit = metres * metres;
	let x1 = ((ring[0] as number) - lng) * perLng;
	let y1 = ((ring[1] as number) - lat) * METRES_PER_DEGREE;
	for (let at = 2; at < ring.length; at += 2) {
		const x2 = ((ring[at] as number) - lng) * perLng;
		const y2 = ((ring[at + 1] as number) - lat) * METRES_PER_DEGREE;
		const [dx, dy] = [x2 - x1, y2 - y1];
		const length = dx * dx + dy * dy;
		const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length));
		const [x, y] = [x1 + share * dx, y1 + share * dy];
		if (x * x + y * y <= limit) return true;
		x1 = x2;
		y1 = y2;
	}
	return false;
}

// A point inside a polygon for its label: the middle of a wide stretch, away from the edges. Pure geometry.

import type { Geometry, Position } from 'geojson';

const SCAN_LINES = 24;

interface Candidate {
	lng: number;
	lat: number;
	score: number;
}

/** Where the line at latitude `lat` enters and leaves the polygon, west to east. */
function crossings(rings: readonly Position[][], lat: number): number[] {
	const found: number[] = [];
	for (const ring of rings) {
		for (let i = 0; i + 1 < ring.length; i += 1) {
			const [x1 = 0, y1 = 0] = ring[i] ?? [];
			const [x2 = 0, y2 = 0] = ring[i + 1] ?? [];
			if (y1 > lat !== y2 > lat) found.push(((x2 - x1) * (lat - y1)) / (y2 - y1) + x1);
		}
	}
	return found.sort((a, b) => a - b);
}

function bestOf(rings: readonly Position[][]): Candidate | null {
	const lats = (rings[0] ?? []).map((position) => position[1] ?? 0);
	const south = Math.min(...lats);
	const north = Math.max(...lats);
	let best: Candidate | null = null;
	for (let line = 1; line <= SCAN_LINES; line += 1) {
		const lat = south + ((north - south) * line) / (SCAN_LINES + 1);
		const xs = crossings(rings, lat);
		for (let i = 0; i + 1 < xs.length; i += 2) {
			const west = xs[i] as number;
			const east = xs[i + 1] as number;
			const score = Math.min(east - west, 2 * Math.min(lat - south, north - lat));
			if (east > west && (!best || score > best.score)) best = { lng: (west + east) / 2, lat, score };
		}
	}
	return best;
}

/** [lng, lat] inside the geometry (its roomiest part); null when it has no area. */
export function labelPointOf(geometry: Geometry): [number, number] | null {
	const polygons =
		geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
	let best: Candidate | null = null;
	for (const rings of polygons) {
		const candidate = bestOf(rings);
		if (candidate && (!best || candidate.score > best.score)) best = candidate;
	}
	return best ? [best.lng, best.lat] : null;
}

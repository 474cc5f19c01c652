// Where the reference counts an event (figures.md, Place), by plain ray casting over the delivered polygons.
// Written for the benchmark's reference; it imports nothing of the product.

import { readFileSync } from 'node:fs';

type Ring = [number, number][];

interface Grid {
	code: string;
	townCode: string;
	polygons: Ring[][];
	west: number;
	east: number;
	south: number;
	north: number;
}

interface GridFeature {
	properties: { 网格编码: string; 所属村社编码: string };
	geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
}

/** Crossings of a ray to the east; odd means inside. Holes flip it back. */
function contains(polygon: readonly Ring[], lng: number, lat: number): boolean {
	let isInside = false;
	for (const ring of polygon) {
		for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
			const [x1, y1] = ring[index] ?? [0, 0];
			const [x2, y2] = ring[before] ?? [0, 0];
			if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) isInside = !isInside;
		}
	}
	return isInside;
}

export interface ReferencePlaces {
	/** Grid code → town code (the first nine digits of its village). */
	townOfGrid: ReadonlyMap<string, string>;
	/** Town code of the grid that a point falls in; null outside all. */
	townAt(lng: number, lat: number): string | null;
}

/** Reads the grid export. */
export function readPlaces(gridsFile: string): ReferencePlaces {
	const { features } = JSON.parse(readFileSync(gridsFile, 'utf8')) as { features: GridFeature[] };
	const grids: Grid[] = features.map(({ properties, geometry }) => {
		const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
		const points = polygons.flat(2);
		const lngs = points.map(([lng]) => lng);
		const lats = points.map(([, lat]) => lat);
		return {
			code: properties.网格编码,
			townCode: properties.所属村社编码.slice(0, 9),
			polygons,
			west: Math.min(...lngs),
			east: Math.max(...lngs),
			south: Math.min(...lats),
			north: Math.max(...lats),
		};
	});
	return {
		townOfGrid: new Map(grids.map(({ code, townCode }) => [code, townCode])),
		townAt(lng, lat) {
			const found = grids.find(
				({ west, east, south, north, polygons }) =>
					lng >= west && lng <= east && lat >= south && lat <= north && polygons.some((one) => contains(one, lng, lat)),
			);
			return found?.townCode ?? null;
		},
	};
}

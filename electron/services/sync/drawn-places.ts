// What the polygons of the areas say of a point: which area holds it, whether it can lie in the district at all, whether
// it is near a grid. Nothing is read or built before a point is asked about: many files need only names.

import type { Geometry } from 'geojson';
import type { PlaceArea } from '../cache/place-store.ts';
import { type AreaOutline, openOutline } from './outline-distance.ts';
import { withMargin } from './plausible-box.ts';
import { type Bbox, buildPolygonIndex, geometryBbox, type PolygonIndex, type PolygonSource } from './polygon-index.ts';

export interface DrawnPlaces {
	/** Area of the finest level whose polygon holds the point; 0 for none. */
	find(lng: number, lat: number): number;
	/** False without a point, and outside of what the polygons cover. */
	isPlausible(lng: number, lat: number): boolean;
	/** At most `metres` from the grid. */
	isNearGrid(gridId: number, lng: number, lat: number, metres: number): boolean;
}

interface Drawing {
	/** Polygons by level, the finest first. */
	levels: PolygonSource[][];
	indexes: PolygonIndex[];
	outlines: Map<number, AreaOutline[]>;
	believed: ReturnType<typeof withMargin> | null;
}

function joinBoxes(a: Bbox | null, b: Bbox | null): Bbox | null {
	if (a === null || b === null) return a ?? b;
	return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function readDrawing(areas: readonly PlaceArea[], gridOf: (areaId: number) => number): Drawing {
	const sources: Record<'grid' | 'village' | 'town', PolygonSource[]> = { grid: [], village: [], town: [] };
	let box: Bbox | null = null;
	for (const area of areas) {
		if (!area.geometry) continue;
		const geometry = JSON.parse(area.geometry) as Geometry;
		box = joinBoxes(box, geometryBbox(geometry));
		if (area.level === 'town' || area.level === 'village') {
			sources[area.level].push({ ownerId: area.areaId, priority: 0, geometry });
		} else if (area.level !== 'district') {
			// A micro-grid is read as its parent grid; a dedicated grid is an enclave and wins over the base grid around it.
			const ownerId = gridOf(area.areaId);
			const priority = area.level === 'microGrid' ? 2 : area.gridType === 'dedicated' ? 0 : 1;
			if (ownerId) sources.grid.push({ ownerId, priority, geometry });
		}
	}
	const levels = [sources.grid, sources.village, sources.town];
	return { levels, indexes: [], outlines: new Map(), believed: box ? withMargin(box) : null };
}

/** `gridOf`: the grid that an area is or lies in, 0 for none. */
export function openDrawnPlaces(areas: readonly PlaceArea[], gridOf: (areaId: number) => number): DrawnPlaces {
	let read: Drawing | null = null;
	const drawing = (): Drawing => {
		read ??= readDrawing(areas, gridOf);
		return read;
	};
	return {
		find(lng, lat) {
			const { levels, indexes } = drawing();
			for (let level = 0; level < levels.length; level += 1) {
				indexes[level] ??= buildPolygonIndex(levels[level] ?? []);
				const ownerId = indexes[level]?.find(lng, lat) ?? 0;
				if (ownerId) return ownerId;
			}
			return 0;
		},
		isPlausible(lng, lat) {
			if (Number.isNaN(lng) || Number.isNaN(lat)) return false;
			const { believed } = drawing();
			if (!believed) return true;
			return lng >= believed.west && lng <= believed.east && lat >= believed.south && lat <= believed.north;
		},
		isNearGrid(gridId, lng, lat, metres) {
			const { levels, outlines } = drawing();
			let own = outlines.get(gridId);
			if (!own) {
				own = (levels[0] ?? [])
					.filter(({ ownerId }) => ownerId === gridId)
					.map(({ geometry }) => openOutline(geometry));
				outlines.set(gridId, own);
			}
			return own.some((each) => each.isWithin(lng, lat, metres));
		},
	};
}

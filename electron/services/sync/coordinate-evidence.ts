// What the district's own polygons say of points: in which declared unit they lie, and whether in any. Pure reading.

import type { Geometry } from 'geojson';
import type { ReadableDb } from '../cache/cache-db.ts';
import type { PlaceArea } from '../cache/place-store.ts';
import type { CoordinateEvidence } from '../exports/coordinates/detective.ts';
import { findPlausibleBox } from './plausible-box.ts';
import { buildPolygonIndex } from './polygon-index.ts';

/** Null where the cache has no polygons: nothing can then be told. */
export function findCoordinateEvidence(db: ReadableDb, areas: readonly PlaceArea[]): CoordinateEvidence | null {
	const box = findPlausibleBox(db);
	// The finest polygons there are; micro-grids are parts of grids.
	const level = (['grid', 'village', 'town', 'district'] as const).find((one) =>
		areas.some((area) => area.level === one && area.geometry !== null),
	);
	if (!box || !level) return null;
	const drawn = areas.filter((area) => area.level === level && area.geometry !== null);
	const byId = new Map(areas.map((area) => [area.areaId, area]));
	const lineOf = (areaId: number): number[] => {
		const line: number[] = [];
		for (let at = byId.get(areaId); at && line.length < 8; at = byId.get(at.parentId ?? 0)) line.push(at.areaId);
		return line;
	};
	/** Units that have a polygon in them. */
	const told = new Set(drawn.flatMap(({ areaId }) => lineOf(areaId)));
	const districts = new Set(areas.filter((area) => area.level === 'district').map(({ areaId }) => areaId));
	const lines = new Map(drawn.map(({ areaId }) => [areaId, new Set(lineOf(areaId))]));
	let index: ReturnType<typeof buildPolygonIndex> | null = null;
	const find = (lng: number, lat: number): number => {
		index ??= buildPolygonIndex(
			drawn.map((area) => ({
				ownerId: area.areaId,
				priority: area.gridType === 'dedicated' ? 0 : 1,
				geometry: JSON.parse(area.geometry as string) as Geometry,
			})),
		);
		return index.find(lng, lat);
	};
	return {
		isInside(areaId, lng, lat) {
			if (districts.has(areaId)) return null;
			// A unit below the polygons lies in the one that holds it.
			const judged = told.has(areaId) ? areaId : lineOf(areaId).find((one) => lines.has(one));
			if (judged === undefined) return null;
			return lines.get(find(lng, lat))?.has(judged) ?? false;
		},
		isPlausible: (lng, lat) => lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north,
		isCovered: (lng, lat) => find(lng, lat) !== 0,
	};
}

/** False for a district that lies outside China for certain: there are then no other systems to tell apart. */
export function isInChina(db: ReadableDb): boolean {
	const box = findPlausibleBox(db);
	return !box || (box.west >= 73 && box.east <= 136 && box.south >= 17 && box.north <= 54);
}

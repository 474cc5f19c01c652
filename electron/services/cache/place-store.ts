// Reads the areas for the place resolver and keeps `place`, the distinct ways in which exports name a place.

import type { AreaLevel } from '../../../shared/domain/codes.ts';
import type { ReadableDb, WritableDb } from './cache-db.ts';

/** An area as the resolver needs it. */
export interface PlaceArea {
	areaId: number;
	code: string;
	stdCode: string | null;
	name: string;
	shortName: string;
	level: AreaLevel;
	parentId: number | null;
	gridType: 'base' | 'dedicated' | 'micro' | null;
	/** GeoJSON geometry text; null without one. */
	geometry: string | null;
}

/** The words of one `place` row, as delivered; empty where not delivered. */
export interface PlaceWords {
	town: string;
	village: string;
	grid: string;
	micro: string;
}

/** All areas with what resolving a place needs. */
export function readPlaceAreas(db: ReadableDb): PlaceArea[] {
	return db
		.prepare<[], PlaceArea>(
			`SELECT area_id AS areaId, area_code AS code, std_code AS stdCode, area_name AS name, short_name AS shortName,
				level, parent_id AS parentId, grid_type AS gridType, geometry FROM area WHERE is_active = 1 ORDER BY area_id`,
		)
		.all();
}

export interface PlaceRow extends PlaceWords {
	placeId: number;
	areaId: number | null;
}

/** All places seen so far. */
export function readPlaces(db: ReadableDb): PlaceRow[] {
	return db
		.prepare<[], PlaceRow>(
			`SELECT place_id AS placeId, town_raw AS town, village_raw AS village, grid_raw AS "grid", micro_raw AS micro,
				area_id AS areaId FROM place ORDER BY place_id`,
		)
		.all();
}

/** Id of the place with these words, made when new; `areaId` 0 = nothing known. */
export function putPlace(db: WritableDb, words: PlaceWords, areaId: number, batchId: number): number {
	const row = db
		.prepare<[string, string, string, string, number | null, number], { place_id: number }>(
			`INSERT INTO place (town_raw, village_raw, grid_raw, micro_raw, area_id, first_batch_id) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT DO UPDATE SET area_id = excluded.area_id RETURNING place_id`,
		)
		.get(words.town, words.village, words.grid, words.micro, areaId || null, batchId);
	if (!row) throw new Error('place was not stored');
	return row.place_id;
}

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
	/** A grid no longer in use: its code still means it, its name and its ground do not. */
	isRetired?: boolean;
	/** Other names that a person confirmed. */
	aliases?: readonly string[];
}

/** The words of one `place` row, as delivered; empty where not delivered. */
export interface PlaceWords {
	town: string;
	village: string;
	grid: string;
	micro: string;
}

/** All areas in use with what resolving a place needs. */
export function readPlaceAreas(db: ReadableDb): PlaceArea[] {
	return readResolvableAreas(db).filter(({ isRetired }) => !isRetired);
}

/** All areas in use, and the grids that no longer are: their codes still stand in older exports. */
export function readResolvableAreas(db: ReadableDb): PlaceArea[] {
	const aliases = new Map<string, string[]>();
	for (const { code, word } of listAliases(db)) aliases.set(code, [...(aliases.get(code) ?? []), word]);
	const areas = db
		.prepare<[], PlaceArea & { isActive: 0 | 1 }>(
			`SELECT area_id AS areaId, area_code AS code, std_code AS stdCode, area_name AS name, short_name AS shortName,
				level, parent_id AS parentId, grid_type AS gridType, geometry, is_active AS isActive FROM area
			WHERE is_active = 1 OR level IN ('grid', 'microGrid') ORDER BY area_id`,
		)
		.all();
	return areas.map(({ isActive, ...area }) => {
		const confirmed = aliases.get(area.code);
		const retired = isActive === 1 ? {} : { isRetired: true, geometry: null };
		return { ...area, ...retired, ...(confirmed ? { aliases: confirmed } : {}) };
	});
}

/** Outlines of grids that are no longer in use, by area id: the ground they stood on. */
export function readRetiredGround(db: ReadableDb): Map<number, string> {
	const rows = db
		.prepare<[], { areaId: number; geometry: string }>(
			'SELECT area_id AS areaId, geometry FROM area WHERE is_active = 0 AND geometry IS NOT NULL',
		)
		.all();
	return new Map(rows.map(({ areaId, geometry }) => [areaId, geometry]));
}

export interface StoredAlias {
	aliasId: number;
	code: string;
	word: string;
}

/** Names that a person confirmed, the newest first. */
export function listAliases(db: ReadableDb): StoredAlias[] {
	return db
		.prepare<[], StoredAlias>(
			'SELECT alias_id AS aliasId, area_code AS code, word FROM place_alias WHERE undone_at IS NULL ORDER BY alias_id DESC',
		)
		.all();
}

/** Keeps a confirmed name; returns its id. */
export function insertAlias(db: WritableDb, code: string, word: string, nowS: number): number {
	const { lastInsertRowid } = db
		.prepare('INSERT INTO place_alias (area_code, word, confirmed_at) VALUES (?, ?, ?)')
		.run(code, word, nowS);
	return Number(lastInsertRowid);
}

/** Takes a confirmed name back; false when there is none of that id. */
export function undoAlias(db: WritableDb, aliasId: number, nowS: number): boolean {
	return (
		db.prepare('UPDATE place_alias SET undone_at = ? WHERE alias_id = ? AND undone_at IS NULL').run(nowS, aliasId)
			.changes > 0
	);
}

/** Events and the places they name, for places that any event names. */
export function countEventsByPlace(db: ReadableDb): Map<number, number> {
	const rows = db
		.prepare<[], { placeId: number; n: number }>(
			'SELECT place_id AS placeId, count(*) AS n FROM event GROUP BY place_id',
		)
		.all();
	return new Map(rows.map(({ placeId, n }) => [placeId, n]));
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

// What areas are made of beside their figures: size, cut, staff and places by area. Reads only; judges nothing.

import type { GridType } from '../../../shared/domain/codes.ts';
import type { ReadableDb } from './cache-db.ts';

/** The columns of one area that say how it is cut and how large it is. */
export interface AreaMakeup {
	areaId: number;
	code: string;
	households: number | null;
	residents: number | null;
	areaM2: number | null;
	/** Letters T, G, M as delivered and recognised; empty where nothing was delivered. */
	divisionBasis: string;
	gridType: GridType | null;
	hasOutline: boolean;
	hasParent: boolean;
	level: 'district' | 'town' | 'village' | 'grid' | 'microGrid';
	parentId: number | null;
}

/** Every active area by id. */
export function readAreaMakeups(db: ReadableDb): Map<number, AreaMakeup> {
	const rows = db
		.prepare<[], Omit<AreaMakeup, 'hasOutline' | 'hasParent'> & { hasOutline: number; hasParent: number }>(
			`SELECT area_id AS areaId, area_code AS code, households, pop_resident AS residents, area_m2 AS areaM2,
				coalesce(division_basis, '') AS divisionBasis, grid_type AS gridType, geometry IS NOT NULL AS hasOutline,
				parent_id IS NOT NULL AS hasParent, level, parent_id AS parentId
			FROM area WHERE is_active = 1`,
		)
		.all();
	return new Map(
		rows.map((row) => [row.areaId, { ...row, hasOutline: row.hasOutline === 1, hasParent: row.hasParent === 1 }]),
	);
}

/** Persons in post on a Shanghai day by area and role code; a role nobody has mapped has code null. */
export function countStaffByArea(
	db: ReadableDb,
	day: number,
): { areaId: number; role: string | null; count: number }[] {
	return db
		.prepare<[number, number], { areaId: number; role: string | null; count: number }>(
			`SELECT p.area_id AS areaId, d.code AS role, count(*) AS count FROM grid_staff s
			JOIN place p ON p.place_id = s.area_place_id LEFT JOIN dict_item d ON d.dict_id = s.role_ref
			WHERE p.area_id IS NOT NULL AND (s.hired_on IS NULL OR s.hired_on <= ?) AND (s.left_on IS NULL OR s.left_on > ?)
			GROUP BY p.area_id, d.code ORDER BY p.area_id, d.code`,
		)
		.all(day, day);
}

/** Key places by area and kind as delivered. */
export function countKeyPlacesByArea(db: ReadableDb): { areaId: number; kind: string; count: number }[] {
	return db
		.prepare<[], { areaId: number; kind: string; count: number }>(
			`SELECT p.area_id AS areaId, coalesce(d.raw, '') AS kind, count(*) AS count FROM key_place k
			JOIN place p ON p.place_id = k.area_place_id LEFT JOIN dict_item d ON d.dict_id = k.place_type_ref
			WHERE p.area_id IS NOT NULL GROUP BY p.area_id, d.raw ORDER BY p.area_id, d.raw`,
		)
		.all();
}

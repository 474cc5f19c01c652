// Places of the ledgers as points of the map: key places, components, hazards that are not put right. Reads only.
// A hazard stands at its place; what has no point of its own is counted by the caller.

import type { ReadableDb } from './cache-db.ts';

/** One row of a ledger with its point; NULL = not delivered. */
export interface StoredPlace {
	id: string;
	name: string | null;
	kind: string | null;
	state: string | null;
	stateCode: string | null;
	/** Open hazards of a place. */
	openHazards: number | null;
	/** Day that a hazard must be put right by. */
	dueOn: number | null;
	lng: number | null;
	lat: number | null;
	/** Code of the area it was delivered for. */
	areaCode: string | null;
}

const SOURCES = {
	keyPlace: `SELECT t.place_id AS id, t.name, k.raw AS kind, s.raw AS state, s.code AS stateCode,
		t.open_hazards AS openHazards, NULL AS dueOn, t.lng, t.lat, a.area_code AS areaCode FROM key_place t
		LEFT JOIN dict_item k ON k.dict_id = t.place_type_ref LEFT JOIN dict_item s ON s.dict_id = t.risk_level_ref`,
	component: `SELECT t.comp_code AS id, NULL AS name, t.name AS kind, s.raw AS state, s.code AS stateCode,
		NULL AS openHazards, NULL AS dueOn, t.lng, t.lat, a.area_code AS areaCode FROM component t
		LEFT JOIN dict_item s ON s.dict_id = t.state_ref`,
	hazard: `SELECT t.hazard_id AS id, h.name, k.raw AS kind, s.raw AS state, s.code AS stateCode, NULL AS openHazards,
		t.due_on AS dueOn, h.lng, h.lat, a.area_code AS areaCode FROM hazard t
		LEFT JOIN (SELECT place_id, min(name) AS name, min(lng) AS lng, min(lat) AS lat FROM key_place GROUP BY place_id) h
			ON h.place_id = t.place_id
		LEFT JOIN dict_item k ON k.dict_id = t.hazard_type_ref LEFT JOIN dict_item s ON s.dict_id = t.level_ref`,
} as const;

/** Kinds of places that the map can show. */
export type PlaceKind = keyof typeof SOURCES;

/** Every row of a kind in the order of its number; of hazards those that are not put right. */
export function listStoredPlaces(db: ReadableDb, kind: PlaceKind): StoredPlace[] {
	const where = kind === 'hazard' ? 'WHERE t.rectified_on IS NULL' : '';
	return db
		.prepare<[], StoredPlace>(
			`${SOURCES[kind]} LEFT JOIN place l ON l.place_id = t.area_place_id
			LEFT JOIN area a ON a.area_id = l.area_id ${where} ORDER BY t.row_key`,
		)
		.all();
}

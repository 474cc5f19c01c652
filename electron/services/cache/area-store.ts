// Writes areas: insert, change with the old row kept for undo, remove. Decides nothing about names or parents.

import type { AreaLevel, GridType } from '../../../shared/domain/codes.ts';
import type { ReadableDb, WritableDb } from './cache-db.ts';

/** One row of `area`, column by column. */
export interface StoredArea {
	area_id: number;
	area_code: string;
	area_name: string;
	short_name: string;
	level: AreaLevel;
	parent_id: number | null;
	parent_code_raw: string | null;
	sort_no: number | null;
	unit_type: string | null;
	grid_type: GridType | null;
	special_unit_type: string | null;
	std_code: string | null;
	urban_rural_code: string | null;
	division_basis: string | null;
	households: number | null;
	pop_resident: number | null;
	pop_registered: number | null;
	pop_floating: number | null;
	area_m2: number | null;
	board_installed: number | null;
	board_updated_on: number | null;
	board_current: number | null;
	profile_updated_on: number | null;
	risk_level: string | null;
	valid_from_on: number | null;
	valid_to_on: number | null;
	is_active: number;
	pinyin: string;
	geometry: string | null;
	west: number | null;
	south: number | null;
	east: number | null;
	north: number | null;
	label_lng: number | null;
	label_lat: number | null;
	batch_id: number;
	first_batch_id: number;
	row_no: number;
}

const COLUMNS = [
	'area_id',
	'area_code',
	'area_name',
	'short_name',
	'level',
	'parent_id',
	'parent_code_raw',
	'sort_no',
	'unit_type',
	'grid_type',
	'special_unit_type',
	'std_code',
	'urban_rural_code',
	'division_basis',
	'households',
	'pop_resident',
	'pop_registered',
	'pop_floating',
	'area_m2',
	'board_installed',
	'board_updated_on',
	'board_current',
	'profile_updated_on',
	'risk_level',
	'valid_from_on',
	'valid_to_on',
	'is_active',
	'pinyin',
	'geometry',
	'west',
	'south',
	'east',
	'north',
	'label_lng',
	'label_lat',
	'batch_id',
	'first_batch_id',
	'row_no',
] as const satisfies readonly (keyof StoredArea)[];
const COLUMN_LIST = COLUMNS.join();

/** Columns that make a delivered row differ; where it came from and what follows from other rows does not. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['parent_id', 'batch_id', 'first_batch_id', 'row_no']);
const COMPARED = COLUMNS.filter((name) => !NOT_COMPARED.has(name));

/** All areas, by id. */
export function readStoredAreas(db: ReadableDb): StoredArea[] {
	return db.prepare<[], StoredArea>(`SELECT ${COLUMN_LIST} FROM area ORDER BY area_id`).all();
}

/** True when both rows say the same about the area. */
export function isSameArea(a: StoredArea, b: StoredArea): boolean {
	return COMPARED.every((name) => a[name] === b[name]);
}

/** Id for the next new area. */
export function nextAreaId(db: ReadableDb): number {
	return Number(db.prepare('SELECT coalesce(max(area_id), 0) + 1 FROM area').pluck().get());
}

/** Inserts or replaces one row as it is. */
export function putArea(db: WritableDb, area: StoredArea): void {
	const marks = COLUMNS.map((name) => `@${name}`).join();
	db.prepare(`INSERT OR REPLACE INTO area (${COLUMN_LIST}) VALUES (${marks})`).run(area);
}

/** Keeps the present row for the undo of `batchId`, once, and notes whose rows were changed. */
export function keepAreaVersion(db: WritableDb, areaId: number, batchId: number): void {
	db.prepare(
		`INSERT OR IGNORE INTO area_version (superseded_by, ${COLUMN_LIST})
		SELECT ?, ${COLUMN_LIST} FROM area WHERE area_id = ? AND first_batch_id <> ?`,
	).run(batchId, areaId, batchId);
	db.prepare(
		`INSERT OR IGNORE INTO batch_dependency (batch_id, depends_on)
		SELECT ?, batch_id FROM area WHERE area_id = ? AND batch_id <> ?`,
	).run(batchId, areaId, batchId);
}

/** Removes one area; keep its version first. */
export function removeArea(db: WritableDb, areaId: number): void {
	db.prepare('DELETE FROM area WHERE area_id = ?').run(areaId);
}

/** Puts back the rows that a batch changed or removed and takes away those it brought. */
export function restoreAreas(db: WritableDb, batchId: number): void {
	db.prepare('DELETE FROM area WHERE first_batch_id = ?').run(batchId);
	db.prepare(
		`INSERT OR REPLACE INTO area (${COLUMN_LIST}) SELECT ${COLUMN_LIST} FROM area_version WHERE superseded_by = ?`,
	).run(batchId);
	db.prepare('DELETE FROM area_version WHERE superseded_by = ?').run(batchId);
}

/** True when the batch brought, changed or removed any area. */
export function hasAreasOf(db: ReadableDb, batchId: number): boolean {
	const sql = 'SELECT 1 FROM area WHERE first_batch_id = ? UNION SELECT 1 FROM area_version WHERE superseded_by = ?';
	return db.prepare(sql).get(batchId, batchId) !== undefined;
}

/** A batch as its areas need it. */
export interface AreaBatch {
	dataset: string;
	sourceSystemId: number;
	/** Null for the batch under way. */
	asOfS: number | null;
}

/** All batches by id. */
export function listAreaBatches(db: ReadableDb): Map<number, AreaBatch> {
	const rows = db
		.prepare<[], AreaBatch & { batchId: number }>(
			'SELECT batch_id AS batchId, dataset, source_system_id AS sourceSystemId, as_of AS asOfS FROM batch',
		)
		.all();
	return new Map(rows.map(({ batchId, ...batch }) => [batchId, batch]));
}

/** Notes that a batch confirmed, or was too old for, areas of other batches: without them it would have brought them. */
export function noteConfirmedAreas(db: WritableDb, batchId: number, others: Iterable<number>): void {
	const insert = db.prepare('INSERT OR IGNORE INTO batch_dependency (batch_id, depends_on) VALUES (?, ?)');
	for (const other of others) if (other !== batchId) insert.run(batchId, other);
}

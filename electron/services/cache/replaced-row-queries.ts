// Reads the rows that a batch replaced or took out, each with the state that came after it. Knows tables, not meanings.

import { LEDGERS } from '../../../shared/domain/codes.ts';
import type { ReadableDb } from './cache-db.ts';

export type StoredRow = Readonly<Record<string, unknown>>;

export interface ReplacedState {
	before: StoredRow;
	/** Null where the batch took the row out. */
	after: StoredRow | null;
}

export interface ReplacedStates {
	total: number;
	states: ReplacedState[];
}

interface Page {
	limit: number;
	offset: number;
}

function replacedAreas(db: ReadableDb, batchId: number, { limit, offset }: Page): ReplacedStates {
	const later = db.prepare<[number, number], StoredRow>(
		'SELECT * FROM area_version WHERE superseded_by > ? AND area_id = ? ORDER BY superseded_by LIMIT 1',
	);
	const present = db.prepare<[number], StoredRow>('SELECT * FROM area WHERE area_id = ?');
	const states = db
		.prepare<[number, number, number], StoredRow>(
			'SELECT * FROM area_version WHERE superseded_by = ? ORDER BY area_code LIMIT ? OFFSET ?',
		)
		.all(batchId, limit, offset)
		.map((before): ReplacedState => {
			const areaId = Number(before.area_id);
			const next = later.get(batchId, areaId) ?? present.get(areaId);
			return { before, after: next ?? null };
		});
	const count = db.prepare<[number], number>('SELECT count(*) FROM area_version WHERE superseded_by = ?').pluck();
	return { total: count.get(batchId) ?? 0, states };
}

function replacedLedgerRows(db: ReadableDb, batchId: number, table: string, { limit, offset }: Page): ReplacedStates {
	const later = db
		.prepare<[number, string, string], string>(
			`SELECT cells FROM ledger_version WHERE superseded_by > ? AND dataset = ? AND row_key = ?
			ORDER BY superseded_by LIMIT 1`,
		)
		.pluck();
	const present = db.prepare<[string], StoredRow>(`SELECT * FROM ${table} WHERE row_key = ?`);
	const states = db
		.prepare<[number, string, number, number], { rowKey: string; cells: string; isWithdrawn: number }>(
			`SELECT row_key AS rowKey, cells, is_withdrawn AS isWithdrawn FROM ledger_version
			WHERE superseded_by = ? AND dataset = ? ORDER BY row_key LIMIT ? OFFSET ?`,
		)
		.all(batchId, table, limit, offset)
		.map(({ rowKey, cells, isWithdrawn }): ReplacedState => {
			const before = JSON.parse(cells) as StoredRow;
			if (isWithdrawn === 1) return { before, after: null };
			const next = later.get(batchId, table, rowKey);
			return { before, after: next ? (JSON.parse(next) as StoredRow) : (present.get(rowKey) ?? null) };
		});
	const count = db
		.prepare<[number, string], number>('SELECT count(*) FROM ledger_version WHERE superseded_by = ? AND dataset = ?')
		.pluck();
	return { total: count.get(batchId, table) ?? 0, states };
}

/** Earlier rows of a batch of units, grids or a ledger; none for batches of other datasets. */
export function readReplacedStates(db: ReadableDb, batchId: number, dataset: string, page: Page): ReplacedStates {
	if (dataset === 'admin_unit' || dataset === 'grid') return replacedAreas(db, batchId, page);
	const table = LEDGERS.find((name) => name === dataset);
	return table ? replacedLedgerRows(db, batchId, table, page) : { total: 0, states: [] };
}

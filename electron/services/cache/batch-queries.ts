// Committed batches as the contract shows them, with what stands in the way of undoing each. Reads only.

import type { z } from 'zod';
import type { Batch } from '../../../shared/contract/schemas/imports.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { ReadableDb } from './cache-db.ts';

type BatchShape = z.infer<typeof Batch>;

interface BatchRow {
	batch_id: number;
	file_name: string;
	sha256: string;
	dataset: BatchShape['dataset'];
	kind: BatchShape['kind'];
	encoding: BatchShape['encoding'];
	mode: BatchShape['mode'];
	profile: string | null;
	as_of: number | null;
	committed_at: number;
	correction_of: number | null;
	undone_at: number | null;
	rows_read: number;
	rows_inserted: number;
	rows_updated: number;
	rows_unchanged: number;
	rows_folded: number;
	rows_quarantined: number;
	rows_vanished: number;
}

/**
 * Later batches that must be undone before this one: they changed rows that it had brought, or hang units below units
 * that it had brought.
 */
function findDependents(db: ReadableDb, batchId: number): number[] {
	return db
		.prepare<[number, number, number], number>(
			`SELECT d.batch_id FROM batch_dependency d JOIN batch b ON b.batch_id = d.batch_id
			WHERE d.depends_on = ? AND b.undone_at IS NULL
			UNION SELECT c.first_batch_id FROM area p JOIN area c ON c.parent_id = p.area_id
			WHERE p.first_batch_id = ? AND c.first_batch_id > ? AND p.row_no > 0 ORDER BY 1`,
		)
		.pluck()
		.all(batchId, batchId, batchId);
}

function toBatch(db: ReadableDb, row: BatchRow): BatchShape {
	const undoBlockedBy = row.undone_at === null ? findDependents(db, row.batch_id) : [];
	return {
		batchId: row.batch_id,
		file: row.file_name,
		sha256: row.sha256,
		dataset: row.dataset,
		kind: row.kind,
		encoding: row.encoding,
		mode: row.mode,
		profile: row.profile,
		asOf: row.as_of === null ? null : toIso(row.as_of),
		committedAt: toIso(row.committed_at),
		undoneAt: row.undone_at === null ? null : toIso(row.undone_at),
		rows: {
			read: row.rows_read,
			inserted: row.rows_inserted,
			updated: row.rows_updated,
			unchanged: row.rows_unchanged,
			folded: row.rows_folded,
			quarantined: row.rows_quarantined,
			vanished: row.rows_vanished,
		},
		correctionOf: row.correction_of,
		canUndo: row.undone_at === null && undoBlockedBy.length === 0,
		undoBlockedBy,
	};
}

/** The newest batches first, undone ones included. */
export function listBatches(db: ReadableDb, limit: number): BatchShape[] {
	return db
		.prepare<[number], BatchRow>('SELECT * FROM batch ORDER BY batch_id DESC LIMIT ?')
		.all(limit)
		.map((row) => toBatch(db, row));
}

/** One batch; null when there is none of that number. */
export function getBatch(db: ReadableDb, batchId: number): BatchShape | null {
	const row = db.prepare<[number], BatchRow>('SELECT * FROM batch WHERE batch_id = ?').get(batchId);
	return row ? toBatch(db, row) : null;
}

/** As-of of a batch, epoch seconds; null when it has none or is unknown. */
export function getBatchAsOf(db: ReadableDb, batchId: number): number | null {
	const asOf = db.prepare<[number], number | null>('SELECT as_of FROM batch WHERE batch_id = ?').pluck().get(batchId);
	return asOf ?? null;
}

/** Where a batch's file lay and how it was read; for reading it again. */
export interface BatchSource {
	path: string | null;
	fileName: string;
	sha256: string;
	profile: string | null;
	asOfS: number | null;
}

/** Null when there is no such committed batch. */
export function getBatchSource(db: ReadableDb, batchId: number): BatchSource | null {
	const row = db
		.prepare<[number], BatchSource>(
			`SELECT source_path AS path, file_name AS fileName, sha256, profile, as_of AS asOfS FROM batch
			WHERE batch_id = ? AND undone_at IS NULL`,
		)
		.get(batchId);
	return row ?? null;
}

/** What the proof of a figure says of its files. */
export interface BatchOrigin {
	fileName: string;
	sha256: string;
	committedAtS: number;
}

/** File, hash and arrival of committed batches, by id. */
export function readBatchOrigins(db: ReadableDb): Map<number, BatchOrigin> {
	const rows = db
		.prepare<[], BatchOrigin & { batchId: number }>(
			'SELECT batch_id AS batchId, file_name AS fileName, sha256, committed_at AS committedAtS FROM batch WHERE undone_at IS NULL',
		)
		.all();
	return new Map(rows.map(({ batchId, ...origin }) => [batchId, origin]));
}

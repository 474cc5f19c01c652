// Writes batch and quarantine rows of one import, and reads what an import asks about earlier batches.

import type { Dataset } from '../../../shared/domain/codes.ts';
import type { Rejection } from '../exports/record-blocks.ts';
import type { ReadableDb, WritableDb } from './cache-db.ts';

export interface BatchIdentity {
	fileName: string;
	byteSize: number;
	dataset: Dataset;
	kind: string;
	encoding: string | null;
	mode: 'full' | 'increment';
	profile: string | null;
	/** Where the file lay; kept for reading it again, null for an upload that will be gone. */
	sourcePath: string | null;
	/** Headers of its columns in order, for rows that are corrected later. */
	headers: readonly string[];
	/** The batch whose rows it holds, corrected by hand; null for a file. */
	correctionOf: number | null;
	committedAtS: number;
}

/** Id for the next batch; ids are never used twice, also not after an undo. */
export function nextBatchId(db: ReadableDb): number {
	return Number(db.prepare('SELECT coalesce(max(batch_id), 0) + 1 FROM batch').pluck().get());
}

/** Opens the batch row at the start of an import; its counts follow at the end of the same transaction. */
export function insertBatch(db: WritableDb, batchId: number, sourceSystemId: number, batch: BatchIdentity): void {
	db.prepare(
		`INSERT INTO batch (batch_id, file_name, sha256, byte_size, dataset, kind, encoding, mode, profile, source_system_id, as_of,
			committed_at, rows_read, rows_inserted, rows_updated, rows_unchanged, rows_folded, rows_quarantined, rows_vanished,
			findings, source_path, headers, correction_of)
		VALUES (?, ?, '', ?, ?, ?, ?, ?, ?, ?, NULL, ?, 0, 0, 0, 0, 0, 0, 0, '{}', ?, ?, ?)`,
	).run(
		batchId,
		batch.fileName,
		batch.byteSize,
		batch.dataset,
		batch.kind,
		batch.encoding,
		batch.mode,
		batch.profile,
		sourceSystemId,
		batch.committedAtS,
		batch.sourcePath,
		JSON.stringify(batch.headers),
		batch.correctionOf,
	);
}

export interface BatchResult {
	sha256: string;
	mode: 'full' | 'increment';
	/** Fields that the file delivered. */
	fields: readonly string[];
	asOfS: number;
	read: number;
	inserted: number;
	updated: number;
	unchanged: number;
	folded: number;
	quarantined: number;
	vanished: number;
	findings: unknown;
}

/** Completes the batch row. */
export function completeBatch(db: WritableDb, batchId: number, result: BatchResult): void {
	db.prepare(
		`UPDATE batch SET sha256 = ?, mode = ?, fields = ?, as_of = ?, rows_read = ?, rows_inserted = ?, rows_updated = ?, rows_unchanged = ?, rows_folded = ?,
			rows_quarantined = ?, rows_vanished = ?, findings = ? WHERE batch_id = ?`,
	).run(
		result.sha256,
		result.mode,
		JSON.stringify(result.fields),
		result.asOfS,
		result.read,
		result.inserted,
		result.updated,
		result.unchanged,
		result.folded,
		result.quarantined,
		result.vanished,
		JSON.stringify(result.findings),
		batchId,
	);
}

/** Stores rejected rows of a block. */
export function openQuarantine(db: WritableDb, batchId: number) {
	const insert = db.prepare(
		'INSERT INTO quarantine (batch_id, row_no, column_name, cell, code, cells, kept) VALUES (?, ?, ?, ?, ?, ?, ?)',
	);
	return (rejection: Rejection): void => {
		insert.run(
			batchId,
			rejection.rowNo,
			rejection.column,
			rejection.cell,
			rejection.code,
			JSON.stringify(rejection.cells),
			rejection.kept && JSON.stringify(rejection.kept),
		);
	};
}

/** As-of of the newest committed batch of these bytes and this dataset; undefined when there is none. */
export function committedAsOf(db: ReadableDb, sha256: string, dataset: Dataset): number | null | undefined {
	const row = db
		.prepare<[string, string], { as_of: number | null }>(
			`SELECT as_of FROM batch WHERE sha256 = ? AND dataset = ? AND undone_at IS NULL ORDER BY batch_id DESC LIMIT 1`,
		)
		.get(sha256, dataset);
	return row?.as_of;
}

/** Replaces a layer of lines for orientation; false when it already is the same. */
export function putOrientationLayer(db: WritableDb, name: 'road' | 'water', geojson: string, sha256: string): boolean {
	const stored = db.prepare<[string], string>('SELECT sha256 FROM orientation_layer WHERE name = ?').pluck().get(name);
	if (stored === sha256) return false;
	db.prepare('INSERT OR REPLACE INTO orientation_layer (name, geojson, sha256) VALUES (?, ?, ?)').run(
		name,
		geojson,
		sha256,
	);
	return true;
}

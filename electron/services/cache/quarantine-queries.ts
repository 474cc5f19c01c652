// Quarantined rows with their reason in words. Cells as delivered are shown only where whitelisted. Reads only.

import type { z } from 'zod';
import type { QuarantineRow } from '../../../shared/contract/schemas/imports.ts';
import { formatImportMessage } from '../../../shared/domain/import-messages.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { ReadableDb } from './cache-db.ts';

type QuarantineShape = z.infer<typeof QuarantineRow>;

interface Row {
	quarantineId: number;
	batchId: number;
	file: string;
	row: number;
	column: string | null;
	cell: string | null;
	code: string;
	cells: string;
	headers: string | null;
	kept: string | null;
	corrections: string;
	correctedAt: number | null;
}

const COLUMNS = `q.quarantine_id AS quarantineId, q.batch_id AS batchId, b.file_name AS file, q.row_no AS "row",
	q.column_name AS "column", q.cell, q.code, q.cells, b.headers, q.kept, q.corrections, q.corrected_at AS correctedAt`;

/** Rows of one batch; without a batch those of all, a file read again counting only once. */
const SHOWN = `FROM quarantine q JOIN batch b ON b.batch_id = q.batch_id WHERE b.undone_at IS NULL AND q.taken_by IS NULL AND (q.batch_id = @batchId OR (
	@batchId IS NULL AND NOT EXISTS (SELECT 1 FROM batch n WHERE n.sha256 = b.sha256 AND n.dataset = b.dataset
		AND n.undone_at IS NULL AND n.batch_id > b.batch_id)))`;

/** Rows of one batch, or of all batches (newest first), with the total. */
export function listQuarantine(
	db: ReadableDb,
	batchId: number | null,
	limit: number,
): { total: number; rows: QuarantineShape[] } {
	const total = Number(db.prepare(`SELECT count(*) ${SHOWN}`).pluck().get({ batchId }));
	const rows = db
		.prepare<[{ batchId: number | null; limit: number }], Row>(
			`SELECT ${COLUMNS} ${SHOWN} ORDER BY q.batch_id DESC, q.row_no LIMIT @limit`,
		)
		.all({ batchId, limit });
	return { total, rows: rows.map(toShape) };
}

/** One row that waits; null when it is gone or was taken. */
export function getQuarantineRow(db: ReadableDb, quarantineId: number): QuarantineShape | null {
	const row = db
		.prepare<[number], Row>(
			`SELECT ${COLUMNS} FROM quarantine q JOIN batch b ON b.batch_id = q.batch_id
			WHERE q.quarantine_id = ? AND q.taken_by IS NULL`,
		)
		.get(quarantineId);
	return row ? toShape(row) : null;
}

function toShape({ headers, kept, corrections, correctedAt, ...row }: Row): QuarantineShape {
	const zh = formatImportMessage(row.code, {}, 'zh');
	const en = formatImportMessage(row.code, {}, 'en');
	const cells = kept === null ? [] : (JSON.parse(kept) as (string | null)[]);
	const names = headers === null ? [] : (JSON.parse(headers) as string[]);
	return {
		...row,
		message: zh.text,
		messageEn: en.text,
		fix: zh.fix,
		fixEn: en.fix,
		cells: JSON.parse(row.cells) as Record<string, string>,
		columns: names.filter((_, index) => typeof cells[index] === 'string'),
		corrections: JSON.parse(corrections) as Record<string, string>,
		correctedAt: correctedAt === null ? null : toIso(correctedAt),
	};
}

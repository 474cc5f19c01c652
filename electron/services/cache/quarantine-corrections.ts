// What was typed anew in rows that wait in quarantine, the rows that a further try takes, and what became of them.
// SQL only; whether a text may be stored is decided before.

import type { ReadableDb, WritableDb } from './cache-db.ts';

/** A row that waits, with what can be tried of it again. */
export interface WaitingRow {
	quarantineId: number;
	batchId: number;
	rowNo: number;
	/** Of its file, in order. */
	headers: string[];
	/** Beside the headers; null where no column is read. Null as a whole when the row may not be kept. */
	kept: (string | null)[] | null;
	corrections: Record<string, string>;
}

interface Row {
	quarantineId: number;
	batchId: number;
	rowNo: number;
	headers: string | null;
	kept: string | null;
	corrections: string;
}

const WAITING = `SELECT q.quarantine_id AS quarantineId, q.batch_id AS batchId, q.row_no AS rowNo, b.headers, q.kept, q.corrections
	FROM quarantine q JOIN batch b ON b.batch_id = q.batch_id WHERE b.undone_at IS NULL AND q.taken_by IS NULL`;

function toWaiting({ headers, kept, corrections, ...row }: Row): WaitingRow {
	return {
		...row,
		headers: headers === null ? [] : (JSON.parse(headers) as string[]),
		kept: kept === null ? null : (JSON.parse(kept) as (string | null)[]),
		corrections: JSON.parse(corrections) as Record<string, string>,
	};
}

/** A row that waits; null for one that is gone or was taken. */
export function findWaitingRow(db: ReadableDb, quarantineId: number): WaitingRow | null {
	const row = db.prepare<[number], Row>(`${WAITING} AND q.quarantine_id = ?`).get(quarantineId);
	return row ? toWaiting(row) : null;
}

/** Rows of a batch that can be tried again without its file: the corrected ones, or all while none is corrected. */
export function listRowsToTry(db: ReadableDb, batchId: number): WaitingRow[] {
	const rows = db
		.prepare<[number], Row>(`${WAITING} AND q.batch_id = ? AND q.kept IS NOT NULL ORDER BY q.row_no`)
		.all(batchId)
		.map(toWaiting);
	const corrected = rows.filter((row) => Object.keys(row.corrections).length > 0);
	return corrected.length > 0 ? corrected : rows;
}

/** Replaces what was typed in a row; `atS` null when nothing typed is left. */
export function putCorrections(
	db: WritableDb,
	quarantineId: number,
	corrections: Readonly<Record<string, string>>,
	atS: number | null,
): void {
	db.prepare('UPDATE quarantine SET corrections = ?, corrected_at = ? WHERE quarantine_id = ?').run(
		JSON.stringify(corrections),
		atS,
		quarantineId,
	);
}

/**
 * Rows were tried again in a batch: they wait no longer. Those that were set aside once more wait there, still saying
 * that they were corrected, and when.
 */
export function settleTriedRows(db: WritableDb, rows: readonly WaitingRow[], takenBy: number): void {
	const take = db.prepare('UPDATE quarantine SET taken_by = ? WHERE quarantine_id = ?');
	const carry = db.prepare(
		`UPDATE quarantine SET corrections = o.corrections, corrected_at = o.corrected_at
		FROM quarantine o WHERE o.quarantine_id = ? AND quarantine.batch_id = ? AND quarantine.row_no = o.row_no`,
	);
	for (const { quarantineId } of rows) {
		take.run(takenBy, quarantineId);
		carry.run(quarantineId, takenBy);
	}
}

/**
 * After the whole file of a batch was read again: what waited of it waits only where it was set aside once more, and what
 * an earlier try had taken does not wait a second time.
 */
export function settleFileReadAgain(db: WritableDb, before: number, takenBy: number): void {
	db.prepare(
		`UPDATE quarantine SET taken_by = o.taken_by FROM quarantine o
		WHERE quarantine.batch_id = ? AND o.batch_id = ? AND o.row_no = quarantine.row_no
			AND o.kept = quarantine.kept AND o.taken_by IS NOT NULL`,
	).run(takenBy, before);
	db.prepare('UPDATE quarantine SET taken_by = ? WHERE batch_id = ? AND taken_by IS NULL').run(takenBy, before);
}

// SQL of what a full export no longer holds: which rows are missing, and which of them were missing from the full export
// before as well. Decides nothing about a file's mode and changes no delivered row.

import type { ReadableDb, WritableDb } from './cache-db.ts';

/** Where the rows of a dataset stand, and which of them a full export speaks about. */
export interface AbsenceTarget {
	table: string;
	/** Column that names a row for good. */
	key: 'event_id' | 'row_key';
	staged: 'staging.event_in' | 'staging.ledger_in';
	/** SQL for the source system of row `t`, brought by batch `b`. */
	source: 't.source_system_id' | 'b.source_system_id';
	/** SQL condition on row `t`: '' for all. */
	only: string;
}

export interface AbsenceMark {
	batchId: number;
	sourceSystemId: number;
	dataset: string;
	/** Instant that the export speaks of. */
	asOfS: number;
}

export interface Absence {
	/** False when an earlier full export is newer than this one: nothing can be told then. */
	isJudged: boolean;
	/** Rows that the export should hold, apart from those it brought itself. */
	judged: number;
	/** Of those, rows it does not hold; staging.absent (row_key) has them. */
	vanished: number;
	/** Of those, rows that the full export before lacked too; staging.withdrawn (row_key) has them. */
	withdrawn: number;
}

/** The newest full export of a source whose missing rows were judged. */
function lastCheck(db: ReadableDb, mark: AbsenceMark): { batchId: number; asOfS: number } | null {
	const row = db
		.prepare<[string, number], { batchId: number; asOfS: number }>(
			`SELECT b.batch_id AS batchId, c.as_of AS asOfS FROM snapshot_check c JOIN batch b ON b.batch_id = c.batch_id
			WHERE b.dataset = ? AND b.source_system_id = ? AND b.undone_at IS NULL ORDER BY c.as_of DESC, b.batch_id DESC LIMIT 1`,
		)
		.get(mark.dataset, mark.sourceSystemId);
	return row ?? null;
}

function dependOn(db: WritableDb, batchId: number, on: number): void {
	db.prepare('INSERT OR IGNORE INTO batch_dependency (batch_id, depends_on) VALUES (?, ?)').run(batchId, on);
}

/** Notes that a full export was looked at for missing rows. */
export function noteCheck(db: WritableDb, { batchId, asOfS }: AbsenceMark): void {
	db.prepare('INSERT INTO snapshot_check (batch_id, as_of) VALUES (?, ?)').run(batchId, asOfS);
}

/** Notes what the staged full export lacks. Leaves staging.absent and staging.withdrawn. */
export function judgeAbsence(db: WritableDb, target: AbsenceTarget, mark: AbsenceMark): Absence {
	const { batchId, asOfS } = mark;
	db.exec(`DROP TABLE IF EXISTS staging.absent; DROP TABLE IF EXISTS staging.withdrawn;
		CREATE TABLE staging.absent (row_key TEXT PRIMARY KEY, brought_by INTEGER, is_newer INTEGER);
		CREATE TABLE staging.withdrawn (row_key TEXT PRIMARY KEY)`);
	const before = lastCheck(db, mark);
	if (before && before.asOfS > asOfS) {
		dependOn(db, batchId, before.batchId);
		return { isJudged: false, judged: 0, vanished: 0, withdrawn: 0 };
	}
	const rows = `FROM ${target.table} t JOIN batch b ON b.batch_id = t.batch_id
		WHERE ${target.source} = ${mark.sourceSystemId} AND t.first_batch_id <> ${batchId} ${target.only}`;
	db.exec(
		`INSERT INTO staging.absent SELECT t.${target.key}, t.batch_id, b.as_of > ${asOfS} ${rows}
		AND NOT EXISTS (SELECT 1 FROM ${target.staged} s WHERE s.${target.key} = t.${target.key})`,
	);
	// What a newer export holds has not vanished; should that one be taken back, this one would say otherwise.
	db.prepare(
		'INSERT OR IGNORE INTO batch_dependency SELECT DISTINCT ?, brought_by FROM staging.absent WHERE is_newer AND brought_by <> ?',
	).run(batchId, batchId);
	db.exec('DELETE FROM staging.absent WHERE is_newer');
	const count = (sql: string) => Number(db.prepare(sql).pluck().get());
	const judged = count(`SELECT count(*) ${rows} AND b.as_of <= ${asOfS}`);
	const vanished = count('SELECT count(*) FROM staging.absent');
	noteCheck(db, mark);
	db.prepare('INSERT INTO absence SELECT ?, row_key FROM staging.absent').run(batchId);
	if (before && vanished > 0) {
		dependOn(db, batchId, before.batchId);
		db.prepare(
			`INSERT INTO staging.withdrawn SELECT row_key FROM staging.absent
			WHERE row_key IN (SELECT row_key FROM absence WHERE batch_id = ?)`,
		).run(before.batchId);
	}
	return { isJudged: true, judged, vanished, withdrawn: count('SELECT count(*) FROM staging.withdrawn') };
}

/** Takes back what a batch noted. */
export function restoreAbsence(db: WritableDb, batchId: number): void {
	db.prepare('DELETE FROM absence WHERE batch_id = ?').run(batchId);
	db.prepare('DELETE FROM snapshot_check WHERE batch_id = ?').run(batchId);
}

/** Before a batch is taken back: forgets what later full exports noted about rows that will be gone with it. */
export function forgetRowsOf(db: WritableDb, batchId: number, table: string, key: AbsenceTarget['key']): void {
	db.prepare(
		`DELETE FROM absence WHERE batch_id > ? AND row_key IN (SELECT ${key} FROM ${table} WHERE first_batch_id = ?)
		AND batch_id IN (SELECT batch_id FROM batch WHERE dataset = ?)`,
	).run(batchId, batchId, table);
}

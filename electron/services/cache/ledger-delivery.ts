// SQL of what one file of a ledger means over time: whether it is the whole of its source, and rows that it withdraws.
// Runs inside the import's transaction, on the staged rows.

import { type Absence, type AbsenceMark, judgeAbsence } from './absence.ts';
import type { WritableDb } from './cache-db.ts';
import { keepLedgerRows } from './ledger-merge.ts';

/** Rows of its source that a file must hold to be the whole of it; as for events (domain.md §6.1). */
const WHOLE_SHARE = 0.95;

/** True when the staged rows hold 95 % of what is stored of the source. */
export function isWholeLedger(db: WritableDb, table: string, sourceSystemId: number): boolean {
	const count = (sql: string) => Number(db.prepare(sql).pluck().get());
	const stored = `SELECT count(*) FROM ${table} t JOIN batch b ON b.batch_id = t.batch_id WHERE b.source_system_id = ${sourceSystemId}`;
	const total = count(stored);
	if (total === 0 || count('SELECT count(*) FROM staging.ledger_in') < WHOLE_SHARE * total) return false;
	return count(`${stored} AND t.row_key IN (SELECT row_key FROM staging.ledger_in)`) >= WHOLE_SHARE * total;
}

/**
 * Notes the rows that the staged whole of a ledger lacks and removes those that it lacked before as well; they stay
 * readable as versions, and undo puts them back.
 */
export function withdrawLedgerRows(db: WritableDb, mark: AbsenceMark): Absence {
	const table = mark.dataset;
	const absence = judgeAbsence(
		db,
		{ table, key: 'row_key', staged: 'staging.ledger_in', source: 'b.source_system_id', only: '' },
		mark,
	);
	if (absence.withdrawn > 0) {
		keepLedgerRows(db, mark.batchId, table, 'SELECT row_key FROM staging.withdrawn', true);
		db.exec(`DELETE FROM ${table} WHERE row_key IN (SELECT row_key FROM staging.withdrawn)`);
	}
	return absence;
}

/** Before the merge: staged rows that an earlier file withdrew come back by building on that file; returns how many. */
export function noteReturnedRows(db: WritableDb, mark: AbsenceMark): number {
	return db
		.prepare<[number, string, string], number>(
			`INSERT OR REPLACE INTO batch_dependency SELECT DISTINCT ?, v.superseded_by FROM ledger_version v
			WHERE v.is_withdrawn = 1 AND v.dataset = ? AND v.superseded_by IN (SELECT batch_id FROM batch WHERE dataset = ?)
				AND v.row_key IN (SELECT row_key FROM staging.ledger_in)
				AND v.row_key NOT IN (SELECT row_key FROM ${mark.dataset})`,
		)
		.run(mark.batchId, mark.dataset, mark.dataset).changes;
}

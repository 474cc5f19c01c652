// SQL of the ledgers: stages the rows of one file, folds doubles, writes what is new or changed, keeps what it replaces,
// and takes a batch back. Every ledger is a table of its own name with the same last columns; no ledger is known here.

import { LEDGERS } from '../../../shared/domain/codes.ts';
import { forgetRowsOf } from './absence.ts';
import type { ReadableDb, WritableDb } from './cache-db.ts';

export interface LedgerTable {
	/** Name of the ledger and of its table. */
	name: string;
	columns: { name: string; type: 'INTEGER' | 'REAL' | 'TEXT'; isDelivered: boolean }[];
}

export interface LedgerMark {
	batchId: number;
}

export interface LedgerMergeOutcome {
	inserted: number;
	updated: number;
	unchanged: number;
	folded: number;
	older: number;
}

/** Makes the staging table and returns the writer of one row into it. */
export function openLedgerWriter(db: WritableDb, { columns }: LedgerTable) {
	db.exec(`DROP TABLE IF EXISTS staging.ledger_in; CREATE TABLE staging.ledger_in (row_key TEXT NOT NULL,
		${columns.map(({ name, type }) => `${name} ${type},`).join(' ')} row_no INTEGER NOT NULL)`);
	const insert = db.prepare(
		`INSERT INTO staging.ledger_in VALUES (${Array(columns.length + 2)
			.fill('?')
			.join()})`,
	);
	return (rowKey: string, values: readonly (string | number | null)[], rowNo: number): void => {
		insert.run(rowKey, ...values, rowNo);
	};
}

function columnsOf(db: ReadableDb, table: string): string[] {
	return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
}

/** Merges the staged rows. A column that the file does not have stays as it was; the last of double rows counts. */
export function mergeStagedLedger(
	db: WritableDb,
	{ name: table, columns }: LedgerTable,
	mark: LedgerMark,
	asOfS: number,
): LedgerMergeOutcome {
	const staged = Number(db.prepare('SELECT count(*) FROM staging.ledger_in').pluck().get());
	db.exec(`DELETE FROM staging.ledger_in WHERE rowid NOT IN (SELECT max(rowid) FROM staging.ledger_in GROUP BY row_key);
		CREATE UNIQUE INDEX staging.ledger_by_key ON ledger_in (row_key); DROP TABLE IF EXISTS staging.ledger_plan`);
	const kept = Number(db.prepare('SELECT count(*) FROM staging.ledger_in').pluck().get());
	const delivered = columns.filter(({ isDelivered }) => isDelivered).map(({ name }) => name);
	db.prepare(
		`CREATE TABLE staging.ledger_plan AS SELECT s.row_key, CASE WHEN t.row_key IS NULL THEN 'insert'
			WHEN ${delivered.map((name) => `t.${name} IS s.${name}`).join(' AND ')} THEN 'same'
			WHEN b.as_of > ? THEN 'older' ELSE 'update' END AS act
		FROM staging.ledger_in s LEFT JOIN ${table} t ON t.row_key = s.row_key LEFT JOIN batch b ON b.batch_id = t.batch_id`,
	).run(asOfS);
	const counts = new Map(
		db
			.prepare<[], { act: string; n: number }>('SELECT act, count(*) AS n FROM staging.ledger_plan GROUP BY act')
			.all()
			.map((row) => [row.act, row.n]),
	);
	keepLedgerRows(db, mark.batchId, table, "SELECT row_key FROM staging.ledger_plan WHERE act = 'update'", false);
	// Rows that it confirmed or was too old for, too: without their batch it would have had more to write.
	db.prepare(
		`INSERT OR IGNORE INTO batch_dependency SELECT DISTINCT ?, t.batch_id
		FROM staging.ledger_plan p JOIN ${table} t ON t.row_key = p.row_key`,
	).run(mark.batchId);
	const names = ['row_key', ...columns.map(({ name }) => name), 'row_no'].join();
	const sets = [...delivered, 'row_no', 'batch_id'].map((name) => `${name} = excluded.${name}`).join();
	db.exec(
		`INSERT INTO ${table} (${names},batch_id,first_batch_id)
		SELECT ${names},${mark.batchId},${mark.batchId} FROM staging.ledger_in
		WHERE row_key IN (SELECT row_key FROM staging.ledger_plan WHERE act IN ('insert', 'update')) ORDER BY row_key
		ON CONFLICT (row_key) DO UPDATE SET ${sets}`,
	);
	return {
		inserted: counts.get('insert') ?? 0,
		updated: counts.get('update') ?? 0,
		unchanged: (counts.get('same') ?? 0) + (counts.get('older') ?? 0),
		folded: staged - kept,
		older: counts.get('older') ?? 0,
	};
}

/** Keeps rows as they are before a batch changes or withdraws them, and notes whose they were. */
export function keepLedgerRows(
	db: WritableDb,
	batchId: number,
	table: string,
	keysSql: string,
	isWithdrawn: boolean,
): void {
	const pairs = columnsOf(db, table).map((name) => `'${name}', t.${name}`);
	db.prepare(
		`INSERT INTO ledger_version (superseded_by, dataset, row_key, batch_id, cells, is_withdrawn)
		SELECT ?, ?, t.row_key, t.batch_id, json_object(${pairs.join()}), ? FROM ${table} t WHERE t.row_key IN (${keysSql})`,
	).run(batchId, table, isWithdrawn ? 1 : 0);
	db.prepare(
		'INSERT OR IGNORE INTO batch_dependency SELECT DISTINCT superseded_by, batch_id FROM ledger_version WHERE superseded_by = ?',
	).run(batchId);
}

/** Removes the rows that a batch brought and puts back what they replaced. */
export function restoreLedgers(db: WritableDb, batchId: number): void {
	const dataset = db.prepare<[number], string>('SELECT dataset FROM batch WHERE batch_id = ?').pluck().get(batchId);
	for (const table of LEDGERS.filter((name) => name === dataset)) {
		forgetRowsOf(db, batchId, table, 'row_key');
		db.prepare(`DELETE FROM ${table} WHERE batch_id = ?`).run(batchId);
		const names = columnsOf(db, table);
		db.prepare(
			`INSERT INTO ${table} (${names.join()}) SELECT ${names.map((name) => `cells ->> '${name}'`).join()}
			FROM ledger_version WHERE superseded_by = ? AND dataset = ?`,
		).run(batchId, table);
	}
	db.prepare('DELETE FROM ledger_version WHERE superseded_by = ?').run(batchId);
}

/** Queries for the dictionary ids, and for the places, that rows of ledgers point at. */
export function ledgerReferences(db: ReadableDb): { words: string[]; places: string[] } {
	const words: string[] = [];
	const places: string[] = [];
	for (const table of LEDGERS) {
		for (const name of columnsOf(db, table)) {
			const sql = `SELECT DISTINCT ${name} FROM ${table} WHERE ${name} IS NOT NULL`;
			if (name.endsWith('_ref')) words.push(sql);
			if (name === 'area_place_id') places.push(sql);
		}
	}
	return { words, places };
}

/** Rows of each ledger that was ever delivered. */
export function countLedgerRows(db: ReadableDb): Map<string, number> {
	const delivered = db.prepare<[], string>('SELECT DISTINCT dataset FROM batch WHERE undone_at IS NULL').pluck().all();
	const names = LEDGERS.filter((name) => delivered.includes(name));
	return new Map(names.map((name) => [name, Number(db.prepare(`SELECT count(*) FROM ${name}`).pluck().get())]));
}

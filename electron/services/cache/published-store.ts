// Writes what was published or stated on a proof card. Adds only; a figure once stated is never changed.

import type { ReadableDb, WritableDb } from './cache-db.ts';

/** A figure as it was stated. `reading` is JSON. */
export interface IssuedRow {
	checkCode: string;
	/** 0 for a proof card. */
	snapshotId: number;
	issuedAtS: number;
	isDemo: boolean;
	reading: string;
	definitionHash: string;
	areaHash: string;
	/** sha256 of the files it rests on, sorted. */
	hashes: readonly string[];
	lastBatchId: number;
}

export interface SnapshotRow {
	snapshotId: number;
	title: string;
	publishedAtS: number;
	asOfS: number | null;
	checkCode: string;
	readingCount: number;
	isDemo: boolean;
}

function chainId(db: WritableDb, hashes: readonly string[]): number {
	const text = JSON.stringify(hashes);
	db.prepare('INSERT INTO file_chain (hashes) VALUES (?) ON CONFLICT (hashes) DO NOTHING').run(text);
	return Number(db.prepare('SELECT chain_id FROM file_chain WHERE hashes = ?').pluck().get(text));
}

/** Keeps what figures state; a code that is kept already stays as it was. */
export function keepIssued(db: WritableDb, rows: readonly IssuedRow[]): void {
	const insert = db.prepare(
		`INSERT INTO issued_figure (check_code, snapshot_id, issued_at, is_demo, reading, definition_hash, area_hash,
			chain_id, last_batch_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
	);
	const chains = new Map<string, number>();
	for (const row of rows) {
		const key = row.hashes.join();
		const chain = chains.get(key) ?? chainId(db, row.hashes);
		chains.set(key, chain);
		const { checkCode, snapshotId, issuedAtS, isDemo, reading, definitionHash, areaHash, lastBatchId } = row;
		insert.run(
			...[checkCode, snapshotId, issuedAtS, isDemo ? 1 : 0, reading, definitionHash, areaHash, chain, lastBatchId],
		);
	}
}

/** Adds a snapshot and gives its number; the same readings under the same title in the same second are the same one. */
export function addSnapshot(db: WritableDb, row: Omit<SnapshotRow, 'snapshotId'>): number {
	const { title, publishedAtS, asOfS, checkCode, readingCount, isDemo } = row;
	db.prepare(
		`INSERT INTO published_snapshot (title, published_at, as_of, check_code, reading_count, is_demo)
		VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
	).run(title, publishedAtS, asOfS, checkCode, readingCount, isDemo ? 1 : 0);
	return Number(db.prepare('SELECT snapshot_id FROM published_snapshot WHERE check_code = ?').pluck().get(checkCode));
}

const SNAPSHOT_COLUMNS = `snapshot_id AS snapshotId, title, published_at AS publishedAtS, as_of AS asOfS,
	check_code AS checkCode, reading_count AS readingCount, is_demo AS isDemo`;
type StoredSnapshot = Omit<SnapshotRow, 'isDemo'> & { isDemo: number };
const toSnapshotRow = (row: StoredSnapshot): SnapshotRow => ({ ...row, isDemo: row.isDemo === 1 });

/** Snapshots of the own or of the demonstration district, the newest first. */
export function listSnapshotRows(db: ReadableDb, isDemo: boolean): SnapshotRow[] {
	return db
		.prepare<[number], StoredSnapshot>(
			`SELECT ${SNAPSHOT_COLUMNS} FROM published_snapshot WHERE is_demo = ? ORDER BY snapshot_id DESC LIMIT 500`,
		)
		.all(isDemo ? 1 : 0)
		.map(toSnapshotRow);
}

type StoredFigure = Omit<IssuedRow, 'isDemo' | 'hashes'> & { isDemo: number; hashes: string };
const FIGURE_SQL = `SELECT f.check_code AS checkCode, f.snapshot_id AS snapshotId, f.issued_at AS issuedAtS,
	f.is_demo AS isDemo, f.reading, f.definition_hash AS definitionHash, f.area_hash AS areaHash, c.hashes,
	f.last_batch_id AS lastBatchId FROM issued_figure f JOIN file_chain c ON c.chain_id = f.chain_id`;
const toIssuedRow = (row: StoredFigure): IssuedRow => ({
	...row,
	isDemo: row.isDemo === 1,
	hashes: JSON.parse(row.hashes) as string[],
});

/** The figures of a snapshot in the order of their publication. */
export function listIssuedRows(db: ReadableDb, snapshotId: number): IssuedRow[] {
	return db
		.prepare<[number], StoredFigure>(`${FIGURE_SQL} WHERE f.snapshot_id = ? ORDER BY f.figure_id`)
		.all(snapshotId)
		.map(toIssuedRow);
}

/** Every figure that was stated under a code, the first statement first. */
export function findIssuedRows(db: ReadableDb, checkCode: string, isDemo: boolean): IssuedRow[] {
	return db
		.prepare<[string, number], StoredFigure>(
			`${FIGURE_SQL} WHERE f.check_code = ? AND f.is_demo = ? ORDER BY f.figure_id`,
		)
		.all(checkCode, isDemo ? 1 : 0)
		.map(toIssuedRow);
}

/** Files taken in after a batch, and earlier ones taken back since an instant; of the datasets named. */
export function filesSince(
	db: ReadableDb,
	{ lastBatchId, issuedAtS }: Pick<IssuedRow, 'lastBatchId' | 'issuedAtS'>,
	datasets: readonly string[],
): { added: string[]; undone: string[] } {
	const marks = datasets.map(() => '?').join(', ');
	const names = (where: string, ...values: number[]): string[] =>
		db
			.prepare<(string | number)[], string>(
				`SELECT file_name FROM batch WHERE dataset IN (${marks}) AND ${where} ORDER BY batch_id DESC`,
			)
			.pluck()
			.all(...datasets, ...values);
	return {
		added: names('batch_id > ? AND undone_at IS NULL', lastBatchId),
		undone: names('batch_id <= ? AND undone_at >= ?', lastBatchId, issuedAtS),
	};
}

/** Number of the newest batch; 0 in an empty cache. */
export function lastBatchId(db: ReadableDb): number {
	return Number(db.prepare('SELECT coalesce(max(batch_id), 0) FROM batch').pluck().get());
}

/** sha256 of the committed files of some datasets, sorted. */
export function committedHashes(db: ReadableDb, datasets: readonly string[]): string[] {
	const marks = datasets.map(() => '?').join(', ');
	return db
		.prepare<string[], string>(
			`SELECT DISTINCT sha256 FROM batch WHERE undone_at IS NULL AND dataset IN (${marks}) ORDER BY sha256`,
		)
		.pluck()
		.all(...datasets);
}

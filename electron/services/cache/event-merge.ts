// SQL of the event merge: folds doubled ids, plans staged rows against the stored ones, keeps versions, writes.
// Runs inside the import's transaction; the staging table has the columns of `event`.

import { EVENT_FLAG } from '../indicators/event-columns.ts';
import type { WritableDb } from './cache-db.ts';

/** Latest instant that a row tells of itself; decides between two rows of one event in one file. */
const OWN_INSTANT = `max(coalesce(occurred_at, 0), coalesce(reported_at, 0), coalesce(accepted_at, 0), coalesce(dispatched_at, 0),
	coalesce(signed_at, 0), coalesce(disposed_at, 0), coalesce(closed_at, 0))`;

/** Statuses that close (60, 61, 70), by whatever words they were delivered. */
const CLOSING_STATUS = `(SELECT dict_id FROM dict_item WHERE kind = 'status' AND code IN ('60', '61', '70'))`;

/** Empties or makes a staging table of the shape of a cache table. The staging database is attached as `staging`. */
export function makeStagingTable(db: WritableDb, table: 'event' | 'event_step', name: string): void {
	const sql = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table);
	if (!sql) throw new Error(`no table ${table}`);
	db.exec(`DROP TABLE IF EXISTS staging.${name}`);
	db.exec(sql.replace(`CREATE TABLE ${table}`, `CREATE TABLE staging.${name}`));
}

/** True while no event is stored: the first file then goes straight in. */
export function isEventTableEmpty(db: WritableDb): boolean {
	return db.prepare('SELECT 1 FROM event LIMIT 1').get() === undefined;
}

/** Key for the next new event. */
export function nextEventKey(db: WritableDb): number {
	return Number(db.prepare('SELECT coalesce(max(event_key), 0) + 1 FROM event').pluck().get());
}

/** Takes the index away before the first load; `indexLoadedEvents` builds it again over all rows at once. */
export function dropEventIndex(db: WritableDb): void {
	db.exec('DROP INDEX event_by_id');
}

function foldDoubles(db: WritableDb, table: string): number[] {
	return db
		.prepare<[], number>(
			`DELETE FROM ${table} WHERE event_key IN (
				SELECT event_key FROM (
					SELECT event_key, row_number() OVER (PARTITION BY event_id ORDER BY ${OWN_INSTANT} DESC, row_no DESC, event_key DESC) AS n
					FROM ${table} WHERE event_id IN (SELECT event_id FROM ${table} GROUP BY event_id HAVING count(*) > 1)
				) WHERE n > 1
			) RETURNING event_key`,
		)
		.pluck()
		.all();
}

function isUniqueFailure(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE';
}

/** Builds the unique index of one table; rows of the same event are folded first where there are any. */
function indexFolding(db: WritableDb, table: string, createIndex: string): number[] {
	try {
		db.exec(createIndex);
		return [];
	} catch (error) {
		if (!isUniqueFailure(error)) throw error;
	}
	const removed = foldDoubles(db, table);
	db.exec(createIndex);
	return removed;
}

/** Index over the freshly loaded `event`; returns the keys of folded rows. */
export function indexLoadedEvents(db: WritableDb): number[] {
	return indexFolding(db, 'event', 'CREATE UNIQUE INDEX event_by_id ON event (event_id)');
}

/** Index over the staged events; returns the keys of folded rows. */
export function indexStagedEvents(db: WritableDb): number[] {
	return indexFolding(db, 'staging.event_in', 'CREATE UNIQUE INDEX staging.event_in_by_id ON event_in (event_id)');
}

/** Ids of the status words that close an event. */
export function closingStatusIds(db: WritableDb): number[] {
	return db.prepare<[], number>(`SELECT dict_id FROM ${CLOSING_STATUS}`).pluck().all();
}

/** Sets status_closed_at on the rows of a first load that need it; scans the table. */
export function closeByStatus(db: WritableDb, asOfS: number): void {
	db.prepare(`UPDATE event SET status_closed_at = ? WHERE closed_at IS NULL AND status_id IN ${CLOSING_STATUS}`).run(
		asOfS,
	);
}

/** Which stored columns a file replaces. Bits of flags and date_only outside the masks keep their stored value. */
export interface MergeColumns {
	columns: readonly string[];
	flagMask: number;
	dateOnlyMask: number;
	hasStatus: boolean;
}

export interface MergeOutcome {
	inserted: number;
	updated: number;
	unchanged: number;
	older: number;
}

/**
 * Merges staging.event_in into event. A row that a newer export (by as-of) wrote last is left alone (`older`). Every
 * batch whose rows it changed, confirmed or was too old for is one it builds on: without that one, it would have had
 * more to write.
 * Leaves staging.touched (event_key) with the keys of inserted and updated rows.
 */
export function mergeStagedEvents(db: WritableDb, batchId: number, asOfS: number, merge: MergeColumns): MergeOutcome {
	const masked = (name: string, mask: number) => `(e.${name} & ${~mask}) | (s.${name} & ${mask})`;
	const same = [
		'e.vanished_by IS NULL',
		...merge.columns.map((name) => `e.${name} IS s.${name}`),
		`(e.flags & ${merge.flagMask}) = (s.flags & ${merge.flagMask})`,
		`(e.date_only & ${merge.dateOnlyMask}) = (s.date_only & ${merge.dateOnlyMask})`,
	].join(' AND ');
	db.exec('DROP TABLE IF EXISTS staging.plan; DROP TABLE IF EXISTS staging.touched');
	db.prepare(
		`CREATE TABLE staging.plan AS SELECT s.event_key AS in_key, e.event_key AS old_key, e.batch_id AS old_batch,
			CASE WHEN e.event_key IS NULL THEN 'insert' WHEN ${same} THEN 'same' WHEN b.as_of > ? THEN 'older' ELSE 'update' END AS act
		FROM staging.event_in s LEFT JOIN event e ON e.event_id = s.event_id LEFT JOIN batch b ON b.batch_id = e.batch_id`,
	).run(asOfS);
	const counts = new Map(
		db
			.prepare<[], { act: string; n: number }>('SELECT act, count(*) AS n FROM staging.plan GROUP BY act')
			.all()
			.map((row) => [row.act, row.n]),
	);
	db.prepare(
		`INSERT INTO event_version SELECT ?, e.* FROM event e WHERE e.event_key IN (SELECT old_key FROM staging.plan WHERE act = 'update')`,
	).run(batchId);
	db.prepare(
		'INSERT OR IGNORE INTO batch_dependency SELECT DISTINCT ?, old_batch FROM staging.plan WHERE old_batch IS NOT NULL',
	).run(batchId);
	const sets = [
		...merge.columns.map((name) => `${name} = s.${name}`),
		`flags = ${masked('flags', merge.flagMask)}`,
		`date_only = ${masked('date_only', merge.dateOnlyMask)}`,
		'batch_id = s.batch_id',
		'row_no = s.row_no',
		'source_system_id = s.source_system_id',
		'vanished_by = NULL',
	].join();
	db.exec(
		`UPDATE event AS t SET ${sets.replaceAll('(e.', '(t.')} FROM staging.plan p JOIN staging.event_in s ON s.event_key = p.in_key
		WHERE p.act = 'update' AND t.event_key = p.old_key`,
	);
	const firstKey = nextEventKey(db);
	const columns = db
		.prepare<[], string>("SELECT name FROM pragma_table_info('event') WHERE name <> 'event_key'")
		.pluck()
		.all();
	db.exec(
		`INSERT INTO event (event_key, ${columns.join()})
		SELECT ${firstKey - 1} + row_number() OVER (ORDER BY s.event_key), ${columns.map((name) => `s.${name}`).join()}
		FROM staging.plan p JOIN staging.event_in s ON s.event_key = p.in_key WHERE p.act = 'insert' ORDER BY s.event_key`,
	);
	db.exec(
		`CREATE TABLE staging.touched (event_key INTEGER PRIMARY KEY);
		INSERT INTO staging.touched SELECT old_key FROM staging.plan WHERE act = 'update';
		INSERT INTO staging.touched SELECT event_key FROM event WHERE event_key >= ${firstKey}`,
	);
	if (merge.hasStatus) {
		db.prepare(
			`UPDATE event SET status_closed_at = CASE WHEN closed_at IS NULL AND status_id IN ${CLOSING_STATUS}
				THEN coalesce(status_closed_at, ?) END
			WHERE event_key IN (SELECT event_key FROM staging.touched)`,
		).run(asOfS);
	}
	// What turned out to be sensitive keeps no word of its text, whichever file brought the text.
	db.prepare(
		`UPDATE event SET title = NULL, desc_clean = NULL, addr_text = NULL, place_key = NULL WHERE (flags & ?) <> 0
			AND event_key IN (SELECT event_key FROM staging.touched) AND coalesce(title, desc_clean, addr_text, place_key) IS NOT NULL`,
	).run(EVENT_FLAG.sensitive);
	return {
		inserted: counts.get('insert') ?? 0,
		updated: counts.get('update') ?? 0,
		unchanged: (counts.get('same') ?? 0) + (counts.get('older') ?? 0),
		older: counts.get('older') ?? 0,
	};
}

/** SQL that selects the keys mergeStagedEvents touched. */
export const TOUCHED_KEYS = 'SELECT event_key FROM staging.touched';

/** Accepted instants (NULL as 0) that the rows a batch changed had before. */
export function acceptedBefore(db: WritableDb, batchId: number): number[] {
	return db
		.prepare<[number], number>('SELECT DISTINCT coalesce(accepted_at, 0) FROM event_version WHERE superseded_by = ?')
		.pluck()
		.all(batchId);
}

// SQL of what one export of events means over time: whether it is the whole of its source, what it withdraws, and which
// of its changes are out of the ordinary. Runs inside the import's transaction, on the staged rows.

import { type Absence, type AbsenceMark, judgeAbsence } from './absence.ts';
import type { WritableDb } from './cache-db.ts';

/** Open events that an export must hold to be the whole of its source (domain.md §6.1). */
const WHOLE_SHARE = 0.95;
/** With fewer open events than this, they prove nothing: the export must hold that share of all events. */
const MIN_OPEN = 20;
/** Corrections come up to about this long after an event was closed (domain.md §6.1). */
const CORRECTION_S = 45 * 86_400;

const OPEN = 'e.closed_at IS NULL AND e.status_closed_at IS NULL AND e.vanished_by IS NULL';

/** True when the staged rows (indexed by event_id) hold 95 % of the source's open events. */
export function isWholeOfSource(db: WritableDb, sourceSystemId: number): boolean {
	const count = (sql: string, ...values: number[]) =>
		Number(
			db
				.prepare(sql)
				.pluck()
				.get(...values),
		);
	const staged = count('SELECT count(*) FROM staging.event_in');
	const covers = (only: string, total: number): boolean => {
		if (total === 0 || staged < WHOLE_SHARE * total) return false;
		const held = count(
			`SELECT count(*) FROM event e JOIN staging.event_in s ON s.event_id = e.event_id WHERE e.source_system_id = ? AND ${only}`,
			sourceSystemId,
		);
		return held >= WHOLE_SHARE * total;
	};
	const open = count(`SELECT count(*) FROM event e WHERE e.source_system_id = ? AND ${OPEN}`, sourceSystemId);
	if (open >= MIN_OPEN) return covers(OPEN, open);
	// Batches tell about how many there are, so that a small file need not count them.
	const brought = count(
		"SELECT coalesce(sum(rows_inserted), 0) FROM batch WHERE dataset = 'event' AND undone_at IS NULL AND source_system_id = ?",
		sourceSystemId,
	);
	if (staged < brought / 2) return false;
	const stored = 'e.vanished_by IS NULL';
	return covers(
		stored,
		count(`SELECT count(*) FROM event e WHERE e.source_system_id = ? AND ${stored}`, sourceSystemId),
	);
}

export interface EventAbsenceRule {
	/** An export that only looks whole speaks about the days it covers; one that was said to be whole about all. */
	isForced: boolean;
	/** Ids of rows that were delivered and quarantined: they have not vanished. */
	rejected: Iterable<string>;
}

/** Notes the events that the staged full export lacks. Leaves staging.withdrawn (row_key = event_id). */
export function judgeEventAbsence(db: WritableDb, mark: AbsenceMark, rule: EventAbsenceRule): Absence {
	db.exec('DROP TABLE IF EXISTS staging.rejected; CREATE TABLE staging.rejected (event_id TEXT PRIMARY KEY)');
	const insert = db.prepare('INSERT OR IGNORE INTO staging.rejected VALUES (?)');
	for (const eventId of rule.rejected) insert.run(eventId);
	const known = 'coalesce(accepted_at, reported_at)';
	const first = Number(db.prepare(`SELECT coalesce(min(${known}), 0) FROM staging.event_in`).pluck().get());
	const from = rule.isForced ? '' : `AND ${known} >= ${first}`;
	return judgeAbsence(
		db,
		{
			table: 'event',
			key: 'event_id',
			staged: 'staging.event_in',
			source: 't.source_system_id',
			only: `AND t.vanished_by IS NULL AND coalesce(t.accepted_at, t.reported_at, 0) <= ${mark.asOfS} ${from}
				AND t.event_id NOT IN (SELECT event_id FROM staging.rejected)`,
		},
		mark,
	);
}

/** Withdraws the events of staging.withdrawn: kept with their versions, in no figure. Adds them to staging.touched. */
export function withdrawEvents(db: WritableDb, batchId: number): void {
	db.exec(
		`INSERT OR IGNORE INTO staging.touched SELECT event_key FROM event
		WHERE event_id IN (SELECT row_key FROM staging.withdrawn)`,
	);
	db.prepare(
		`INSERT INTO event_version SELECT ?, e.* FROM event e WHERE e.event_id IN (SELECT row_key FROM staging.withdrawn)`,
	).run(batchId);
	db.prepare(
		'INSERT OR IGNORE INTO batch_dependency SELECT DISTINCT superseded_by, batch_id FROM event_version WHERE superseded_by = ?',
	).run(batchId);
	db.prepare(
		`UPDATE event SET vanished_by = ?, batch_id = ?, row_no = 0 WHERE event_id IN (SELECT row_key FROM staging.withdrawn)`,
	).run(batchId, batchId);
}

/** Changes of one batch that a reader should know of. */
export interface EventMoves {
	/** Withdrawn before, delivered again. */
	returned: number;
	/** Closed before, open again. */
	reopened: number;
	/** Corrected more than 45 days after they were closed. */
	late: number;
}

/** Counts them from the versions that the batch kept. */
export function countEventMoves(db: WritableDb, batchId: number, asOfS: number): EventMoves {
	const row = db
		.prepare<[number, number], EventMoves>(
			`SELECT coalesce(sum(v.vanished_by IS NOT NULL AND e.vanished_by IS NULL), 0) AS returned,
				coalesce(sum(coalesce(v.closed_at, v.status_closed_at) IS NOT NULL AND e.closed_at IS NULL AND e.status_closed_at IS NULL), 0) AS reopened,
				coalesce(sum(coalesce(v.closed_at, v.status_closed_at) < ? AND e.vanished_by IS NULL AND v.vanished_by IS NULL), 0) AS late
			FROM event_version v JOIN event e ON e.event_key = v.event_key WHERE v.superseded_by = ?`,
		)
		.get(asOfS - CORRECTION_S, batchId);
	return row ?? { returned: 0, reopened: 0, late: 0 };
}

/** Accepted instants that the staged rows span; null when none has any. */
export function stagedSpan(db: WritableDb): { firstS: number; lastS: number } | null {
	const row = db
		.prepare<[], { firstS: number | null; lastS: number | null }>(
			'SELECT min(accepted_at) AS firstS, max(accepted_at) AS lastS FROM staging.event_in',
		)
		.get();
	return row?.firstS == null || row.lastS === null ? null : { firstS: row.firstS, lastS: row.lastS };
}

/** Stored events accepted on days [firstDay, lastDay], by the packs as they were before this batch. */
export function countPackedDays(db: WritableDb, firstDay: number, lastDay: number): number {
	const sql = 'SELECT coalesce(sum(row_count), 0) FROM event_pack WHERE day BETWEEN ? AND ?';
	return Number(db.prepare(sql).pluck().get(firstDay, lastDay));
}

/** Staged rows whose event was already stored and is accepted from `firstS` to `lastS`. */
export function countKnownStaged(db: WritableDb, firstS: number, lastS: number): number {
	return Number(
		db
			.prepare<[number, number], number>(
				`SELECT count(*) FROM staging.plan p JOIN event e ON e.event_key = p.old_key
				WHERE e.accepted_at BETWEEN ? AND ? AND e.vanished_by IS NULL`,
			)
			.pluck()
			.get(firstS, lastS),
	);
}

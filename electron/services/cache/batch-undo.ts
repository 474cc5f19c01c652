// SQL that takes one batch back: restores the rows it changed, removes those it brought, prunes words nobody uses.
// The derived rest (places, packs, re-opening) is settled by sync/undo-batch.

import { forgetRowsOf, restoreAbsence } from './absence.ts';
import type { WritableDb } from './cache-db.ts';
import { ledgerReferences } from './ledger-merge.ts';

/** Leaves temp.undone (event_key, accepted_at NULL as 0) with the events the batch inserted or changed. */
export function markUndoneEvents(db: WritableDb, batchId: number): void {
	db.exec(
		'DROP TABLE IF EXISTS temp.undone; CREATE TEMP TABLE undone (event_key INTEGER PRIMARY KEY, accepted_at INTEGER)',
	);
	db.prepare('INSERT INTO temp.undone SELECT event_key, coalesce(accepted_at, 0) FROM event WHERE batch_id = ?').run(
		batchId,
	);
}

/** SQL that selects the marked keys. */
export const UNDONE_KEYS = 'SELECT event_key FROM temp.undone';

/** Accepted instants the marked events had. */
export function undoneAccepted(db: WritableDb): number[] {
	return db.prepare<[], number>('SELECT DISTINCT accepted_at FROM temp.undone').pluck().all();
}

/** Removes the batch's events and puts back what they replaced. */
export function restoreEvents(db: WritableDb, batchId: number): void {
	forgetRowsOf(db, batchId, 'event', 'event_id');
	const columns = db.prepare<[], string>("SELECT name FROM pragma_table_info('event')").pluck().all().join();
	db.prepare('DELETE FROM event WHERE batch_id = ?').run(batchId);
	db.prepare(`INSERT INTO event (${columns}) SELECT ${columns} FROM event_version WHERE superseded_by = ?`).run(
		batchId,
	);
	db.prepare('DELETE FROM event_version WHERE superseded_by = ?').run(batchId);
}

/** Removes the batch's steps and puts back what they replaced; returns the keys of the events concerned. */
export function restoreSteps(db: WritableDb, batchId: number): number[] {
	const keys = db
		.prepare<[number], number>(
			'SELECT event_key FROM event WHERE event_id IN (SELECT DISTINCT event_id FROM event_step WHERE batch_id = ?)',
		)
		.pluck()
		.all(batchId);
	const columns = db.prepare<[], string>("SELECT name FROM pragma_table_info('event_step')").pluck().all().join();
	db.prepare('DELETE FROM event_step WHERE batch_id = ?').run(batchId);
	db.prepare(
		`INSERT INTO event_step (${columns}) SELECT ${columns} FROM event_step_version WHERE superseded_by = ?`,
	).run(batchId);
	db.prepare('DELETE FROM event_step_version WHERE superseded_by = ?').run(batchId);
	return keys;
}

/**
 * Units that this batch made from names (row_no 0) and that events of other batches, or units kept for them, still
 * count at pass to the oldest batch that remains; returns nothing and leaves the rest to be removed.
 */
export function handOverMadeAreas(db: WritableDb, batchId: number): void {
	db.prepare(
		`WITH RECURSIVE needed (area_id) AS (
			SELECT DISTINCT p.area_id FROM event e JOIN place p ON p.place_id = e.place_id WHERE p.area_id IS NOT NULL
			UNION SELECT DISTINCT e.area_id FROM event e WHERE e.area_id IS NOT NULL
			UNION SELECT area_id FROM area WHERE first_batch_id <> @batch
			UNION SELECT a.parent_id FROM needed n JOIN area a ON a.area_id = n.area_id WHERE a.parent_id IS NOT NULL
		), heir (batch_id) AS (SELECT min(batch_id) FROM batch WHERE undone_at IS NULL AND batch_id <> @batch)
		UPDATE area SET batch_id = (SELECT batch_id FROM heir), first_batch_id = (SELECT batch_id FROM heir)
		WHERE first_batch_id = @batch AND row_no = 0 AND area_id IN (SELECT area_id FROM needed)
			AND (SELECT batch_id FROM heir) IS NOT NULL`,
	).run({ batch: batchId });
}

/** Removes places and words that only this batch brought and nothing uses any more; gives words their code back. */
export function pruneWords(db: WritableDb, batchId: number): void {
	db.prepare(
		'UPDATE dict_item SET code = v.code FROM dict_item_version v WHERE v.superseded_by = ? AND v.dict_id = dict_item.dict_id',
	).run(batchId);
	db.prepare('DELETE FROM dict_item_version WHERE superseded_by = ?').run(batchId);
	const ledgers = ledgerReferences(db);
	db.prepare(
		`DELETE FROM place WHERE first_batch_id = ?
		AND place_id NOT IN (${['SELECT DISTINCT place_id FROM event', ...ledgers.places].join(' UNION ')})`,
	).run(batchId);
	const uses = [
		...['category_id', 'source_id', 'status_id', 'unit_id', 'limit_id', 'source_system_id'].map(
			(name) => `SELECT DISTINCT ${name} FROM event WHERE ${name} IS NOT NULL`,
		),
		...['node_id', 'op_id', 'from_unit_id', 'to_unit_id', 'operator_role_id'].map(
			(name) => `SELECT DISTINCT ${name} FROM event_step WHERE ${name} IS NOT NULL`,
		),
		'SELECT DISTINCT source_system_id FROM batch',
		...ledgers.words,
	].join(' UNION ');
	db.prepare(`DELETE FROM dict_item WHERE first_batch_id = ? AND dict_id NOT IN (${uses})`).run(batchId);
}

/** Marks the batch as undone and drops its quarantine and dependencies; rows that it had taken wait again. */
export function markBatchUndone(db: WritableDb, batchId: number, undoneAtS: number): void {
	db.prepare('DELETE FROM quarantine WHERE batch_id = ?').run(batchId);
	db.prepare('UPDATE quarantine SET taken_by = NULL WHERE taken_by = ?').run(batchId);
	db.prepare('DELETE FROM batch_dependency WHERE batch_id = ?').run(batchId);
	restoreAbsence(db, batchId);
	db.prepare('UPDATE batch SET undone_at = ? WHERE batch_id = ?').run(undoneAtS, batchId);
}

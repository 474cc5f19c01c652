// Migration 7 over a filled version 3: every event counts, no row was withdrawn, and the table of versions mirrors events.

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { sql as first } from '../../../electron/services/cache/migrations/0001-first-tables.ts';
import { sql as texts } from '../../../electron/services/cache/migrations/0002-event-texts.ts';
import { sql as ledgers } from '../../../electron/services/cache/migrations/0003-ledgers.ts';
import { sql } from '../../../electron/services/cache/migrations/0007-deliveries.ts';

it('lets stored rows count on, and finds the open events of a source by an index', () => {
	const db = new Database(':memory:');
	db.exec(`${first}${texts}${ledgers}`);
	const columns = 'event_id, place_id, category_id, source_system_id, batch_id, first_batch_id, row_no, closed_at';
	db.exec(`INSERT INTO event (event_key, ${columns}) VALUES (1, 'E1', 1, 1, 1, 1, 1, 2, NULL), (2, 'E2', 1, 1, 1, 1, 1, 3, 99);
		INSERT INTO event_version (superseded_by, event_key, ${columns}) VALUES (2, 1, 'E1', 1, 1, 1, 1, 1, 2, NULL);
		INSERT INTO ledger_version (superseded_by, dataset, row_key, batch_id, cells) VALUES (2, 'patrol', 'P1', 1, '{}')`);
	db.exec(sql);
	expect(db.prepare('SELECT event_key, vanished_by FROM event ORDER BY 1').all()).toEqual([
		{ event_key: 1, vanished_by: null },
		{ event_key: 2, vanished_by: null },
	]);
	expect(db.prepare('SELECT is_withdrawn FROM ledger_version').pluck().all()).toEqual([0]);
	const namesOf = (table: string) =>
		db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
	expect(namesOf('event_version')).toEqual(['superseded_by', ...namesOf('event')]);
	const plan = db
		.prepare(
			`EXPLAIN QUERY PLAN SELECT count(*) FROM event e WHERE e.source_system_id = 1
			AND e.closed_at IS NULL AND e.status_closed_at IS NULL AND e.vanished_by IS NULL`,
		)
		.all() as { detail: string }[];
	expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('event_open')]);
	expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
	db.close();
});

// Migration 4 over a filled cache of migration 3: rows stay, the new facts are NULL, versions mirror the table, and packs
// of the older layout are made anew when the cache is opened.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { sql } from '../../../electron/services/cache/migrations/0004-event-facts.ts';
import { MIGRATIONS } from '../../../electron/services/cache/migrations.ts';
import { openCache } from '../../../electron/services/cache/open-cache.ts';
import { loadSnapshot } from '../../../electron/services/cache/snapshot-queries.ts';

const COLUMNS =
	'event_key, event_id, place_id, category_id, accepted_at, satisfaction, source_system_id, batch_id, first_batch_id, row_no';

it('adds the facts of events and of their versions', () => {
	const db = new Database(':memory:');
	for (const before of MIGRATIONS.slice(0, 3)) db.exec(before);
	db.exec(`INSERT INTO event (${COLUMNS}) VALUES (1, 'A1', 1, 1, 1760230000, 5, 1, 1, 1, 2)`);
	db.exec(sql);
	const namesOf = (table: string) =>
		db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
	expect(namesOf('event_version')).toEqual(['superseded_by', ...namesOf('event')]);
	expect(db.prepare('SELECT satisfaction, place_key, return_rows, is_online FROM event').get()).toEqual({
		satisfaction: 5,
		place_key: null,
		return_rows: null,
		is_online: null,
	});
	expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
	db.close();
});

it('makes packs of an older layout anew', () => {
	const dir = mkdtempSync(join(tmpdir(), 'gridhelm-migration-'));
	onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
	openCache({ dir, fileName: 'gridhelm.db', mode: 'readWrite' }).close();
	const db = new Database(join(dir, 'gridhelm.db'));
	db.exec(`INSERT INTO event (${COLUMNS}) VALUES (1, 'A1', 1, 1, 1760230000, 5, 1, 1, 1, 2)`);
	db.prepare('INSERT INTO event_pack (day, row_count, bytes) VALUES (20372, 1, ?)').run(
		Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]),
	);
	db.close();
	const cache = openCache({ dir, fileName: 'gridhelm.db', mode: 'readWrite' });
	onTestFinished(() => cache.close());
	const { events } = loadSnapshot(cache.reader);
	expect([events.length, events.facts[0], events.acceptedAt[0]]).toEqual([1, 5, 1_760_230_000]);
});

// Migration 2 over a filled version 1: rows stay, the new texts are NULL, versions mirror the table.

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { sql as first } from '../../../electron/services/cache/migrations/0001-first-tables.ts';
import { sql } from '../../../electron/services/cache/migrations/0002-event-texts.ts';

it('adds the texts of events and of their versions', () => {
	const db = new Database(':memory:');
	db.exec(first);
	const columns = 'event_key, event_id, place_id, category_id, source_system_id, batch_id, first_batch_id, row_no';
	db.exec(`INSERT INTO event (${columns}) VALUES (1, 'A1', 1, 1, 1, 1, 1, 2)`);
	db.exec(`INSERT INTO event_version (superseded_by, ${columns}) VALUES (2, 1, 'A1', 1, 1, 1, 1, 1, 2)`);
	db.exec(sql);
	for (const table of ['event', 'event_version']) {
		expect(db.prepare(`SELECT event_id, row_no, title, desc_clean, addr_text FROM ${table}`).get()).toEqual({
			event_id: 'A1',
			row_no: 2,
			title: null,
			desc_clean: null,
			addr_text: null,
		});
	}
	const namesOf = (table: string) =>
		db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
	expect(namesOf('event_version')).toEqual(['superseded_by', ...namesOf('event')]);
	expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
	db.close();
});

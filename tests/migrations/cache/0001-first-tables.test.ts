// Migration 1 from nothing: a sound file whose version tables mirror the tables they keep.

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { sql } from '../../../electron/services/cache/migrations/0001-first-tables.ts';

function columnsOf(db: Database.Database, table: string): string[] {
	return db
		.prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
		.all(table)
		.map(({ name, type }) => `${name} ${type}`);
}

it('makes tables whose versions hold every column', () => {
	const db = new Database(':memory:');
	db.exec(sql);
	expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
	for (const table of ['area', 'event', 'event_step']) {
		expect(columnsOf(db, `${table}_version`)).toEqual(['superseded_by INTEGER', ...columnsOf(db, table)]);
	}
	expect(columnsOf(db, 'event').length).toBeGreaterThan(40);
	db.close();
});

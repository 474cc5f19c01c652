// Migration 8 over a filled version 1: profiles keep their text as version 1 and offer themselves to no file.

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { sql as first } from '../../../electron/services/cache/migrations/0001-first-tables.ts';
import { sql } from '../../../electron/services/cache/migrations/0008-confirmed-words.ts';

it('keeps the profiles that imports have used, and begins with nothing settled', () => {
	const db = new Database(':memory:');
	db.exec(first);
	db.exec(`INSERT INTO profile (name, json) VALUES ('a', '{}')`);
	db.exec(sql);
	expect(db.prepare('SELECT * FROM profile').all()).toEqual([
		{ name: 'a', json: '{}', version: 1, saved_at: null, is_remembered: 0 },
	]);
	for (const table of ['word_mapping', 'place_alias', 'profile_version']) {
		expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
	}
	expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
	db.close();
});

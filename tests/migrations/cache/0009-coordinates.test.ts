// Migration 9 on a cache of migration 8: room to remember how coordinates were read, and nothing else changed.

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../../electron/services/cache/migrations.ts';

it('makes the three tables of coordinates, empty, and takes only the systems there are', () => {
	const db = new Database(':memory:');
	for (const sql of MIGRATIONS.slice(0, 9)) db.exec(sql);
	expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
	for (const table of ['coordinate_reading', 'crowded_point', 'event_point_before'])
		expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
	const insert = db.prepare("INSERT INTO coordinate_reading VALUES (1, '', ?, NULL, 'judged')");
	expect(() => insert.run('xian80')).toThrow(/CHECK/);
	insert.run('gcj02');
	db.close();
});

// Migration 10 over a filled version 1: nothing is lost, and a note belongs to a figure or to an event, never to both
// or neither.

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { sql as first } from '../../../electron/services/cache/migrations/0001-first-tables.ts';
import { sql } from '../../../electron/services/cache/migrations/0010-notes.ts';

it('begins without notes and takes only such as have one subject', () => {
	const db = new Database(':memory:');
	db.exec(first);
	db.exec(`INSERT INTO profile (name, json) VALUES ('a', '{}')`);
	db.exec(sql);
	expect(db.prepare('SELECT count(*) FROM profile').pluck().get()).toBe(1);
	expect(db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(0);
	const add = db.prepare(
		`INSERT INTO note (is_demo, indicator, area_code, period, event_id, role, body, written_at)
		VALUES (0, ?, ?, ?, ?, 'analyst', 'x', 0)`,
	);
	add.run('OP04', '339901', '2026-10', null);
	add.run(null, null, null, 'E1');
	expect(() => add.run('OP04', '339901', '2026-10', 'E1')).toThrow(/CHECK/);
	expect(() => add.run('OP04', '339901', null, null)).toThrow(/CHECK/);
	expect(() => add.run(null, null, null, null)).toThrow(/CHECK/);
	expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
	db.close();
});

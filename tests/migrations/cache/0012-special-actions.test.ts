// Migration 12 over a filled version 1: what was there stays, and no action is made up.

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { sql as first } from '../../../electron/services/cache/migrations/0001-first-tables.ts';
import { sql } from '../../../electron/services/cache/migrations/0012-special-actions.ts';

it('starts without any action and leaves what was there', () => {
	const db = new Database(':memory:');
	db.exec(first);
	db.pragma('foreign_keys = OFF');
	db.exec("INSERT INTO quarantine (batch_id, row_no, code, cells) VALUES (1, 3, 'E_DATE', '{}')");
	db.exec(sql);
	expect(db.prepare('SELECT count(*) AS n FROM special_action').get()).toEqual({ n: 0 });
	expect(db.prepare('SELECT count(*) AS n FROM quarantine').get()).toEqual({ n: 1 });
	expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
	db.close();
});

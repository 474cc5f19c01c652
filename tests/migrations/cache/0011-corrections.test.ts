// Migration 11 over a filled version 1: rows set aside before wait on, uncorrected, and cannot be tried without their file.

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { sql as first } from '../../../electron/services/cache/migrations/0001-first-tables.ts';
import { sql } from '../../../electron/services/cache/migrations/0011-corrections.ts';

it('keeps the rows that wait', () => {
	const db = new Database(':memory:');
	db.exec(first);
	db.pragma('foreign_keys = OFF');
	db.exec(`INSERT INTO quarantine (batch_id, row_no, column_name, cell, code, cells)
		VALUES (1, 3, '受理时间', 'C3', 'E_DATE', '{"受理时间":"2026-13-45"}')`);
	db.exec(sql);
	expect(db.prepare('SELECT row_no, code, kept, corrections, corrected_at, taken_by FROM quarantine').get()).toEqual({
		row_no: 3,
		code: 'E_DATE',
		kept: null,
		corrections: '{}',
		corrected_at: null,
		taken_by: null,
	});
	expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
	db.close();
});

// Migration 5 over a filled version 1: areas stay, what grids tell of themselves is NULL, versions mirror the table.

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { sql as first } from '../../../electron/services/cache/migrations/0001-first-tables.ts';
import { sql } from '../../../electron/services/cache/migrations/0005-grid-facts.ts';

it('adds the facts of grids and of their versions', () => {
	const db = new Database(':memory:');
	db.exec(first);
	const columns = 'area_id, area_code, area_name, short_name, level, pinyin, batch_id, first_batch_id, row_no';
	db.exec(`INSERT INTO area (${columns}) VALUES (1, 'G1', '一格', '一格', 'grid', 'YG', 1, 1, 2)`);
	db.exec(
		`INSERT INTO area_version (superseded_by, ${columns}) VALUES (2, 1, 'G1', '一格', '一格', 'grid', 'YG', 1, 1, 2)`,
	);
	db.exec(sql);
	for (const table of ['area', 'area_version']) {
		expect(
			db
				.prepare(`SELECT area_code, row_no, board_installed, profile_updated_on, risk_level, valid_to_on FROM ${table}`)
				.get(),
		).toEqual({
			area_code: 'G1',
			row_no: 2,
			board_installed: null,
			profile_updated_on: null,
			risk_level: null,
			valid_to_on: null,
		});
	}
	const namesOf = (table: string) =>
		db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
	expect(namesOf('area_version')).toEqual(['superseded_by', ...namesOf('area')]);
	expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
	db.close();
});

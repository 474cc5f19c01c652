// Migration 3 on a cache of migration 2: a table for every ledger, with the columns that its spec declares.

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../../electron/services/cache/migrations.ts';
import { LEDGER_SPECS } from '../../../electron/services/exports/datasets/ledger-specs.ts';
import { ledgerSqlType } from '../../../electron/services/sync/ledger-import.ts';

it('makes the table that each spec declares', () => {
	const db = new Database(':memory:');
	for (const sql of MIGRATIONS.slice(0, 3)) db.exec(sql);
	expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
	for (const { dataset, columns, hasPlace } of LEDGER_SPECS) {
		const stored = db
			.prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
			.all(dataset)
			.map(({ name, type }) => `${name} ${type}`);
		expect(stored).toEqual([
			'row_key TEXT',
			...columns.map((column) => `${column.column} ${ledgerSqlType(column)}`),
			...(hasPlace ? ['area_place_id INTEGER'] : []),
			'row_no INTEGER',
			'batch_id INTEGER',
			'first_batch_id INTEGER',
		]);
	}
	db.close();
});

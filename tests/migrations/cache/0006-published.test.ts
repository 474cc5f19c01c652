// Migration 6 on a cache with the tables before it: what was published is kept apart from what imports change.

import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { WritableDb } from '../../../electron/services/cache/cache-db.ts';
import { sql } from '../../../electron/services/cache/migrations/0006-published.ts';
import { MIGRATIONS } from '../../../electron/services/cache/migrations.ts';
import {
	addSnapshot,
	findIssuedRows,
	keepIssued,
	listIssuedRows,
} from '../../../electron/services/cache/published-store.ts';

it('keeps the first statement under a code, each snapshot apart, and one list of files for many figures', () => {
	const file = new Database(':memory:');
	for (const each of MIGRATIONS.slice(0, MIGRATIONS.indexOf(sql) + 1)) file.exec(each);
	const db = file as unknown as WritableDb;
	const snapshotId = addSnapshot(db, {
		title: '例会',
		publishedAtS: 10,
		asOfS: null,
		checkCode: 'S-00000-00001',
		readingCount: 1,
		isDemo: false,
	});
	const row = {
		checkCode: '00000-00002',
		snapshotId: 0,
		issuedAtS: 11,
		isDemo: false,
		reading: '{"value":1}',
		definitionHash: 'd',
		areaHash: 'a',
		hashes: ['x', 'y'],
		lastBatchId: 3,
	};
	keepIssued(db, [row, { ...row, issuedAtS: 99 }, { ...row, snapshotId }, { ...row, isDemo: true }]);
	expect(findIssuedRows(db, row.checkCode, false)).toEqual([row, { ...row, snapshotId }]);
	expect(listIssuedRows(db, snapshotId)).toEqual([{ ...row, snapshotId }]);
	expect(file.prepare('SELECT count(*) FROM file_chain').pluck().get()).toBe(1);
	file.close();
});

// Queries behind screens find events by an index; none reads the whole table.

import { expect, it } from 'vitest';
import type { ReadableDb } from '../../../electron/services/cache/cache-db.ts';
import { readCacheContents } from '../../../electron/services/cache/cache-state-queries.ts';
import {
	findEventsByIdPrefix,
	getEventById,
	getEventIds,
	getEvents,
	listSteps,
} from '../../../electron/services/cache/event-queries.ts';
import { openLedgerShelf } from '../../../electron/services/cache/ledger-reader.ts';
import { loadSnapshot } from '../../../electron/services/cache/snapshot-queries.ts';
import { LEDGER_SOURCES } from '../../../electron/services/indicators/ledger-formula-schema.ts';
import { DATASETS } from '../../../shared/domain/codes.ts';
import { makeCache } from '../sync/made-cache.ts';

/** Plans of every statement that a query prepares. */
function plansOf(db: ReadableDb, query: (db: ReadableDb) => unknown): string[] {
	const statements: string[] = [];
	const recording = new Proxy(db, {
		get(target, key) {
			const value: unknown = Reflect.get(target, key);
			if (typeof value !== 'function') return value;
			return (...given: unknown[]) => {
				if (key === 'prepare') statements.push(String(given[0]));
				return value.apply(target, given);
			};
		},
	});
	query(recording);
	expect(statements.length).toBeGreaterThan(0);
	return statements
		.filter((sql) => /^\s*(SELECT|WITH)/i.test(sql))
		.flatMap((sql) => {
			const marks = Array.from(sql.matchAll(/\?/g), () => null);
			return db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...marks) as { detail: string }[];
		})
		.map((row) => row.detail);
}

it.each<[string, (db: ReadableDb) => unknown]>([
	['a page of events', (db) => getEvents(db, [1, 2, 3])],
	['one event', (db) => getEventById(db, 'E1')],
	['ids of records', (db) => getEventIds(db, [1])],
	['search by id', (db) => findEventsByIdPrefix(db, 'E', 5)],
	['steps', (db) => listSteps(db, 'E1')],
	['the snapshot', loadSnapshot],
	['the state of the cache', readCacheContents],
	[
		'every ledger that a figure of the board stands on',
		(db) => {
			const reader = openLedgerShelf(db, () => new Map()).readerAt(new Set(DATASETS));
			for (const source of LEDGER_SOURCES) expect(reader.rows(source)).not.toBeNull();
		},
	],
])('%s', (_, query) => {
	const plans = plansOf(makeCache().cache.reader, query);
	expect(plans.filter((detail) => /^SCAN (e|event|event_step|s)\b/.test(detail))).toEqual([]);
});

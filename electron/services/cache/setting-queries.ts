// Small named values of the cache: the revision of the committed data and settings of the centre.

import type { ReadableDb, WritableDb } from './cache-db.ts';

/** Value of a setting, null when it was never set. */
export function getSetting(db: ReadableDb, key: string): string | null {
	const row = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?').get(key);
	return row?.value ?? null;
}

/** Sets or replaces one setting. */
export function setSetting(db: WritableDb, key: string, value: string): void {
	db.prepare(
		'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
	).run(key, value);
}

/** Number that grows with every committed change; 0 for a fresh cache. */
export function getRevision(db: ReadableDb): number {
	return Number(getSetting(db, 'revision') ?? 0);
}

/** Moves the revision on; called once in every transaction that changes what screens show. */
export function bumpRevision(db: WritableDb): number {
	const revision = getRevision(db) + 1;
	setSetting(db, 'revision', String(revision));
	return revision;
}

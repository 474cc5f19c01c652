// Packs of events that changed without changing their day.

import type { WritableDb } from '../cache/cache-db.ts';
import { refreshPacks } from '../cache/event-pack-queries.ts';

/** Refreshes the packs of these events; their accepted day is the same as before. */
export function refreshKeys(db: WritableDb, keys: readonly number[]): void {
	if (keys.length === 0) return;
	db.exec('DROP TABLE IF EXISTS temp.touched_key; CREATE TEMP TABLE touched_key (event_key INTEGER PRIMARY KEY)');
	const insert = db.prepare('INSERT INTO temp.touched_key (event_key) VALUES (?)');
	for (const key of keys) insert.run(key);
	refreshPacks(db, 'SELECT event_key FROM temp.touched_key', new Set());
	db.exec('DROP TABLE temp.touched_key');
}

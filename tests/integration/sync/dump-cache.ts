// A dump of everything in a cache that must be exact.

import type { ReadableDb } from '../../../electron/services/cache/cache-db.ts';

/** Everything in the cache but the list of batches with the names of their systems, the revision and kept profiles. */
export function dumpCache(db: ReadableDb): Record<string, unknown[]> {
	const tables = db
		.prepare<[], string>(
			"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('batch', 'setting', 'profile') ORDER BY name",
		)
		.pluck()
		.all();
	return Object.fromEntries(
		tables.map((table) => [
			table,
			db
				.prepare(`SELECT * FROM ${table} ${table === 'dict_item' ? "WHERE kind <> 'sourceSystem'" : ''}`)
				.raw()
				.all()
				.map((row) => JSON.stringify(row, (_, value) => (value instanceof Uint8Array ? Array.from(value) : value)))
				.sort(),
		]),
	);
}

// Everything in a cache without its own numbers: rows name each other by id, word and file, so that two caches that came
// to the same content by different ways are equal.

import type { ReadableDb } from '../../../electron/services/cache/cache-db.ts';

const file = (id: string) => `(SELECT file_name FROM batch WHERE batch_id = ${id})`;
const word = (id: string) =>
	`(SELECT kind || ':' || raw || '=' || coalesce(code, '') FROM dict_item WHERE dict_id = ${id})`;
const place = (id: string) =>
	`(SELECT town_raw || '/' || village_raw || '/' || grid_raw || '/' || micro_raw FROM place WHERE place_id = ${id})`;
const area = (id: string) => `(SELECT area_code FROM area WHERE area_id = ${id})`;

/** Columns that hold a number of this cache alone, by what they point at. */
const POINTERS: readonly (readonly [name: RegExp, meaning: (column: string) => string])[] = [
	[/^(batch_id|first_batch_id|superseded_by|vanished_by)$/, file],
	[/_ref$|^(category|source|status|unit|limit|source_system|node|op|from_unit|to_unit|operator_role)_id$/, word],
	[/^(area_)?place_id$/, place],
	[/^(geo_)?area_id$|^parent_id$/, area],
];
/** Numbers that mean nothing outside, and what only says which file was the first to use a word. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
	event: ['event_key'],
	event_version: ['event_key'],
	area: ['area_id'],
	place: ['place_id', 'area_id', 'first_batch_id'],
	dict_item: ['dict_id', 'first_batch_id'],
	ledger_version: ['cells'],
};

/** The rows of these tables, sorted, as JSON text. */
export function dumpCanonically(db: ReadableDb, tables: readonly string[]): Record<string, string[]> {
	return Object.fromEntries(
		tables.map((table) => {
			const names = db
				.prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
				.pluck()
				.all(table)
				.filter((name) => !(LEFT_OUT[table] ?? []).includes(name));
			const columns = names.map((name) => {
				// A ledger's own place_id is a code that was delivered.
				const isOwnCode = table === 'key_place' || table === 'hazard';
				const pointer = isOwnCode && name === 'place_id' ? undefined : POINTERS.find(([pattern]) => pattern.test(name));
				return pointer ? pointer[1](`t.${name}`) : `t.${name}`;
			});
			const where = table === 'dict_item' ? "WHERE kind <> 'sourceSystem'" : '';
			const rows = db.prepare(`SELECT ${columns.join()} FROM ${table} t ${where}`).raw().all();
			return [table, rows.map((row) => JSON.stringify(row)).sort()];
		}),
	);
}

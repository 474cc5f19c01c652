// Keeps event_pack in step with event, inside the transaction that changes event: only the days that were touched.

import { dayOf, SHANGHAI_OFFSET_S } from '../../../shared/domain/shanghai-time.ts';
import type { EventColumns } from '../indicators/event-columns.ts';
import type { ReadableDb, WritableDb } from './cache-db.ts';
import { SQL_FACTS, SQL_LAT, SQL_LNG } from './event-facts.ts';
import {
	allocateColumns,
	decodePack,
	encodePack,
	PACK_COLUMNS,
	PACK_MARK,
	type PackBuffer,
	packable,
} from './event-pack.ts';

/** Day of events without acceptance time. */
const NO_DAY = -1;

const SELECT_PACKED = `SELECT event_key, area_id, geo_area_id, batch_id, reported_at, accepted_at, disposed_at, closed_at,
	due_at, due_at_orig, reopened_at, status_closed_at, pause_minutes, dispatched_at, ${SQL_LNG}, ${SQL_LAT}, place_key,
	category_id, source_id, status_id, unit_id, limit_id, source_system_id, flags, ${SQL_FACTS}, severity, date_only,
	supervise_level FROM event`;
/** Withdrawn events are in no pack, hence in no figure and no list. */
const COUNTS = 'vanished_by IS NULL';

/** Accepted day of a packed instant, NO_DAY for none. */
export function packDay(acceptedAt: number): number {
	return acceptedAt > 0 ? dayOf(acceptedAt) : NO_DAY;
}

/** Writes one event row (in the order of SELECT_PACKED, which is that of PACK_COLUMNS) at row `at`. */
function fillRow(target: PackBuffer, at: number, row: readonly (number | null)[]): void {
	for (let i = 0; i < PACK_COLUMNS.length; i += 1) {
		const name = PACK_COLUMNS[i];
		if (name) target[name][at] = packable(row[i] ?? null);
	}
}

const ACCEPTED_AT = PACK_COLUMNS.indexOf('acceptedAt');

/** Rows of one day, in order of key, as columns. */
function fillRows(rows: readonly (readonly (number | null)[])[]): PackBuffer {
	const columns = allocateColumns(rows.length);
	rows.forEach((row, at) => {
		fillRow(columns, at, row);
	});
	return columns;
}

/** Copies row `from` of one set of columns to row `to` of another. */
function copyRow(source: EventColumns, from: number, target: PackBuffer, to: number): void {
	for (const name of PACK_COLUMNS) target[name][to] = source[name][from] ?? 0;
}

/** The counting events that the given SQL condition selects, in order of accepted day and key. */
function readEventColumns(db: ReadableDb, condition: string): PackBuffer {
	const where = `WHERE ${condition} AND ${COUNTS}`;
	const count = Number(db.prepare(`SELECT count(*) FROM event ${where}`).pluck().get());
	const columns = allocateColumns(count);
	let at = 0;
	for (const row of db.prepare(`${SELECT_PACKED} ${where} ORDER BY event_key`).raw().iterate() as Iterable<
		(number | null)[]
	>) {
		fillRow(columns, at, row);
		at += 1;
	}
	return sortByDay(columns);
}

/**
 * Positions of rows in pack order: accepted day (none first), rows of one day as they came.
 * A counting sort: days are few and dense.
 */
function orderByDay(acceptedAt: Uint32Array): Uint32Array {
	const days = new Int32Array(acceptedAt.length);
	let last = NO_DAY;
	for (let i = 0; i < days.length; i += 1) {
		const day = packDay(acceptedAt[i] as number);
		days[i] = day;
		if (day > last) last = day;
	}
	const starts = new Uint32Array(last - NO_DAY + 2);
	for (let i = 0; i < days.length; i += 1) {
		const slot = (days[i] as number) - NO_DAY + 1;
		starts[slot] = (starts[slot] as number) + 1;
	}
	for (let slot = 1; slot < starts.length; slot += 1)
		starts[slot] = (starts[slot] as number) + (starts[slot - 1] as number);
	const order = new Uint32Array(days.length);
	for (let i = 0; i < days.length; i += 1) {
		const slot = (days[i] as number) - NO_DAY;
		const at = starts[slot] as number;
		order[at] = i;
		starts[slot] = at + 1;
	}
	return order;
}

/** A copy in pack order: accepted day (none first), then event key; the rows come in order of key. */
export function sortByDay(columns: EventColumns, sorted = allocateColumns(columns.length)): PackBuffer {
	const order = orderByDay(columns.acceptedAt);
	for (const name of PACK_COLUMNS) {
		const source = columns[name];
		const target = sorted[name];
		for (let i = 0; i < order.length; i += 1) target[i] = source[order[i] as number] as number;
	}
	return sorted;
}

/** Calls `visit` for every run of rows of one day. The columns are in pack order. */
export function forEachDay(columns: EventColumns, visit: (day: number, from: number, to: number) => void): void {
	let from = 0;
	while (from < columns.length) {
		const day = packDay(columns.acceptedAt[from] ?? 0);
		let to = from + 1;
		while (to < columns.length && packDay(columns.acceptedAt[to] ?? 0) === day) to += 1;
		visit(day, from, to);
		from = to;
	}
}

function writeDays(db: WritableDb, columns: EventColumns): void {
	const insert = db.prepare('INSERT OR REPLACE INTO event_pack (day, row_count, bytes) VALUES (?, ?, ?)');
	forEachDay(columns, (day, from, to) => insert.run(day, to - from, encodePack(columns, from, to)));
}

/** Replaces all packs; each of `days` holds the events of one day (or more), in pack order. */
export function writeAllPacks(db: WritableDb, days: Iterable<EventColumns>): void {
	db.exec('DELETE FROM event_pack');
	for (const columns of days) writeDays(db, columns);
}

/** Accepted day of a row of `event` in SQL, as packDay and packable give it. */
const SQL_DAY = `CASE WHEN accepted_at > 0 AND accepted_at <= 4294967295 THEN (accepted_at + ${SHANGHAI_OFFSET_S}) / 86400 ELSE ${NO_DAY} END`;

const PAGE_ROWS = 8_192;

/**
 * The columns that `event` gives, one day at a time, so that memory never holds much more than a day. Sorts on disk;
 * no statement is open while a day is out, so the caller may write. Must be read to its end.
 */
export function* readEventDays(db: ReadableDb): Generator<PackBuffer> {
	db.prepare('DROP TABLE IF EXISTS temp.pack_row').run();
	db.prepare(`CREATE TEMP TABLE pack_row AS ${SELECT_PACKED} WHERE ${COUNTS} ORDER BY ${SQL_DAY}, event_key`).run();
	const page = db
		.prepare<[number], (number | null)[]>(
			`SELECT * FROM temp.pack_row WHERE rowid > ? ORDER BY rowid LIMIT ${PAGE_ROWS}`,
		)
		.raw() as unknown as { all(after: number): (number | null)[][] };
	let held: (number | null)[][] = [];
	let heldDay = NO_DAY;
	let after = 0;
	for (let rows = page.all(after); rows.length > 0; rows = page.all(after)) {
		after += rows.length;
		for (const row of rows) {
			const day = packDay(packable(row[ACCEPTED_AT] ?? null));
			if (day !== heldDay && held.length > 0) {
				yield fillRows(held);
				held = [];
			}
			heldDay = day;
			held.push(row);
		}
	}
	if (held.length > 0) yield fillRows(held);
	db.prepare('DROP TABLE temp.pack_row').run();
}

/** True when a version of the product with other columns wrote the packs. */
export function hasOldPacks(db: ReadableDb): boolean {
	return db.prepare('SELECT 1 FROM event_pack WHERE substr(bytes, 1, 1) <> ? LIMIT 1').get(PACK_MARK) !== undefined;
}

/** Computes all packs anew from `event`. */
export function rebuildPacks(db: WritableDb): void {
	writeAllPacks(db, readEventDays(db));
}

/** The stored pack of one day; empty when there is none. Throws when its bytes do not fit. */
export function readDay(db: ReadableDb, day: number): PackBuffer {
	const row = db
		.prepare<[number], { row_count: number; bytes: Uint8Array }>(
			'SELECT row_count, bytes FROM event_pack WHERE day = ?',
		)
		.get(day);
	const columns = allocateColumns(row?.row_count ?? 0);
	if (row) decodePack(row.bytes, row.row_count, columns, 0);
	return columns;
}

/**
 * Refreshes the packs after events were inserted, changed or removed. `keysSql` selects the touched event keys
 * (existing or gone); `oldDays` are the days (NO_DAY included) those events had before. Untouched days stay as they are.
 */
export function refreshPacks(db: WritableDb, keysSql: string, oldDays: ReadonlySet<number>): void {
	const touched = new Set(db.prepare<[], number>(keysSql).pluck().all());
	const fresh = readEventColumns(db, `event_key IN (${keysSql})`);
	const freshRows = new Map<number, { from: number; to: number }>();
	forEachDay(fresh, (day, from, to) => freshRows.set(day, { from, to }));
	const remove = db.prepare('DELETE FROM event_pack WHERE day = ?');
	for (const day of new Set([...oldDays, ...freshRows.keys()])) {
		const old = readDay(db, day);
		const kept: number[] = [];
		for (let i = 0; i < old.length; i += 1) if (!touched.has(old.eventKey[i] ?? 0)) kept.push(i);
		const added = freshRows.get(day) ?? { from: 0, to: 0 };
		const merged = allocateColumns(kept.length + added.to - added.from);
		let at = 0;
		let next = added.from;
		for (const row of kept) {
			while (next < added.to && (fresh.eventKey[next] ?? 0) < (old.eventKey[row] ?? 0))
				copyRow(fresh, next++, merged, at++);
			copyRow(old, row, merged, at++);
		}
		while (next < added.to) copyRow(fresh, next++, merged, at++);
		if (merged.length === 0) remove.run(day);
		else writeDays(db, merged);
	}
}

// SQL of giving a delivered word its code, and of taking that back: the word, and the few event columns that follow from
// a code (closing by status, rework, sensitivity). Runs inside the caller's transaction.

import { EVENT_FLAG } from '../indicators/event-columns.ts';
import type { ReadableDb, WritableDb } from './cache-db.ts';
import type { MappableKind } from './dict-store.ts';

export interface StoredMapping {
	mappingId: number;
	kind: MappableKind;
	raw: string;
	code: string;
	formerCode: string | null;
	mappedAt: number;
}

/** A word by its id; undefined when there is none of these kinds. */
export function findWord(
	db: ReadableDb,
	dictId: number,
): { dictId: number; kind: string; raw: string; code: string | null } | undefined {
	return db
		.prepare<[number], { dictId: number; kind: string; raw: string; code: string | null }>(
			'SELECT dict_id AS dictId, kind, raw, code FROM dict_item WHERE dict_id = ?',
		)
		.get(dictId);
}

/** Mappings that stand, the newest first. */
export function listMappings(db: ReadableDb, limit: number): StoredMapping[] {
	return db
		.prepare<[number], StoredMapping>(
			`SELECT mapping_id AS mappingId, kind, raw, code, former_code AS formerCode, mapped_at AS mappedAt
			FROM word_mapping WHERE undone_at IS NULL ORDER BY mapping_id DESC LIMIT ?`,
		)
		.all(limit);
}

/** One mapping that stands. */
export function findMapping(db: ReadableDb, mappingId: number): StoredMapping | undefined {
	return db
		.prepare<[number], StoredMapping>(
			`SELECT mapping_id AS mappingId, kind, raw, code, former_code AS formerCode, mapped_at AS mappedAt
			FROM word_mapping WHERE mapping_id = ? AND undone_at IS NULL`,
		)
		.get(mappingId);
}

/** Writes a mapping down and gives the word its code; returns its id. */
export function insertMapping(
	db: WritableDb,
	word: { kind: string; raw: string; code: string | null },
	code: string,
	nowS: number,
): number {
	const { lastInsertRowid } = db
		.prepare('INSERT INTO word_mapping (kind, raw, code, former_code, mapped_at) VALUES (?, ?, ?, ?, ?)')
		.run(word.kind, word.raw, code, word.code, nowS);
	db.prepare('UPDATE dict_item SET code = ? WHERE kind = ? AND raw = ?').run(code, word.kind, word.raw);
	return Number(lastInsertRowid);
}

/** Takes a mapping back; the word has its former code again. */
export function undoMapping(db: WritableDb, mapping: StoredMapping, nowS: number): void {
	db.prepare('UPDATE word_mapping SET undone_at = ? WHERE mapping_id = ?').run(nowS, mapping.mappingId);
	db.prepare('UPDATE dict_item SET code = ? WHERE kind = ? AND raw = ?').run(
		mapping.formerCode,
		mapping.kind,
		mapping.raw,
	);
}

/** How many events have a word. */
export function countEventsOf(db: ReadableDb, kind: MappableKind, raw: string): number {
	return Number(
		db
			.prepare<[string, string], number>(
				`SELECT count(*) FROM event WHERE ${kind}_id = (SELECT dict_id FROM dict_item WHERE kind = ? AND raw = ?)`,
			)
			.pluck()
			.get(kind, raw),
	);
}

const OF_STATUS = "status_id = (SELECT dict_id FROM dict_item WHERE kind = 'status' AND raw = @raw)";
const OF_CATEGORY = "category_id = (SELECT dict_id FROM dict_item WHERE kind = 'category' AND raw = @raw)";

/** What follows for the events of a status: closed at the as-of of their file, reworked. Returns the keys touched. */
export function settleStatus(db: WritableDb, raw: string, is: { closing: boolean; rework: boolean }): number[] {
	const closed = is.closing
		? `UPDATE event SET status_closed_at = (SELECT as_of FROM batch b WHERE b.batch_id = event.batch_id)
			WHERE closed_at IS NULL AND ${OF_STATUS} RETURNING event_key`
		: `UPDATE event SET status_closed_at = NULL WHERE status_closed_at IS NOT NULL AND ${OF_STATUS} RETURNING event_key`;
	const flag = EVENT_FLAG.reworked;
	const reworked = is.rework
		? `UPDATE event SET flags = flags | ${flag} WHERE ${OF_STATUS} AND flags & ${flag} = 0 RETURNING event_key`
		: `UPDATE event SET flags = flags & ~${flag} WHERE ${OF_STATUS} AND flags & ${flag} <> 0 AND coalesce(rework_cnt, 0) = 0
			RETURNING event_key`;
	return [closed, reworked].flatMap((sql) => db.prepare<[{ raw: string }], number>(sql).pluck().all({ raw }));
}

/**
 * What follows for the events of a class: a sensitive one keeps no text, and an undone mapping does not bring it back.
 * Returns the keys touched.
 */
export function settleCategory(db: WritableDb, raw: string, isSensitive: boolean): number[] {
	const flag = EVENT_FLAG.sensitive;
	const sql = isSensitive
		? `UPDATE event SET flags = flags | ${flag}, title = NULL, desc_clean = NULL, addr_text = NULL
			WHERE ${OF_CATEGORY} AND flags & ${flag} = 0 RETURNING event_key`
		: `UPDATE event SET flags = flags & ~${flag} WHERE ${OF_CATEGORY} AND flags & ${flag} <> 0
			AND coalesce(is_sensitive, 0) = 0 RETURNING event_key`;
	return db.prepare<[{ raw: string }], number>(sql).pluck().all({ raw });
}

// Get-or-create of delivered words (dict_item) during one import. Maps nothing itself: codes come with the words.

import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { WORD_KINDS } from '../../../shared/contract/schemas/preview.ts';
import type { LedgerDataset } from '../../../shared/domain/codes.ts';
import type { ReadableDb, WritableDb } from './cache-db.ts';

export const DICT_KINDS = [
	'category',
	'source',
	'status',
	'unit',
	'limit',
	'sourceSystem',
	'node',
	'op',
	'role',
] as const;
/** Words of a ledger's closed vocabularies are kept apart by `<ledger>.<field>`. */
export type DictKind = (typeof DICT_KINDS)[number] | `${LedgerDataset}.${string}`;

interface Known {
	id: number;
	code: string | null;
}

/** Packed columns hold dictionary ids in 16 bits. */
const MAX_DICT_ID = 65_535;

/** Words of one import; new ones are marked with the batch that brought them. */
export interface DictStore {
	/** Id of a word; a code that differs from the stored one replaces it (the old one is kept for undo). */
	idOf(kind: DictKind, raw: string, code: string | null): number;
}

/** Opens the dictionaries for the import of one batch, inside its transaction. */
export function openDictStore(db: WritableDb, batchId: number): DictStore {
	const kinds = new Map<DictKind, Map<string, Known>>();
	const select = db.prepare<[string], { dict_id: number; raw: string; code: string | null }>(
		'SELECT dict_id, raw, code FROM dict_item WHERE kind = ?',
	);
	const insert = db.prepare('INSERT INTO dict_item (kind, raw, code, first_batch_id) VALUES (?, ?, ?, ?)');
	const confirmed = db
		.prepare<[string, string], string>(
			'SELECT code FROM word_mapping WHERE kind = ? AND raw = ? AND undone_at IS NULL ORDER BY mapping_id DESC LIMIT 1',
		)
		.pluck();
	const keep = db.prepare('INSERT OR IGNORE INTO dict_item_version (superseded_by, dict_id, code) VALUES (?, ?, ?)');
	const recode = db.prepare('UPDATE dict_item SET code = ? WHERE dict_id = ?');

	function wordsOf(kind: DictKind): Map<string, Known> {
		let words = kinds.get(kind);
		if (!words) {
			words = new Map(select.all(kind).map((row) => [row.raw, { id: row.dict_id, code: row.code }]));
			kinds.set(kind, words);
		}
		return words;
	}

	return {
		idOf(kind, raw, code) {
			const words = wordsOf(kind);
			const known = words.get(raw);
			if (known) {
				if (code !== null && known.code !== code) {
					keep.run(batchId, known.id, known.code);
					recode.run(code, known.id);
					known.code = code;
				}
				return known.id;
			}
			const settled = code ?? confirmed.get(kind, raw) ?? null;
			const id = Number(insert.run(kind, raw, settled, batchId).lastInsertRowid);
			if (id > MAX_DICT_ID) {
				throw new GridHelmError(
					'E_FILE',
					'文件中不同的分类、来源、状态和单位名称过多，可能列对应有误，未作任何改动。',
					{
						words: id,
					},
				);
			}
			words.set(raw, { id, code: settled });
			return id;
		},
	};
}

/** Kinds of words that a person can give a code. */
export type MappableKind = (typeof WORD_KINDS)[number];

/** A delivered word without a code, and the events it stands in. */
export interface UnknownWord {
	dictId: number;
	kind: MappableKind;
	raw: string;
	rows: number;
	/** File that brought it first. */
	file: string | null;
}

/** Units are known by the list of handling units; without one there is nothing to map them to. */
const IS_KNOWN_UNIT = `EXISTS (SELECT 1 FROM handling_unit u WHERE u.unit_id = d.raw OR u.unit_name = d.raw
	OR EXISTS (SELECT 1 FROM json_each(u.aliases) a WHERE a.value = d.raw))`;
const UNKNOWN = `d.code IS NULL AND d.raw <> '' AND (d.kind IN ('category', 'source', 'status')
	OR (d.kind = 'unit' AND EXISTS (SELECT 1 FROM handling_unit) AND NOT ${IS_KNOWN_UNIT}))`;

function readUnknownWords(db: ReadableDb, limit: number, batchId: number | null): UnknownWord[] {
	const words = db
		.prepare<[{ batchId: number | null }], Omit<UnknownWord, 'rows'>>(
			`SELECT d.dict_id AS dictId, d.kind, d.raw, b.file_name AS file FROM dict_item d
			LEFT JOIN batch b ON b.batch_id = d.first_batch_id WHERE ${UNKNOWN} AND coalesce(@batchId, d.first_batch_id) = d.first_batch_id ORDER BY d.dict_id`,
		)
		.all({ batchId });
	const rows = new Map<number, number>();
	for (const kind of new Set(words.map((word) => word.kind))) {
		const counts = db
			.prepare<[], { id: number; n: number }>(
				`SELECT ${kind}_id AS id, count(*) AS n FROM event WHERE ${kind}_id IN
				(SELECT d.dict_id FROM dict_item d WHERE d.kind = '${kind}' AND ${UNKNOWN}) GROUP BY 1`,
			)
			.all();
		for (const { id, n } of counts) rows.set(id, n);
	}
	return words
		.map((word) => ({ ...word, rows: rows.get(word.dictId) ?? 0 }))
		.filter((word) => word.rows > 0)
		.sort((one, other) => other.rows - one.rows || one.dictId - other.dictId)
		.slice(0, limit);
}

/** Words that no dictionary knows, those of most events first. */
export function listUnknownWords(db: ReadableDb, limit: number): UnknownWord[] {
	return readUnknownWords(db, limit, null);
}

/** The unknown words that one batch brought. */
export function listUnknownWordsOfBatch(
	db: ReadableDb,
	batchId: number,
	limit: number,
): Pick<UnknownWord, 'kind' | 'raw' | 'rows'>[] {
	return readUnknownWords(db, limit, batchId).map(({ kind, raw, rows }) => ({ kind, raw, rows }));
}

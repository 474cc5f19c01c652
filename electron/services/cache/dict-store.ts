// Get-or-create of delivered words (dict_item) during one import. Maps nothing itself: codes come with the words.

import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { LedgerDataset } from '../../../shared/domain/codes.ts';
import type { WritableDb } from './cache-db.ts';

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
			const id = Number(insert.run(kind, raw, code, batchId).lastInsertRowid);
			if (id > MAX_DICT_ID) {
				throw new GridHelmError(
					'E_FILE',
					'文件中不同的分类、来源、状态和单位名称过多，可能列对应有误，未作任何改动。',
					{
						words: id,
					},
				);
			}
			words.set(raw, { id, code });
			return id;
		},
	};
}

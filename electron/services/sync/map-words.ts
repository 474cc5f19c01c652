// The queue of words that no dictionary knows: lists them, gives one a code, takes that back. Events hold the id of a
// word, so a mapping rewrites no event but what follows from its code. One transaction each.

import type { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { UnknownWordsOutput, WordChoice } from '../../../shared/contract/schemas/words.ts';
import { STATUS } from '../../../shared/domain/codes.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { ReadableDb, WritableDb } from '../cache/cache-db.ts';
import { listUnknownWords, type MappableKind } from '../cache/dict-store.ts';
import type { Cache } from '../cache/open-cache.ts';
import { bumpRevision } from '../cache/setting-queries.ts';
import {
	countEventsOf,
	findMapping,
	findWord,
	insertMapping,
	listMappings,
	settleCategory,
	settleStatus,
	undoMapping,
} from '../cache/word-mapping.ts';
import { writeTogether } from '../cache/write-together.ts';
import { describeCategory, listCategories, listSources, listStatuses } from '../exports/dictionaries.ts';
import { suggestAlike } from './likeness.ts';
import { refreshKeys } from './touched-events.ts';

type Choice = z.infer<typeof WordChoice>;

const MAX_WORDS = 500;
const CLOSING = [STATUS.closed, STATUS.awaitingRevisit, STATUS.archived].map(String);
const REWORK = [STATUS.rework, STATUS.reopened].map(String);

function listUnits(db: ReadableDb): Choice[] {
	return db
		.prepare<[], { code: string; name: string | null }>(
			'SELECT unit_id AS code, unit_name AS name FROM handling_unit ORDER BY unit_id',
		)
		.all()
		.map(({ code, name }) => ({ code, label: { zh: name ?? code, en: name ?? code }, group: null }));
}

function choicesOf(db: ReadableDb): Record<MappableKind, Choice[]> {
	return {
		category: listCategories().map(({ code, zh, en, groupZh, groupEn }) => ({
			code,
			label: { zh, en },
			group: { zh: groupZh, en: groupEn },
		})),
		source: listSources().map(({ code, zh, en }) => ({ code, label: { zh, en }, group: null })),
		status: listStatuses().map(({ code, zh, en }) => ({ code, label: { zh, en }, group: null })),
		unit: listUnits(db),
	};
}

function partsOf(raw: string): string[] {
	const parts = raw.split('\u001f').filter((part) => part !== '');
	return parts.length === 0 ? ['—'] : parts.slice(0, 2);
}

/** Unknown words by the events they stand in, what they can be mapped to, and what was mapped. */
export function readUnknownWords(db: ReadableDb): z.infer<typeof UnknownWordsOutput> {
	const choices = choicesOf(db);
	return {
		words: listUnknownWords(db, MAX_WORDS).map(({ dictId, kind, raw, rows, file }) => {
			const words = partsOf(raw);
			const alike = suggestAlike(words.at(-1) ?? '', choices[kind], ({ label }) => label.zh, 3);
			return { wordId: dictId, kind, words, rows, file, suggestions: alike.map(({ code }) => code) };
		}),
		mapped: listMappings(db, 200).map(({ mappingId, kind, raw, code, mappedAt }) => ({
			mappingId,
			kind,
			words: partsOf(raw),
			code,
			mappedAt: toIso(mappedAt),
		})),
		choices,
	};
}

function write<T>(cache: Cache, work: (db: WritableDb) => T): T {
	const db = cache.writer;
	if (!db) throw new GridHelmError('E_CACHE_READ_ONLY', '缓存不可写，未作任何改动；请检查缓存文件夹的权限。');
	return writeTogether(db, () => {
		const result = work(db);
		bumpRevision(db);
		return result;
	});
}

/** Settles what follows from the code that a word now has. */
function settle(db: WritableDb, kind: MappableKind, raw: string, code: string | null): number {
	if (kind === 'status') {
		const is = { closing: code !== null && CLOSING.includes(code), rework: code !== null && REWORK.includes(code) };
		refreshKeys(db, [...new Set(settleStatus(db, raw, is))]);
	}
	if (kind === 'category') {
		const isSensitive = code !== null && describeCategory(code)?.isSensitive === true;
		refreshKeys(db, settleCategory(db, raw, isSensitive));
	}
	return countEventsOf(db, kind, raw);
}

/** Gives a word a code. @throws GridHelmError E_NOT_FOUND (word), E_INPUT (code), E_BUSY, E_CACHE_* */
export function mapWord(cache: Cache, wordId: number, code: string, nowS: number): { mappingId: number; rows: number } {
	return write(cache, (db) => {
		const word = findWord(db, wordId);
		const choices = choicesOf(db);
		if (!word || !Object.hasOwn(choices, word.kind)) {
			throw new GridHelmError('E_NOT_FOUND', '没有这个待对应的词，可能已随批次撤销。', { wordId });
		}
		const kind = word.kind as MappableKind;
		if (!choices[kind].some((choice) => choice.code === code)) {
			throw new GridHelmError('E_INPUT', `“${code}”不是可用的标准代码。`, { field: 'code' });
		}
		const mappingId = insertMapping(db, word, code, nowS);
		return { mappingId, rows: settle(db, kind, word.raw, code) };
	});
}

/** Takes a mapping back. @throws GridHelmError E_NOT_FOUND, E_BUSY, E_CACHE_* */
export function unmapWord(cache: Cache, mappingId: number, nowS: number): { mappingId: number; rows: number } {
	return write(cache, (db) => {
		const mapping = findMapping(db, mappingId);
		if (!mapping) throw new GridHelmError('E_NOT_FOUND', `没有编号为 ${mappingId} 的对应。`, { mappingId });
		undoMapping(db, mapping, nowS);
		return { mappingId, rows: settle(db, mapping.kind, mapping.raw, mapping.formerCode) };
	});
}

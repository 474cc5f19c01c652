// The default taxonomy and the words that exports use for it (domain.md §4.1, §4.3, §4.5): settings under
// resources/dictionaries, not enums. Maps a delivered word to a standard code, or says that nobody has mapped it.

import categoryList from '../../../resources/dictionaries/categories.json' with { type: 'json' };
import limitUnitList from '../../../resources/dictionaries/limit-units.json' with { type: 'json' };
import sourceList from '../../../resources/dictionaries/sources.json' with { type: 'json' };
import statusList from '../../../resources/dictionaries/statuses.json' with { type: 'json' };
import { cleanWord, foldHeader } from './cell-text.ts';

export interface CategoryDescription {
	code: string;
	zh: string;
	en: string;
	/** First-level class, code of two digits. */
	groupCode: string;
	groupZh: string;
	groupEn: string;
	/** Default severity 1–4. */
	severity: number;
	/** Default limit such as W5, H24 (domain.md §4.4); never computed from unless the district switches it on. */
	limit: string;
	lead: string;
	isSensitive: boolean;
	/** False for base data (09), which no figure counts. */
	countsInKpi: boolean;
}

export interface SourceDescription {
	code: string;
	zh: string;
	en: string;
	group: 'proactive' | 'public' | 'assigned' | 'other';
}

export interface StatusDescription {
	/** One of STATUS in shared/domain/codes.ts, as text. */
	code: string;
	zh: string;
	en: string;
}

const key = (text: string): string => foldHeader(text).replace(/[()()、,/·.\-_“”]/g, '');

const categories = new Map<string, CategoryDescription>();
/** First-level words and codes → two-digit code. */
const groupByWord = new Map<string, string>();
/** Second-level words → code; a word that two groups share is found within its group only. */
const categoryByWord = new Map<string, string | null>();
const categoryByGroupAndWord = new Map<string, string>();

for (const group of categoryList) {
	for (const word of [group.code, group.zh, `${group.code}${group.zh}`]) groupByWord.set(key(word), group.code);
	for (const item of group.classes) {
		categories.set(item.code, {
			code: item.code,
			zh: item.zh,
			en: item.en,
			groupCode: group.code,
			groupZh: group.zh,
			groupEn: group.en,
			severity: item.severity,
			limit: item.limit,
			lead: group.lead,
			isSensitive: item.sensitive,
			countsInKpi: group.countsInKpi,
		});
		const parts = item.zh.split('/');
		for (const word of [
			item.zh,
			`${item.code}${item.zh}`,
			...(parts.length > 1 ? parts : []),
			...('synonyms' in item ? (item.synonyms ?? []) : []),
		]) {
			const folded = key(word);
			const known = categoryByWord.get(folded);
			categoryByWord.set(folded, known === undefined || known === item.code ? item.code : null);
			categoryByGroupAndWord.set(`${group.code} ${folded}`, item.code);
		}
	}
}

/** Four-digit code in a cell, also where a spreadsheet took the leading zero (`404` for `0404`). */
function categoryCode(text: string): string | null {
	const digits = /^\d{3,4}$/.exec(text)?.[0].padStart(4, '0');
	return digits !== undefined && categories.has(digits) ? digits : null;
}

/**
 * Standard code of a delivered class: by code in either word, by the second word inside the first's group, by the
 * second word alone, by the first word alone. Null when nothing fits; the caller keeps it visible as 9999.
 */
export function mapCategoryWord(l1: string, l2: string): string | null {
	const first = cleanWord(l1);
	const second = cleanWord(l2);
	const byCode = categoryCode(second) ?? categoryCode(first);
	if (byCode !== null) return byCode;
	const group = groupByWord.get(key(first)) ?? (/^\d$/.test(first) ? groupByWord.get(`0${first}`) : undefined);
	if (group !== undefined && second !== '') {
		// Two digits in the second column are a segment code: 05 + 03 = 0503.
		const segment = /^\d{1,2}$/.test(second) ? `${group}${second.padStart(2, '0')}` : undefined;
		if (segment !== undefined && categories.has(segment)) return segment;
		const inGroup = categoryByGroupAndWord.get(`${group} ${key(second)}`);
		if (inGroup !== undefined) return inGroup;
	}
	if (second !== '')
		return categoryByWord.get(key(second)) ?? (group === undefined ? (categoryByWord.get(key(first)) ?? null) : null);
	return categoryByWord.get(key(first)) ?? null;
}

/** What a code of the taxonomy means; null for an unknown one. */
export function describeCategory(code: string): CategoryDescription | null {
	return categories.get(code) ?? null;
}

/** The whole taxonomy, in its order. */
export function listCategories(): CategoryDescription[] {
	return [...categories.values()];
}

const sources = new Map<string, SourceDescription>();
const sourceByWord = new Map<string, string>();
for (const { code, zh, en, group, synonyms } of sourceList) {
	sources.set(code, { code, zh, en, group: group as SourceDescription['group'] });
	for (const word of [code, String(Number(code)), zh, `${code}${zh}`, ...synonyms]) sourceByWord.set(key(word), code);
}

/** Standard code of a delivered source word, null when unmapped. */
export function mapSourceWord(word: string): string | null {
	return sourceByWord.get(key(cleanWord(word))) ?? null;
}

export function describeSource(code: string): SourceDescription | null {
	return sources.get(code) ?? null;
}

export function listSources(): SourceDescription[] {
	return [...sources.values()];
}

const statuses = new Map<string, StatusDescription>();
const statusByWord = new Map<string, string>();
for (const { code, zh, en, synonyms } of statusList) {
	statuses.set(code, { code, zh, en });
	for (const word of [code, zh, `${code}${zh}`, ...synonyms]) statusByWord.set(key(word), code);
}

/** Standard code of a delivered status word; suffixes as in `已办结(超期)` are put aside. Null when unmapped. */
export function mapStatusWord(word: string): string | null {
	const text = cleanWord(word);
	const plain = statusByWord.get(key(text));
	return plain ?? statusByWord.get(key(text.replace(/[((【[].*$/, ''))) ?? null;
}

export function describeStatus(code: string): StatusDescription | null {
	return statuses.get(code) ?? null;
}

export function listStatuses(): StatusDescription[] {
	return [...statuses.values()];
}

const unitByWord = new Map(limitUnitList.flatMap(({ unit, words }) => words.map((word) => [word, unit] as const)));
const CHINESE_NUMBER: Record<string, number> = {
	半: 0.5,
	一: 1,
	两: 2,
	二: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9,
	十: 10,
	十五: 15,
	二十: 20,
	三十: 30,
};

/** Time limit (domain.md §4.4) of words such as `3个工作日` → W3, `24小时` → H24, `4工作时` → N4, `30天` → D30; else null. */
export function mapLimitWord(word: string): string | null {
	const text = cleanWord(word).replace(/ /g, '').toLowerCase();
	const code = /^([hnwd])(\d+(?:\.\d+)?)$/.exec(text);
	if (code) return `${code[1]?.toUpperCase()}${Number(code[2])}`;
	const match = /^(\d+(?:\.\d+)?|[半一两二三四五六七八九十]{1,2})个?([\u4e00-\u9fff_a-z]+?)(?:内|以内|之内)?$/.exec(
		text,
	);
	if (!match) return null;
	const unit = unitByWord.get(match[2] ?? '');
	const amount = /^\d/.test(match[1] ?? '') ? Number(match[1]) : CHINESE_NUMBER[match[1] ?? ''];
	if (unit === undefined || amount === undefined || amount <= 0) return null;
	return `${unit}${amount}`;
}

// What a dataset says about one of its fields. One dataset = one file beside this; must not read any cell.

import type { Dataset } from '../../../../shared/domain/codes.ts';

/** How a field's cells are read. */
export type FieldKind = 'code' | 'word' | 'instant' | 'number' | 'flag' | 'text';

export interface FieldSpec {
	/** snake_case of domain.md §3. */
	name: string;
	kind: FieldKind;
	/** Headers met in exports, best first; the name itself is always accepted. */
	headers: readonly string[];
	/**
	 * False for a column that is known and not kept (free text, times nobody asks for yet): no cell of it is read and
	 * it is not reported as unknown.
	 */
	isKept: boolean;
}

export interface DatasetSpec {
	dataset: Dataset;
	fields: readonly FieldSpec[];
	/** Each inner list needs one of its fields; the first list that has none names the missing column. */
	required: readonly (readonly string[])[];
	/** Fields that tell this dataset from the others. */
	telling: readonly string[];
}

/** Shorthand for a kept field. */
export function field(name: string, kind: FieldKind, ...headers: string[]): FieldSpec {
	return { name, kind, headers, isKept: true };
}

/** Shorthand for a known column that is not kept. */
export function skipped(name: string, ...headers: string[]): FieldSpec {
	return { name, kind: 'text', headers, isKept: false };
}

/** 所属 + level word + 编码 or 名称, in the orders that exports use. */
export function placeHeaders(
	levelWords: readonly string[],
	wanted: 'code' | 'name',
	prefixes: readonly string[],
): string[] {
	const suffixes = wanted === 'code' ? ['编码', '代码', '编号'] : ['', '名称', '名'];
	return levelWords.flatMap((word) =>
		prefixes.flatMap((prefix) => suffixes.map((suffix) => `${prefix}${word}${suffix}`)),
	);
}

/** 是否 + flag, and the flag's own word. */
export function flagHeaders(...words: string[]): string[] {
	return [...words.map((word) => `是否${word}`), ...words, ...words.map((word) => `${word}标识`)];
}

export const TOWN_WORDS = ['镇街', '乡镇街道', '镇街道', '街道乡镇', '街镇', '乡镇', '街道', '镇'] as const;
export const VILLAGE_WORDS = ['村社', '村社区', '社区村', '村居', '村居社区', '社区', '行政村', '村'] as const;

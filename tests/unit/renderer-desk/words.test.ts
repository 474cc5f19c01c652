// Both languages hold the same gaps, and every word of the screens is used by one.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { divisionText, splitDefinition } from '../../../renderer/boards/proof-words.ts';
import { sentencePieces } from '../../../renderer/boards/sentence-pieces.ts';
import { en } from '../../../renderer/text/en.ts';
import { chooseLanguage } from '../../../renderer/text/language.ts';
import { zhCN } from '../../../renderer/text/zh-cn.ts';

function flatten(words: object, path = ''): [string, string][] {
	return Object.entries(words).flatMap(([key, value]) =>
		typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flatten(value, `${path}${key}.`),
	);
}

const gapsOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

test('no English sentence asks for a gap that the Chinese one does not fill', () => {
	const chinese = new Map(flatten(zhCN));
	for (const [key, text] of flatten(en)) {
		const known = gapsOf(chinese.get(key) ?? '');
		for (const gap of gapsOf(text)) expect(known, key).toContain(gap);
	}
});

test('English screens hold no Chinese, Chinese ones no half-width punctuation between Chinese', () => {
	for (const [key, text] of flatten(en)) expect(text, key).not.toMatch(/[\u4e00-\u9fff，。；：]/);
	for (const [key, text] of flatten(zhCN)) expect(text, key).not.toMatch(/[\u4e00-\u9fff][,;:!?][\u4e00-\u9fff]/);
});

test('never "Error" or "undefined" on a screen', () => {
	for (const words of [zhCN, en])
		for (const [key, text] of flatten(words)) expect(text, key).not.toMatch(/error|undefined|exception/i);
});

test('every word is used', () => {
	const root = join(import.meta.dirname, '../../../renderer');
	const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.tsx?$/.test(file) && !file.startsWith('text'))
		.map((file) => readFileSync(join(root, file), 'utf8'))
		.join('\n');
	const isUsed = (key: string) => {
		if (sources.includes(`'${key}'`)) return true;
		// Keys made from a code: t(`parts.${part}`), t(`imports.dataset_${dataset}`).
		const stem = /^(.*[._])[^._]+(?:_[a-z]+)?$/.exec(key)?.[1] ?? '';
		const stems = [stem, key.replace(/[^.]+$/, ''), key.replace(/_.*$/, '_')];
		return stems.some((one) => sources.includes(`\`${one}\${`));
	};
	expect(
		flatten(zhCN)
			.map(([key]) => key)
			.filter((key) => !isUsed(key)),
	).toEqual([]);
});

test('the language is the chosen one, else the first known of the system, else Chinese', () => {
	expect(chooseLanguage('en', ['zh-CN'])).toBe('en');
	expect(chooseLanguage(null, ['de', 'en-GB', 'zh-CN'])).toBe('en');
	expect(chooseLanguage(null, ['zh-Hans-CN'])).toBe('zh-CN');
	expect(chooseLanguage('xx', ['fr'])).toBe('zh-CN');
});

test('a number never parts from its unit, its punctuation or its bracket', () => {
	const pieces = sentencePieces([
		{ text: '受理 ', figure: null },
		{ text: '230', figure: 'OP01' },
		{ text: ' 件，比均值 47 件多 ', figure: null },
		{ text: '11%', figure: 'OP01' },
		{ text: '；云碶镇（', figure: null },
		{ text: '−0.4', figure: 'OP04' },
		{ text: '）。', figure: null },
	]);
	expect(pieces).toEqual([
		{ kind: 'words', text: '受理 ' },
		{ kind: 'figure', before: '', text: '230', after: '\u00a0件，', figure: 'OP01' },
		{ kind: 'words', text: '比均值 47\u00a0件多 ' },
		{ kind: 'figure', before: '', text: '11%', after: '；', figure: 'OP01' },
		{ kind: 'words', text: '云碶镇' },
		{ kind: 'figure', before: '（', text: '−0.4', after: '）。', figure: 'OP04' },
	]);
});

test('a proof prints its division with two decimals', () => {
	expect(divisionText({ num: 1_993, den: 2_139, value: (100 * 1_993) / 2_139 }, '%')).toBe('1,993 ÷ 2,139 = 93.17%');
	expect(divisionText({ num: 2, den: 4, value: null }, '%')).toBe('2 ÷ 4');
	expect(divisionText({ num: null, den: null, value: 7 }, '件')).toBeNull();
});

test('a definition is split after its first sentence', () => {
	expect(splitDefinition('期内受理的件数。有效指…。')).toEqual(['期内受理的件数。', '有效指…。']);
	expect(splitDefinition('Valid events. More.')).toEqual(['Valid events.', 'More.']);
	expect(splitDefinition('none')).toEqual(['none', '']);
});

// Numbers, flags and small scales as exports write them (domain.md §6.2).

import { describe, expect, test } from 'vitest';
import { readNumberBytes } from '../../../electron/services/exports/byte-values.ts';
import { cleanCell, cleanCode, cleanWord, isScientificDamage } from '../../../electron/services/exports/cell-text.ts';
import {
	parseFlag,
	parseLateness,
	parseNumber,
	parseSatisfaction,
	parseSeverity,
	parseTimeliness,
} from '../../../electron/services/exports/number-parser.ts';

describe('parseNumber', () => {
	test.each([
		['１２３．５', 123.5],
		['1,234', 1234],
		['1，234，567.5', 1234567.5],
		['1.2万', 12000],
		['12件', 12],
		['(15)', -15],
		['≤5', 5],
		['-3', -3],
		['120.15', 120.15],
		['4.9E-324', 5e-324],
	])('%s', (text, expected) => {
		expect(parseNumber(text)).toBe(expected);
	});
	test.each(['', '-', '—', '无', 'NULL', '\\N', '#N/A', '#DIV/0!', '98.5%', '3个工作日', 'abc', '1,23'])(
		'%s is none',
		(text) => {
			expect(parseNumber(text)).toBeNaN();
		},
	);
	test('bytes give the same number, to the last digit', () => {
		for (const text of ['0', '120.123456', '-73.98443609', '0.1', '28.0000001', '99999999999999.9', '3']) {
			const bytes = Buffer.from(text);
			expect(readNumberBytes(bytes, 0, bytes.length)).toBe(Number(text));
		}
	});
});

describe('flags and scales', () => {
	test.each([
		['是', 1],
		['有', 1],
		['√', 1],
		['Y', 1],
		['1', 1],
		['1.0', 1],
		['已', 1],
		['true', 1],
		['否', 0],
		['无', 0],
		['×', 0],
		['N', 0],
		['0', 0],
		['未', 0],
	] as const)('%s', (text, expected) => {
		expect(parseFlag(text)).toBe(expected);
	});
	test('blank and unknown are not delivered', () => {
		expect(parseFlag('')).toBeNaN();
		expect(parseFlag('待定')).toBeNaN();
	});
	test('timeliness and its inverse', () => {
		expect([
			parseTimeliness('按期办结'),
			parseTimeliness('逾期办结'),
			parseTimeliness('超期'),
			parseTimeliness('未超期'),
			parseTimeliness('是'),
			parseTimeliness('overtime'),
		]).toEqual([1, 0, 0, 1, 1, 0]);
		expect([
			parseLateness('是'),
			parseLateness('否'),
			parseLateness('0'),
			parseLateness('3'),
			parseLateness('超期'),
			parseLateness('未超期'),
		]).toEqual([0, 1, 1, 0, 0, 1]);
	});
	test('severity and satisfaction', () => {
		expect(['特急', '紧急', '一般', '轻微', '2', '一级', '重大'].map(parseSeverity)).toEqual([1, 2, 3, 4, 2, 1, 1]);
		expect(['非常满意', '满意', '基本满意', '不满意', '很不满意', '未评价', '5'].map(parseSatisfaction)).toEqual([
			5, 4, 3, 2, 1, 0, 5,
		]);
	});
});

describe('cell text', () => {
	test('spreadsheet habits come off, digits never', () => {
		expect(cleanCode('="330102003012"')).toBe('330102003012');
		expect(cleanCode("'003")).toBe('003');
		expect(cleanCode('\t330102003012')).toBe('330102003012');
		expect(cleanCode('330102003012.0')).toBe('330102003012');
		expect(cleanCode('３３０ １０２')).toBe('330102');
		expect(cleanCode('012')).toBe('012');
	});
	test('lost digits are seen', () => {
		expect(isScientificDamage('3.30102E+11')).toBe(true);
		expect(isScientificDamage('3E12')).toBe(false);
	});
	test('words: spaces beside Chinese go, single spaces between others stay', () => {
		expect(cleanWord('　城 东 街道 ')).toBe('城东街道');
		expect(cleanWord('Food  Poisoning')).toBe('Food Poisoning');
		expect(cleanWord('（其他）')).toBe('(其他)');
		expect(cleanCell('\\N')).toBe('');
	});
});

test('what is larger than any number is none', () => {
	for (const text of ['3.30102E911', '4.9e308万', '9'.repeat(400)]) expect(parseNumber(text)).toBeNaN();
});

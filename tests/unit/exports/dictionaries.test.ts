// The default taxonomy and the words that lead to it (domain.md §4).

import { describe, expect, test } from 'vitest';
import {
	describeCategory,
	describeSource,
	describeStatus,
	mapCategoryWord,
	mapLimitWord,
	mapSourceWord,
	mapStatusWord,
} from '../../../electron/services/exports/dictionaries.ts';
import categories from '../../../resources/dictionaries/categories.json' with { type: 'json' };
import { STATUS } from '../../../shared/domain/codes.ts';

describe('categories', () => {
	test('every class is found by its code and by its own words within its group', () => {
		for (const group of categories) {
			for (const item of group.classes) {
				expect(mapCategoryWord('', item.code)).toBe(item.code);
				expect(mapCategoryWord(group.zh, item.zh)).toBe(item.code);
				expect(describeCategory(item.code)?.groupCode).toBe(group.code);
			}
		}
	});
	test('a lost leading zero, segment codes, words alone', () => {
		expect(mapCategoryWord('', '404')).toBe('0404');
		expect(mapCategoryWord('04', '04')).toBe('0404');
		expect(mapCategoryWord('5', '3')).toBe('0503');
		expect(mapCategoryWord('', '违法停车')).toBe('0404');
		expect(mapCategoryWord('违法停车', '')).toBe('0404');
	});
	test('unknown words and unknown codes are nobody’s', () => {
		expect(mapCategoryWord('好人好事', '见义勇为')).toBeNull();
		expect(mapCategoryWord('', '0499')).toBeNull();
		expect(mapCategoryWord('市容与综合执法', '见义勇为')).toBeNull();
	});
	test('base data does not count, 9999 stays visible', () => {
		expect(describeCategory('0901')?.countsInKpi).toBe(false);
		expect(describeCategory('9999')?.countsInKpi).toBe(true);
		expect(describeCategory('0102')?.isSensitive).toBe(true);
	});
});

describe('sources, statuses, limits', () => {
	test('sources', () => {
		expect(['12345', '12345热线', '网格员上报', '01', '1', '浙里办', '天外来客'].map(mapSourceWord)).toEqual([
			'04',
			'04',
			'01',
			'01',
			'01',
			'03',
			null,
		]);
		expect(describeSource('04')?.group).toBe('public');
	});
	test('statuses, with suffixes put aside', () => {
		expect(['已办结(超期)', '已办结（按期）', '办理中', '60', '待 受 理', '退回', '飞走了'].map(mapStatusWord)).toEqual(
			['60', '60', '31', '60', '10', '32', null],
		);
		for (const code of Object.values(STATUS)) expect(describeStatus(String(code))?.code).toBe(String(code));
	});
	test('limits', () => {
		expect(
			['3个工作日', '24小时', '4工作时', '30天', '30自然日', 'W3', '2个紧急工作时', '三个工作日内', '立即', '0天'].map(
				mapLimitWord,
			),
		).toEqual(['W3', 'H24', 'N4', 'D30', 'D30', 'W3', 'H2', 'W3', null, null]);
	});
});

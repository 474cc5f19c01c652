// Names folded by fixed rules only; nothing that merely looks alike becomes the same.

import { describe, expect, it } from 'vitest';
import {
	foldGridName,
	foldTownName,
	foldVillageName,
	parseNumeral,
} from '../../../electron/services/sync/place-names.ts';

function allSame(fold: (name: string) => string, ...names: string[]): void {
	expect(new Set(names.map(fold)), names.join()).toHaveProperty('size', 1);
}

describe('folding names', () => {
	it('of towns', () => {
		allSame(foldTownName, '永中街道', '永中街道办事处', '永中街道办', '永中街办', ' 永中 街道 ');
		allSame(foldTownName, '西镇', '西镇人民政府', '西镇政府');
		expect(foldTownName('永中街道')).not.toBe(foldTownName('永兴街道'));
	});

	it('of villages and communities', () => {
		allSame(foldVillageName, '石坦村', '石坦村委会', '石坦村村民委员会', '石坦村经济合作社', '石坦村股份经济合作社');
		allSame(foldVillageName, '永上社区', '永上社区居委会', '永上居委会', '永上社区居民委员会');
		expect(foldVillageName('石坦村')).not.toBe(foldVillageName('石坦社区'));
	});

	it('of grids', () => {
		allSame(foldGridName, '第3网格', '三网格', '03网格', '3号网格', '网格三', '第三网格', '网格３', '第三全科网格');
		expect(foldGridName('石坦村第十二网格')).toBe('石坦村#12');
		expect(foldGridName('园区网格')).toBe('园区网格');
		expect(foldGridName('第3网格')).not.toBe(foldGridName('第13网格'));
	});

	it('reads Chinese numerals', () => {
		expect(['七', '十', '十二', '二十', '三十五', '一百零二', '007'].map(parseNumeral)).toEqual([
			7, 10, 12, 20, 35, 102, 7,
		]);
		expect(parseNumeral('三五')).toBeNull();
	});
});

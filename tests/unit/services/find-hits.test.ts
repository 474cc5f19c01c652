// Search: what is found first, by which word.

import { describe, expect, it } from 'vitest';
import { listDefinitions, loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { findHits, type SearchScope } from '../../../electron/services/search/find-hits.ts';

type AreaItem = SearchScope['areas'][number];

function area(
	code: string,
	name: string,
	level: AreaItem['level'],
	parentCode: string | null,
	pinyin: string,
): AreaItem {
	return {
		code,
		name,
		shortName: name,
		level,
		parentCode,
		sortNo: 1,
		gridType: level === 'grid' ? 'base' : null,
		peerGroup: 'all',
		pinyin,
		households: null,
		popResident: null,
		bbox: null,
		labelPoint: null,
	};
}

const scope: SearchScope = {
	areas: [
		area('330303', '龙湾区', 'district', null, 'lwq longwanqu'),
		area('330303001', '永中街道', 'town', '330303', 'yzjd yongzhongjiedao'),
		area('330303001004', '永上社区', 'village', '330303001', 'yssq yongshangshequ'),
		area('330303001004001', '永上社区第1网格', 'grid', '330303001004', 'yssqd1wg yongshangshequdi1wangge'),
	],
	definitions: [],
	findEvents: (prefix, limit) =>
		prefix === 'LQ2026'
			? [{ kind: 'event' as const, eventId: 'LQ20260001', zh: '井盖', en: 'Manhole', placeName: null }].slice(0, limit)
			: [],
};
const names = (text: string) =>
	findHits(scope, text, 12).map((hit) =>
		hit.kind === 'area' ? hit.name : hit.kind === 'event' ? hit.eventId : hit.code,
	);

describe('findHits', () => {
	it('finds by initials, full pinyin, Chinese and code', () => {
		expect(names('lw')).toEqual(['龙湾区']);
		expect(names('yongzhong')).toEqual(['永中街道']);
		expect(names('永上')).toEqual(['永上社区', '永上社区第1网格']);
		expect(names('330303001004')).toEqual(['永上社区', '永上社区第1网格']);
	});
	it('puts an exact match first and the larger unit before the smaller', () => {
		expect(names('330303001')[0]).toBe('永中街道');
		expect(names('y')).toEqual(['永中街道', '永上社区', '永上社区第1网格']);
	});
	it('names the way down to an area', () => {
		const [hit] = findHits(scope, 'yssqd1wg', 12);
		expect(hit).toMatchObject({ path: '龙湾区 › 永中街道 › 永上社区' });
	});
	it('folds full width and case, and finds nothing for blanks', () => {
		expect(names('ＬＷ')).toEqual(['龙湾区']);
		expect(names('  ')).toEqual([]);
	});
	it('finds indicators by initials and full pinyin of their names, beside Chinese, English and code', () => {
		const definitions = listDefinitions(loadCatalogue());
		const codes = (text: string) =>
			findHits({ ...scope, definitions }, text, 12).map((hit) => 'code' in hit && hit.code);
		for (const text of ['aqbjl', 'anqibanjielv', '按期办结率', 'op04']) expect(codes(text), text).toContain('OP04');
	});
	it('finds events by the start of their number', () => {
		expect(names('LQ2026')).toEqual(['LQ20260001']);
		expect(names('LQ')).toEqual([]);
	});
});

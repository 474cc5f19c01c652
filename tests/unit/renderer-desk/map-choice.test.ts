// What the map is coloured by, and where a click on it leads.

import { expect, test } from 'vitest';
import { chooseMap, PER_RESIDENT, pickTarget, RATE } from '../../../renderer/boards/map-choice.ts';
import { nameInside } from '../../../renderer/boards/name-inside.ts';
import { type Area, buildAreaTree } from '../../../renderer/stores/app-store.ts';

function area(code: string, level: Area['level'], parentCode: string | null, popResident: number | null = null): Area {
	return {
		code,
		name: code,
		shortName: code,
		level,
		parentCode,
		sortNo: 0,
		gridType: level === 'grid' ? 'base' : null,
		peerGroup: 'all',
		pinyin: '',
		households: null,
		popResident,
		bbox: [120, 28, 121, 29],
		labelPoint: [120.5, 28.5],
	};
}

function treeOf(areas: Area[], layers: ('town' | 'village' | 'grid')[] = ['town', 'village', 'grid']) {
	return buildAreaTree({ asOf: null, areas, layers });
}

const DISTRICT = area('D', 'district', null);
const PLACES = (population: number | null) => [
	DISTRICT,
	area('T1', 'town', 'D'),
	area('T2', 'town', 'D'),
	area('V1', 'village', 'T1'),
	area('V2', 'village', 'T2'),
	area('G1', 'grid', 'V1', population),
	area('G2', 'grid', 'V2', population),
];

test('amounts per resident at the finest level whose population is known', () => {
	expect(chooseMap(treeOf(PLACES(700)), null, 'district')).toEqual({
		level: 'grid',
		levels: ['town', 'village', 'grid'],
		indicator: PER_RESIDENT,
	});
});

test('without population: a rate, by town only', () => {
	expect(chooseMap(treeOf(PLACES(null)), 'grid', 'district')).toEqual({
		level: 'town',
		levels: ['town'],
		indicator: RATE,
	});
});

test('a level without outlines is not offered', () => {
	expect(chooseMap(treeOf(PLACES(700), ['town']), 'grid', 'district')?.levels).toEqual(['town']);
	expect(chooseMap(treeOf(PLACES(700), []), null, 'district')).toBeNull();
});

test('the wanted level is kept, and towns are not offered inside a town', () => {
	expect(chooseMap(treeOf(PLACES(700)), 'village', 'district')?.level).toBe('village');
	expect(chooseMap(treeOf(PLACES(700)), 'town', 'town')?.levels).toEqual(['village', 'grid']);
});

test('a click leads one level down, to a sibling outside, and nowhere on itself', () => {
	const tree = treeOf(PLACES(700));
	const at = (code: string) => tree.byCode.get(code) ?? DISTRICT;
	expect(pickTarget(tree, at('D'), 'G1')?.code).toBe('T1');
	expect(pickTarget(tree, at('T1'), 'G1')?.code).toBe('V1');
	expect(pickTarget(tree, at('V1'), 'G1')?.code).toBe('G1');
	expect(pickTarget(tree, at('T1'), 'G2')?.code).toBe('T2');
	expect(pickTarget(tree, at('G1'), 'G1')).toBeNull();
	expect(pickTarget(tree, at('D'), 'unknown')).toBeNull();
});

test('a name is short inside the area that it repeats', () => {
	expect(nameInside('永河社区第2网格', '永河社区')).toBe('第2网格');
	expect(nameInside('永河社区', '永河社区')).toBe('永河社区');
	expect(nameInside('银碶镇', 'L区')).toBe('银碶镇');
	expect(nameInside('L区', undefined)).toBe('L区');
});

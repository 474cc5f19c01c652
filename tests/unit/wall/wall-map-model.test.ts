// The map of the wall: marks for what must be chased, fills for the rest, counts that add up.

import { describe, expect, it } from 'vitest';
import { LIGHT_FILL } from '../../../renderer/map/map-palette.ts';
import { wallMapModel } from '../../../renderer/wall/wall-map-model.ts';
import { AreaList } from '../../../shared/contract/schemas/app.ts';
import { makeOverview } from './make-overview.ts';

const area = (code: string, level: 'district' | 'town' | 'grid', sortNo = 0, bbox: number[] | null = [0, 0, 1, 1]) => ({
	code,
	name: `${code}名`,
	shortName: code,
	level,
	parentCode: level === 'district' ? null : 'd',
	sortNo,
	gridType: level === 'grid' ? 'base' : null,
	peerGroup: 'all',
	pinyin: '',
	households: null,
	popResident: null,
	bbox,
	labelPoint: bbox === null ? null : [0.5, 0.5],
});
const areasOf = (layers: string[], grids = ['g1', 'g2', 'g3', 'g4']) =>
	AreaList.parse({
		asOf: null,
		areas: [
			area('d', 'district', 0, [0, 0, 4, 3]),
			area('t2', 'town', 2),
			area('t1', 'town', 1),
			...grids.map((code) => area(code, 'grid')),
		],
		layers,
	});

describe('wallMapModel', () => {
	it('marks what must be chased and fills the rest', () => {
		const model = wallMapModel(makeOverview(), areasOf(['district', 'town', 'grid']));
		expect(model?.level).toBe('grid');
		expect(model?.marks.map((mark) => [mark.code, mark.light])).toEqual([
			['g2', 'yellow'],
			['g1', 'deepRed'],
		]);
		expect(model?.fills.get('g3')).toBe(LIGHT_FILL.green);
		expect(model?.fills.get('g4')).toBe(LIGHT_FILL.none);
	});

	it('counts every grid once in the legend, most urgent first', () => {
		const model = wallMapModel(makeOverview(), areasOf(['town', 'grid']));
		expect(model?.legend).toEqual([
			{ light: 'deepRed', count: 1 },
			{ light: 'red', count: 0 },
			{ light: 'yellow', count: 1 },
			{ light: 'green', count: 1 },
			{ light: 'none', count: 1 },
		]);
		expect(model?.areaCount).toBe(4);
	});

	it('names towns in their official order and frames the district', () => {
		const model = wallMapModel(makeOverview(), areasOf(['town', 'grid']));
		expect(model?.labels.map((label) => label.code)).toEqual(['t1', 't2']);
		expect(model?.frame).toEqual([0, 0, 4, 3]);
	});

	it('falls back to towns where there are no grids, and to nothing without polygons', () => {
		expect(wallMapModel(makeOverview(), areasOf(['town'], []))?.level).toBe('town');
		expect(wallMapModel(makeOverview(), areasOf([]))).toBeNull();
	});
});

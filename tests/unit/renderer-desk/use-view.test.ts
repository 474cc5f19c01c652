// The view behind an address: gaps filled, unknown areas fall back to the district, a period knows whether it is final.

import { expect, test } from 'vitest';
import { type AppState, type Area, buildAreaTree } from '../../../renderer/stores/app-store.ts';
import { resolveView } from '../../../renderer/stores/use-view.ts';

const STATE: AppState = {
	version: '1',
	centreName: '综治中心',
	districtCode: 'D',
	districtName: '甲区',
	isDemo: false,
	cacheState: 'ready',
	lastBlock: null,
	now: '2026-11-23T08:00:00+08:00',
	isClockFrozen: false,
	asOf: '2026-11-23T07:42:00+08:00',
	revision: 1,
	townCount: 1,
	villageCount: 0,
	gridCount: 0,
	datasets: [],
	warnings: [],
};
const area = (code: string, level: Area['level'], parentCode: string | null): Area => ({
	code,
	name: code,
	shortName: code,
	level,
	parentCode,
	sortNo: 0,
	gridType: null,
	peerGroup: 'all',
	pinyin: '',
	households: null,
	popResident: null,
	bbox: null,
	labelPoint: null,
});
const TREE = buildAreaTree({ asOf: null, layers: [], areas: [area('D', 'district', null), area('T', 'town', 'D')] });

test('an empty address is the district in the last whole month of the data', () => {
	expect(resolveView(STATE, TREE, null, null)).toMatchObject({ area: { code: 'D' }, period: '2026-10', isFinal: true });
	const old = { ...STATE, asOf: '2015-08-31T23:10:00+08:00' };
	expect(resolveView(old, TREE, null, null)?.period).toBe('2015-07');
});

test('an area that went with its data gives way to the district; without a district there is no view', () => {
	expect(resolveView(STATE, TREE, 'gone', null)?.area.code).toBe('D');
	expect(resolveView(STATE, TREE, 'T', null)?.path.map((one) => one.code)).toEqual(['D', 'T']);
	expect(resolveView({ ...STATE, districtCode: null }, TREE, null, null)).toBeNull();
});

test('a month is final from day 6 of the next, and running until it ends', () => {
	const at = (asOf: string) => resolveView({ ...STATE, asOf }, TREE, null, '2026-10');
	expect(at('2026-10-31T23:59:59+08:00')).toMatchObject({ isRunning: true, isFinal: false });
	expect(at('2026-11-05T23:59:59+08:00')).toMatchObject({ isRunning: false, isFinal: false });
	expect(at('2026-11-06T00:00:00+08:00')).toMatchObject({ isRunning: false, isFinal: true });
});

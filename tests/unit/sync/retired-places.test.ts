// Grids that are no longer in use: their codes still mean them, their names and their ground do not; a micro-grid's code
// in the place of a grid's means its grid.

import { expect, it } from 'vitest';
import type { PlaceArea } from '../../../electron/services/cache/place-store.ts';
import { buildPlaceResolver } from '../../../electron/services/sync/place-resolver.ts';

const plain = { stdCode: null, gridType: null, geometry: null } as const;
const AREAS: PlaceArea[] = [
	{ ...plain, areaId: 1, code: 'D', name: 'L区', shortName: 'L区', level: 'district', parentId: null },
	{ ...plain, areaId: 2, code: 'T', name: '东街道', shortName: '东', level: 'town', parentId: 1 },
	{ ...plain, areaId: 3, code: 'G1', name: '一格', shortName: '一格', level: 'grid', parentId: 2, gridType: 'base' },
	{ ...plain, areaId: 4, code: 'M1', name: '一微', shortName: '一微', level: 'microGrid', parentId: 3 },
	{ ...plain, areaId: 5, code: 'OLD', name: '旧格', shortName: '旧格', level: 'grid', parentId: 2, isRetired: true },
	{ ...plain, areaId: 6, code: 'G1', name: '前格', shortName: '前格', level: 'grid', parentId: 2, isRetired: true },
];

it('keeps what is filed under the code of a retired grid there', () => {
	const resolver = buildPlaceResolver(AREAS);
	const at = (town: string, grid: string) => resolver.resolveNames({ town, village: '', grid, micro: '' }).areaId;
	expect(at('', 'OLD')).toBe(5);
	expect(at('东街道', 'OLD')).toBe(5);
	expect(at('东街道', '旧格')).toBe(2);
	expect(at('', 'G1')).toBe(3);
	expect(at('', 'M1')).toBe(3);
});

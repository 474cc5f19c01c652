// Where an event counts, as a pure function of the areas: names within their parents, enclaves, the believed box.

import { describe, expect, it } from 'vitest';
import type { PlaceArea } from '../../../electron/services/cache/place-store.ts';
import { EVENT_FLAG } from '../../../electron/services/indicators/event-columns.ts';
import { buildPlaceResolver } from '../../../electron/services/sync/place-resolver.ts';

function square(west: number, south: number, size: number): string {
	const [east, north] = [west + size, south + size];
	const ring = [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south],
	];
	return JSON.stringify({ type: 'Polygon', coordinates: [ring] });
}

function area(
	areaId: number,
	level: PlaceArea['level'],
	name: string,
	parentId: number | null,
	more: Partial<PlaceArea> = {},
): PlaceArea {
	return {
		areaId,
		code: `A${areaId}`,
		stdCode: null,
		name,
		shortName: name,
		level,
		parentId,
		gridType: level === 'grid' ? 'base' : null,
		geometry: null,
		...more,
	};
}

const AREAS: PlaceArea[] = [
	area(1, 'district', 'L区', null),
	area(2, 'town', '永中街道', 1, { stdCode: '330399001', shortName: '永中' }),
	area(3, 'town', '西镇', 1),
	area(4, 'village', '石坦村', 2),
	area(5, 'village', '石坦村', 3),
	area(6, 'village', '永上居委会', 2),
	area(7, 'village', '永上社区', 2),
	area(10, 'grid', '第1网格', 4, { geometry: square(120, 28, 0.01) }),
	area(11, 'grid', '石坦村第二网格', 4, { geometry: square(120.01, 28, 0.01) }),
	area(12, 'grid', '第1网格', 5, { geometry: square(120.02, 28, 0.01) }),
	area(13, 'grid', '学校网格', 3, { gridType: 'dedicated', geometry: square(120.02, 28, 0.02) }),
	area(14, 'microGrid', '1号微网格', 11, { geometry: square(120.015, 28.005, 0.001) }),
];

const resolver = buildPlaceResolver(AREAS);

function named(town = '', village = '', grid = '', micro = '') {
	return resolver.resolveNames({ town, village, grid, micro });
}
function locate(place: ReturnType<typeof named>, lng = Number.NaN, lat = Number.NaN) {
	const out = { areaId: 0, geoAreaId: 0, flags: 0 };
	resolver.locate(place, lng, lat, out);
	return out;
}

describe('names', () => {
	it.each([
		['永中街道', 2],
		['永中街办', 2],
		['永中', 2],
		['330399001', 2],
		['Ａ2', 2],
		['永', 0],
		['北镇', 0],
	])('town %s', (word, areaId) => expect(named(word).areaId).toBe(areaId));

	it('of villages count only inside their town', () => {
		expect(named('永中街道', '石坦村委会').areaId).toBe(4);
		expect(named('西镇', '石坦村').areaId).toBe(5);
		expect(named('', '石坦村').areaId).toBe(0);
		expect(named('北镇', '永上居委会').areaId).toBe(0);
		expect(named('', '永上居委会').areaId).toBe(6);
		expect(named('西镇', '永上社区').areaId).toBe(3);
	});

	it('that two units share when folded belong to the one written exactly so, else to neither', () => {
		expect(named('永中街道', '永上居委会').areaId).toBe(6);
		expect(named('永中街道', '永上社区').areaId).toBe(7);
		expect(named('永中街道', '永上社区居委会').areaId).toBe(2);
	});

	it('of grids are looked for in the village, else in the town; the prefix may be left out', () => {
		expect(named('永中街道', '石坦村', '一网格').areaId).toBe(10);
		expect(named('永中街道', '石坦村', '石坦村第1网格').areaId).toBe(10);
		expect(named('永中街道', '石坦村', '2号网格').areaId).toBe(11);
		expect(named('永中街道', '', '第二网格').areaId).toBe(11);
		expect(named('', '', '第1网格')).toMatchObject({ areaId: 0, hasUnknownGrid: true });
		expect(named('永中街道', '石坦村', '第21网格')).toMatchObject({ areaId: 4, hasUnknownGrid: true });
	});

	it('known codes win, with the line they hang in', () => {
		expect(named('西镇', '', 'A10')).toMatchObject({ areaId: 10, townId: 2, villageId: 4 });
		expect(named('', '', '', 'A14')).toMatchObject({ areaId: 11, hasUnknownGrid: false });
	});
});

describe('points', () => {
	const nowhere = named();

	it('fall in the grid, the enclave before what it lies in, the micro-grid as its parent', () => {
		expect(locate(nowhere, 120.005, 28.005).areaId).toBe(10);
		expect(locate(nowhere, 120.025, 28.005).areaId).toBe(13);
		expect(locate(nowhere, 120.0155, 28.0055)).toMatchObject({ areaId: 11, geoAreaId: 11, flags: EVENT_FLAG.hasPoint });
	});

	it('beyond two kilometres around the outline are none', () => {
		expect(locate(nowhere, 119.99, 28.005)).toMatchObject({
			areaId: 1,
			flags: EVENT_FLAG.hasPoint | EVENT_FLAG.unlocated,
		});
		expect(locate(nowhere, 119.97, 28.005)).toMatchObject({ areaId: 1, flags: EVENT_FLAG.unlocated });
	});

	it('do not move an event with a declared grid, and are flagged where they disagree', () => {
		const declared = named('永中街道', '石坦村', '第1网格');
		expect(locate(declared, 120.015, 28.002)).toEqual({
			areaId: 10,
			geoAreaId: 11,
			flags: EVENT_FLAG.hasPoint | EVENT_FLAG.placeDiffers,
		});
		expect(locate(declared, 120.005, 28.005).flags).toBe(EVENT_FLAG.hasPoint | EVENT_FLAG.atDeclaredGrid);
		// About 25 m and 49 m beyond the border of the declared grid.
		expect(locate(declared, 120.01025, 28.005).flags & EVENT_FLAG.atDeclaredGrid).not.toBe(0);
		expect(locate(declared, 120.0105, 28.005).flags & EVENT_FLAG.atDeclaredGrid).toBe(0);
	});

	it('win over a named town, flagged where it is another', () => {
		expect(locate(named('西镇'), 120.005, 28.005)).toMatchObject({
			areaId: 10,
			flags: EVENT_FLAG.hasPoint | EVENT_FLAG.placeDiffers,
		});
		expect(locate(named('永中街道'), 120.005, 28.005).flags).toBe(EVENT_FLAG.hasPoint);
	});
});

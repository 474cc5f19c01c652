// The pages of the indicators: groups, filters, lights, the cut of the grids, neighbours in a ranking, restatements.

import { describe, expect, test } from 'vitest';
import {
	type DivisionRow,
	sortDivision,
	summarise,
	toDivisionRows,
} from '../../../renderer/boards/indicators/division-rows.ts';
import {
	countLights,
	groupByDimension,
	isMissing,
	passes,
	shownLight,
} from '../../../renderer/boards/indicators/indicator-groups.ts';
import { lightBounds } from '../../../renderer/boards/indicators/light-bounds.ts';
import { neighboursOf } from '../../../renderer/boards/indicators/nearest-peers.ts';
import { restatementsOf } from '../../../renderer/boards/indicators/restatements.ts';
import { EVERY_INDICATOR } from '../../../renderer/stores/address.ts';
import type { Division, IndicatorListRow, Restatements } from '../../../renderer/stores/indicators-store.ts';
import { DIMENSIONS, dimensionOf } from '../../../shared/domain/dimensions.ts';

type Row = Pick<IndicatorListRow, 'reading' | 'band' | 'dimension'>;

const reading = (indicator: string, given: Partial<IndicatorListRow['reading']> = {}): IndicatorListRow['reading'] => ({
	indicator,
	area: 'A',
	areaName: 'A',
	unit: null,
	level: 'district',
	period: '2026-10',
	num: 9,
	den: 10,
	value: 90,
	n: 10,
	light: 'green',
	status: 'ok',
	complete: true,
	final: true,
	asOf: null,
	definitionVersion: 1,
	variant: 'headline',
	...given,
});
const row = (code: string, given: Partial<IndicatorListRow['reading']> = {}, band: Row['band'] = null): Row => ({
	reading: reading(code, given),
	band,
	dimension: dimensionOf(code),
});

describe('the list', () => {
	test('a code names its dimension by its prefix; other codes have none', () => {
		expect(['OP01', 'TM07', 'DF08', 'PP06', 'ID05', 'DG02', 'CO04', 'ME04', 'GU04'].map(dimensionOf)).toEqual(
			DIMENSIONS,
		);
		expect(dimensionOf('X01')).toBeNull();
	});

	test('rows stand in official order of dimensions, own codes last, empty dimensions left out', () => {
		const groups = groupByDimension([row('X01'), row('GU01'), row('OP02'), row('OP01')]);
		expect(groups.map(({ dimension, rows }) => [dimension, rows.map((one) => one.reading.indicator)])).toEqual([
			['operation', ['OP02', 'OP01']],
			['guarantee', ['GU01']],
			[null, ['X01']],
		]);
	});

	test('a neutral figure is usual or unusual by its band, never by its size', () => {
		const band = { low: 80, high: 100 };
		expect(shownLight(row('OP01', { light: 'none' }, band))).toBe('none');
		expect(shownLight(row('OP01', { light: 'none', value: 120 }, band))).toBe('yellow');
		expect(shownLight(row('OP01', { light: 'none', value: null }, band))).toBe('none');
	});

	test('filters hold together; what nobody delivered is missing, what is too small is not', () => {
		const definition = { thesisTags: ['P1', 'S2'] };
		const red = row('TM03', { light: 'red' });
		expect(passes(red, definition, EVERY_INDICATOR)).toBe(true);
		expect(passes(red, definition, { tag: 'P1', light: 'red', dimension: 'team' })).toBe(true);
		expect(passes(red, definition, { tag: 'P2', light: 'red', dimension: 'team' })).toBe(false);
		expect(passes(red, undefined, { tag: 'P1', light: null, dimension: null })).toBe(false);
		expect(isMissing(row('TM03', { status: 'notConnected' }))).toBe(true);
		expect(isMissing(row('TM03', { status: 'insufficient' }))).toBe(false);
		expect(countLights([red, red, row('TM01')])).toEqual([
			{ light: 'red', count: 2 },
			{ light: 'green', count: 1 },
		]);
	});

	test('the bounds of the lights are mirrored where lower is better, a band stands alone', () => {
		const up = { direction: 'up', target: 95, warning: 88, goodBand: null } as const;
		expect(lightBounds(up, '%')?.map(({ text }) => text)).toEqual(['≥95%', '88–95%', '<88%']);
		const down = { direction: 'down', target: 5, warning: 10, goodBand: null } as const;
		expect(lightBounds(down, '')?.map(({ text }) => text)).toEqual(['≤5', '5–10', '>10']);
		const band = { direction: 'band', target: null, warning: null, goodBand: { low: 250, high: 500 } } as const;
		expect(lightBounds(band, '')).toEqual([{ light: 'green', text: '250–500' }]);
		expect(lightBounds({ direction: 'neutral', target: null, warning: null, goodBand: null }, '')).toBeNull();
	});
});

describe('the cut of the grids', () => {
	const grid = (area: string, given: Partial<Division['grids'][number]> = {}): Division['grids'][number] => ({
		area,
		name: area,
		town: 't',
		village: 'v',
		gridType: 'base',
		basis: ['T'],
		households: 400,
		residents: 1_000,
		areaKm2: 1,
		microGrids: 0,
		staff: 2,
		size: 'within',
		faults: [],
		...given,
	});
	const rowsOf = (grids: Division['grids']): DivisionRow[] =>
		toDivisionRows({ asOf: null, norm: { low: 300, high: 500 }, hasStaff: true, grids }, null);

	test('load is households per member; nobody in post or nothing delivered is no load, never zero', () => {
		const rows = rowsOf([
			grid('a'),
			grid('b', { staff: 0 }),
			grid('c', { households: null }),
			grid('d', { staff: null }),
		]);
		expect(rows.map(({ load }) => load)).toEqual([200, null, null, null]);
	});

	test('what was not delivered sorts last either way', () => {
		const rows = rowsOf([grid('a', { households: 1 }), grid('b', { households: null }), grid('c', { households: 9 })]);
		const order = (isDescending: boolean) =>
			sortDivision(rows, { by: 'households', isDescending }).map(({ area }) => area);
		expect(order(true)).toEqual(['c', 'a', 'b']);
		expect(order(false)).toEqual(['a', 'c', 'b']);
		expect(sortDivision(rows, { by: null, isDescending: true }).map(({ area }) => area)).toEqual(['a', 'b', 'c']);
	});

	test('the faults of an outline stand at each grid concerned, once', () => {
		const fault = (codes: string[]) => ({
			kind: 'overlap' as const,
			areas: codes.map((code) => ({ code, name: code })),
			lng: 120,
			lat: 28,
			sizeM2: 5,
			widthM: 1,
			share: null,
		});
		const rows = toDivisionRows(
			{
				asOf: null,
				norm: { low: 300, high: 500 },
				hasStaff: true,
				grids: [grid('a', { faults: ['noBasis'] }), grid('b')],
			},
			{ checked: 2, total: 2, counts: { overlap: 2 }, faults: [fault(['a', 'b']), fault(['a', 'c'])] },
		);
		expect(rows.map(({ faults }) => faults)).toEqual([['noBasis', 'overlap'], ['overlap']]);
	});

	test('the summary counts sizes and bases; the load is the middle one', () => {
		const rows = rowsOf([
			grid('a', { households: 200, size: 'below' }),
			grid('b', { basis: ['T', 'G'] }),
			grid('c', { basis: [], staff: 0 }),
			grid('d', { households: 900, size: 'above', staff: 1 }),
		]);
		expect(summarise(rows)).toMatchObject({
			sizes: { below: 1, within: 2, above: 1 },
			bases: { T: 3, G: 1, M: 0 },
			withoutBasis: 1,
			medianLoad: 200,
			unstaffed: 1,
		});
	});
});

test('neighbours in a ranking hold the area, near the middle where the ends allow', () => {
	const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map((area) => ({ area }));
	const near = (area: string) =>
		neighboursOf(rows, area, 3)
			.map((one) => one.area)
			.join('');
	expect([near('a'), near('c'), near('f')]).toEqual(['abc', 'bcd', 'def']);
	expect(neighboursOf(rows, 'a', 9)).toHaveLength(6);
});

test('of what was published, only values that differ now are restated, the newest statement of a period', () => {
	const published = (given: object): Restatements['restatements'][number] => ({
		checkCode: '00000-00000',
		issuedAt: '2026-11-06T08:00:00+08:00',
		snapshotId: 1,
		title: null,
		stated: reading('OP04', { value: 90.1 }),
		current: reading('OP04', { value: 88.9 }),
		changed: ['value'],
		causes: [],
		...given,
	});
	const newer = published({ issuedAt: '2026-11-09T08:00:00+08:00', stated: reading('OP04', { value: 90 }) });
	const all = [
		newer,
		published({}),
		published({ snapshotId: null }),
		published({ changed: ['version'] }),
		published({ stated: reading('OP03') }),
	];
	expect(restatementsOf(all, 'OP04', 'A')).toEqual([newer]);
});

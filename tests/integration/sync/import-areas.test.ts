// Units and grids: parents, what is kept when a later file says less, and events that move when grids arrive.

import { describe, expect, it } from 'vitest';
import { listAreas } from '../../../electron/services/cache/area-queries.ts';
import { getEventById } from '../../../electron/services/cache/event-queries.ts';
import { getLayer, listLayerNames } from '../../../electron/services/cache/layer-queries.ts';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import { EVENT_FLAG } from '../../../electron/services/indicators/event-columns.ts';
import { area, eventBlocks, type MadeEvent, type MadeExport, square } from './made-blocks.ts';
import { makeCache } from './made-cache.ts';
import { GRIDS, UNITS } from './made-district.ts';

function events(rows: MadeEvent[], plan: MadeExport['plan'] = {}): MadeExport {
	return { fileName: 'events.csv', dataset: 'event', blocks: eventBlocks(rows), plan };
}

const AT = { acceptedAt: '2026-11-20T09:00:00' };
const IN_G1 = { lng: 120.005, lat: 28.005 };
const IN_G3 = { lng: 120.028, lat: 28.008 };

function flagsOf(flags: number | undefined): string[] {
	const names = ['hasPoint', 'placeDiffers', 'unlocated', 'unknownGrid'] as const;
	return names.filter((name) => ((flags ?? 0) & EVENT_FLAG[name]) !== 0);
}

describe('units and grids', () => {
	it('find their parents, keep the official order and have a point for their label', async () => {
		const made = makeCache();
		await made.take(GRIDS);
		await made.take(UNITS);
		const { areas, layers } = listAreas(made.cache.reader);
		const byCode = new Map(areas.map((one) => [one.code, one]));
		expect(byCode.get('G1')?.parentCode).toBe('330399001201');
		expect(byCode.get('G4')?.parentCode).toBe('330399002');
		expect(byCode.get('M1')?.parentCode).toBe('G1');
		expect(areas.filter((one) => one.level === 'town').map((one) => one.name)).toEqual(['东街道', '西镇']);
		expect(areas.filter((one) => one.parentCode === null).map((one) => one.code)).toEqual(['330399']);
		expect(byCode.get('G1')?.bbox).toEqual([120, 28, 120.01, 28.01]);
		expect(byCode.get('G1')?.labelPoint?.[0]).toBeCloseTo(120.005, 6);
		expect(byCode.get('330399001201')?.pinyin).toBe('stc shitancun');
		expect(byCode.get('330399002')?.popResident).toBeNull();
		expect(layers).toEqual(['district', 'grid', 'microGrid']);
	});

	it('a later file that says less takes nothing away', async () => {
		const made = makeCache();
		await made.take(UNITS);
		const polygons: MadeExport = {
			fileName: 'polygons.geojson',
			dataset: 'admin_unit',
			blocks: [
				{
					dataset: 'admin_unit',
					records: [area({ code: '330399001', name: '东街道', level: 'town', geometry: square(120, 28, 0.02) })],
					rejections: [],
					rowsRead: 1,
					fraction: 1,
				},
			],
		};
		expect((await made.take(polygons)).rows).toMatchObject({ inserted: 0, updated: 1 });
		expect(listAreas(made.cache.reader).areas.find((one) => one.code === '330399001')).toMatchObject({
			popResident: 5000,
			sortNo: 1,
			parentCode: '330399',
			bbox: [120, 28, 120.02, 28.02],
		});
		expect((await made.take(polygons)).outcome).toBe('unchanged');
	});

	it('serves layers as GeoJSON with codes, and the outline of tiling grids as one ring', async () => {
		const made = makeCache();
		await made.take(UNITS);
		expect(listLayerNames(made.cache.reader)).toEqual([]);
		expect(getLayer(made.cache.reader, 'grid')).toBeNull();
		expect(getLayer(made.cache.reader, 'constructor')).toBeNull();
		await made.take(GRIDS);
		const parse = (name: string) =>
			JSON.parse(new TextDecoder().decode(getLayer(made.cache.reader, name) ?? undefined));
		expect(parse('grid').features.map((one: { properties: unknown }) => one.properties)).toContainEqual({
			code: 'G4',
			name: '园区网格',
			level: 'grid',
			gridType: 'dedicated',
		});
		const { geometry, properties } = parse('district').features[0];
		expect(properties).toMatchObject({ code: '330399', level: 'district' });
		const corners = new Set(geometry.coordinates[0][0].map(String));
		expect(corners).toContain('120,28');
		expect(corners).toContain('120.03,28.01');
	});
});

describe('places of events', () => {
	it('follow the declared grid, else the point, else the named unit', async () => {
		const made = makeCache();
		await made.take(UNITS);
		await made.take(GRIDS);
		await made.take(
			events([
				{ id: 'declared', place: '东街办/石坦村委会/一号网格/', at: { ...AT, ...IN_G3 } },
				{ id: 'byPoint', place: '东街道///', at: { ...AT, ...IN_G3 } },
				{ id: 'named', place: '西镇/石坦村//', at: AT },
				{ id: 'townOnly', place: '东街道办事处///', at: AT },
				{ id: 'unknownGrid', place: '东街道/石坦村/第9网格/', at: AT },
				{ id: 'micro', place: '///M1', at: AT },
				{ id: 'enclave', at: { ...AT, lng: 120.023, lat: 28.003 } },
				{ id: 'nowhere', at: { ...AT, lng: 121, lat: 28 } },
				{ id: 'unknownTown', place: '北镇/永上社区//', at: AT },
				{ id: 'noTown', place: '/永上社区//', at: AT },
			]),
		);
		const where = (id: string) => [getEventById(made.cache.reader, id)?.areaCode, flagsOf(made.packed(id).flags)];
		expect(where('declared')).toEqual(['G1', ['hasPoint', 'placeDiffers']]);
		expect(where('byPoint')).toEqual(['G3', ['hasPoint', 'placeDiffers']]);
		expect(where('named')).toEqual(['330399002201', ['unlocated']]);
		expect(where('townOnly')).toEqual(['330399001', ['unlocated']]);
		expect(where('unknownGrid')).toEqual(['330399001201', ['unlocated', 'unknownGrid']]);
		expect(where('micro')).toEqual(['G1', []]);
		expect(where('enclave')).toEqual(['G4', ['hasPoint']]);
		expect(where('nowhere')).toEqual(['330399', ['unlocated']]);
		// A village of that name in another town is not meant; without a town the one of that name is.
		expect(where('unknownTown')).toEqual(['330399', ['unlocated']]);
		expect(where('noTown')).toEqual(['330399001001', ['unlocated']]);
	});

	it('are the same whether units, grids or events come first', async () => {
		const rows: MadeEvent[] = [
			{ id: 'a', place: '东街道/石坦村/第1网格/', at: { ...AT, ...IN_G3 } },
			{ id: 'b', place: '东街道///', at: { ...AT, ...IN_G3 } },
			{ id: 'c', place: '西镇/石坦村委会//', at: { ...AT, ...IN_G1 } },
			{ id: 'd', place: '西镇///', at: { ...AT, lng: 120.023, lat: 28.003 } },
			{ id: 'e', at: { ...AT, lng: 125, lat: 28 } },
		];
		const orders = [
			[UNITS, GRIDS, events(rows)],
			[events(rows), GRIDS, UNITS],
			[GRIDS, events(rows), UNITS],
		];
		const results = [];
		for (const order of orders) {
			const made = makeCache();
			for (const one of order) await made.take(one);
			expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true, findings: [] });
			results.push(
				rows.map(({ id }) => [
					id,
					getEventById(made.cache.reader, id)?.areaCode,
					getEventById(made.cache.reader, id)?.townName,
					flagsOf(made.packed(id).flags),
				]),
			);
		}
		expect(results[0]).toEqual([
			['a', 'G1', '东街道', ['hasPoint', 'placeDiffers']],
			['b', 'G3', '西镇', ['hasPoint', 'placeDiffers']],
			['c', 'G1', '东街道', ['hasPoint', 'placeDiffers']],
			['d', 'G4', '西镇', ['hasPoint']],
			['e', '330399', null, ['unlocated']],
		]);
		expect(results[1]).toEqual(results[0]);
		expect(results[2]).toEqual(results[0]);
	});

	it('make towns and villages from names, which give way to delivered ones', async () => {
		const made = makeCache();
		const plan = { createUnitsFromNames: true, rootUnit: { code: '330399', name: 'L区', level: 'district' as const } };
		const rows = [
			{ id: 'a', place: '东街道/石坦村//', at: AT },
			{ id: 'b', place: '东街道///', at: AT },
			{ id: 'c', place: '西镇/石坦村//', at: AT },
			{ id: 'd', at: AT },
		];
		await made.take(events(rows, plan));
		expect(listAreas(made.cache.reader).areas.map((one) => [one.code, one.parentCode])).toEqual([
			['330399', null],
			['name:东街道', '330399'],
			['name:西镇', '330399'],
			['name:东街道/石坦村', 'name:东街道'],
			['name:西镇/石坦村', 'name:西镇'],
		]);
		expect(rows.map(({ id }) => getEventById(made.cache.reader, id)?.areaCode)).toEqual([
			'name:东街道/石坦村',
			'name:东街道',
			'name:西镇/石坦村',
			'330399',
		]);
		await made.take(UNITS);
		expect(listAreas(made.cache.reader).areas.filter((one) => one.code.startsWith('name:'))).toEqual([]);
		expect(getEventById(made.cache.reader, 'c')?.areaCode).toBe('330399002201');
		expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true, findings: [] });
	});
});

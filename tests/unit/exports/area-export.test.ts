// Units, grids, outlines and layers: levels, parents, rings that are right, repaired or refused by name.

import { describe, expect, test } from 'vitest';
import { validatePolygon } from '../../../electron/services/exports/polygon-validator.ts';
import { readTaken } from '../../support/whole-export.ts';

type Position = [number, number];
const box = (x: number, y: number, size: number): Position[] => [
	[x, y],
	[x + size, y],
	[x + size, y + size],
	[x, y + size],
	[x, y],
];
const polygon = (...rings: Position[][]): object => ({ type: 'Polygon', coordinates: rings });
const feature = (properties: object, geometry: object | null): object => ({ type: 'Feature', properties, geometry });
const collection = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features });

describe('validatePolygon', () => {
	test('windings are put right', () => {
		const verdict = validatePolygon(polygon(box(0, 0, 10).reverse(), box(2, 2, 2)));
		expect(JSON.parse(verdict.geometry ?? '')).toEqual({
			type: 'Polygon',
			coordinates: [box(0, 0, 10), box(2, 2, 2).reverse()],
		});
	});
	test('a hole wholly outside is an island of its own', () => {
		const verdict = validatePolygon(polygon(box(0, 0, 10), box(2, 2, 2), box(20, 0, 3), box(30, 0, 3)));
		expect(verdict.islands).toBe(2);
		expect(JSON.parse(verdict.geometry ?? '')).toMatchObject({ type: 'MultiPolygon', coordinates: { length: 3 } });
	});
	const eight: Position[] = [
		[0, 0],
		[4, 4],
		[4, 0],
		[0, 4],
		[0, 0],
	];
	const eightAtCorner: Position[] = [
		[0, 0],
		[2, 2],
		[4, 4],
		[4, 0],
		[2, 2],
		[0, 4],
		[0, 0],
	];
	test.each<[string, unknown, string]>([
		['an eight', polygon(eight), 'E_RING'],
		['an eight through one corner', polygon(eightAtCorner), 'E_RING'],
		['a hole across the line', polygon(box(0, 0, 10), box(8, 8, 4)), 'E_RING'],
		['a hole around the shell', polygon(box(2, 2, 2), box(0, 0, 10)), 'E_RING'],
		['two holes across each other', polygon(box(0, 0, 10), box(2, 2, 3), box(4, 4, 3)), 'E_RING'],
		['parts across each other', { type: 'MultiPolygon', coordinates: [[box(0, 0, 4)], [box(2, 2, 4)]] }, 'E_RING'],
		['a ring not closed', polygon(box(0, 0, 4).slice(0, 4)), 'E_RING'],
		[
			'a ring without area',
			polygon([
				[0, 0],
				[1, 1],
				[2, 2],
				[0, 0],
			]),
			'E_RING',
		],
		[
			'a line back and forth',
			polygon([
				[0, 0],
				[1, 1],
				[0, 0],
			]),
			'E_RING',
		],
		['a line', { type: 'LineString', coordinates: box(0, 0, 1) }, 'E_GEOMETRY'],
		['texts for numbers', polygon([['a', 'b']] as never), 'E_GEOMETRY'],
		['no rings', { type: 'Polygon', coordinates: [] }, 'E_GEOMETRY'],
		['nothing', null, 'E_GEOMETRY'],
		['metres', polygon(box(519_000, 3_340_000, 100)), 'E_GEOMETRY_RANGE'],
	])('%s is refused', (_name, geometry, code) => {
		expect(validatePolygon(geometry).code).toBe(code);
	});
	test.each<[string, unknown]>([
		[
			'height and repeated corners',
			{
				type: 'Polygon',
				coordinates: [
					box(0, 0, 4).flatMap(([x, y]) => [
						[x, y, 5],
						[x, y, 5],
					]),
				],
			},
		],
		['parts that touch at a corner', { type: 'MultiPolygon', coordinates: [[box(0, 0, 4)], [box(4, 4, 4)]] }],
		[
			'two loops that only touch',
			polygon([
				[0, 0],
				[2, 2],
				[4, 0],
				[4, 4],
				[2, 2],
				[0, 4],
				[0, 0],
			]),
		],
		[
			'a hole that touches the line',
			polygon(box(0, 0, 10), [
				[0, 5],
				[2, 4],
				[2, 6],
				[0, 5],
			]),
		],
	])('%s is taken', (_name, geometry) => {
		expect(validatePolygon(geometry)).toMatchObject({ code: null, islands: 0 });
	});
});

describe('units', () => {
	test('level by number, words, code length and name; parent by code', async () => {
		const { areas, rejections } = await readTaken(
			'区划编码,单位名称,层级,常住人口,面积(平方公里),户数\n330199,L区,3,"1,234",12.5,-\n330199001,城东街道,镇街,,,\n330199001000,城东街道,,,,\n330199001004,东门社区,,1.2万,,\n,西门村,,,,\nX9,某处,,,,\n合计,,,,,\n',
		);
		expect(areas.map(({ code, level, parentCode, unitType }) => [code, level, parentCode, unitType])).toEqual([
			['330199', 'district', null, null],
			['330199001', 'town', '330199', '街道'],
			['330199001000', 'town', '330199', '街道'],
			['330199001004', 'village', '330199001', '社区'],
			['name:西门村', 'village', null, '村'],
		]);
		expect(areas[0]).toMatchObject({ popResident: 1234, areaM2: 12_500_000, households: null });
		expect(areas[3]?.popResident).toBe(12_000);
		expect(rejections.map(({ rowNo, code }) => [rowNo, code])).toEqual([[7, 'E_LEVEL']]);
	});
	test('a code that lost its digits is rejected', async () => {
		const { areas, rejections } = await readTaken(
			'unit_code,unit_name,unit_level\n3.30102E+11,东门社区,5\n003,城东街道,4\n',
		);
		expect(areas.map(({ code }) => code)).toEqual(['003']);
		expect(rejections[0]).toMatchObject({ code: 'E_SCI', cell: 'A2' });
	});
});

describe('grids', () => {
	test('GeoJSON of polygons; broken ones are rejected by name, islands kept and named', async () => {
		const { plan, areas, rejections, summary } = await readTaken(
			collection(
				feature(
					{
						grid_code: 'G1',
						grid_name: '第1网格',
						grid_type: '01',
						unit_code: 'V1',
						户数: 320,
						划分依据: '属地管理、地理布局',
					},
					polygon(box(120, 30, 0.1)),
				),
				feature(
					{ grid_code: 'G2', grid_name: '学校网格', grid_type: '专属网格', 专属类型: '学校', unit_code: 'V1' },
					polygon(box(120, 30, 0.1), box(121, 30, 0.1)),
				),
				feature(
					{ grid_code: 'G3', grid_name: '坏网格', grid_type: '01' },
					polygon([
						[120, 30],
						[121, 31],
						[121, 30],
						[120, 31],
						[120, 30],
					]),
				),
				feature(
					{ grid_code: 'G1-1', grid_name: '微1', grid_type: '03', parent_grid_code: 'G1', unit_code: 'V1' },
					null,
				),
			),
		);
		expect(plan).toMatchObject({ kind: 'geojson', dataset: 'grid' });
		expect(
			areas.map(({ code, level, gridType, parentCode, specialUnitType, divisionBasis, households }) => [
				code,
				level,
				gridType,
				parentCode,
				specialUnitType,
				divisionBasis,
				households,
			]),
		).toEqual([
			['G1', 'grid', 'base', 'V1', null, 'TG', 320],
			['G2', 'grid', 'dedicated', 'V1', '学校', null, null],
			['G1-1', 'microGrid', 'micro', 'G1', null, null, null],
		]);
		expect(rejections).toMatchObject([{ rowNo: 3, code: 'E_RING', cell: null, cells: { grid_name: '坏网格' } }]);
		expect(summary.findings).toEqual([
			{ code: 'W_ISLAND', count: 1, params: { names: '学校网格' } },
			{ code: 'W_NO_GEOMETRY', count: 1, params: {} },
		]);
	});
	test('a CSV with names only', async () => {
		const { areas } = await readTaken('所属镇街,所属村社,网格名称,网格类型\n城东街道,东门社区,第3网格,综合网格\n');
		expect(areas[0]).toMatchObject({
			code: 'name:城东街道/东门社区/第3网格',
			parentCode: 'name:城东街道/东门社区',
			gridType: 'base',
		});
	});
});

describe('layers', () => {
	test('lines are roads, polygons with a layer are water; neither is a dataset', async () => {
		const line = {
			type: 'LineString',
			coordinates: [
				[120, 30],
				[121, 31],
			],
		};
		const roads = await readTaken(collection(feature({ name: '环城路', id: 1 }, line)));
		expect(roads.plan.dataset).toBeNull();
		expect(roads.summary.orientation.map(({ name }) => name)).toEqual(['road']);
		expect(JSON.parse(roads.summary.orientation[0]?.geojson ?? '')).toEqual({
			type: 'FeatureCollection',
			features: [{ type: 'Feature', properties: { name: '环城路' }, geometry: line }],
		});
		const water = await readTaken(
			collection(
				feature({ layer: 'water' }, polygon(box(120, 30, 1))),
				feature({ layer: 'water' }, { type: 'LineString', coordinates: [[1e9, 2]] }),
			),
		);
		expect(water.summary.orientation.map(({ name }) => name)).toEqual(['water']);
		expect(water.summary.findings).toEqual([{ code: 'W_LAYER_FEATURE', count: 1, params: {} }]);
	});
});

// Shapefiles and KML as districts deliver them: GBK without .cpg and .prj, cut names and texts, holes and islands.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeGb18030 } from '../../../electron/services/sample/gb18030.ts';
import { findFiles } from '../../../electron/services/sync/find-files.ts';
import { makeDbf, makeShp, type ShapeSpec } from '../../support/make-shapefile.ts';
import { makeZip } from '../../support/make-zip.ts';
import { readTaken, readWholeFile, refusalCode, type WholeExport } from '../../support/whole-export.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'shape-'));
});
afterEach(() => rm(folder, { recursive: true }));

const square = (x: number, y: number, size: number): [number, number][] => [
	[x, y],
	[x, y + size],
	[x + size, y + size],
	[x + size, y],
	[x, y],
];
const SHAPES: ShapeSpec[] = [
	// A hole, and the rings the wrong way round.
	{ rings: [square(120, 30, 0.1).reverse(), square(120.02, 30.02, 0.01).reverse()] },
	// Two islands, one with a hole, with heights.
	{ rings: [square(121, 30, 0.1), square(122, 30, 0.1), square(122.02, 30.02, 0.01).reverse()], type: 15 },
	null,
];
const gbk = (text: string): Uint8Array => encodeGb18030(text);
const utf8 = (text: string): Uint8Array => Buffer.from(text);

function dbf(encode: (text: string) => Uint8Array, language = 0): Buffer {
	return makeDbf(
		[
			{ name: encode('网格编码'), type: 'N', length: 30 },
			{ name: encode('网格名称'), type: 'C', length: 11 },
			{ name: encode('所属网格编码'), type: 'C', length: 20 },
			{ name: encode('常住人口'), type: 'N', length: 19 },
		],
		[
			[
				utf8('330102001001.00000000000'),
				encode('东一二三四五六七八网格'),
				encode('3301020010'),
				utf8('1.20000000000e+003'),
			],
			[utf8('3.30102001002e+011'), encode('东二'), encode('3301020010'), utf8('')],
			[utf8('330102001003'), encode('东三'), encode(''), utf8('12.0')],
		],
		language,
	);
}

async function readLoose(files: Record<string, string | Uint8Array>): Promise<WholeExport | string> {
	for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
	const found = await findFiles([{ path: folder, fileName: 'x', isTemporary: false }]);
	expect(found.map(({ fileName }) => fileName)).toEqual(['网格.shp']);
	const whole = await readWholeFile(found[0]?.path ?? '', '网格.shp');
	return 'outcome' in whole ? whole.code : whole;
}

function expectGrids(whole: WholeExport | string, name: string): void {
	if (typeof whole === 'string') throw new Error(whole);
	expect(whole.plan).toMatchObject({ kind: 'shapefile', dataset: 'grid' });
	expect(whole.rejections).toEqual([]);
	expect(whole.areas.map(({ code, popResident, rowNo }) => [code, popResident, rowNo])).toEqual([
		['330102001001', 1200, 2],
		['330102001002', null, 3],
		['330102001003', 12, 4],
	]);
	expect(whole.areas[0]?.name).toBe(name);
	const [first, second, third] = whole.areas.map(({ geometry }) => JSON.parse(geometry ?? 'null'));
	expect([first.type, first.coordinates.length]).toEqual(['Polygon', 2]);
	expect([second.type, second.coordinates.map((rings: unknown[]) => rings.length)]).toEqual(['MultiPolygon', [1, 2]]);
	expect(third).toBeNull();
	expect(whole.summary.findings).toEqual(
		expect.arrayContaining([expect.objectContaining({ code: 'W_NO_GEOMETRY', count: 1 })]),
	);
}

describe('shapefiles', () => {
	test('GBK, loose, without .prj and .cpg: names cut at ten bytes, texts inside a character', async () => {
		const whole = await readLoose({
			'网格.shp': makeShp(SHAPES),
			'网格.dbf': dbf(gbk),
			'网格.shx': 'x',
			'网格.sbn': 'x',
		});
		expectGrids(whole, '东一二三四');
		expect((whole as WholeExport).plan).toMatchObject({ encoding: 'gb18030' });
		expect((whole as WholeExport).plan.fields).toContain('parent_grid_code');
	});
	test('UTF-8, with a .prj of degrees; a .cpg that says what is not so', async () => {
		const prj = 'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000"]]';
		const files = { '网格.shp': makeShp(SHAPES), '网格.prj': prj, '网格.CPG': 'UTF-8' };
		expectGrids(await readLoose({ ...files, '网格.dbf': dbf(utf8) }), '东一二');
		expectGrids(await readLoose({ ...files, '网格.dbf': dbf(gbk, 0x4d) }), '东一二三四');
	});
	test('in a zip with GBK names', async () => {
		const path = join(folder, 'a.zip');
		const name = (ending: string): Uint8Array => encodeGb18030(`图层/网格.${ending}`);
		const members = [
			{ name: name('dbf'), content: dbf(gbk) },
			{ name: name('shp'), content: makeShp(SHAPES) },
			{ name: name('shx'), content: 'x' },
		];
		await writeFile(path, makeZip(members));
		const [file, ...more] = await findFiles([{ path, fileName: 'a.zip', isTemporary: false }]);
		expect(more).toEqual([]);
		if (!file) throw new Error('nothing found');
		const whole = await readWholeFile(path, file.fileName, { part: file.part });
		expectGrids('outcome' in whole ? whole.code : whole, '东一二三四');
	});
	test('points become longitude and latitude', async () => {
		const fields = [
			{ name: gbk('事件编号'), type: 'C' as const, length: 10 },
			{ name: gbk('受理时间'), type: 'C' as const, length: 20 },
			{ name: gbk('事件来源'), type: 'C' as const, length: 20 },
		];
		const whole = await readLoose({
			'网格.shp': makeShp([{ points: [120.5, 30.25] }, null]),
			'网格.dbf': makeDbf(fields, [
				[gbk('A1'), gbk('2026-11-20')],
				[gbk('A2'), gbk('2026-11-20')],
			]),
		});
		expect((whole as WholeExport).events.map(({ lng, lat }) => [lng, lat])).toEqual([
			[120.5, 30.25],
			[null, null],
		]);
	});
	test('CGCS2000 Gauss-Krüger of a stated meridian becomes degrees, with and without a zone number', async () => {
		const prj = (easting: number, meridian = 120): string =>
			`PROJCS["CGCS2000_3_Degree_GK_CM_${meridian}E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
		for (const easting of [500_000, 40_500_000]) {
			const shapes = makeShp([{ rings: [square(easting, 3_350_000, 1000)] }, null, null]);
			const whole = await readLoose({ '网格.shp': shapes, '网格.dbf': dbf(gbk), '网格.prj': prj(easting) });
			const [corner] = JSON.parse((whole as WholeExport).areas[0]?.geometry ?? 'null').coordinates[0];
			expect(corner[0]).toBeCloseTo(120, 9);
			expect(corner[1]).toBeCloseTo(30.268, 2);
		}
		const shapes = makeShp([{ rings: [square(500_000, 3_350_000, 1000)] }, null, null]);
		expect(await readLoose({ '网格.shp': shapes, '网格.dbf': dbf(gbk), '网格.prj': prj(500_000, 105) })).toBe(
			'E_PROJECTED',
		);
	});
	test('projected, without its .dbf, of another layer, cut', async () => {
		const metres = makeShp([{ rings: [square(40_500_000, 3_300_000, 100)] }, null, null]);
		const prj = 'PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["x"]]';
		expect(await readLoose({ '网格.shp': makeShp(SHAPES), '网格.dbf': dbf(gbk), '网格.prj': prj })).toBe('E_PROJECTED');
		await rm(join(folder, '网格.prj'));
		expect(await readLoose({ '网格.shp': metres, '网格.dbf': dbf(gbk) })).toBe('E_PROJECTED');
		expect(await readLoose({ '网格.shp': makeShp(SHAPES.slice(1)), '网格.dbf': dbf(gbk) })).toBe('E_SHAPE_PARTS');
		expect(await readLoose({ '网格.shp': makeShp(SHAPES).subarray(0, 300), '网格.dbf': dbf(gbk) })).toBe(
			'E_SHAPE_DAMAGED',
		);
		expect(await readLoose({ '网格.shp': makeShp(SHAPES), '网格.dbf': dbf(gbk).subarray(0, 200) })).toBe(
			'E_SHAPE_DAMAGED',
		);
		await rm(join(folder, '网格.dbf'));
		expect(await readLoose({ '网格.shp': makeShp(SHAPES) })).toBe('E_SHAPE_PARTS');
	});
});

describe('KML', () => {
	const ring = (points: [number, number][]): string =>
		`<LinearRing><coordinates>${points.map(([x, y]) => `${x},${y},0`).join(' ')}</coordinates></LinearRing>`;
	const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>图层</name><Placemark><name>东一网格</name>
<ExtendedData><Data name="网格编码"><value>330102001001</value></Data><SchemaData><SimpleData name="户数">310</SimpleData></SchemaData></ExtendedData>
<MultiGeometry><Polygon><outerBoundaryIs>${ring(square(120, 30, 0.1))}</outerBoundaryIs><innerBoundaryIs>${ring(square(120.02, 30.02, 0.01))}</innerBoundaryIs></Polygon>
<Polygon><outerBoundaryIs>${ring(square(121, 30, 0.1))}</outerBoundaryIs></Polygon></MultiGeometry></Placemark></Document></kml>`;

	test('polygons with holes and islands', async () => {
		const { plan, areas, rejections } = await readTaken(kml, { fileName: '网格.kml' });
		expect(plan).toMatchObject({ kind: 'kml', dataset: 'grid', encoding: 'utf-8' });
		expect(rejections).toEqual([]);
		expect(areas).toMatchObject([{ code: '330102001001', name: '东一网格', households: 310 }]);
		const geometry = JSON.parse(areas[0]?.geometry ?? 'null');
		expect([geometry.type, geometry.coordinates.map((rings: unknown[]) => rings.length)]).toEqual([
			'MultiPolygon',
			[2, 1],
		]);
	});
	test('points of events; packed as KMZ; cut', async () => {
		const data = (name: string, value: string): string => `<Data name="${name}"><value>${value}</value></Data>`;
		const points = `<kml><Placemark><name>x</name><ExtendedData>${data('事件编号', 'A1')}${data('受理时间', '2026-11-20')}${data('事件来源', '信访')}</ExtendedData><Point><coordinates>120.5,30.25,0</coordinates></Point></Placemark></kml>`;
		expect((await readTaken(points)).events).toMatchObject([{ eventId: 'A1', lng: 120.5, lat: 30.25 }]);
		const path = join(folder, 'a.kmz');
		await writeFile(path, makeZip([{ name: 'doc.kml', content: kml }]));
		const [file] = await findFiles([{ path, fileName: 'a.kmz', isTemporary: false }]);
		expect(file?.fileName).toBe('a.kmz › doc.kml');
		expect(await refusalCode(kml.slice(0, -30))).toBe('E_TRUNCATED');
	});
});

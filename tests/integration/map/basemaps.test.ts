// Basemaps that an operator adds: checked before anything changes, refused in words, converted, removed and brought back.

import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createServices } from '../../../electron/services/create-services.ts';
import { wgs84ToDegrees, wgs84ToMetres } from '../../../electron/services/exports/coordinates/systems.ts';
import type { PACK_FAULTS } from '../../../shared/contract/schemas/basemaps.ts';
import { type MadePack, makePmtiles } from '../../support/make-pmtiles.ts';
import { openDistrict, UNITS } from '../preview/district-files.ts';

const HERE = [120.4, 30.2, 120.9, 30.8] as const;
const ELSEWHERE = [113, 22, 114, 23] as const;
const KEY = '0123456789abcdef0123456789abcdef';
const OUTLINE = {
	type: 'Polygon',
	coordinates: [
		[
			[120, 30],
			[121, 30],
			[121, 31],
			[120, 31],
			[120, 30],
		],
	],
};
const SETTINGS = { version: 1, outline: OUTLINE };

let district: Awaited<ReturnType<typeof openDistrict>>;
beforeEach(async () => {
	district = await openDistrict();
	await district.importFile('区划.csv', UNITS);
	await district.call('settings.saveSettings', { settings: SETTINGS });
});
afterEach(() => district.close());

const shelf = () => join(district.cacheDir, 'basemaps');
const folder = () => (existsSync(shelf()) ? readdirSync(shelf()).sort() : []);

async function add(
	fileName: string,
	content: MadePack | string | object,
	system: 'wgs84' | 'gcj02' | 'bd09' = 'wgs84',
) {
	const path = join(district.dir, fileName);
	if (typeof content === 'string') writeFileSync(path, content);
	else if ('bounds' in content) makePmtiles(path, content as MadePack);
	else writeFileSync(path, JSON.stringify(content));
	const reference = await district.services.registerFile(path, fileName, false);
	return district.services.dispatch('map.addBasemap', { reference, system });
}

async function added(...args: Parameters<typeof add>) {
	const reply = await add(...args);
	if (!reply.ok) throw new Error(`${reply.code} ${reply.message}`);
	return reply.data as { packId: string; leftOut: number };
}

const list = () => district.call('map.listBasemaps', {});
const line = (coordinates: unknown, properties: object = {}) => ({
	type: 'Feature',
	properties,
	geometry: { type: 'LineString', coordinates },
});
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });

test('a vector and a raster pack are taken as they are and told apart', async () => {
	const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);
	const { packId } = await added('路网.pmtiles', { bounds: HERE, minZoom: 8, maxZoom: 11 });
	await added('影像.pmtiles', {
		bounds: HERE,
		minZoom: 8,
		maxZoom: 9,
		tileType: 2,
		tile: png,
		metadata: { attribution: '<a href="x">某测绘院</a>' },
	});
	const { packs, online } = await list();
	expect(packs).toMatchObject([
		{
			packId,
			name: '测试底图',
			kind: 'vector',
			layers: ['transportation', 'water'],
			minZoom: 8,
			maxZoom: 11,
			reachesDistrict: true,
		},
		{ name: '影像', kind: 'raster', layers: [], attribution: '某测绘院', bounds: [...HERE] },
	]);
	expect(online).toEqual([]);
	expect(readFileSync(join(shelf(), `${packId}.pmtiles`))).toEqual(readFileSync(join(district.dir, '路网.pmtiles')));
});

const GOOD: MadePack = { bounds: HERE, minZoom: 8, maxZoom: 9 };
const FAULTS: [string, (typeof PACK_FAULTS)[number], string, MadePack | string | object][] = [
	['neither PMTiles nor GeoJSON', 'notPack', 'x.pmtiles', 'PK..zip'],
	['a text that is no JSON', 'notPack', 'x.geojson', '{"type":'],
	['an older version', 'notPack', 'x.pmtiles', `PMTiles\u0002${'x'.repeat(200)}`],
	['tiles of another place', 'elsewhere', 'x.pmtiles', { ...GOOD, bounds: ELSEWHERE }],
	['a type that no browser draws', 'tileType', 'x.pmtiles', { ...GOOD, tileType: 6 }],
	['a compression that no browser opens', 'compression', 'x.pmtiles', { ...GOOD, tileCompression: 3 }],
	['tiles that are not what they are said to be', 'damaged', 'x.pmtiles', { ...GOOD, tileType: 2 }],
	['a vector pack that names no layers', 'damaged', 'x.pmtiles', { ...GOOD, metadata: {} }],
	['points alone', 'geometry', 'x.geojson', { type: 'Point', coordinates: [120.5, 30.5] }],
	[
		'lines of another place',
		'elsewhere',
		'x.geojson',
		collection(
			line([
				[113.1, 22.1],
				[113.2, 22.2],
			]),
		),
	],
	[
		'numbers that are no coordinates',
		'coordinates',
		'x.geojson',
		collection(
			line([
				[1, 2],
				[3, 4],
			]),
		),
	],
	['words for coordinates', 'coordinates', 'x.geojson', collection(line([['a', 'b']]))],
];

test.each(FAULTS)('%s is refused as %s and nothing is changed', async (_what, fault, fileName, content) => {
	await added('good.pmtiles', GOOD);
	const [before, files] = [await list(), folder()];
	const reply = await add(fileName, content);
	expect(reply).toMatchObject({ ok: false, code: 'E_FILE', details: { fault } });
	expect(!reply.ok && reply.message).toMatch(/^底图未添加：.*[。]$/);
	expect(await list()).toEqual(before);
	expect(folder()).toEqual(files);
});

test('a file that was cut off is refused, and one that is there already', async () => {
	const path = join(district.dir, 'cut.pmtiles');
	makePmtiles(path, GOOD);
	truncateSync(path, 300);
	const reference = await district.services.registerFile(path, 'cut.pmtiles', false);
	const cut = await district.services.dispatch('map.addBasemap', { reference });
	expect(cut).toMatchObject({ ok: false, details: { fault: 'cutOff' } });
	await added('good.pmtiles', GOOD);
	expect(await add('again.pmtiles', GOOD)).toMatchObject({ ok: false, details: { fault: 'doubled' } });
	expect(folder()).toHaveLength(2);
});

test('GeoJSON keeps only kind and rank, in WGS 84 whatever it was delivered in', async () => {
	const place = [120.5, 30.5] as const;
	const shifted = wgs84ToDegrees('gcj02', ...place);
	const metres = wgs84ToMetres(120, ...place);
	const owner = { highway: 'primary', 业主: '王小明', 电话: '13812345678' };
	const deliveries = [
		['道路.geojson', collection(line([place, [120.6, 30.6]], owner)), 'wgs84'],
		[
			'偏移.geojson',
			collection(line([shifted, [120.6, 30.6]], owner), { type: 'Feature', properties: {}, geometry: null }),
			'gcj02',
		],
		['投影.geojson', collection(line([metres, [metres[0] + 900, metres[1]]], { waterway: 'river' })), 'wgs84'],
		[
			'倒置.geojson',
			collection(
				line([
					[30.5, 120.5],
					[30.6, 120.6],
				]),
			),
			'wgs84',
		],
	] as const;
	for (const [fileName, content, system] of deliveries) {
		const { packId, leftOut } = await added(fileName, content, system);
		const text = readFileSync(join(shelf(), `${packId}.geojson`), 'utf8');
		expect(text).not.toMatch(/王小明|138/);
		const [feature] = JSON.parse(text).features;
		expect(feature.geometry.coordinates[0][0]).toBeCloseTo(place[0], 4);
		expect(feature.geometry.coordinates[0][1]).toBeCloseTo(place[1], 4);
		expect(leftOut).toBe(fileName === '偏移.geojson' ? 1 : 0);
		if (fileName === '道路.geojson') expect(feature.properties).toEqual({ kind: 'road', rank: 2 });
		if (fileName === '投影.geojson') expect(feature.properties.kind).toBe('water');
	}
});

test('a pack beside the district that is shown is said not to reach it', async () => {
	await added('good.pmtiles', GOOD);
	const ring = [
		[118, 28],
		[119, 28],
		[119, 29],
		[118, 28],
	];
	await district.call('settings.saveSettings', {
		settings: { ...SETTINGS, outline: { type: 'Polygon', coordinates: [ring] } },
	});
	expect((await list()).packs).toMatchObject([{ reachesDistrict: false }]);
});

test('removing can be taken back until the program starts again; then the file is gone', async () => {
	const { packId } = await added('good.pmtiles', GOOD);
	await district.call('map.removeBasemap', { packId });
	expect((await list()).packs).toMatchObject([{ packId, isRemoved: true }]);
	await district.call('map.restoreBasemap', { packId });
	expect((await list()).packs).toMatchObject([{ packId, isRemoved: false }]);
	await district.call('map.removeBasemap', { packId });
	writeFileSync(join(shelf(), 'half.part'), 'x');
	await district.services.close();
	const services = await createServices({ cacheDir: district.cacheDir, demo: 'never', version: 'test' });
	expect(await services.dispatch('map.listBasemaps', {})).toMatchObject({ ok: true, data: { packs: [] } });
	expect(folder()).toEqual(['packs.json']);
	await services.close();
});

test('天地图 is asked only while its key is set, and the key goes nowhere but there', async () => {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url ?? '');
		response.setHeader('content-type', 'image/png').end('tile');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const onlineOrigin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	await district.services.close();
	const options = { cacheDir: district.cacheDir, demo: 'never', version: 'test', onlineOrigin } as const;
	const services = await createServices(options);
	const read = async () => services.dispatch('map.listBasemaps', {});
	try {
		expect(await services.getLayer('online/vec/10/850/420')).toBeNull();
		expect(await read()).toMatchObject({ data: { online: [] } });
		expect(asked).toEqual([]);

		const settings = { ...SETTINGS, tianditu: { key: KEY, style: 'vec' } };
		await services.dispatch('settings.saveSettings', { settings });
		const answer = await read();
		expect(answer).toMatchObject({ data: { online: ['vec', 'cva'] } });
		expect(JSON.stringify(answer)).not.toContain(KEY);
		const tile = await services.getLayer('online/vec/10/850/420');
		expect(tile).toMatchObject({ type: 'image/png' });
		expect(new TextDecoder().decode(tile?.body)).toBe('tile');
		// Once more, from memory; pictures are not configured, and odd names lead nowhere.
		await services.getLayer('online/vec/10/850/420');
		expect(await services.getLayer('online/img/10/850/420')).toBeNull();
		expect(await services.getLayer('online/vec/10/850/../420')).toBeNull();
		expect(asked).toHaveLength(1);
		expect(Object.fromEntries(new URL(asked[0] ?? '', onlineOrigin).searchParams)).toMatchObject({
			LAYER: 'vec',
			TILEMATRIXSET: 'w',
			TILEMATRIX: '10',
			TILECOL: '850',
			TILEROW: '420',
			tk: KEY,
		});

		await services.dispatch('settings.saveSettings', { settings: SETTINGS });
		expect(await services.getLayer('online/vec/10/850/420')).toBeNull();
		expect(asked).toHaveLength(1);
	} finally {
		await services.close();
		server.close();
	}
});

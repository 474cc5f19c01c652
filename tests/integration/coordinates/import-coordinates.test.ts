// A whole import of the sample district's events delivered in other coordinates: the map shows them where they are.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cache, openCache } from '../../../electron/services/cache/open-cache.ts';
import {
	distanceMetres,
	wgs84ToDegrees,
	wgs84ToMetres,
} from '../../../electron/services/exports/coordinates/systems.ts';
import { splitCsv } from '../../../electron/services/exports/csv-text.ts';
import { EVENT_FLAG } from '../../../electron/services/indicators/event-columns.ts';
import { writeSample } from '../../../electron/services/sample/write-sample.ts';
import { exportReader } from '../../../electron/services/sync/export-reader.ts';
import { importFile } from '../../../electron/services/sync/import-file.ts';
import { undoBatch } from '../../../electron/services/sync/undo-batch.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';

const dir = mkdtempSync(join(tmpdir(), 'gridhelm-crs-'));
const endS = parseIso('2026-11-23T18:00:00+08:00') ?? 0;
let header: string[] = [];
let rows: string[][] = [];
const areaFiles: string[] = [];
let opened = 0;

beforeAll(async () => {
	await writeSample({ outDir: dir, events: 900, seed: 5, grids: 300, years: 1, endS, encoding: 'utf8', isFull: false });
	const name = readdirSync(dir).find((one) => one.includes('事件明细')) ?? '';
	[header = [], ...rows] = splitCsv(readFileSync(join(dir, name), 'utf8').replace(/^\ufeff/, ''), ',');
	rows = rows.filter((row) => row.length === header.length);
	areaFiles.push(
		...readdirSync(dir)
			.filter((one) => /行政区划.*csv$|网格边界/.test(one))
			.sort()
			.reverse(),
	);
});
afterAll(() => rmSync(dir, { recursive: true }));

const column = (name: string): number => header.indexOf(name);
type Deliver = (lng: number, lat: number, source: string) => [string | number, string | number];

/** Imports the events with their coordinates rewritten; the points as stored, by id. */
async function importWith(deliver: Deliver, options: { acceptHeld?: boolean } = {}) {
	const cache: Cache = openCache({ dir: join(dir, `cache-${opened++}`), fileName: 'gridhelm.db', mode: 'readWrite' });
	try {
		const context = { cache, reader: exportReader, nowS: () => endS };
		for (const name of areaFiles) {
			const report = await importFile(context, { path: join(dir, name), fileName: name, isTemporary: false });
			expect(report.outcome, report.message).toBe('committed');
		}
		const path = join(dir, `events-${opened}.csv`);
		const lines = rows.map((row) => {
			const cells = [...row];
			const [lng, lat] = [row[column('经度')] ?? '', row[column('纬度')] ?? ''];
			if (lng !== '') {
				const [first, second] = deliver(Number(lng), Number(lat), row[column('事件来源')] ?? '');
				cells[column('经度')] = String(first);
				cells[column('纬度')] = String(second);
			}
			return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
		});
		writeFileSync(path, [header.join(','), ...lines].join('\n'));
		const report = await importFile(context, { path, fileName: 'events.csv', isTemporary: false }, options);
		const stored = cache.reader
			.prepare<[], { event_id: string; lng: number | null; lat: number | null }>('SELECT event_id, lng, lat FROM event')
			.all();
		return { report, stored: new Map(stored.map((event) => [event.event_id, event])) };
	} finally {
		cache.close();
	}
}

/** Largest distance between where events are and where they are stored; counts those with a point. */
function compare(stored: Map<string, { lng: number | null; lat: number | null }>) {
	let farthest = 0;
	let located = 0;
	for (const row of rows) {
		const event = stored.get(row[column('事件编号')] ?? '');
		const place: [number, number] = [Number(row[column('经度')]), Number(row[column('纬度')])];
		if (!event || event.lng === null || event.lat === null) continue;
		located++;
		farthest = Math.max(farthest, distanceMetres(place, [event.lng, event.lat]));
	}
	return { farthest, located };
}

describe('coordinates of an import', () => {
	const withPoint = () => rows.filter((row) => row[column('经度')] !== '').length;
	it.each<[string, Deliver, string | null]>([
		['WGS 84, nothing said', (lng, lat) => [lng, lat], null],
		['GCJ-02', (lng, lat) => wgs84ToDegrees('gcj02', lng, lat), 'GCJ-02'],
		['BD-09 swapped', (lng, lat) => wgs84ToDegrees('bd09', lng, lat).reverse() as [number, number], 'BD-09'],
		['metres, X = northing', (lng, lat) => wgs84ToMetres(120, lng, lat).reverse() as [number, number], '120°E'],
		['WGS 84 swapped', (lng, lat) => [lat, lng], 'WGS 84'],
		['both in one cell', (lng, lat) => [`${lng},${lat}`, ''], null],
	])('%s', { timeout: 60_000 }, async (_, deliver, told) => {
		const { report, stored } = await importWith(deliver);
		expect(report.outcome, report.message).toBe('committed');
		const { farthest, located } = compare(stored);
		expect(located).toBe(withPoint());
		expect(farthest).toBeLessThan(2);
		const warnings = report.warnings.filter(({ code }) => code.startsWith('W_CRS') || code.startsWith('W_COORD'));
		expect(warnings.length).toBe(told === null ? 0 : 1);
		if (told !== null) expect(warnings[0]?.message).toContain(told);
	});

	it('tells systems apart by source within one file', { timeout: 60_000 }, async () => {
		const { report, stored } = await importWith((lng, lat, source) =>
			source === '12345热线' ? wgs84ToDegrees('bd09', lng, lat) : [lng, lat],
		);
		expect(report.outcome, report.message).toBe('committed');
		expect(compare(stored).farthest).toBeLessThan(2);
		expect(
			report.warnings.find(({ code, message }) => code === 'W_CRS_SOURCE' && message.includes('12345'))?.message,
		).toContain('BD-09');
	});

	it('holds a file whose coordinates fit nothing, and takes it when told to', { timeout: 60_000 }, async () => {
		const away: Deliver = (lng, lat) => [lng + 0.03, lat - 0.02];
		const held = await importWith(away);
		expect([held.report.outcome, held.stored.size]).toEqual(['held', 0]);
		expect(held.report.message).toContain('坐标系');
		expect((await importWith(away, { acceptHeld: true })).report.outcome).toBe('committed');
	});
});

describe('few points, and files before their grids', () => {
	const gcj: Deliver = (lng, lat) => wgs84ToDegrees('gcj02', lng, lat);
	const context = (cache: Cache) => ({ cache, reader: exportReader, nowS: () => endS });
	const openOwn = () => openCache({ dir: join(dir, `own-${opened++}`), fileName: 'gridhelm.db', mode: 'readWrite' });
	const takeAreas = async (cache: Cache) => {
		let last: Awaited<ReturnType<typeof importFile>> | null = null;
		for (const name of areaFiles)
			last = await importFile(context(cache), { path: join(dir, name), fileName: name, isTemporary: false });
		return last;
	};
	const take = (cache: Cache, path: string) =>
		importFile(context(cache), { path, fileName: 'events.csv', isTemporary: false });
	const pointsOf = (cache: Cache) =>
		cache.reader
			.prepare<[], { event_id: string; lng: number | null; lat: number | null; flags: number }>(
				'SELECT event_id, lng, lat, flags FROM event ORDER BY event_id',
			)
			.all();
	const stored = (cache: Cache) => new Map(pointsOf(cache).map((event) => [event.event_id, event]));
	/** Rows with a point, of which some count as told apart by their grids. */
	function write(count: number, deliver: Deliver): string {
		const path = join(dir, `few-${opened++}.csv`);
		const some = rows.filter((row) => row[column('经度')] !== '').slice(0, count);
		const lines = some.map((row) => {
			const cells = [...row];
			const [first, second] = deliver(
				Number(row[column('经度')]),
				Number(row[column('纬度')]),
				row[column('事件来源')] ?? '',
			);
			cells[column('经度')] = String(first);
			cells[column('纬度')] = String(second);
			return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
		});
		writeFileSync(path, [header.join(','), ...lines].join('\n'));
		return path;
	}

	it('decides twenty points that speak with one voice', { timeout: 60_000 }, async () => {
		const cache = openOwn();
		await takeAreas(cache);
		const report = await take(cache, write(20, gcj));
		expect(report.outcome, report.message).toBe('committed');
		expect(report.warnings.find(({ code }) => code === 'W_CRS')?.message).toContain('GCJ-02');
		expect(compare(stored(cache))).toMatchObject({ located: 20 });
		expect(compare(stored(cache)).farthest).toBeLessThan(2);
		cache.close();
	});

	it('asks for two points, unless the source has told before', { timeout: 60_000 }, async () => {
		const cache = openOwn();
		await takeAreas(cache);
		const two = write(2, gcj);
		expect((await take(cache, two)).outcome).toBe('held');
		expect((await take(cache, write(300, gcj))).outcome).toBe('committed');
		const report = await take(
			cache,
			write(2, (lng, lat) => gcj(lng + 1e-7, lat, '')),
		);
		expect(report.outcome, report.message).toBe('committed');
		expect(compare(stored(cache)).farthest).toBeLessThan(2);
		cache.close();
	});

	it('tests a file again when its grids come, and undoing them takes that back', { timeout: 60_000 }, async () => {
		const cache = openOwn();
		const report = await take(cache, write(300, gcj));
		expect(report.outcome, report.message).toBe('committed');
		expect(report.warnings.map(({ code }) => code)).toContain('W_CRS_ASSUMED');
		const before = pointsOf(cache);
		expect(compare(stored(cache)).farthest).toBeGreaterThan(400);
		const areas = await takeAreas(cache);
		expect(areas?.warnings.find(({ code }) => code === 'W_CRS_RETESTED')?.count).toBe(300);
		expect(compare(stored(cache)).farthest).toBeLessThan(2);
		undoBatch(cache, areas?.batchId ?? 0, endS);
		const points = (events: typeof before) => events.map(({ event_id, lng, lat }) => [event_id, lng, lat]);
		expect(points(pointsOf(cache))).toEqual(points(before));
		cache.close();
	});

	it('takes points off the map that grids show to fit nothing', { timeout: 60_000 }, async () => {
		const cache = openOwn();
		await take(
			cache,
			write(100, (lng, lat) => [lng + 0.03, lat - 0.02]),
		);
		const areas = await takeAreas(cache);
		expect(areas?.warnings.map(({ code }) => code)).toContain('W_CRS_STILL_UNTOLD');
		const isDrawn = ({ flags }: { flags: number }) => (flags & EVENT_FLAG.hasPoint) !== 0;
		expect(pointsOf(cache).filter(isDrawn)).toEqual([]);
		cache.close();
	});

	it('gives no place to a point that many rows share, also in a later file, nor to 0/0 and 4.9E-324', {
		timeout: 60_000,
	}, async () => {
		const cache = openOwn();
		await takeAreas(cache);
		let at = 0;
		const centre = [Number(rows[0]?.[column('经度')] || 120.5), Number(rows[0]?.[column('纬度')] || 29.3)] as const;
		const path = write(300, (lng, lat) => {
			at += 1;
			if (at <= 40) return [centre[0], centre[1]];
			if (at === 41) return [0, 0];
			return at === 42 ? ['4.9E-324', '4.9E-324'] : [lng, lat];
		});
		const report = await take(cache, path);
		expect(report.outcome, report.message).toBe('committed');
		const counts = Object.fromEntries(report.warnings.map(({ code, count }) => [code, count]));
		expect(counts).toMatchObject({ W_COORD_CROWD: 40, W_COORD_NONE: 2 });
		const events = pointsOf(cache);
		const isUnsure = ({ flags }: { flags: number }) => (flags & EVENT_FLAG.pointUnsure) !== 0;
		expect(events.filter(isUnsure)).toHaveLength(42);
		expect(events.filter(({ lng }) => lng === null)).toHaveLength(42);
		const later = await take(
			cache,
			write(3, () => [centre[0], centre[1]]),
		);
		expect(later.warnings.find(({ code }) => code === 'W_COORD_CROWD')?.count, later.message).toBe(3);
		expect(pointsOf(cache).filter(({ lng }) => lng === null)).toHaveLength(42);
		cache.close();
	});
});

describe('systems that cannot be converted', () => {
	it.each([
		['事件编号,上报时间,西安80坐标X,西安80坐标Y,经度,纬度\nE1,2026-11-01,3345678,514433,,', '西安 80'],
		['事件编号,上报时间,经度(北京54),纬度(北京54)\nE1,2026-11-01,120.1,30.2', '北京 54'],
		['事件编号,上报时间,杭州独立坐标X,经度,纬度\nE1,2026-11-01,79012,,', '城市独立坐标系'],
	])('%s', async (text, system) => {
		const path = join(dir, 'old.csv');
		writeFileSync(path, text);
		const opened = await exportReader.open({ path, fileName: 'old.csv', isTemporary: false }, null);
		expect(opened).toMatchObject({ outcome: 'refused', code: 'E_CRS_OLD', params: { system } });
	});

	it.each([
		['urn:ogc:def:crs:EPSG::4610', 'E_CRS_OLD'],
		['urn:ogc:def:crs:EPSG::4549', 'E_PROJECTED'],
		['urn:ogc:def:crs:OGC:1.3:CRS84', null],
	])('a GeoJSON that states %s', async (name, code) => {
		const path = join(dir, 'stated.geojson');
		const ring = [
			[
				[120, 30],
				[120.01, 30],
				[120.01, 30.01],
				[120, 30],
			],
		];
		const feature = {
			type: 'Feature',
			properties: { 网格编码: 'G1', 网格名称: '一' },
			geometry: { type: 'Polygon', coordinates: ring },
		};
		writeFileSync(
			path,
			JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name } }, features: [feature] }),
		);
		const opened = await exportReader.open({ path, fileName: 'stated.geojson', isTemporary: false }, null);
		expect('code' in opened ? opened.code : null).toBe(code);
	});
});

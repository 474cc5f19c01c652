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
import { writeSample } from '../../../electron/services/sample/write-sample.ts';
import { exportReader } from '../../../electron/services/sync/export-reader.ts';
import { importFile } from '../../../electron/services/sync/import-file.ts';
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

// Round trip of every dataset: what the generator writes, imported, is what stands in the tables, cell by cell; twice the
// same changes nothing; and the study's patterns are in it.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCacheContents } from '../../../electron/services/cache/cache-state-queries.ts';
import { type Cache, openCache } from '../../../electron/services/cache/open-cache.ts';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import type { LedgerColumn } from '../../../electron/services/exports/datasets/ledger.ts';
import { ledgerSpecOf } from '../../../electron/services/exports/datasets/ledger-specs.ts';
import { readHeadersAs } from '../../../electron/services/exports/header-recogniser.ts';
import { writeSample } from '../../../electron/services/sample/write-sample.ts';
import { exportReader } from '../../../electron/services/sync/export-reader.ts';
import type { BatchReport } from '../../../electron/services/sync/import-report.ts';
import { createImportRuns } from '../../../electron/services/sync/import-run.ts';
import { LEDGERS } from '../../../shared/domain/codes.ts';
import { secondsFromWallClock, toIso, toIsoDate } from '../../../shared/domain/shanghai-time.ts';

const endS = secondsFromWallClock(2026, 11, 23, 7, 42);
let dir = '';
let cache: Cache;
let files: string[] = [];
let reports: BatchReport[] = [];

async function importAll(): Promise<BatchReport[]> {
	const runs = createImportRuns({ cache, reader: exportReader, nowS: () => endS });
	const folder = { path: join(dir, 'out'), fileName: 'out', isTemporary: false };
	const run = await runs.whenEnded(runs.start([folder], { asOfS: endS, acceptHeld: true }));
	expect(run.state).toBe('done');
	return run.reports;
}

beforeAll(async () => {
	dir = mkdtempSync(join(tmpdir(), 'gridhelm-ledgers-'));
	const options = { outDir: join(dir, 'out'), events: 3000, seed: 7, grids: 40, years: 1, endS, isFull: true } as const;
	files = (await writeSample({ ...options, encoding: 'gb18030' })).files;
	cache = openCache({ dir, fileName: 'gridhelm.db', mode: 'readWrite' });
	reports = await importAll();
}, 120_000);
afterAll(() => {
	cache?.close();
	rmSync(dir, { recursive: true, force: true });
});

/** A stored value as the generator writes it. */
function written(column: LedgerColumn, value: unknown): string {
	if (value === null) return '';
	switch (column.type) {
		case 'date':
			return toIsoDate(Number(value));
		case 'instant':
		case 'due':
			return toIso(Number(value)).slice(0, 19).replace('T', ' ');
		case 'flag':
			return value === 1 ? '是' : '否';
		case 'percent':
			return String(Number((Number(value) * 100).toFixed(3)));
		case 'number':
			return String(Number(value));
		case 'list':
			return (JSON.parse(String(value)) as string[]).join('、');
		case 'period':
			return String(value).replace(
				/^(\d{4})Q(\d)$/,
				(_, year: string, quarter: string) => `${year}年第${'一二三四'[Number(quarter) - 1]}季度`,
			);
		default:
			return String(value);
	}
}

/** A written cell in the form that `written` gives. */
function plain(column: LedgerColumn, cell: string): string {
	if (column.type === 'percent') return cell === '' ? '' : String(Number(cell.replace('%', '')));
	if (column.type === 'number') return cell === '' ? '' : String(Number(cell));
	if (column.type === 'flag') return cell === '合格' ? '是' : cell === '不合格' ? '否' : cell;
	if (column.type === 'text' || column.type === 'word') return cell === '无' ? '' : cell;
	return cell;
}

describe('the full sample', { timeout: 60_000 }, () => {
	it('delivers every dataset, whole', () => {
		expect(reports.filter(({ outcome }) => outcome !== 'committed')).toEqual([]);
		expect(reports.filter(({ rows }) => rows.quarantined > 0 || rows.folded > 0).map(({ file }) => file)).toEqual([]);
		expect(
			reports
				.flatMap(({ file, warnings }) => warnings.map(({ code }) => `${file} ${code}`))
				.filter((line) => !/事件|边界/.test(line)),
		).toEqual([]);
		const absent = readCacheContents(cache.reader).datasets.filter(({ isConnected }) => !isConnected);
		expect(absent.map(({ dataset }) => dataset)).toEqual([]);
		expect(verifyCache(cache.reader)).toMatchObject({ isSound: true });
	});

	it.each(LEDGERS)('gives back %s cell by cell', (dataset) => {
		const report = reports.find((one) => one.dataset === dataset);
		const path = files.find((file) => basename(file) === report?.file) ?? '';
		const lines = new TextDecoder('gb18030')
			.decode(readFileSync(path))
			.trimEnd()
			.split('\r\n')
			.map((line) => line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')));
		const spec = ledgerSpecOf(dataset);
		const reading = readHeadersAs(dataset, lines[0] ?? [], null);
		expect([...reading.unknown, ...reading.personal, ...reading.shadowed]).toEqual([]);
		const columns = spec.columns.filter(({ name }) => reading.columns.has(name));
		const select = columns.map(({ type, column }) =>
			type === 'word' || type === 'unit' ? `(SELECT raw FROM dict_item WHERE dict_id = ${column})` : column,
		);
		const stored = cache.reader
			.prepare<[], Record<string, unknown>>(
				`SELECT row_no AS n, ${select.map((sql, index) => `${sql} AS c${index}`).join()} FROM ${dataset} ORDER BY row_no`,
			)
			.all();
		expect(stored).toHaveLength(lines.length - 1);
		for (const row of stored) {
			const cells = lines[Number(row.n) - 1] ?? [];
			expect(columns.map((column, index) => written(column, row[`c${index}`]))).toEqual(
				columns.map((column) => plain(column, cells[reading.columns.get(column.name) ?? -1] ?? '')),
			);
		}
		if (spec.hasPlace) {
			const sql = `SELECT count(*) FROM ${dataset} t JOIN place p ON p.place_id = t.area_place_id WHERE p.area_id IS NULL`;
			expect(cache.reader.prepare(sql).pluck().get()).toBe(0);
		}
	});

	it('has words of closed vocabularies that are all known', () => {
		const sql = `SELECT kind || ' ' || raw FROM dict_item WHERE code IS NULL AND kind LIKE '%.%'`;
		expect(cache.reader.prepare(sql).pluck().all()).toEqual([]);
	});

	it('agrees with its events', () => {
		const one = (sql: string): unknown => cache.reader.prepare(sql).pluck().get();
		for (const table of ['event_pause', 'event_extension', 'event_return', 'event_supervise', 'whistle', 'dispute']) {
			expect(one(`SELECT count(*) FROM ${table}`)).toBeGreaterThan(5);
			expect(one(`SELECT count(*) FROM ${table} WHERE event_id NOT IN (SELECT event_id FROM event)`)).toBe(0);
		}
		expect(one('SELECT sum(return_cnt) FROM event')).toBe(one('SELECT count(*) FROM event_return'));
		expect(one('SELECT sum(supervise_level) FROM event')).toBe(one('SELECT count(*) FROM event_supervise'));
		expect(one('SELECT count(*) FROM event WHERE extend_cnt > 0')).toBe(one('SELECT count(*) FROM event_extension'));
		expect(one('SELECT count(*) FROM event WHERE pause_minutes > 0')).toBe(one('SELECT count(*) FROM event_pause'));
	});

	it('shows what the study found', () => {
		const towns = cache.reader
			.prepare<[], { town: string; filled: number; trained: number; late: number }>(
				`WITH t AS (SELECT area_id, area_name FROM area WHERE level = 'town')
				SELECT t.area_name AS town,
					(SELECT 1.0 * sum(filled_posts) / sum(planned_posts) FROM post_plan p JOIN place l ON l.place_id = p.area_place_id WHERE l.area_id = t.area_id) AS filled,
					(SELECT 1.0 * count(*) / count(DISTINCT s.staff_id) FROM grid_staff s JOIN place l ON l.place_id = s.area_place_id
						JOIN area g ON g.area_id = l.area_id JOIN area v ON v.area_id = g.parent_id LEFT JOIN training_record r ON r.staff_id = s.staff_id
						WHERE v.parent_id = t.area_id) AS trained,
					(SELECT avg(published_on > due_on OR published_on IS NULL) FROM disclosure_item d JOIN place l ON l.place_id = d.area_place_id
						WHERE l.area_id = t.area_id AND due_on IS NOT NULL) AS late
				FROM t`,
			)
			.all();
		const worst = towns.find(({ town }) => town === '银碶镇');
		const best = towns.find(({ town }) => town === '汀兰街道');
		expect(worst?.trained).toBeLessThan((best?.trained ?? 0) * 0.8);
		expect(worst?.late).toBeGreaterThan((best?.late ?? 1) * 2);
		expect(worst?.filled).toBeLessThan(best?.filled ?? 0);
		const monthly = cache.reader
			.prepare<[], number>('SELECT sum(persons) FROM participation GROUP BY held_on / 92 ORDER BY held_on / 92')
			.pluck()
			.all();
		expect((monthly.at(-2) ?? 0) / (monthly[1] ?? 1)).toBeGreaterThan(1.3);
	});

	it('changes nothing when it comes again', async () => {
		const again = await importAll();
		expect(
			again.filter(({ outcome }) => outcome !== 'unchanged').map(({ file, outcome }) => `${file} ${outcome}`),
		).toEqual([]);
	});
});

// Exports as shares and clerks really leave them (quality.md R4): replaced or written on while being read, cut off,
// replayed, out of order, from an older version of the source, at a round cap, with 3 % of the rows gone. Each gets its
// own stated outcome; whatever it is, the cache holds all of a file or nothing of it.

import { copyFileSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSnapshot } from '../../../electron/services/cache/snapshot-queries.ts';
import { exportReader } from '../../../electron/services/sync/export-reader.ts';
import { importFile } from '../../../electron/services/sync/import-file.ts';
import type { ImportOptions } from '../../../electron/services/sync/import-options.ts';
import { makeZip } from '../../support/make-zip.ts';
import { NOW_S } from './made-blocks.ts';
import { dumpCache, type MadeCache, makeCache } from './made-cache.ts';

const HEADER = '事件编号,事件大类,所属镇街,受理时间,办结时间,事件状态,主办单位';
const pad = (value: number) => String(value).padStart(2, '0');

/** `count` events of October, every third open; `unit` and the columns can be changed. */
function csvOf(count: number, unit = '城管', from = 0): string {
	const lines = [HEADER];
	for (let i = from; i < count; i += 1) {
		const day = pad(1 + (i % 28));
		const isOpen = i % 3 === 0;
		lines.push(
			`LQ${i},市容环境,${i % 3}号镇,2026-10-${day} 09:00:00,${isOpen ? '' : `2026-10-${day} 15:00:00`},${isOpen ? '处置中' : '已办结'},${unit}`,
		);
	}
	return `${lines.join('\r\n')}\r\n`;
}

function take(made: MadeCache, fileName: string, options: ImportOptions = {}) {
	const path = join(made.dir, fileName);
	return importFile(
		{ cache: made.cache, reader: exportReader, nowS: () => NOW_S },
		{ path, fileName, isTemporary: false },
		options,
	);
}
function put(made: MadeCache, fileName: string, text: string | Uint8Array): string {
	const path = join(made.dir, fileName);
	writeFileSync(path, text);
	return path;
}
const codesOf = (report: { warnings: { code: string }[] }) => report.warnings.map(({ code }) => code);
const counted = (made: MadeCache) => loadSnapshot(made.cache.reader).events.length;

/** Runs `disturb` once, when the first rows of the file have been read. */
function onFirstRows(disturb: () => void): ImportOptions {
	let isDone = false;
	return {
		onProgress() {
			if (!isDone) disturb();
			isDone = true;
		},
	};
}

describe('a file that changes while it is read', () => {
	it.each([
		['is written on', (path: string) => writeFileSync(path, csvOf(20_000, '水利'), { flag: 'a' })],
		['is cut', (path: string) => truncateSync(path, 100_000)],
		[
			'is replaced by another of the same size',
			(path: string) => {
				const other = `${path}.new`;
				writeFileSync(other, csvOf(18_000, '水利'));
				renameSync(other, path);
			},
		],
		['is written over in place', (path: string) => writeFileSync(path, csvOf(18_000, '水利'), { flag: 'r+' })],
	])('%s: nothing of it is taken, and that is said', { timeout: 60_000 }, async (_, disturb) => {
		const made = makeCache();
		const before = dumpCache(made.cache.reader);
		const path = put(made, 'events.csv', csvOf(18_000));
		const report = await take(
			made,
			'events.csv',
			onFirstRows(() => disturb(path)),
		);
		expect(report).toMatchObject({ outcome: 'refused', batchId: null });
		expect(report.message).toMatch(/读取过程中文件被改动|文件不完整/);
		expect(report.message).toContain('未作任何改动');
		expect(dumpCache(made.cache.reader)).toEqual(before);
	});
});

describe('a file that is not whole', () => {
	it.each([
		['cut inside a row', (text: string) => text.slice(0, -30), '文件不完整'],
		['empty', () => '', '文件是空的'],
		['only a header', () => `${HEADER}\r\n`, '没有数据行'],
	])('%s is refused by name', async (_, cut, words) => {
		const made = makeCache();
		put(made, 'events.csv', cut(csvOf(100)));
		const report = await take(made, 'events.csv');
		expect(report).toMatchObject({ outcome: 'refused', batchId: null });
		expect(report.message).toContain(words);
		expect(counted(made)).toBe(0);
	});

	it('a cut zip is refused by name, and taken when it has arrived whole', async () => {
		const made = makeCache();
		const whole = makeZip([{ name: 'events.csv', content: Buffer.from(csvOf(100)) }]);
		put(made, 'events.zip', whole.subarray(0, whole.length - 60));
		expect((await take(made, 'events.zip')).message).toContain('压缩包不完整');
		expect(counted(made)).toBe(0);
	});
});

describe('files in a wrong order', () => {
	const at = (day: number): ImportOptions => ({ asOfS: NOW_S - (30 - day) * 86_400 });

	it('a replay of an old file changes nothing, also after newer ones', async () => {
		const made = makeCache();
		put(made, 'monday.csv', csvOf(200));
		put(made, 'tuesday.csv', csvOf(210, '水利'));
		await take(made, 'monday.csv', at(1));
		await take(made, 'tuesday.csv', at(2));
		const before = dumpCache(made.cache.reader);
		copyFileSync(join(made.dir, 'monday.csv'), join(made.dir, 'monday (1).csv'));
		const again = await take(made, 'monday (1).csv', at(1));
		expect(again).toMatchObject({ outcome: 'unchanged', rows: { unchanged: 200 } });
		expect(codesOf(again)).toContain('W_OLDER_FILE');
		expect(dumpCache(made.cache.reader)).toEqual(before);
	});

	it('an older file after a newer adds what was missing, overwrites nothing, and says which is which', async () => {
		const made = makeCache();
		put(made, 'tuesday.csv', csvOf(210, '水利', 20));
		put(made, 'monday.csv', csvOf(200));
		await take(made, 'tuesday.csv', at(2));
		const late = await take(made, 'monday.csv', at(1));
		expect(late).toMatchObject({
			outcome: 'committed',
			rows: { inserted: 20, updated: 0, unchanged: 180, vanished: 0 },
		});
		expect(codesOf(late)).toEqual(expect.arrayContaining(['W_OLDER_FILE', 'W_OLDER']));
		const units = made.cache.reader
			.prepare(
				'SELECT d.raw, count(*) AS n FROM event e JOIN dict_item d ON d.dict_id = e.unit_id GROUP BY 1 ORDER BY 1',
			)
			.raw()
			.all();
		expect(units).toEqual([
			['城管', 20],
			['水利', 190],
		]);
	});
});

describe('a source that was set back', () => {
	it('keeps what columns no longer tell and names them', async () => {
		const made = makeCache();
		put(made, 'new.csv', csvOf(100));
		await take(made, 'new.csv');
		const old = csvOf(100).replaceAll(/,(城管|主办单位)\r\n/g, '\r\n');
		expect(old).not.toContain('城管');
		put(made, 'old.csv', old);
		const report = await take(made, 'old.csv');
		expect(report).toMatchObject({ outcome: 'committed', rows: { updated: 0, unchanged: 100 } });
		expect(codesOf(report)).toContain('W_FEWER_COLUMNS');
		expect(report.warnings.find(({ code }) => code === 'W_FEWER_COLUMNS')?.message).toContain('主办单位');
	});
});

describe('a full export that lost rows', () => {
	it('at a round cap is taken, withdraws nothing and says that it is at a cap', async () => {
		const made = makeCache();
		put(made, 'all.csv', csvOf(5_200));
		await take(made, 'all.csv');
		put(made, 'capped.csv', csvOf(5_000));
		const report = await take(made, 'capped.csv', { mode: 'full' });
		expect(report).toMatchObject({ outcome: 'committed', mode: 'full', rows: { read: 5_000, vanished: 0 } });
		expect(codesOf(report)).toEqual(expect.arrayContaining(['W_CAP', 'W_CAP_KEPT']));
		expect(counted(made)).toBe(5_200);
	});

	it.each([
		['full', 'full' as const],
		['by its rows', null],
	])('of 3 %%, told to be %s, is held until it is accepted', async (_, mode) => {
		const made = makeCache();
		put(made, 'monday.csv', csvOf(1_100));
		await take(made, 'monday.csv');
		const before = dumpCache(made.cache.reader);
		const lines = readFileSync(join(made.dir, 'monday.csv'), 'utf8').split('\r\n');
		put(made, 'tuesday.csv', lines.filter((_line, index) => index === 0 || index % 34 !== 0).join('\r\n'));
		const report = await take(made, 'tuesday.csv', { mode });
		expect(report).toMatchObject({ outcome: 'held', batchId: null, mode: 'full', rows: { vanished: 32 } });
		expect(report.message).toContain('已暂缓，未作任何改动');
		expect(dumpCache(made.cache.reader)).toEqual(before);
		const accepted = await take(made, 'tuesday.csv', { mode, acceptHeld: true });
		expect(accepted).toMatchObject({ outcome: 'committed', rows: { vanished: 32 } });
		expect(codesOf(accepted)).toContain('W_VANISHED');
		expect(counted(made)).toBe(1_100);
	});
});

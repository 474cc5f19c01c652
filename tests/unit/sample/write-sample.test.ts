// The files of the sample: names, headers, encodings, and the same bytes for the same seed.

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeAbandoned } from '../../../electron/services/demo-cache.ts';
import { type SampleOptions, writeSample } from '../../../electron/services/sample/write-sample.ts';
import { secondsFromWallClock } from '../../../shared/domain/shanghai-time.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gridhelm-sample-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const endS = secondsFromWallClock(2026, 11, 23, 7, 42);

async function write(name: string, more: Partial<SampleOptions> = {}): Promise<Map<string, Buffer>> {
	const { files } = await writeSample({
		outDir: join(folder, name),
		events: 2000,
		seed: 5,
		grids: 24,
		years: 1,
		endS,
		encoding: 'utf8',
		isFull: false,
		...more,
	});
	const contents = await Promise.all(files.map((file) => readFile(file)));
	return new Map(files.map((file, index) => [basename(file), contents[index] as Buffer]));
}

const digest = (files: Map<string, Buffer>): string[] =>
	[...files].map(([name, bytes]) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`);

describe('writeSample', { timeout: 60_000 }, () => {
	it('writes files named as exports are, with as many rows as asked', async () => {
		const files = await write('plain');
		expect([...files.keys()]).toEqual([
			'L区行政区划20261123.csv',
			'L区行政区划边界20261123.geojson',
			'L区网格边界20261123.geojson',
			'L区道路.geojson',
			'L区水系.geojson',
			'L区网格事件明细20261123.csv',
			'L区事件流转记录20261123.csv',
		]);
		const text = (files.get('L区网格事件明细20261123.csv') as Buffer).toString();
		expect(text.startsWith('\uFEFF事件编号,')).toBe(true);
		const rows = text.trimEnd().split('\r\n');
		expect(rows).toHaveLength(2001);
		expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([20]));
		expect(rows[1]).toMatch(/^LQ2025112\d{6},/);
	});

	it('quotes the class name that holds quotes, and nothing else', async () => {
		const text = ((await write('quotes')).get('L区网格事件明细20261123.csv') as Buffer).toString();
		const cells = text.split(/,|\r\n/).filter((cell) => cell.includes('"'));
		expect(new Set(cells)).toEqual(new Set(['"""三合一""场所/厂中厂"']));
	});

	it('writes the same bytes for the same seed, other bytes for another', async () => {
		const first = digest(await write('one'));
		expect(digest(await write('two'))).toEqual(first);
		const other = digest(await write('three', { seed: 6 }));
		expect(other.filter((line) => first.includes(line))).toEqual([]);
	});

	it('writes GB 18030 that decodes to the text of the UTF-8 file, rare characters too', async () => {
		const [utf8, gb] = [await write('utf8'), await write('gb', { encoding: 'gb18030' })];
		for (const [name, bytes] of utf8) {
			const decoder = new TextDecoder(name.endsWith('.csv') ? 'gb18030' : 'utf-8', { fatal: true });
			expect(decoder.decode(gb.get(name))).toBe(bytes.toString().replace(/^\uFEFF/, ''));
		}
		expect((utf8.get('L区行政区划20261123.csv') as Buffer).toString()).toContain('青㘭乡');
	});

	it('writes events with real dates on the Shanghai wall clock and no personal column', async () => {
		const text = ((await write('full', { isFull: true })).get('L区网格事件明细20261123.csv') as Buffer).toString();
		const [header = '', ...rows] = text.trimEnd().slice(1).split('\r\n');
		const names = header.split(',');
		expect(new Set(names).size).toBe(names.length);
		expect(header).not.toMatch(/姓名|电话|身份证|车牌|住址/);
		const times = names.flatMap((name, index) => (/时间$|办结时限$/.test(name) ? [index] : []));
		expect(times).toHaveLength(8);
		const cells = rows.flatMap((row) => times.map((index) => row.split(',')[index] as string));
		expect(cells.filter((cell) => !/^$|^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d$/.test(cell))).toEqual([]);
	});

	it('marks each orientation feature with its layer', async () => {
		const files = await write('layers');
		for (const [name, layer] of [
			['L区道路.geojson', 'road'],
			['L区水系.geojson', 'water'],
		] as const) {
			const { features } = JSON.parse((files.get(name) as Buffer).toString());
			expect(features.length).toBeGreaterThan(3);
			expect(features.every((feature: { properties: { layer: string } }) => feature.properties.layer === layer)).toBe(
				true,
			);
		}
	});
});

it('a making that was cut off leaves nothing for good; one that may still run, and all else, stays', async () => {
	const cacheDir = join(folder, 'cache');
	for (const name of ['demo-a1B2c3', 'demo-d4E5f6', 'demo-of-mine', 'uploads']) {
		await mkdir(join(cacheDir, name), { recursive: true });
		await utimes(join(cacheDir, name), 1_000_000, 1_000_000);
	}
	await utimes(join(cacheDir, 'demo-d4E5f6'), 1_003_000, 1_003_000);
	removeAbandoned(cacheDir, 1_004_000_000);
	expect((await readdir(cacheDir)).sort()).toEqual(['demo-d4E5f6', 'demo-of-mine', 'uploads']);
});

// All indicators from files to readings (quality.md T2): what adds up adds up exactly from grid to district, and the
// order of rows in the files never matters.

import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRandom } from '../../../support/random-district.ts';
import { type AskedProduct, askProduct, type ProductReading } from './ask-product.ts';
import { readCsv, writeCsv } from './csv-file.ts';
import { makeClean } from './make-districts.ts';
import { periodsBetween } from './periods.ts';

/** Rows that name a grid, so that every level below the district adds up without 未落格. */
const FROM_GRIDS = [
	...['OP01', 'OP03', 'OP04', 'OP05', 'OP06', 'OP07', 'OP08', 'OP10', 'TM03', 'TM04', 'TM05', 'TM06', 'TM07', 'DF01'],
	...['DF02', 'DF05', 'DF08', 'PP01', 'PP03', 'ID03', 'ID04', 'DG02', 'DG05', 'DG06', 'CO01', 'CO03', 'CO04', 'ME02'],
	...['ME03', 'GU02', 'GU03', 'GU04'],
];
/** Rows that name a town: the district is the sum of its towns. */
const FROM_TOWNS = ['TM01', 'PP04', 'PP05', 'PP06', 'ID01', 'ID02', 'ID05', 'DG01', 'CO02', 'GU01'];

describe('a whole district', () => {
	const dir = mkdtempSync(join(tmpdir(), 'gridhelm-oracle-whole-'));
	const products: AskedProduct[] = [];
	let readings: ProductReading[];
	let shuffled: ProductReading[];

	beforeAll(async () => {
		const [plain, mixed] = [join(dir, 'plain'), join(dir, 'mixed')];
		await makeClean(plain, 105, { events: 1_500, grids: 30, years: 1 });
		const events = join(plain, globSync('*网格事件明细*.csv', { cwd: plain })[0] ?? '');
		writeCsv(
			events,
			readCsv(events).filter(({ 网格编码: code }) => code !== ''),
		);
		cpSync(plain, mixed, { recursive: true });
		const random = makeRandom(105);
		for (const file of globSync('*.csv', { cwd: mixed })) {
			const rows = readCsv(join(mixed, file)).map((row) => ({ row, order: random() }));
			rows.sort((a, b) => a.order - b.order);
			writeCsv(
				join(mixed, file),
				rows.map(({ row }) => row),
			);
		}
		const periods = periodsBetween('2025-11-23', '2026-11-23', 4, makeRandom(105));
		for (const folder of [plain, mixed]) products.push(await askProduct([folder]));
		readings = (await products[0]?.read(periods, products[0].indicators)) ?? [];
		shuffled = (await products[1]?.read(periods, products[1].indicators)) ?? [];
	}, 300_000);

	afterAll(async () => {
		for (const product of products) await product.close();
		rmSync(dir, { recursive: true, force: true });
	});

	it('reads the same whatever the order of rows', () => {
		expect(readings.length).toBeGreaterThan(50_000);
		const different = readings.filter((reading, at) => JSON.stringify(reading) !== JSON.stringify(shuffled[at]));
		expect(different).toEqual([]);
	});

	it.each([
		['grids to villages', 'village', 'grid', 12, FROM_GRIDS],
		['villages to towns', 'town', 'village', 9, FROM_GRIDS],
		['towns to the district', 'district', 'town', 6, [...FROM_GRIDS, ...FROM_TOWNS]],
	] as const)('adds up from %s', (_, parentLevel, childLevel, prefix, indicators) => {
		const keyOf = (reading: ProductReading, area: string) => `${reading.indicator} ${reading.period} ${area}`;
		const amountOf = ({ num, den, n }: ProductReading): [number, number] => [num ?? 0, den ?? n];
		const sums = new Map<string, [number, number]>();
		for (const reading of readings) {
			if (reading.level !== childLevel) continue;
			const key = keyOf(reading, reading.area.slice(0, prefix));
			const [num, den] = sums.get(key) ?? [0, 0];
			const [moreNum, moreDen] = amountOf(reading);
			sums.set(key, [num + moreNum, den + moreDen]);
		}
		let compared = 0;
		for (const reading of readings) {
			const isAdditive = (indicators as readonly string[]).includes(reading.indicator);
			if (reading.level !== parentLevel || !isAdditive) continue;
			const key = keyOf(reading, reading.area);
			const [num, den] = sums.get(key) ?? [0, 0];
			const [wholeNum, wholeDen] = amountOf(reading);
			expect([num, den], key).toEqual([wholeNum, wholeDen]);
			compared += 1;
		}
		expect(compared).toBeGreaterThan(700);
	});
});

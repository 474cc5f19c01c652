// A district that delivers units, grids and events and nothing else: what rests on a ledger is not connected, never 0.

import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSample } from '../../../../electron/services/sample/write-sample.ts';
import { type AskedProduct, askProduct, type ProductReading } from './ask-product.ts';

const ON_EVENTS = [
	...['OP01', 'OP02', 'OP03', 'OP04', 'OP05', 'OP06', 'OP07', 'OP08', 'OP09', 'OP10', 'TM05', 'DF01', 'DF05', 'DF07'],
	...['PP01', 'PP03', 'ID03', 'DG02', 'DG05', 'CO01', 'CO03'],
	// These stand on the grids alone.
	...['ME03'],
];

/** A ledger of nothing but its header: refused, so never committed. */
const WHISTLES = 'L区吹哨报到20261123.csv';

describe('a district without ledgers', () => {
	const dir = mkdtempSync(join(tmpdir(), 'gridhelm-oracle-bare-'));
	let product: AskedProduct;
	let readings: ProductReading[];

	beforeAll(async () => {
		const endS = Date.UTC(2026, 10, 23, 16) / 1000 - 1;
		await writeSample({
			outDir: dir,
			seed: 104,
			endS,
			encoding: 'gb18030',
			isFull: false,
			events: 1_500,
			grids: 30,
			years: 1,
		});
		for (const steps of globSync('*流转*', { cwd: dir })) rmSync(join(dir, steps));
		writeFileSync(join(dir, WHISTLES), '吹哨编号,关联事件编号,吹哨单位,报到单位,吹哨时间,报到时限,报到时间,镇街\n');
		product = await askProduct([dir]);
		readings = await product.read(
			[{ code: '2026', kind: 'year', from: '2026-01-01', to: '2027-01-01' }],
			product.indicators,
		);
	}, 60_000);

	afterAll(async () => {
		await product.close();
		rmSync(dir, { recursive: true, force: true });
	});

	it('takes no file without a row for a delivery of its ledger', () => {
		const [report] = product.reports.filter(({ file }) => file === WHISTLES);
		expect(report).toMatchObject({ dataset: 'whistle', outcome: 'refused', batchId: null });
		const of = readings.filter(({ indicator }) => indicator === 'CO02');
		expect(new Set(of.map(({ status }) => status))).toEqual(new Set(['notConnected']));
	});

	it('has no figure where the ledger was never delivered', () => {
		const filled = readings.filter(
			({ indicator, status }) => !ON_EVENTS.includes(indicator) && status !== 'notConnected',
		);
		expect(filled.map(({ indicator, area, status }) => `${indicator} ${area} ${status}`)).toEqual([]);
		for (const reading of readings.filter(({ status }) => status === 'notConnected')) {
			expect([reading.num, reading.den, reading.value, reading.n]).toEqual([null, null, null, 0]);
		}
	});

	it('has no figure where no event export has the column', () => {
		const bare = ['OP07', 'PP03', 'ID03', 'CO01', 'CO03', 'DF05', 'DG02'];
		const filled = readings.filter(({ indicator, status }) => bare.includes(indicator) && status !== 'notConnected');
		expect(filled.map(({ indicator, area, status }) => `${indicator} ${area} ${status}`)).toEqual([]);
	});

	it('has the others', () => {
		const ok = new Set(readings.filter(({ status }) => status === 'ok').map(({ indicator }) => indicator));
		for (const code of ['OP01', 'OP03', 'OP04', 'OP09', 'DF01', 'DG05', 'ME03']) expect(ok, code).toContain(code);
	});
});

// Every indicator recomputed from the raw exports by SQL that knows only figures.md and domain.md (quality.md T1), on
// three seeded districts: every area × every month, quarter and year, and sampled days and weeks; every variant and some
// handling units in some of the periods.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRandom } from '../../../support/random-district.ts';
import { type AskedProduct, askProduct } from './ask-product.ts';
import { type Comparison, compareReadings } from './compare-readings.ts';
import { computeFigures } from './compute-figures.ts';
import { type DistrictSize, makeClean, makeMessyDistrict, makeSplitDistrict } from './make-districts.ts';
import { periodsBetween } from './periods.ts';
import { walkProofs } from './walk-proofs.ts';

/** The rows of domain.md §5.2 to §5.4. */
const INDICATORS = Object.entries({ OP: 10, TM: 7, DF: 8, PP: 6, ID: 5, DG: 6, CO: 4, ME: 4, GU: 4 }).flatMap(
	([family, count]) => Array.from({ length: count }, (_, at) => `${family}${String(at + 1).padStart(2, '0')}`),
);
/** Every how many periods the variants are compared in `npm test`; `npm run soak` takes all. */
const VARIANT_STEP = 7;
const SIZE: DistrictSize = { events: 2_000, grids: 30, years: 1 };

describe.each([
	['clean', 101, makeClean],
	['messy', 102, makeMessyDistrict],
	['split', 103, makeSplitDistrict],
] as const)('figures of the %s district', (name, seed, make) => {
	const dir = mkdtempSync(join(tmpdir(), 'gridhelm-oracle-files-'));
	let product: AskedProduct;
	let comparison: Comparison;
	let variants: Comparison;

	beforeAll(async () => {
		const folders = await make(dir, seed, SIZE);
		product = await askProduct(folders);
		const periods = periodsBetween('2025-11-23', product.asOf.slice(0, 10), 20, makeRandom(seed));
		const readings = await product.read(periods, product.indicators);
		const figures = await computeFigures(folders, periods, product.asOf);
		comparison = compareReadings(readings, figures);
		const few = periods.filter(({ kind }, at) => kind === 'year' || at % VARIANT_STEP === 0);
		const codes = new Set(few.map(({ code }) => code));
		const asked = figures.filter(({ period }) => codes.has(period));
		variants = compareReadings(await product.readVariants(few), asked);
	}, 300_000);

	afterAll(async () => {
		await product.close();
		rmSync(dir, { recursive: true, force: true });
	});

	it('rest on files that were all taken', () => {
		const bad = product.reports.filter(({ outcome }) => !['committed', 'unchanged', 'ignored'].includes(outcome));
		expect(bad).toEqual([]);
	});

	it('cover all 54 indicators', () => {
		expect([...product.indicators].sort()).toEqual([...INDICATORS].sort());
		const blank = INDICATORS.filter((code) => !comparison.withValue.has(code));
		expect(blank).toEqual([]);
	});

	it('are the same by both programs', () => {
		expect(comparison.differences).toEqual([]);
		expect(comparison.compared).toBeGreaterThan(150_000);
	});

	it('open their proofs, and these add up to them', async () => {
		const lengths = [6, 9, 15];
		const areas = lengths.flatMap((length) => product.areas.filter((code) => code.length === length).slice(0, 1));
		const { opened, faults } = await walkProofs(product, '2026-10', areas);
		expect(faults).toEqual([]);
		expect(opened).toBeGreaterThan(250);
	});

	// The grids were split inside their villages: above the grids every total stays. Fields are those of grids (DF07).
	it.runIf(name === 'split')('are conserved as now, over events and ledgers alike', async () => {
		const indicators = product.indicators.filter((code) => code !== 'DF07');
		const moved = new Set<string>();
		for (const level of ['district', 'town', 'village', 'grid'] as const) {
			const asked = { period: '2026-10', level, indicators };
			const { readings: then } = await product.call('indicators.listReadings', asked);
			const { readings: now } = await product.call('indicators.listReadings', { ...asked, basis: 'now' });
			const figureOf = ({ indicator, area, num, den, value }: (typeof then)[number]) =>
				[indicator, area, num, den, value].join();
			const other = then.filter((reading, at) => figureOf(reading) !== figureOf(now[at] ?? reading));
			if (level === 'grid') for (const { indicator } of other) moved.add(indicator);
			else expect(other, level).toEqual([]);
		}
		for (const code of ['OP01', 'TM03', 'DF02', 'DF03', 'CO04', 'ME03', 'GU02']) expect([...moved]).toContain(code);
	});

	it('are the same in every variant and by handling unit', () => {
		expect(variants.differences).toEqual([]);
		expect([...variants.withValue.keys()].filter((code) => code.includes('@')).length).toBeGreaterThan(15);
		for (const code of ['OP01', 'OP04', 'CO01', 'ME01']) {
			expect(
				[...variants.withValue.keys()].some((key) => key.startsWith(`${code}#`)),
				code,
			).toBe(true);
		}
	});
});

// T1 in its long form: larger districts of several years, every variant in every period, each figure by both programs.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askProduct } from '../integration/indicators/oracle/ask-product.ts';
import { compareReadings } from '../integration/indicators/oracle/compare-readings.ts';
import { computeFigures } from '../integration/indicators/oracle/compute-figures.ts';
import type { OraclePeriod } from '../integration/indicators/oracle/load-exports.ts';
import { makeClean, makeMessyDistrict, makeSplitDistrict } from '../integration/indicators/oracle/make-districts.ts';
import { periodsBetween } from '../integration/indicators/oracle/periods.ts';
import { makeRandom } from '../support/random-district.ts';
import type { SoakJob } from './soak-job.ts';

const SIZE = { events: 20_000, grids: 60, years: 2 };
/** Periods that are computed at once, so that neither program holds all of them. */
const AT_ONCE = 60;

async function compareDistrict(name: string, seed: number, make: typeof makeClean): Promise<string> {
	const dir = mkdtempSync(join(tmpdir(), 'gridhelm-soak-'));
	const folders = await make(dir, seed, SIZE);
	const product = await askProduct(folders);
	try {
		const periods = periodsBetween('2024-11-23', product.asOf.slice(0, 10), 20, makeRandom(seed));
		let compared = 0;
		for (let at = 0; at < periods.length; at += AT_ONCE) {
			const some: OraclePeriod[] = periods.slice(at, at + AT_ONCE);
			const readings = await product.read(some, product.indicators);
			for (const reading of await product.readVariants(some)) readings.push(reading);
			const comparison = compareReadings(readings, await computeFigures(folders, some, product.asOf));
			compared += comparison.compared;
			if (comparison.differences.length > 0) throw new Error(JSON.stringify(comparison.differences, null, '\t'));
		}
		return `${name}: ${compared.toLocaleString('en')} figures of ${periods.length} periods, 0 differences`;
	} finally {
		await product.close();
		rmSync(dir, { recursive: true, force: true });
	}
}

export const figuresJob: SoakJob = {
	name: 'T1 every figure by two programs',
	async run() {
		return [
			await compareDistrict('clean', 201, makeClean),
			await compareDistrict('messy', 202, makeMessyDistrict),
			await compareDistrict('split', 203, makeSplitDistrict),
		];
	},
};

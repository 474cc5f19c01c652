// The twenty messy files of domain.md §6.5, made by the generator, each imported as a clerk would; what became of it is
// exactly what the manifest says. Item 20 at its full size only with GRIDHELM_LONG=1.

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cache, openCache } from '../../../electron/services/cache/open-cache.ts';
import type { MessyExpectation } from '../../../electron/services/sample/messy-item.ts';
import { writeMessy } from '../../../electron/services/sample/write-messy.ts';
import { exportReader } from '../../../electron/services/sync/export-reader.ts';
import { createImportRuns } from '../../../electron/services/sync/import-run.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';
import { expectPointsOf, MESSY_FACTS } from './messy-facts.ts';

const isLong = process.env.GRIDHELM_LONG !== undefined;
const endS = parseIso('2026-11-23T23:59:59+08:00') ?? 0;
const dir = mkdtempSync(join(tmpdir(), 'gridhelm-messy-'));

interface Manifest {
	base: string[];
	items: {
		no: number;
		about: string;
		files: { path: string; mode: 'full' | 'increment' | null; expect: MessyExpectation }[];
	}[];
}
let manifest: Manifest;

const open = (name: string): Cache => openCache({ dir: join(dir, name), fileName: 'gridhelm.db', mode: 'readWrite' });

async function take(cache: Cache, path: string, mode: 'full' | 'increment' | null = null) {
	const runs = createImportRuns({ cache, reader: exportReader, nowS: () => endS });
	const file = { path: join(dir, path), fileName: basename(path), isTemporary: false };
	const state = await runs.whenEnded(runs.start([file], { mode }));
	expect(state.failure).toBeNull();
	return state.reports;
}

beforeAll(async () => {
	await writeMessy({ outDir: dir, seed: 7, endS, bigRows: isLong ? 200_000 : 2_000 });
	manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
	const cache = open('cache-base');
	for (const path of manifest.base)
		for (const { outcome } of await take(cache, path)) expect(outcome).toBe('committed');
	cache.close();
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true }));

/** A cache with the units and grids of the district. */
function openBase(no: number): Cache {
	mkdirSync(join(dir, `cache-${no}`), { recursive: true });
	copyFileSync(join(dir, 'cache-base', 'gridhelm.db'), join(dir, `cache-${no}`, 'gridhelm.db'));
	return open(`cache-${no}`);
}

const NUMBERS = Array.from({ length: 20 }, (_, index) => index + 1);

describe('the messy corpus', () => {
	it.each(NUMBERS)('item %i', { timeout: 120_000 }, async (no) => {
		const item = manifest.items.find((one) => one.no === no);
		const cache = openBase(no);
		try {
			const startMs = performance.now();
			for (const { path, mode, expect: meant } of item?.files ?? []) {
				// Each system of item 8 by itself, before a source is known.
				const own = no === 8 ? openBase(80 + Math.floor(performance.now() * 1000)) : cache;
				const reports = await take(own, path, mode);
				const report = reports[0];
				if (!report) throw new Error(`${path} has no report`);
				expect(reports, item?.about).toHaveLength(1);
				const rows = { read: 0, inserted: 0, updated: 0, unchanged: 0, folded: 0, quarantined: 0, vanished: 0 };
				const { outcome, encoding, warnings = {}, rejections = {}, totals, ...counts } = meant;
				expect(report.outcome, `${path}: ${report.message}`).toBe(outcome);
				if (encoding) expect(report.encoding).toBe(encoding);
				expect(Object.fromEntries(report.rejections.map(({ code, count }) => [code, count]))).toEqual(rejections);
				expect(report.rows, path).toEqual({ ...rows, ...counts });
				if (warnings)
					expect(Object.fromEntries(report.warnings.map(({ code, count }) => [code, count])), path).toEqual(warnings);
				expect([report.controlTotals.length, report.controlTotals.filter(({ isEqual }) => !isEqual).length]).toEqual(
					totals ? [totals.all, totals.differing] : [0, 0],
				);
				if (own !== cache) {
					expectPointsOf(own, join(dir, '10/capped.csv'));
					own.close();
				}
			}
			MESSY_FACTS[no]?.(cache);
			if (no === 20 && isLong) expect(performance.now() - startMs).toBeLessThan(60_000);
		} finally {
			cache.close();
		}
	});
});

// P10: how large the cache is beside the exports that it was filled from, steps and provenance included.

import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchResult } from './bench-result.ts';

/** Bytes that a UTF-8 file would have in GB18030: its Chinese characters take two bytes instead of three. */
function gb18030Bytes(path: string): number {
	const bytes = readFileSync(path);
	let threes = 0;
	for (const byte of bytes) if (byte >= 0xe0 && byte < 0xf0) threes += 1;
	return bytes.length - threes;
}

/** P10 for a closed cache that the CSV files of a folder were imported into. */
export function measureCacheSize(folder: string, cacheDir: string, events: number): BenchResult {
	const files = globSync('*.csv', { cwd: folder }).map((name) => join(folder, name));
	const utf8 = files.reduce((sum, file) => sum + statSync(file).size, 0);
	const delivered = files.reduce((sum, file) => sum + gb18030Bytes(file), 0);
	const cache = globSync('*', { cwd: cacheDir })
		.map((name) => join(cacheDir, name))
		.filter((path) => existsSync(path) && statSync(path).isFile())
		.reduce((sum, path) => sum + statSync(path).size, 0);
	const megabytes = (bytes: number) => Math.round(bytes / 1e6);
	const ratio = cache / utf8;
	return {
		code: 'P10',
		work: `size of the cache of ${events.toLocaleString('en')} events with their steps, every ledger and provenance`,
		reference: `all ${files.length} CSV files that it was filled from (UTF-8)`,
		goal: 0.8,
		nextGoals: '',
		pairs: { ratio, lowest: ratio, highest: ratio, oursMs: cache, referenceMs: utf8, count: 1 },
		medians: `${megabytes(cache)} / ${megabytes(utf8)} MB`,
		notes: [`beside the same files in GB18030 (${megabytes(delivered)} MB) ${(cache / delivered).toFixed(2)}`],
	};
}

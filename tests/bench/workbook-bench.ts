// P1 for workbooks: import of an .xlsx of 200,000 events against the reader library alone taking every row of it.
// Measures whole commands; the time to start ours (`gridhelm --version`) is taken off, the reference times itself.

import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchDistrict } from './bench-district.ts';
import type { BenchResult } from './bench-result.ts';
import { makeBenchWorkbook } from './bench-workbook.ts';
import { gridhelm } from './gridhelm-command.ts';
import { profileImport } from './import-profile.ts';
import { medianOf, timePairs } from './ratio.ts';

const REFERENCE = join(import.meta.dirname, 'read-workbook.ts');

/** Runs it: `pairs` measured pairs after the run that is profiled. */
export async function benchWorkbook(district: BenchDistrict, pairs: number): Promise<BenchResult> {
	const workbook = await makeBenchWorkbook(district);
	const work = mkdtempSync(join(tmpdir(), 'gridhelm-bench-'));
	try {
		const prepared = join(work, 'prepared');
		await gridhelm(['import', district.unitsFile, district.gridsFile, '--cache', prepared, '--json']);
		const starts: number[] = [];
		for (let turn = 0; turn < 5; turn += 1) starts.push((await gridhelm(['--version'])).ms);
		const startMs = medianOf(starts);
		let turn = 0;
		const freshArgs = (): string[] => {
			turn += 1;
			const cacheDir = join(work, `cache-${turn}`);
			cpSync(prepared, cacheDir, { recursive: true });
			return ['import', workbook, '--cache', cacheDir, '--json'];
		};
		let mostBytes = 0;
		const ours = async () => {
			const { ms, stdout, peakBytes } = await gridhelm(freshArgs());
			const { batches } = JSON.parse(stdout) as { batches: [{ outcome: string; rows: { inserted: number } }] };
			if (batches[0].outcome !== 'committed' || batches[0].rows.inserted !== district.events) {
				throw new Error(`The import did not take every row: ${stdout}`);
			}
			mostBytes = Math.max(mostBytes, peakBytes ?? 0);
			return ms - startMs;
		};
		const reference = async () => {
			const { stdout } = await promisify(execFile)(process.execPath, [REFERENCE, workbook]);
			const { ms, rows } = JSON.parse(stdout) as { ms: number; rows: number };
			// Title and footer lines are rows to the library.
			if (rows < district.events) throw new Error(`the library read ${rows} rows`);
			return ms;
		};
		// The profiled run is the warm-up: a pair takes most of a minute.
		const threads = await profileImport(freshArgs(), join(work, 'profiles'));
		const measured = await timePairs(ours, reference, pairs, 0);
		const megabytes = Math.round(statSync(workbook).size / 1e6);
		return {
			code: 'P1 xlsx',
			work: `import of ${district.events.toLocaleString('en')} events (20 columns, .xlsx, ${megabytes} MB packed), whole command less --version (${Math.round(startMs)} ms)`,
			reference: '@e965/xlsx 0.20.3 reading every row of the same workbook (no checks, nothing stored)',
			goal: 1.5,
			nextGoals: 'stretch ≤ 1',
			pairs: measured,
			notes: [`every row read and inserted; peak memory ${Math.round(mostBytes / 1e6)} MB`, ...threads],
		};
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

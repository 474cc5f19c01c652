// P1: import of a big event file against `sqlite3 .import` of the same file as UTF-8 (no checks, no index).
// Measures whole commands; the time to start ours (`gridhelm --version`) is taken off.

import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchDistrict } from './bench-district.ts';
import type { BenchResult, SkippedBench } from './bench-result.ts';
import { gridhelm } from './gridhelm-command.ts';
import { profileImport } from './import-profile.ts';
import { medianOf, timeMs, timePairs } from './ratio.ts';

function sqliteVersion(): string | null {
	try {
		return execFileSync('sqlite3', ['--version']).toString().split(' ')[0] ?? null;
	} catch {
		return null;
	}
}

/** Runs P1; `pairs` measured pairs after one warm-up (none when only one pair is asked for). */
export async function benchImport(district: BenchDistrict, pairs: number): Promise<BenchResult | SkippedBench> {
	const version = sqliteVersion();
	if (version === null) return { code: 'P1', reason: 'the sqlite3 command is not installed' };
	const work = mkdtempSync(join(tmpdir(), 'gridhelm-bench-'));
	try {
		const prepared = join(work, 'prepared');
		await gridhelm(['import', district.unitsFile, district.gridsFile, '--cache', prepared, '--json']);
		const starts: number[] = [];
		for (let turn = 0; turn < 5; turn++) starts.push((await gridhelm(['--version'])).ms);
		const startMs = medianOf(starts);
		let turn = 0;
		const freshCache = (): string => {
			const cacheDir = join(work, `cache-${turn++}`);
			cpSync(prepared, cacheDir, { recursive: true });
			return cacheDir;
		};
		let cacheBytes = 0;
		let mostBytes = 0;
		const ours = async () => {
			const cacheDir = freshCache();
			const { ms, stdout, peakBytes } = await gridhelm(['import', district.eventsFile, '--cache', cacheDir, '--json']);
			const { batches } = JSON.parse(stdout) as {
				batches: [{ outcome: string; rows: { read: number; inserted: number } }];
			};
			const { outcome, rows } = batches[0];
			if (outcome !== 'committed' || rows.read !== district.events || rows.inserted !== district.events) {
				throw new Error(`The import did not take every row: ${stdout}`);
			}
			cacheBytes = execFileSync('du', ['-sb', cacheDir]).toString().split('\t').map(Number)[0] ?? 0;
			mostBytes = Math.max(mostBytes, peakBytes ?? 0);
			rmSync(cacheDir, { recursive: true });
			return ms - startMs;
		};
		const reference = async () => {
			const file = join(work, 'reference.db');
			rmSync(file, { force: true });
			const ms = await timeMs(() =>
				promisify(execFile)('sqlite3', [file, '.mode csv', `.import "${district.eventsUtf8File}" event`]),
			);
			const rows = execFileSync('sqlite3', [file, 'SELECT count(*) FROM event']).toString().trim();
			if (Number(rows) !== district.events) throw new Error(`sqlite3 read ${rows} rows`);
			return ms;
		};
		const measured = await timePairs(ours, reference, pairs, pairs > 1 ? 1 : 0);
		const fileMb = Math.round(statSync(district.eventsFile).size / 1e6);
		const threads = await profileImport(
			['import', district.eventsFile, '--cache', freshCache(), '--json'],
			join(work, 'profiles'),
		);
		return {
			code: 'P1',
			work: `import of ${district.events.toLocaleString('en')} events (20 columns, GB18030 CSV, ${fileMb} MB), whole command less --version (${Math.round(startMs)} ms)`,
			reference: `sqlite3 ${version} .import of the same file as UTF-8`,
			goal: 1.5,
			nextGoals: 'stretch ≤ 1',
			pairs: measured,
			notes: [
				`every row read and inserted; cache ${Math.round(cacheBytes / 1e6)} MB; peak memory ${Math.round(mostBytes / 1e6)} MB`,
				...threads,
			],
		};
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

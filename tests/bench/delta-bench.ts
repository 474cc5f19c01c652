// P2: the daily delta, 10,000 changed rows on a cache that already holds the whole district, against `sqlite3 .import`
// of 1 M rows. Measures whole commands; the time to start ours (`gridhelm --version`) is taken off. P11 on the way: the
// memory of the imports that fill the caches.

import { execFile, execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { type BenchDistrict, makeBenchDistrict } from './bench-district.ts';
import type { BenchResult, SkippedBench } from './bench-result.ts';
import { gridhelm } from './gridhelm-command.ts';
import { profileImport } from './import-profile.ts';
import { medianOf, timeMs, timePairs } from './ratio.ts';

const ROWS = 10_000;
/** Cells from the end of a row: unit, status, self-closed. */
const UNIT_FROM_END = 3;

/** Header and the newest rows of a district: what a day changes lies in the last weeks. */
async function newestRows(file: string): Promise<{ header: string; rows: string[] }> {
	let header = '';
	const rows: string[] = [];
	for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
		if (header === '') header = line;
		else if (line.startsWith('LQ')) rows.push(line);
		if (rows.length > 4 * ROWS) rows.splice(0, 2 * ROWS);
	}
	return { header, rows: rows.slice(-ROWS) };
}

/** The rows with another unit each turn, so that every one of them is a change. */
function writeDelta(path: string, { header, rows }: Awaited<ReturnType<typeof newestRows>>, turn: number): void {
	const changed = rows.map((row) => {
		const cells = row.split(',');
		cells[cells.length - UNIT_FROM_END] = `第${turn}执法队`;
		return cells.join(',');
	});
	writeFileSync(path, `\ufeff${[header, ...changed].join('\r\n')}\r\n`);
}

/** A cache that holds the district, and the milliseconds of one delta after another on it. */
async function openDelta(district: BenchDistrict, work: string, startMs: number) {
	const cacheDir = join(work, `cache-${district.events}`);
	const { peakBytes } = await gridhelm([
		'import',
		district.unitsFile,
		district.gridsFile,
		district.eventsFile,
		'--cache',
		cacheDir,
		'--json',
	]);
	const newest = await newestRows(district.eventsUtf8File);
	let turn = 0;
	const nextArgs = (): string[] => {
		turn += 1;
		const delta = join(work, `delta-${turn}.csv`);
		writeDelta(delta, newest, turn);
		return [
			'import',
			delta,
			'--cache',
			cacheDir,
			'--json',
			'--mode',
			'increment',
			'--as-of',
			'2026-10-31T08:00:00+08:00',
		];
	};
	return {
		/** Largest memory of the import that filled the cache, bytes. */
		peakBytes,
		nextArgs,
		async time(): Promise<number> {
			const { ms, stdout } = await gridhelm(nextArgs());
			const { batches } = JSON.parse(stdout) as { batches: [{ outcome: string; rows: { updated: number } }] };
			const { outcome, rows } = batches[0];
			if (outcome !== 'committed' || rows.updated !== newest.rows.length) {
				throw new Error(`The delta did not change every row: ${stdout}`);
			}
			return ms - startMs;
		},
	};
}

/** P11 by the peaks of two imports of units, grids and events; nothing where the system does not tell them. */
function memoryResults(
	events: number,
	peakBytes: number | null,
	larger: number,
	largerPeakBytes: number | null,
): BenchResult[] {
	if (peakBytes === null || largerPeakBytes === null) return [];
	const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)}`;
	const resultOf = (work: string, reference: string, goal: number, ours: number, theirs: number): BenchResult => {
		const ratio = ours / theirs;
		return {
			code: 'P11',
			work,
			reference,
			goal,
			nextGoals: '',
			pairs: { ratio, lowest: ratio, highest: ratio, oursMs: ours, referenceMs: theirs, count: 1 },
			medians: `${megabytes(ours)} / ${megabytes(theirs)} MB`,
			notes: [],
		};
	};
	const few = events.toLocaleString('en');
	const many = larger.toLocaleString('en');
	const most = Math.max(peakBytes, largerPeakBytes);
	return [
		resultOf(
			`peak memory while importing units, grids and ${many} events in one command`,
			`the same with ${few} events`,
			1.1,
			largerPeakBytes,
			peakBytes,
		),
		resultOf('the larger of the two peaks', 'the 600 MB that quality.md allows', 1, most, 600e6),
	];
}

/** Runs P2 on `district`; with `larger`, the same delta on that many events in pairs with it. */
export async function benchDelta(
	district: BenchDistrict,
	pairs: number,
	larger: number | null,
): Promise<(BenchResult | SkippedBench)[]> {
	let version: string;
	try {
		version = execFileSync('sqlite3', ['--version']).toString().split(' ')[0] ?? '';
	} catch {
		return [{ code: 'P2', reason: 'the sqlite3 command is not installed' }];
	}
	const work = mkdtempSync(join(tmpdir(), 'gridhelm-bench-'));
	try {
		const starts: number[] = [];
		for (let turn = 0; turn < 5; turn += 1) starts.push((await gridhelm(['--version'])).ms);
		const startMs = medianOf(starts);
		const delta = await openDelta(district, work, startMs);
		const reference = () => {
			const file = join(work, 'reference.db');
			rmSync(file, { force: true });
			return timeMs(() =>
				promisify(execFile)('sqlite3', [file, '.mode csv', `.import "${district.eventsUtf8File}" event`]),
			);
		};
		const warmUps = pairs > 1 ? 1 : 0;
		const measured = await timePairs(delta.time, reference, pairs, warmUps);
		const notes = await profileImport(delta.nextArgs(), join(work, 'profiles'));
		const grown: BenchResult[] = [];
		if (larger !== null) {
			const big = await openDelta(await makeBenchDistrict(larger), work, startMs);
			grown.push({
				code: 'P2 at 5 M',
				work: `the same delta on ${larger.toLocaleString('en')} events`,
				reference: `the same delta on ${district.events.toLocaleString('en')} events`,
				goal: 1.3,
				nextGoals: '',
				pairs: await timePairs(big.time, delta.time, pairs, warmUps),
				notes: [],
			});
			grown.push(...memoryResults(district.events, delta.peakBytes, larger, big.peakBytes));
		}
		const result: BenchResult = {
			code: 'P2',
			work: `daily delta of ${ROWS.toLocaleString('en')} changed rows on ${district.events.toLocaleString('en')} events, whole command less --version (${Math.round(startMs)} ms)`,
			reference: `sqlite3 ${version} .import of the ${district.events.toLocaleString('en')} events as UTF-8`,
			goal: 0.2,
			nextGoals: '',
			pairs: measured,
			notes,
		};
		return [result, ...grown];
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

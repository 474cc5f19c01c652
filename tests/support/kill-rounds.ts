// Imports that are killed at random moments, and imports whose nth write fails for real (strace): the cache must hold
// the old data or the new, never a mix, and the next import must end the same as an undisturbed one.
// Throws an AssertionError with the round when it does not. No test framework, so that the long form can use it too.

import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { openCache } from '../../electron/services/cache/open-cache.ts';
import { verifyCache } from '../../electron/services/cache/verify.ts';
import { exportReader } from '../../electron/services/sync/export-reader.ts';
import { importFile } from '../../electron/services/sync/import-file.ts';
import type { BatchReport } from '../../electron/services/sync/import-report.ts';
import { dumpCache } from '../integration/sync/dump-cache.ts';

const ROWS = 3_000;
const FILE = 'gridhelm.db';
const IMPORT = resolve(import.meta.dirname, 'kill-import.ts');

/** A seeded number in [0, 1), so that a failing run can be had again. */
export function makeRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/** Events of two months; a later export closes half of them and adds some. */
function writeEvents(path: string, isLater: boolean): void {
	const random = makeRandom(7);
	const lines = ['事件编号,事件大类,事件来源,所属镇街,所属网格,上报时间,受理时间,办结时间,事件状态,主办单位'];
	for (let i = 0; i < ROWS + (isLater ? 300 : 0); i += 1) {
		const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
		const isClosed = isLater && i % 2 === 0;
		lines.push(
			`LQ${i},市容环境,网格员巡查,${i % 3}号镇,${i % 7}号网格,2026-10-${day} 08:00:00,2026-10-${day} 09:00:00,${
				isClosed ? '2026-11-02 10:00:00' : ''
			},${isClosed ? '已办结' : '处置中'},${i % 5}队`,
		);
	}
	writeFileSync(path, `${lines.join('\r\n')}\r\n`);
}

async function importHere(dir: string, file: string): Promise<BatchReport> {
	const cache = openCache({ dir, fileName: FILE, mode: 'readWrite' });
	try {
		return await importFile(
			{ cache, reader: exportReader, nowS: () => 1_795_478_400 },
			{ path: file, fileName: basename(file), isTemporary: false },
		);
	} finally {
		cache.close();
	}
}

function digestOf(dir: string): string {
	const cache = openCache({ dir, fileName: FILE, mode: 'readWrite' });
	try {
		const { isSound, findings } = verifyCache(cache.reader);
		assert.deepEqual({ isSound, findings }, { isSound: true, findings: [] });
		assert.equal(existsSync(cache.stagingPath), false, 'staging file left behind');
		return createHash('sha256')
			.update(JSON.stringify(dumpCache(cache.reader)))
			.digest('hex');
	} finally {
		cache.close();
	}
}

/** One import to disturb: a cache to start from, the file, and what the cache holds before and after. */
interface Disturbed {
	name: string;
	template: string;
	file: string;
	oldDigest: string;
	newDigest: string;
}

/** Two imports in `folder`: the first file into an empty cache, and a later file over it. */
export async function prepareDisturbed(folder: string): Promise<Disturbed[]> {
	const [early, later] = [join(folder, 'early.csv'), join(folder, 'later.csv')];
	writeEvents(early, false);
	writeEvents(later, true);
	const [empty, filled, both] = [join(folder, 'empty'), join(folder, 'filled'), join(folder, 'both')];
	openCache({ dir: empty, fileName: FILE, mode: 'readWrite' }).close();
	cpSync(empty, filled, { recursive: true });
	await importHere(filled, early);
	cpSync(filled, both, { recursive: true });
	await importHere(both, later);
	const [nothing, first, second] = [digestOf(empty), digestOf(filled), digestOf(both)];
	assert.equal(new Set([nothing, first, second]).size, 3);
	return [
		{ name: 'first file', template: empty, file: early, oldDigest: nothing, newDigest: first },
		{ name: 'later file', template: filled, file: later, oldDigest: first, newDigest: second },
	];
}

/** Looks at what a disturbed import left, then imports again; true when it had left the old data. */
async function checkLeft(one: Disturbed, dir: string, round: string): Promise<boolean> {
	const found = digestOf(dir);
	assert.ok(found === one.oldDigest || found === one.newDigest, `${round}: neither the old data nor the new`);
	const isOld = found === one.oldDigest;
	const again = await importHere(dir, one.file);
	assert.equal(again.outcome, isOld ? 'committed' : 'unchanged', round);
	assert.equal(digestOf(dir), one.newDigest, `${round}: the next import ends differently`);
	return isOld;
}

/** Runs the import in a process of its own; `opened` when it has said so, `gone` with its exit code. */
function spawnImport(dir: string, file: string, under: readonly string[] = []) {
	const [command = process.execPath, ...args] = [...under, process.execPath, IMPORT, dir, file];
	const child: ChildProcess = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	let stderr = '';
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
	});
	const gone = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
	const opened = new Promise<boolean>((done) => child.stdout?.once('data', () => done(true)));
	return { child, opened: Promise.race([opened, gone.then(() => false)]), gone, stderr: () => stderr };
}

function copyOf(template: string, folder: string): string {
	const dir = mkdtempSync(join(folder, 'round-'));
	cpSync(template, dir, { recursive: true });
	return dir;
}

/** Kills `kills` imports at random moments; returns how many had left the old data. */
export async function killAtRandom(one: Disturbed, folder: string, kills: number, seed: number): Promise<number> {
	const random = makeRandom(seed);
	const undisturbed = copyOf(one.template, folder);
	const first = spawnImport(undisturbed, one.file);
	assert.ok(await first.opened, first.stderr());
	const startedMs = performance.now();
	assert.equal(await first.gone, 0, first.stderr());
	const lastsMs = performance.now() - startedMs;
	rmSync(undisturbed, { recursive: true });
	let keptOld = 0;
	for (let kill = 0; kill < kills; kill += 1) {
		const dir = copyOf(one.template, folder);
		const { child, opened, gone, stderr } = spawnImport(dir, one.file);
		// A process that ended before it began would prove nothing.
		assert.ok(await opened, stderr());
		const afterMs = random() * lastsMs;
		await new Promise((done) => setTimeout(done, afterMs));
		child.kill('SIGKILL');
		await gone;
		if (await checkLeft(one, dir, `${one.name}, kill ${kill} after ${afterMs.toFixed(1)} ms`)) keptOld += 1;
		rmSync(dir, { recursive: true });
	}
	return keptOld;
}

/** Why writes cannot be made to fail here; null when they can. */
export function whyNoFailingWrites(): string | null {
	try {
		execFileSync('strace', ['-f', '-o', '/dev/null', '-e', 'trace=pwrite64', 'true'], { stdio: 'ignore' });
		return null;
	} catch {
		return 'strace is not installed or may not trace here';
	}
}

/** How often an undisturbed import writes. */
export async function countWrites(one: Disturbed, folder: string): Promise<number> {
	const dir = copyOf(one.template, folder);
	const log = join(folder, 'writes.txt');
	const { gone, stderr } = spawnImport(dir, one.file, ['strace', '-f', '-qq', '-e', 'trace=pwrite64', '-o', log]);
	assert.equal(await gone, 0, stderr());
	rmSync(dir, { recursive: true });
	return readFileSync(log, 'utf8')
		.split('\n')
		.filter((line) => line.includes('pwrite64(')).length;
}

export type WriteFault = 'EIO' | 'ENOSPC';

/**
 * Lets the nth write of an import fail: `EIO` once, `ENOSPC` from then on as on a full disk. True when the old data were
 * left. The import must end with words of the product's own, or well where SQLite could do without that write.
 */
export async function failWrite(one: Disturbed, folder: string, n: number, fault: WriteFault): Promise<boolean> {
	const round = `${one.name}, write ${n} ${fault}`;
	const dir = copyOf(one.template, folder);
	const inject = `inject=pwrite64:error=${fault}:when=${n}${fault === 'ENOSPC' ? '+' : ''}`;
	const under = ['strace', '-f', '-qq', '-o', '/dev/null', '-e', 'trace=pwrite64', '-e', inject];
	const { gone, stderr } = spawnImport(dir, one.file, under);
	const code = await gone;
	assert.ok(code === 0 || code === 3, `${round}: ended with ${code}\n${stderr()}`);
	const isOld = await checkLeft(one, dir, round);
	rmSync(dir, { recursive: true });
	return isOld;
}

// Kill -9 at random moments of an import: the cache holds the old data or the new, never a mix, and the next import
// ends the same as an undisturbed one. The long form: GRIDHELM_KILLS=50.

import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../../../electron/services/cache/open-cache.ts';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import { exportReader } from '../../../electron/services/sync/export-reader.ts';
import { importFile } from '../../../electron/services/sync/import-file.ts';
import type { BatchReport } from '../../../electron/services/sync/import-report.ts';
import { dumpCache, makeFolder } from './made-cache.ts';

const KILLS = Number(process.env.GRIDHELM_KILLS ?? 8);
const ROWS = 6_000;
const FILE = 'gridhelm.db';

/** A seeded number in [0, 1), so that a failing run can be had again. */
function makeRandom(seed: number): () => number {
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
	for (let i = 0; i < ROWS + (isLater ? 500 : 0); i += 1) {
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
		expect(verifyCache(cache.reader)).toMatchObject({ isSound: true, findings: [] });
		expect(existsSync(cache.stagingPath)).toBe(false);
		return createHash('sha256')
			.update(JSON.stringify(dumpCache(cache.reader)))
			.digest('hex');
	} finally {
		cache.close();
	}
}

/** Runs the import in a process of its own; resolves when it has said `open`, and when it is gone. */
function spawnImport(
	dir: string,
	file: string,
): { child: ChildProcess; opened: Promise<boolean>; gone: Promise<void> } {
	const child = spawn(process.execPath, [resolve('tests/support/kill-import.ts'), dir, file], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const gone = new Promise<void>((done) => child.on('exit', () => done()));
	const opened = new Promise<boolean>((done) => child.stdout?.once('data', () => done(true)));
	return { child, opened: Promise.race([opened, gone.then(() => false)]), gone };
}

/** Kills imports of `file` into copies of `template`; returns how many left the old data. */
async function killAtRandom(template: string, file: string, kills: number, random: () => number): Promise<number> {
	const undisturbed = makeFolder();
	cpSync(template, undisturbed, { recursive: true });
	const oldDigest = digestOf(undisturbed);
	const first = spawnImport(undisturbed, file);
	expect(await first.opened).toBe(true);
	const startedMs = performance.now();
	await first.gone;
	const lastsMs = performance.now() - startedMs;
	const newDigest = digestOf(undisturbed);
	expect(newDigest).not.toBe(oldDigest);
	let keptOld = 0;
	for (let kill = 0; kill < kills; kill += 1) {
		const dir = makeFolder();
		cpSync(template, dir, { recursive: true });
		const { child, opened, gone } = spawnImport(dir, file);
		// A process that ended before it began would prove nothing.
		expect(await opened).toBe(true);
		const afterMs = random() * lastsMs;
		await new Promise((done) => setTimeout(done, afterMs));
		child.kill('SIGKILL');
		await gone;
		const found = digestOf(dir);
		expect([oldDigest, newDigest], `killed after ${afterMs.toFixed(1)} ms`).toContain(found);
		if (found === oldDigest) keptOld += 1;
		const again = await importHere(dir, file);
		expect(again.outcome).toBe(found === oldDigest ? 'committed' : 'unchanged');
		expect(digestOf(dir)).toBe(newDigest);
	}
	return keptOld;
}

describe('an import that is killed', () => {
	it('leaves the old data or the new, and the next one ends the same', {
		timeout: 60_000 + KILLS * 20_000,
	}, async () => {
		const random = makeRandom(20_261_124);
		const files = makeFolder();
		const [early, later] = [join(files, 'early.csv'), join(files, 'later.csv')];
		writeEvents(early, false);
		writeEvents(later, true);
		const empty = makeFolder();
		openCache({ dir: empty, fileName: FILE, mode: 'readWrite' }).close();
		const filled = makeFolder();
		await importHere(filled, early);
		const half = Math.ceil(KILLS / 2);
		const kept =
			(await killAtRandom(empty, early, half, random)) + (await killAtRandom(filled, later, KILLS - half, random));
		// A run in which nothing was interrupted would prove nothing.
		expect(kept).toBeGreaterThan(0);
	});
});

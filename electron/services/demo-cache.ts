// The demonstration district's own cache file: made from its seed through the ordinary import, then put in place whole.
// Never touches the district's own cache.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { openCache } from './cache/open-cache.ts';
import { getSetting, setSetting } from './cache/setting-queries.ts';
import { DEMO_DISTRICT, writeDemoDistrict } from './sample/demo-district.ts';
import { exportReader } from './sync/export-reader.ts';
import { createImportRuns } from './sync/import-run.ts';

export const DEMO_FILE = 'demo.db';
/** Changes whenever the generator or the tables change, so that an older file is made anew. */
const DEMO_VERSION = '4';

/** Folders in which the file is made. */
const WORK_PREFIX = 'demo-';
const WORK_FOLDER = /^demo-\w{6}$/;
/** No making takes this long; an older folder was left by a program that was ended in between. */
const ABANDONED_MS = 3_600_000;

/** True when the file is there and was made by this version. */
export function isDemoCurrent(cacheDir: string): boolean {
	if (!existsSync(join(cacheDir, DEMO_FILE))) return false;
	try {
		const cache = openCache({ dir: cacheDir, fileName: DEMO_FILE, mode: 'readOnly' });
		const version = getSetting(cache.reader, 'demoVersion');
		cache.close();
		return version === DEMO_VERSION;
	} catch {
		return false;
	}
}

/** Removes what earlier makings left behind; those that may still run stay. */
export function removeAbandoned(cacheDir: string, nowMs: number): void {
	for (const name of readdirSync(cacheDir)) {
		const path = join(cacheDir, name);
		if (
			WORK_FOLDER.test(name) &&
			(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? nowMs) < nowMs - ABANDONED_MS
		) {
			rmSync(path, { recursive: true, force: true });
		}
	}
}

/** Makes the file on this thread; takes some seconds. */
async function makeDemoCache(cacheDir: string): Promise<void> {
	mkdirSync(cacheDir, { recursive: true });
	removeAbandoned(cacheDir, Date.now());
	const workDir = mkdtempSync(join(cacheDir, WORK_PREFIX));
	try {
		await writeDemoDistrict(join(workDir, 'exports'));
		const cache = openCache({ dir: workDir, fileName: DEMO_FILE, mode: 'readWrite' });
		const runs = createImportRuns({ cache, reader: exportReader, nowS: () => DEMO_DISTRICT.endS });
		const folder = { path: join(workDir, 'exports'), fileName: 'exports', isTemporary: true };
		const run = await runs.whenEnded(runs.start([folder], { asOfS: DEMO_DISTRICT.endS }));
		const failed = run.reports.find((report) => report.outcome !== 'committed');
		if (run.state !== 'done' || run.reports.length === 0 || failed) {
			throw new Error(`demonstration district: ${failed?.dataset ?? 'run'} was ${failed?.outcome ?? run.state}`);
		}
		if (cache.writer) setSetting(cache.writer, 'demoVersion', DEMO_VERSION);
		cache.close();
		for (const suffix of ['', '-wal', '-shm']) rmSync(join(cacheDir, `${DEMO_FILE}${suffix}`), { force: true });
		renameSync(join(workDir, DEMO_FILE), join(cacheDir, DEMO_FILE));
	} finally {
		rmSync(workDir, { recursive: true, force: true });
	}
}

/** Makes the file in a worker of its own, so that the services keep answering. */
export function makeDemoCacheInWorker(cacheDir: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL(import.meta.url), { workerData: { demoCacheDir: cacheDir } });
		worker.once('message', () => resolve());
		worker.once('error', reject);
		worker.once('exit', () => reject(new Error('demonstration district: worker ended early')));
	});
}

const ownTask: unknown = workerData;
if (!isMainThread && ownTask !== null && typeof ownTask === 'object' && 'demoCacheDir' in ownTask) {
	await makeDemoCache(String(ownTask.demoCacheDir));
	parentPort?.postMessage('done');
}

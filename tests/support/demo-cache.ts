// The demonstration district's cache for tests, made once by the product itself and kept under node_modules/.cache
// until a source that could change it changes.

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startWorkerServices } from '../../electron/services/worker-client.ts';
import type { Reply } from '../../shared/contract/errors.ts';

const PROJECT = join(import.meta.dirname, '../..');
const KEPT = join(PROJECT, 'node_modules/.cache/demo-cache');
const LIMIT_MS = 300_000;

function hashOfSources(): string {
	const hash = createHash('sha256');
	const files = globSync('{electron/services,shared,resources}/**/*.{ts,json}', { cwd: PROJECT }).sort();
	for (const file of files) hash.update(file).update(readFileSync(join(PROJECT, file)));
	return hash.digest('hex').slice(0, 16);
}

async function makeDemoCache(cacheDir: string): Promise<void> {
	const services = await startWorkerServices({ cacheDir, demo: 'only', version: 'test' });
	try {
		const endMs = performance.now() + LIMIT_MS;
		for (;;) {
			const reply = (await services.dispatch('app.getState', {})) as Reply<{ cacheState: string; isDemo: boolean }>;
			if (!reply.ok) throw new Error(`app.getState: ${reply.message}`);
			if (reply.data.cacheState !== 'preparing') {
				if (!reply.data.isDemo) throw new Error('The demonstration district could not be made.');
				return;
			}
			if (performance.now() > endMs) throw new Error('The demonstration district takes too long.');
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	} finally {
		await services.close();
	}
}

/** Folder of a finished demonstration cache; copy it, never open it in place. */
export async function demoCache(): Promise<string> {
	const folder = join(KEPT, hashOfSources());
	if (existsSync(folder)) return folder;
	mkdirSync(KEPT, { recursive: true });
	const making = mkdtempSync(join(KEPT, 'making-'));
	await makeDemoCache(making);
	if (existsSync(folder)) rmSync(making, { recursive: true });
	else renameSync(making, folder);
	for (const old of globSync('[0-9a-f]*', { cwd: KEPT })) {
		if (join(KEPT, old) !== folder) rmSync(join(KEPT, old), { recursive: true, force: true });
	}
	return folder;
}

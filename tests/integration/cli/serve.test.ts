// `gridhelm serve` as a process: one JSON line with the address, a clear end at a taken port, a clean end on a signal.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { makeTestDir, runCli } from './run-cli.ts';

const LAUNCHER = join(import.meta.dirname, '../../../electron/cli/gridhelm.mjs');
const BUILT = existsSync(join(import.meta.dirname, '../../../dist/renderer/index.html'));
if (!BUILT) console.log('serve.test.ts: dist/renderer is not built yet; the first run builds it.');

const { dir, remove } = makeTestDir();
const running: ChildProcess[] = [];
afterEach(async () => {
	for (const child of running.splice(0)) {
		if (child.exitCode !== null || child.signalCode !== null) continue;
		child.kill('SIGKILL');
		await once(child, 'exit');
	}
});
afterAll(remove);

interface Address {
	url: string;
	origin: string;
	port: number;
	cacheDir: string;
}

async function serve(cacheDir: string): Promise<{ child: ChildProcess; address: Address }> {
	const child = spawn(process.execPath, [LAUNCHER, 'serve', '--json', '--cache', cacheDir], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	running.push(child);
	const [first] = (await once(child.stdout as NonNullable<typeof child.stdout>, 'data')) as [Buffer];
	return { child, address: JSON.parse(first.toString()) as Address };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
	if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
	return child.exitCode;
}

it('serves until it is told to stop, and leaves a closed cache', { timeout: 180_000 }, async () => {
	const cacheDir = join(dir, 'cache');
	const { child, address } = await serve(cacheDir);
	expect(address.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}$/);
	expect(address.cacheDir).toBe(cacheDir);
	expect((await fetch(address.origin)).status).toBe(401);
	const welcome = await fetch(address.url, { redirect: 'manual' });
	expect(welcome.status).toBe(303);

	const taken = await runCli(['serve', '--port', String(address.port), '--json', '--cache', join(dir, 'other')]);
	expect(taken.code).toBe(1);
	expect(taken.json()).toMatchObject({ error: { code: 'E_BUSY' } });

	child.kill('SIGTERM');
	expect(await exitOf(child)).toBe(0);
	await expect(fetch(address.origin)).rejects.toThrow();
});

// The host's side of the data worker: a crash fails what was under way, restarts once, and is then reported.

import { afterEach, expect, it, vi } from 'vitest';
import { startWorkerServices, type WorkerServices } from '../../../electron/services/worker-client.ts';
import type { Notice } from '../../../shared/contract/notices.ts';

const ENTRY = new URL('./stand-in-worker.ts', import.meta.url);
let services: WorkerServices | null = null;
const notices: Notice[] = [];

async function start(cacheDir = 'any'): Promise<WorkerServices> {
	notices.length = 0;
	services = await startWorkerServices({ cacheDir, demo: 'never', version: '0' }, ENTRY);
	services.onNotice((notice) => notices.push(notice));
	vi.spyOn(console, 'error').mockImplementation(() => {});
	return services;
}

afterEach(async () => {
	await services?.close();
	vi.restoreAllMocks();
});

it('carries calls, layers, files and notices', async () => {
	const worker = await start();
	expect(await worker.dispatch('x', { a: '网格' })).toEqual({ ok: true, data: { a: '网格' } });
	expect(new TextDecoder().decode(await worker.dispatchJson('x', 1))).toBe('{"ok":true,"data":1}');
	expect(new TextDecoder().decode((await worker.getLayer('town'))?.body)).toBe('town');
	expect(await worker.registerFile('/a/b.csv', 'b.csv', false)).toBe('b.csv');
	void worker.dispatch('notice', null);
	await expect.poll(() => notices).toEqual([{ topic: 'data.changed', revision: 5 }]);
});

it('says why the services could not open', async () => {
	await expect(start('locked')).rejects.toMatchObject({ code: 'E_CACHE_LOCKED', message: '占用。' });
});

it('fails what a crash cut off, restarts once and says that the state changed', async () => {
	const worker = await start();
	const [hanging, crashing] = await Promise.all([worker.dispatch('hang', 1), worker.dispatch('crash', 1)]);
	for (const reply of [hanging, crashing]) {
		expect(reply).toMatchObject({ ok: false, code: 'E_INTERNAL', details: { restarted: true } });
	}
	expect(JSON.stringify(hanging)).not.toContain('planted');
	expect(await worker.dispatch('x', 2)).toEqual({ ok: true, data: 2 });
	await expect.poll(() => notices).toEqual([{ topic: 'app.stateChanged' }]);
});

it('stays down after a second crash, and every later call says so at once', async () => {
	const worker = await start();
	await worker.dispatch('crash', 1);
	expect(await worker.dispatch('x', 2)).toEqual({ ok: true, data: 2 });
	expect(await worker.dispatch('crash', 1)).toMatchObject({ code: 'E_INTERNAL', details: { restarted: false } });
	expect(await worker.dispatch('x', 3)).toMatchObject({ code: 'E_INTERNAL', details: { restarted: false } });
	await expect(worker.getLayer('town')).rejects.toMatchObject({ code: 'E_INTERNAL' });
	await worker.close();
});

it('ends calls under way when it is closed, and answers later ones', async () => {
	const worker = await start();
	const hanging = worker.dispatch('hang', 1);
	await worker.close();
	expect(await hanging).toMatchObject({ ok: false, code: 'E_GONE' });
	expect(await worker.dispatch('x', 1)).toMatchObject({ ok: false, code: 'E_GONE' });
	await worker.close();
});

it("a line for the operator reaches the host's own console, which has the log", async () => {
	vi.spyOn(console, 'error').mockImplementation(() => {});
	const cacheDir = 5 as unknown as string;
	await expect(startWorkerServices({ cacheDir, demo: 'never', version: '0' })).rejects.toThrow();
	const told = vi.mocked(console.error).mock.calls.flat().join('\n');
	expect(told).toMatch(/^start failed: TypeError ERR_INVALID_ARG_TYPE at [\w-]+\.ts:\d+$/);
});

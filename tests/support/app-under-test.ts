// Starts the real product for a test: the services in their worker and the web host on a free port,
// with a cache folder of its own. Must never touch the user's own cache.

import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkerServices, type WorkerServices } from '../../electron/services/worker-client.ts';
import { startWebHost } from '../../electron/web-host/main.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import { demoCache } from './demo-cache.ts';

const RENDERER = join(import.meta.dirname, '../../dist/renderer');

export interface AppOptions {
	/** `only`: the demonstration district; `never`: an empty cache; `auto`: as a user meets it. */
	demo: 'auto' | 'only' | 'never';
	/** A cache folder to use and keep; left out: a new one that `stop` removes. */
	cacheDir?: string;
	/** Stands in for the online map. */
	onlineOrigin?: string;
}

export interface AppUnderTest {
	/** Address with its one-use token, for the first visit. */
	url: string;
	/** A further such address, for another browser context. */
	issueUrl(): string;
	origin: string;
	cacheDir: string;
	services: WorkerServices;
	/** Calls a method of the contract past the web host; throws when it fails. */
	call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
	/** Brings in export files by their paths and waits for the run to end. */
	importFiles(paths: readonly string[]): Promise<MethodOutput<'imports.getRun'>>;
	stop(): Promise<void>;
}

/** @throws when the renderer is not built */
export async function startApp(options: AppOptions): Promise<AppUnderTest> {
	if (!existsSync(join(RENDERER, 'index.html')))
		throw new Error('dist/renderer is missing: run `npm run build` first.');
	const cacheDir = options.cacheDir ?? mkdtempSync(join(tmpdir(), 'gridhelm-app-'));
	if (options.demo === 'only' && options.cacheDir === undefined)
		cpSync(await demoCache(), cacheDir, { recursive: true });
	const services = await startWorkerServices({
		cacheDir,
		demo: options.demo,
		version: 'test',
		...(options.onlineOrigin !== undefined && { onlineOrigin: options.onlineOrigin }),
	});
	const host = await startWebHost({
		services,
		rendererDir: RENDERER,
		uploadDir: join(cacheDir, 'uploads'),
		packDir: join(cacheDir, 'basemaps'),
	});

	async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
		const reply = await services.dispatch(method, input);
		if (!reply.ok) throw new Error(`${method}: ${reply.code} ${reply.message}`);
		return reply.data as MethodOutput<M>;
	}

	return {
		url: host.url,
		issueUrl: host.issueUrl,
		origin: host.origin,
		cacheDir,
		services,
		call,
		async importFiles(paths) {
			const files: string[] = [];
			for (const path of paths)
				files.push(await services.registerFile(path, path.split(/[\\/]/).at(-1) ?? path, false));
			const { runId } = await call('imports.startRun', { files });
			for (;;) {
				const run = await call('imports.getRun', { runId });
				if (run.state !== 'running') return run;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
		},
		async stop() {
			await host.close();
			await services.close();
			if (options.cacheDir === undefined) rmSync(cacheDir, { recursive: true, force: true });
		},
	};
}

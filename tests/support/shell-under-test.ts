// Starts the desktop shell for a test, in the rehearsal or on a real Electron, with a cache folder of its own, and keeps
// everything that it and its pages complain about.

import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import { type PageOptions, settle, type WatchedPage, watchPage } from './browser.ts';
import { demoCache } from './demo-cache.ts';
import { writeLauncher } from './electron-rehearsal/launcher.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** An executable and the folder that it runs; none for a packaged program, which has its own beside it. */
export interface ShellProgram {
	executable: string;
	appDir: string | null;
}

export interface ShellOptions {
	program?: ShellProgram;
	demo?: 'only' | 'never' | undefined;
	/** A cache folder to use and keep; left out: a new one that `stop` removes. */
	cacheDir?: string;
	/** Further arguments. */
	args?: readonly string[];
	env?: Record<string, string>;
	/** Complaints that this test provokes on purpose. */
	tolerate?: readonly RegExp[];
}

export interface ShellUnderTest {
	electron: ElectronApplication;
	desk: Page;
	/** Origin of our pages as the browser knows it. */
	origin: string;
	cacheDir: string;
	/** Time from the start of the process to its first window, in milliseconds. */
	launchMs: number;
	/** Calls a method of the contract through the desk's own bridge; throws when it fails. */
	call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
	/** Shows an address in the desk, at a size. */
	show(path: string, options: PageOptions, prepare?: (page: Page) => Promise<void>): Promise<WatchedPage>;
	complaints(): readonly string[];
	/** All that the process has written so far. */
	output(): string;
	/** Quits; throws when there was a complaint. */
	stop(): Promise<void>;
}

let launcherDir: string | null = null;

/** The built bundles in this folder, on a real Electron where `GRIDHELM_ELECTRON` names one, else in the rehearsal. */
export function buildFolderProgram(): ShellProgram {
	if (!existsSync(join(PROJECT, 'dist/node/electron/shell/main.js')))
		throw new Error('dist/node is missing: run `npm run build` first.');
	const real = process.env.GRIDHELM_ELECTRON;
	if (real) return { executable: real, appDir: PROJECT };
	launcherDir ??= mkdtempSync(join(tmpdir(), 'gridhelm-electron-'));
	const executable = join(launcherDir, 'electron');
	writeLauncher(executable);
	return { executable, appDir: PROJECT };
}

/** True when the tests run on a real Electron. */
export const isRealElectron = Boolean(process.env.GRIDHELM_ELECTRON);

/** Lines of the process that are no fault. */
const QUIET =
	/^(Debugger (listening|attached|ending)|DevTools listening|For help, see|Waiting for the debugger|\s*$|\d\d:\d\d)/;

/** @throws when the renderer or the programs are not built, or the shell does not open a window */
export async function startShell(options: ShellOptions = {}): Promise<ShellUnderTest> {
	const { executable, appDir } = options.program ?? buildFolderProgram();
	const cacheDir = options.cacheDir ?? mkdtempSync(join(tmpdir(), 'gridhelm-shell-'));
	if (options.demo === 'only' && options.cacheDir === undefined)
		cpSync(await demoCache(), cacheDir, { recursive: true });
	const args = [
		...(appDir === null ? [] : [appDir]),
		...['--cache', cacheDir],
		...(options.demo === 'only' ? ['--demo'] : options.demo === 'never' ? ['--no-demo'] : []),
		...(options.args ?? []),
	];
	const complaints: string[] = [];
	let tolerated: readonly RegExp[] = options.tolerate ?? [];
	const complain = (message: string) => {
		if (!tolerated.some((pattern) => pattern.test(message))) complaints.push(message);
	};
	const startedMs = performance.now();
	const env = { ...process.env, ...options.env };
	const electron = await _electron.launch({ executablePath: executable, args, env: env as Record<string, string> });
	let output = '';
	const hear = (chunk: Buffer) => {
		output += chunk.toString();
	};
	electron.process().stdout?.on('data', hear);
	electron.process().stderr?.on('data', hear);
	const watch = (page: Page) => watchPage(page, complain);
	electron.context().on('page', watch);
	for (const page of electron.windows()) watch(page);
	const desk = await electron.firstWindow().catch((error: Error) => {
		throw new Error(`The shell opened no window: ${error.message}\n${output}`);
	});
	const launchMs = performance.now() - startedMs;
	await desk.waitForURL(/^(app|https):/);
	const { origin } = new URL(desk.url().replace(/^app:/, 'https:'));
	const ownOrigin = desk.url().startsWith('app:') ? origin.replace('https:', 'app:') : origin;
	electron.context().on('request', (request) => {
		if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(ownOrigin))
			complain(`leaves the program: ${request.url()}`);
	});

	async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
		const text = await desk.evaluate(
			([name, given]) =>
				(
					window as unknown as { gridhelm: { invoke(method: unknown, input: unknown): Promise<string> } }
				).gridhelm.invoke(name, given),
			[method, input] as const,
		);
		const reply = JSON.parse(text) as { ok: boolean; data: unknown; code: string; message: string };
		if (!reply.ok) throw new Error(`${method}: ${reply.code} ${reply.message}`);
		return reply.data as MethodOutput<M>;
	}

	async function show(
		path: string,
		{ width, height, language = 'zh-CN', tolerate }: PageOptions,
		prepare?: (page: Page) => Promise<void>,
	): Promise<WatchedPage> {
		tolerated = [...tolerated, ...(tolerate ?? [])];
		const window = await electron.browserWindow(desk);
		await window.evaluate((frame, size) => frame.setBounds(size), { width, height });
		await desk.evaluate((tag) => {
			localStorage.clear();
			localStorage.setItem('gridhelm.language', tag);
			localStorage.setItem('gridhelm.tour', 'done');
		}, language);
		await desk.goto('about:blank');
		await prepare?.(desk);
		await desk.goto(ownOrigin + path);
		await desk.waitForFunction((wanted) => innerWidth === wanted, width);
		return {
			page: desk,
			context: electron.context(),
			settle: () => settle(desk),
			complaints: () => complaints,
			async close() {
				if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.splice(0).join('\n')}`);
			},
		};
	}

	return {
		electron,
		desk,
		origin: ownOrigin,
		cacheDir,
		launchMs,
		call,
		show,
		complaints: () => complaints,
		output: () => output,
		async stop() {
			await electron.close();
			for (const line of output.split('\n')) if (!QUIET.test(line)) complain(`the process wrote: ${line}`);
			if (options.cacheDir === undefined) rmSync(cacheDir, { recursive: true, force: true });
			if (complaints.length > 0) throw new Error(`The shell complained:\n${complaints.join('\n')}`);
		},
	};
}

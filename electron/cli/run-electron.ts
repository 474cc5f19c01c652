// Finds Electron's binary, fetches it where that is possible within a bounded time, and runs the desktop shell with it.
// Never waits without saying so.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GridHelmError } from '../../shared/contract/errors.ts';
import { ensureRenderer } from './build-renderer.ts';
import type { CliContext } from './command.ts';
import { PROJECT_DIR } from './project-paths.ts';

const ELECTRON_DIR = join(PROJECT_DIR, 'node_modules', 'electron');
/** A closed network answers nothing; waiting longer than this only hides the browser that works. */
const MAX_FETCH_MS = 60_000;
const PROGRESS_MS = 5_000;
const MAX_BUILD_MS = 300_000;

/** Path of the binary, or null while there is none. */
function presentElectron(): string | null {
	const file = join(ELECTRON_DIR, 'path.txt');
	if (!existsSync(file)) return null;
	const path = join(ELECTRON_DIR, 'dist', readFileSync(file, 'utf8').trim());
	return existsSync(path) ? path : null;
}

/** Runs a program of Node; its exit code, null when it took too long or could not start. */
function runNode(args: readonly string[], limitMs: number): Promise<number | null> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, args, { cwd: PROJECT_DIR, stdio: 'ignore', timeout: limitMs });
		child.on('error', () => resolve(null));
		child.on('close', resolve);
	});
}

/** The binary that is there, or that can be fetched within a minute; null otherwise. */
export async function findElectron(context: CliContext): Promise<string | null> {
	const present = presentElectron();
	const installer = join(ELECTRON_DIR, 'install.js');
	if (present !== null || !existsSync(installer)) return present;
	const startedMs = performance.now();
	const tell = () => {
		const seconds = Math.round((performance.now() - startedMs) / 1000);
		context.tell(
			context.t(`正在获取 Electron（${seconds} 秒，最多 60 秒）…`, `Fetching Electron (${seconds} s, at most 60 s)…`),
		);
	};
	tell();
	const timer = setInterval(tell, PROGRESS_MS);
	await runNode([installer], MAX_FETCH_MS);
	clearInterval(timer);
	return presentElectron();
}

/**
 * Builds what is missing and runs the shell until it is closed.
 * @throws GridHelmError E_INTERNAL when the bundles cannot be built
 */
export async function runElectron(context: CliContext, electron: string, isDemo: boolean): Promise<void> {
	const { t } = context;
	await ensureRenderer(() => context.tell(t('正在构建界面，约需半分钟…', 'Building the page, about half a minute…')));
	const vite = join(PROJECT_DIR, 'node_modules', 'vite', 'bin', 'vite.js');
	for (const mode of ['node', 'preload']) {
		if ((await runNode([vite, 'build', '--mode', mode], MAX_BUILD_MS)) !== 0) {
			throw new GridHelmError('E_INTERNAL', '桌面程序构建失败；npm run build 会说明原因。', {
				step: `vite build ${mode}`,
			});
		}
	}
	const args = [PROJECT_DIR, '--cache', context.cacheDir, ...(isDemo ? ['--demo'] : [])];
	const child = spawn(electron, args, { stdio: 'inherit' });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
	process.exitCode = await new Promise<number>((resolve) => {
		child.on('error', () => resolve(1));
		child.on('close', (code) => resolve(code ?? 1));
	});
}

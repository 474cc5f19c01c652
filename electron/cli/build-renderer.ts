// Builds the page where it is missing or older than its sources; bounded in time. Without sources (an installed
// package) there is nothing to build.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GridHelmError } from '../../shared/contract/errors.ts';
import { PROJECT_DIR, RENDERER_DIR } from './project-paths.ts';

const SOURCES = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json'];
const MAX_BUILD_MS = 300_000;

function newestMs(path: string): number {
	if (!existsSync(path)) return 0;
	const stat = statSync(path);
	if (!stat.isDirectory()) return stat.mtimeMs;
	return readdirSync(path).reduce((newest, name) => Math.max(newest, newestMs(join(path, name))), stat.mtimeMs);
}

/** True when the built page is missing or older than a source. */
export function isRendererStale(projectDir: string = PROJECT_DIR, rendererDir: string = RENDERER_DIR): boolean {
	const builtMs = newestMs(join(rendererDir, 'index.html'));
	return SOURCES.some((source) => newestMs(join(projectDir, source)) > builtMs);
}

/**
 * Builds when needed.
 * @param say told once when a build begins
 * @throws GridHelmError E_INTERNAL when it fails or takes longer than five minutes
 */
export async function ensureRenderer(say: () => void): Promise<void> {
	const vite = join(PROJECT_DIR, 'node_modules', 'vite', 'bin', 'vite.js');
	if (!existsSync(join(PROJECT_DIR, 'renderer', 'index.html')) || !isRendererStale()) return;
	if (!existsSync(vite)) {
		if (existsSync(join(RENDERER_DIR, 'index.html'))) return;
		throw new GridHelmError('E_FILE', '界面尚未构建，且构建工具未安装；请先运行 npm ci。', { step: 'npm ci' });
	}
	say();
	// Built beside and put in place whole: a build that is cut off, or a second one, never leaves half a page.
	const freshDir = `${RENDERER_DIR}-${process.pid}`;
	const output: string[] = [];
	const status = await new Promise<number | null>((resolve, reject) => {
		const child = spawn(process.execPath, [vite, 'build', '--outDir', freshDir, '--logLevel', 'warn'], {
			cwd: PROJECT_DIR,
			stdio: ['ignore', 'pipe', 'pipe'],
			timeout: MAX_BUILD_MS,
		});
		child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
		child.on('error', reject);
		child.on('close', resolve);
	});
	if (status === 0) {
		rmSync(RENDERER_DIR, { recursive: true, force: true });
		renameSync(freshDir, RENDERER_DIR);
		return;
	}
	rmSync(freshDir, { recursive: true, force: true });
	console.error(output.join('').slice(-4_000));
	throw new GridHelmError('E_INTERNAL', '界面构建失败，详情见上。', { step: 'vite build' });
}

// A tiny program in a temporary folder, run in the rehearsal until it ends or a time is over, for the tests of the
// rehearsal itself.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBrowser } from '../find-browser.ts';
import { writeLauncher } from './launcher.ts';

/** Files of the sound program; a planted fault replaces some of them. */
const SOUND: Record<string, string> = {
	'package.json': '{"name":"tiny","version":"1.0.0","type":"module","main":"main.js"}',
	'main.js': `import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, protocol } from 'electron';
import { answer } from './answer.js';
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
ipcMain.handle('ask', (_event, what) => ({ told: what }));
ipcMain.handle('done', (_event, words) => { console.log('page: ' + words); app.quit(); return null; });
app.whenReady().then(() => {
	protocol.handle('app', answer);
	const preload = join(import.meta.dirname, 'preload.cjs');
	const window = new BrowserWindow({ width: 400, height: 300, webPreferences: { preload } });
	return window.loadURL('app://tiny/index.html');
}).catch((error) => { console.error('failed: ' + error.message); app.exit(1); });
`,
	'answer.js': `import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript' };
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; img-src data:";
export async function answer(request) {
	const { pathname } = new URL(request.url);
	try {
		const bytes = await readFile(join(import.meta.dirname, 'page', pathname));
		const headers = { 'Content-Type': TYPES[extname(pathname)] ?? 'application/octet-stream', 'Content-Security-Policy': POLICY };
		return new Response(bytes, { headers });
	} catch {
		return new Response(null, { status: 404 });
	}
}
`,
	'preload.cjs': `const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('bridge', { ask: (channel, what) => ipcRenderer.invoke(channel, what) });
`,
	'page/index.html':
		'<!doctype html><title>t</title><link rel="icon" href="data:,"><script type="module" src="page.js"></script>',
	'page/page.js': `const { told } = await bridge.ask('ask', 'sound');
await bridge.ask('done', told);
`,
};

export interface TinyRun {
	/** Exit code; null when the time was over. */
	code: number | null;
	/** stdout and stderr from the first line on. */
	output: string;
}

let launcher: string | null = null;
let browser: string | undefined;

/**
 * Runs the sound program with some of its files replaced (null: left out).
 * @param limitMs a program that shows its fault and then stands is ended after this
 * @param seen ends the program as soon as this stands in its output
 */
export async function runTiny(
	changes: Record<string, string | null>,
	seen: RegExp | null = null,
	env: Record<string, string> = {},
	limitMs = 40_000,
): Promise<TinyRun> {
	const dir = mkdtempSync(join(tmpdir(), 'tiny-'));
	for (const [path, text] of Object.entries({ ...SOUND, ...changes })) {
		if (text === null) continue;
		mkdirSync(dirname(join(dir, path)), { recursive: true });
		writeFileSync(join(dir, path), text);
	}
	if (launcher === null) {
		// Written once: a run beside this one must never start a file that is just being written.
		launcher = join(mkdtempSync(join(tmpdir(), 'tiny-electron-')), 'electron');
		writeLauncher(launcher);
	}
	browser ??= findBrowser() ?? '';
	const child = spawn(launcher, [dir], {
		env: { ...process.env, REHEARSAL_ENTRY_MS: '3000', REHEARSAL_CHROMIUM: browser, ...env },
	});
	let output = '';
	const hear = (chunk: Buffer) => {
		output += chunk.toString();
		if (seen?.test(output)) child.kill('SIGTERM');
	};
	child.stdout.on('data', hear);
	child.stderr.on('data', hear);
	const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
	const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
	clearTimeout(timer);
	rmSync(dir, { recursive: true, force: true });
	return { code, output };
}

/** The text of one file of the sound program, to be changed. */
export function soundFile(path: string): string {
	return SOUND[path] ?? '';
}

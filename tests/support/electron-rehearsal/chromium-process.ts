// Starts the Chromium that stands for Electron's own. It exits with this process, whatever ends it.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../find-browser.ts';
import { CERTIFICATE_SPKI } from './origin-server.ts';
import { state } from './parts.ts';
import { say } from './say.ts';

export interface ChromiumProcess {
	endpoint: string;
	end(): void;
}

/** Switches a program may add and Chromium understands alike. */
const PASSED_ON = new Set(['use-gl', 'use-angle', 'enable-unsafe-swiftshader', 'ignore-gpu-blocklist', 'lang']);

function flags(originPort: number, profileDir: string): string[] {
	const asked = [...state.switches].filter(([name]) => PASSED_ON.has(name));
	return [
		'--headless=new',
		'--no-startup-window',
		'--remote-debugging-port=0',
		// With the pipe Chromium ends when this process does.
		'--remote-debugging-pipe',
		`--user-data-dir=${profileDir}`,
		`--host-resolver-rules=MAP *.invalid 127.0.0.1:${originPort}, MAP * ~NOTFOUND`,
		`--ignore-certificate-errors-spki-list=${CERTIFICATE_SPKI}`,
		'--no-first-run',
		'--no-default-browser-check',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--disable-field-trial-config',
		'--disable-dev-shm-usage',
		'--disable-backgrounding-occluded-windows',
		'--disable-renderer-backgrounding',
		'--disable-background-timer-throttling',
		'--disable-features=HttpsUpgrades,MediaRouter,OptimizationHints,Translate',
		'--force-color-profile=srgb',
		'--force-prefers-reduced-motion',
		'--password-store=basic',
		'--use-angle=swiftshader',
		'--enable-unsafe-swiftshader',
		'--ignore-gpu-blocklist',
		'--hide-scrollbars',
		`--lang=${process.env.REHEARSAL_LOCALE ?? 'zh-CN'}`,
		`--accept-lang=${process.env.REHEARSAL_LOCALE ?? 'zh-CN'}`,
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
		...asked.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
	];
}

function endpointOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let text = '';
		child.stderr?.on('data', (chunk) => {
			text += chunk;
			const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
			if (found) resolve(found);
		});
		child.on('exit', (code) => reject(new Error(`rehearsal: Chromium ended with ${code}\n${text.slice(-2_000)}`)));
		child.on('error', reject);
	});
}

/** @param originPort where addresses of the program's scheme are served */
export async function startChromium(originPort: number): Promise<ChromiumProcess> {
	// A test that starts many programs looks for the browser once.
	const path = process.env.REHEARSAL_CHROMIUM ?? findBrowser();
	if (path === null) throw new Error('rehearsal: no Chromium found');
	const profileDir = mkdtempSync(join(tmpdir(), 'rehearsal-profile-'));
	const kept = process.env.REHEARSAL_PROFILE ?? profileDir;
	const env = { ...process.env, LANGUAGE: process.env.REHEARSAL_LOCALE ?? 'zh-CN' };
	const child = spawn(path, flags(originPort, kept), { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], env });
	const endpoint = await endpointOf(child);
	let isEnding = false;
	child.on('exit', (code, signal) => {
		if (isEnding) return;
		say(`rehearsal: Chromium ended by itself (${signal ?? code})`);
		process.exit(70);
	});
	return {
		endpoint,
		end() {
			isEnding = true;
			child.kill('SIGKILL');
			try {
				rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 });
			} catch {
				// A process of Chromium still writes; the folder for temporary files is cleaned by the system.
			}
		},
	};
}

// Finds the Chromium that the browser tests and pictures drive. Must not install anything.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const KNOWN = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** True when the program starts; a snap's empty wrapper does not. */
function starts(path: string): boolean {
	if (process.platform === 'win32') return true;
	try {
		return /\d+\.\d+/.test(
			execFileSync(path, ['--version'], { timeout: 30_000, stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
		);
	} catch {
		return false;
	}
}

/** Path of a Chromium that starts: the system's, Chrome, or the one Playwright keeps; null when there is none. */
export function findBrowser(): string | null {
	const candidates = [...KNOWN, chromium.executablePath()];
	return candidates.find((path) => path !== '' && existsSync(path) && starts(path)) ?? null;
}

// Brings what the tests need onto a fresh machine: a Chromium, a font with Chinese characters, and the
// programs that the benchmarks compare with. Must not touch anything when all is there.

import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from './find-browser.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** True when a program of that name is on the path. */
function isOnPath(program: string): boolean {
	return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}

function hasChineseFont(): boolean {
	try {
		return execFileSync('fc-list', [':lang=zh', 'family'], { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0;
	} catch {
		return false;
	}
}

/** Debian packages that are missing here. */
function missingPackages(): string[] {
	const packages: string[] = [];
	if (findBrowser() === null) packages.push('chromium');
	if (!isOnPath('fc-list')) packages.push('fontconfig');
	if (!hasChineseFont()) packages.push('fonts-noto-cjk');
	if (!isOnPath('sqlite3')) packages.push('sqlite3');
	if (!isOnPath('strace')) packages.push('strace');
	return packages;
}

/** Runs apt-get as root; quiet unless it fails. False when it cannot be used or fails. */
function aptGet(args: string[]): boolean {
	if (!isOnPath('apt-get')) return false;
	const isRoot = process.getuid?.() === 0;
	if (!isRoot && !isOnPath('sudo')) return false;
	const command = isRoot ? ['apt-get', ...args] : ['sudo', '-n', 'apt-get', ...args];
	const { status, stdout, stderr } = spawnSync(command[0] ?? '', command.slice(1), {
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		timeout: 600_000,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	if (status !== 0) console.log(`  ${command.join(' ')} failed:\n${stdout}${stderr}`.trimEnd());
	return status === 0;
}

/**
 * Installs what is missing and says so. Returns what is still missing for the tests themselves
 * (a browser, a Chinese font); the benchmarks say for themselves when their reference is absent.
 */
export function prepareMachine(): string[] {
	if (process.platform !== 'linux') return findBrowser() ? [] : ['a Chromium or Chrome'];
	const missing = missingPackages();
	if (missing.length > 0) {
		console.log(`  missing here: ${missing.join(', ')}; installing with apt-get`);
		if (aptGet(['update', '-q'])) {
			if (!aptGet(['install', '-y', '-q', '--no-install-recommends', ...missing])) {
				for (const name of missing) aptGet(['install', '-y', '-q', '--no-install-recommends', name]);
			}
		}
	}
	if (findBrowser() === null) {
		console.log('  no Chromium from apt-get; asking Playwright for its own');
		spawnSync(join(PROJECT, 'node_modules/.bin/playwright-core'), ['install', 'chromium'], {
			stdio: ['ignore', 'inherit', 'inherit'],
			timeout: 600_000,
		});
	}
	const still: string[] = [];
	if (findBrowser() === null) still.push('a Chromium or Chrome');
	if (!hasChineseFont()) still.push('a font with Chinese characters (fonts-noto-cjk)');
	return still;
}

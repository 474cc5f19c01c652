// Pure rules of the shell: what a start is for, how often a page is brought back, what is remembered, the menus.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownArguments, readLaunch } from '../../../electron/shell/launch-arguments.ts';
import { createRecoveryCount } from '../../../electron/shell/recovery-count.ts';
import { openSettings } from '../../../electron/shell/shell-settings.ts';
import { shellWords } from '../../../electron/shell/shell-words.ts';

describe('arguments', () => {
	test('the switches of Electron and the folder of the program are not ours', () => {
		expect(ownArguments(['gridhelm', '--no-sandbox', '--inspect=0', '/app', '--demo', 'a.csv'], false)).toEqual([
			'--demo',
			'a.csv',
		]);
		expect(ownArguments(['gridhelm', '--no-sandbox', 'a.csv'], true)).toEqual(['a.csv']);
	});

	const read = (...argv: string[]) =>
		readLaunch(argv, '/work', (path) => path.endsWith('.csv') || path === '/work/import');
	test('files are opened, a command is run', () => {
		expect(read('a.csv', '/x/b.csv', 'missing.txt')).toMatchObject({
			kind: 'window',
			files: ['/work/a.csv', '/x/b.csv'],
		});
		expect(read('readings', '--period', '2026-10')).toEqual({
			kind: 'commandLine',
			argv: ['readings', '--period', '2026-10'],
		});
		expect(read('--version')).toMatchObject({ kind: 'commandLine' });
		expect(read('import')).toMatchObject({ kind: 'window', files: ['/work/import'] });
	});
	test('the cache is named either way', () => {
		expect(read('--cache', 'c')).toMatchObject({ cacheDir: '/work/c', files: [] });
		expect(read('--cache=/c', '--demo')).toMatchObject({ cacheDir: '/c', demo: 'only' });
		expect(read()).toMatchObject({ kind: 'window', cacheDir: null, demo: 'auto' });
	});
});

test('a page comes back five times in ten minutes, each time within five seconds, and then no more', () => {
	let nowMs = 0;
	const failures = createRecoveryCount(() => nowMs);
	const pauses = Array.from({ length: 6 }, () => failures.next());
	expect(pauses.slice(0, 5).every((pause) => pause !== null && pause < 5_000)).toBe(true);
	expect(pauses[5]).toBe(null);
	nowMs = 600_001;
	expect(failures.next()).toBe(0);
	failures.reset();
	expect(failures.count).toBe(0);
});

describe('settings', () => {
	const place = { x: 1, y: 2, width: 3, height: 4, isMaximized: false };
	test('are kept whole, and a damaged file is no failure', () => {
		const dir = mkdtempSync(join(tmpdir(), 'settings-'));
		const file = join(dir, 'deep/windows.json');
		const told: string[] = [];
		openSettings(file, (line) => told.push(line)).keepDeskPlace('a', place);
		expect(openSettings(file, () => {}).read().deskPlaces).toEqual({ a: place });
		expect(readdirSync(join(dir, 'deep'))).toEqual(['windows.json']);
		for (const text of ['{', '{"deskPlaces":{},"walls":[{}],"softwareDrawingSince":null}', 'null']) {
			writeFileSync(file, text);
			expect(openSettings(file, (line) => told.push(line)).read().walls).toEqual([]);
		}
		expect(told).toHaveLength(3);
		rmSync(dir, { recursive: true });
	});
	test('forget the oldest layout first', () => {
		const dir = mkdtempSync(join(tmpdir(), 'settings-'));
		const store = openSettings(join(dir, 'windows.json'), () => {});
		for (let layout = 0; layout < 40; layout++) store.keepDeskPlace(`layout ${layout}`, place);
		const kept = Object.keys(JSON.parse(readFileSync(join(dir, 'windows.json'), 'utf8')).deskPlaces);
		expect([kept.length, kept[0], kept.at(-1)]).toEqual([32, 'layout 8', 'layout 39']);
		rmSync(dir, { recursive: true });
	});
});

test('both languages have every word', () => {
	const [zh, en] = [shellWords('zh-CN'), shellWords('en-GB')];
	expect(Object.keys(zh)).toEqual(Object.keys(en));
	for (const words of [zh, en]) for (const word of Object.values(words)) expect(word).not.toBe('');
	expect(shellWords('fr').lang).toBe('zh-CN');
});

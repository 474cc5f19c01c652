// Faults of the command line: one clear line, exit 1, nothing made or changed; with --json one document.

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeTestDir, runCli, runCliHere } from './run-cli.ts';

const { dir, remove } = makeTestDir();
afterAll(remove);
const cache = join(dir, 'cache');
writeFileSync(join(dir, 'some.csv'), 'a\n');
const some = join(dir, 'some.csv');

const FAULTS: [args: string[], words: RegExp][] = [
	[['nope'], /No command "nope"/],
	[['readings', '--nope'], /Unknown option --nope/],
	[['readings', '--period'], /--period/],
	[['readings'], /--period is missing/],
	[['readings', '--period', '2026-10', 'extra'], /Usage: gridhelm readings/],
	[['readings', '--period', '2026-10', '--level', 'county'], /--level must be one of district/],
	[['readings', '--period', '2026-10', '--as-of', 'yesterday'], /--as-of/],
	[['readings', '--period', '2026-10', '--format', 'pdf'], /--format must be one of/],
	[['quarantine', '--format', 'pdf'], /--format must be one of/],
	[['import'], /Usage: gridhelm import/],
	[['import', 'missing.csv'], /No such file: missing.csv/],
	[['import', some, '--profile', 'missing.json'], /No such file: missing.json/],
	[['import', some, '--mode', 'both'], /--mode must be one of full \| increment/],
	[['import', some, '--dry-run=yes'], /--dry-run/],
	[['undo'], /Usage: gridhelm undo BATCH/],
	[['undo', 'x'], /not "x"/],
	[['undo', '1', '2'], /Usage/],
	[['proof', '--area', 'x', '--period', '2026'], /--indicator is missing/],
	[['sample', '--events', '10', '--seed', '1'], /--out is missing/],
	[['sample', '--out', dir, '--events', 'many', '--seed', '1'], /--events must be a whole number/],
	[['sample', '--out', dir, '--events', '1', '--seed', '1', '--end', '2026-02-30'], /--end must be a date/],
	[['serve', '--port', '70000'], /--port must be a whole number/],
	[['batches', '--lang', 'fr'], /--lang must be zh or en/],
	[['batches', '--cache', ''], /--cache needs a folder/],
	[['__proto__'], /No command/],
	[['constructor'], /No command/],
];

it.each(FAULTS)('%j', async (args, words) => {
	const withCache = args.includes('--cache') ? args : [...args, '--cache', cache];
	const [plain, json] = await Promise.all([runCliHere(withCache), runCliHere([...withCache, '--json'])]);
	expect(plain.code).toBe(1);
	expect(plain.out).toBe('');
	expect(plain.err.trim().split('\n')).toHaveLength(1);
	expect(plain.err).toMatch(words);
	expect(json.code).toBe(1);
	expect(json.json()).toEqual({ error: { code: 'E_INPUT', message: expect.stringMatching(words) } });
	expect(existsSync(cache)).toBe(false);
	expect(readdirSync(dir)).toEqual(['some.csv']);
});

it('speaks Chinese where the machine does, or when asked', async () => {
	for (const run of [
		await runCliHere(['nope'], { LANG: 'zh_CN.UTF-8' }),
		await runCli(['nope', '--lang', 'zh']),
		await runCliHere(['nope'], { LC_ALL: 'zh_CN.UTF-8', LANG: 'C' }),
	]) {
		expect(run.err).toMatch(/^没有命令“nope”/);
	}
});

it('prints its version and its help, with every closed list', async () => {
	expect((await runCli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
	expect((await runCliHere(['--version', '--json'])).json()).toEqual({ version: expect.stringMatching(/^\d/) });
	const help = await runCliHere(['--help']);
	expect(help.code).toBe(0);
	for (const word of ['geojson', 'gb18030', 'unchanged', 'E_CACHE_NEWER', 'notDelivered', '--cache DIR', 'gridhelm']) {
		expect(help.out).toContain(word);
	}
	expect((await runCliHere(['import', '--help'])).out).toContain('--accept-held');
	expect((await runCliHere([])).code).toBe(1);
});

it('ends the process with the code and one document, words apart', async () => {
	const run = await runCli(['readings', '--nope', '--json', '--cache', cache]);
	expect(run.code).toBe(1);
	expect(run.json()).toEqual({ error: { code: 'E_INPUT', message: 'Unknown option --nope.' } });
	expect(run.err).toBe('Unknown option --nope.\n');
});

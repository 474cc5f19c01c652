// The operator's log keeps to its size and its form whatever is written into it.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openLog } from '../../../electron/shell/shell-log.ts';

const MIB = 1024 ** 2;
const dir = mkdtempSync(join(tmpdir(), 'gridhelm-log-'));
const { error: showError } = console;
const kinds = ['uncaughtException', 'unhandledRejection'] as const;
const heard = kinds.map((kind) => [kind, process.listeners(kind as 'uncaughtException')] as const);
const write = openLog(dir, true);

afterAll(() => {
	console.error = showError;
	for (const [kind, before] of heard) {
		for (const listener of process.listeners(kind as 'uncaughtException')) {
			if (!before.includes(listener)) process.removeListener(kind, listener);
		}
	}
	rmSync(dir, { recursive: true, force: true });
});

test('three MiB of lines leave one file and the one before it, neither past its bound', () => {
	for (let line = 0; line < 6_000; line++) write(`${line} ${'行'.repeat(160)}`);
	const files = readdirSync(dir);
	expect(files).toHaveLength(2);
	for (const name of files) expect(statSync(join(dir, name)).size).toBeLessThan(MIB + 4_096);
	expect(readFileSync(join(dir, 'gridhelm.log'), 'utf8')).toContain('5999 行');
});

test('a line is cut at 500 characters, and of an error only strings are written', () => {
	const lastLine = () => readFileSync(join(dir, 'gridhelm.log'), 'utf8').trimEnd().split('\n').at(-1) ?? '';
	console.error('长'.repeat(600));
	expect(lastLine().length).toBeLessThan(540);
	console.error('seen', new Error('张三 13812345678'));
	const last = lastLine();
	expect(last).toMatch(/seen$/);
	expect(last).not.toContain('13812345678');
});

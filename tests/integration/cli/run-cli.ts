// Runs the `gridhelm` command as a person would, in its own process, with a clean environment.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../../electron/cli/run-command-line.ts';

const LAUNCHER = join(import.meta.dirname, '../../../electron/cli/gridhelm.mjs');

export interface CliRun {
	code: number | null;
	out: string;
	err: string;
	/** The one JSON document on stdout; throws when stdout holds anything else. */
	json(): unknown;
}

/** @param env added to a bare environment; LANG=C unless given */
export function runCli(args: readonly string[], env: Record<string, string> = {}): Promise<CliRun> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [LAUNCHER, ...args], {
			env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C', ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let out = '';
		let err = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			out += text;
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			err += text;
		});
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, out, err, json: () => JSON.parse(out) }));
	});
}

/** The same within this process: faster, for what needs no process of its own. */
export async function runCliHere(args: readonly string[], env: Record<string, string> = {}): Promise<CliRun> {
	let out = '';
	let err = '';
	const code = await runCommandLine(
		args,
		{ LANG: 'C', ...env },
		{
			out: (text) => {
				out += text;
			},
			err: (text) => {
				err += text;
			},
			isTerminal: false,
		},
	);
	return { code, out, err, json: () => JSON.parse(out) };
}

/** A folder of its own for one test file. */
export function makeTestDir(): { dir: string; remove(): void } {
	const dir = mkdtempSync(join(tmpdir(), 'gridhelm-cli-'));
	return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

// Runs the real `gridhelm` command as a process of its own, as an operator would.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const COMMAND = join(import.meta.dirname, '../../electron/cli/gridhelm.mjs');

/**
 * Wall time of the whole process in milliseconds, and what it printed.
 * @throws with the command's own words when it does not end with 0
 */
export async function gridhelm(args: readonly string[]): Promise<{ ms: number; stdout: string }> {
	const startMs = performance.now();
	const options = { maxBuffer: 1 << 28 };
	const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...args], options).catch(
		(error: { code?: number; stdout?: string; stderr?: string }) => {
			throw new Error(`gridhelm ${args.join(' ')} ended with ${error.code}\n${error.stdout}\n${error.stderr}`);
		},
	);
	return { ms: performance.now() - startMs, stdout };
}

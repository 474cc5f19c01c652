// Runs the real `gridhelm` command as a process of its own, as an operator would.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '../../electron/cli/gridhelm.mjs');
const SAMPLE_MS = 100;

export interface CommandRun {
	/** Wall time of the whole process. */
	ms: number;
	stdout: string;
	/** Largest resident memory so far, in bytes; null where the system does not tell (/proc). */
	peakBytes: number | null;
}

/** High-water mark of a running process, from /proc. */
function readPeak(pid: number | undefined): number | null {
	try {
		const kilobytes = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		return kilobytes === undefined ? null : Number(kilobytes) * 1024;
	} catch {
		return null;
	}
}

/**
 * Runs the command with options for Node before it.
 * @throws with the command's own words when it does not end with 0
 */
export function gridhelm(args: readonly string[], nodeOptions: readonly string[] = []): Promise<CommandRun> {
	return new Promise((resolve, reject) => {
		const startMs = performance.now();
		const child = spawn(process.execPath, [...nodeOptions, COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
		let stdout = '';
		let stderr = '';
		let peakBytes: number | null = null;
		const sampling = setInterval(() => {
			peakBytes = readPeak(child.pid) ?? peakBytes;
		}, SAMPLE_MS);
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			stdout += text;
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			stderr += text;
		});
		child.on('error', reject);
		child.on('close', (code) => {
			clearInterval(sampling);
			if (code === 0) resolve({ ms: performance.now() - startMs, stdout, peakBytes });
			else reject(new Error(`gridhelm ${args.join(' ')} ended with ${code}\n${stdout}\n${stderr}`));
		});
	});
}

// Writes the executable that stands for Electron's: a few lines of shell that run Node with the stand-in.

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A text in single quotes for the shell. */
function quoted(text: string): string {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * @param path of the executable
 * @param tail bytes after the last line that is run, as the fuses of Electron's executable
 */
export function writeLauncher(path: string, tail = ''): void {
	mkdirSync(dirname(path), { recursive: true });
	const part = (name: string) => quoted(join(import.meta.dirname, name));
	const node = quoted(process.execPath);
	const flags = '--disable-warning=ExperimentalWarning';
	const line = `exec ${node} ${flags} --import ${part('register.ts')} ${part('boot.ts')} "$0" "$@"`;
	writeFileSync(path, `#!/bin/sh\n# Stands for Electron's executable in tests.\n${line}\nexit 1\n${tail}`);
	chmodSync(path, 0o755);
}

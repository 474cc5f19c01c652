// Where this installation's own files lie. Reads nothing of the cache.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findProjectDir(from: string): string {
	const file = join(from, 'package.json');
	if (existsSync(file) || dirname(from) === from) return from;
	return findProjectDir(dirname(from));
}

/** Folder that holds package.json. */
export const PROJECT_DIR = findProjectDir(import.meta.dirname);
/** Folder of the built renderer. */
export const RENDERER_DIR = join(PROJECT_DIR, 'dist', 'renderer');

/** Version of this installation, from package.json. */
export function readVersion(): string {
	const { version } = JSON.parse(readFileSync(join(PROJECT_DIR, 'package.json'), 'utf8')) as { version: string };
	return version;
}

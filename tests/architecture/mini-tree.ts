// A small copy of the project in a temporary folder, with the project's real rules and invented files,
// so that a test can plant a violation and see the tool catch it. Must not write inside the project.

import { execFile } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Root of the project. */
export const PROJECT = join(import.meta.dirname, '../..');

/** The files that hold the rules: Biome's, and a tsconfig per layer. */
const RULE_FILES = [
	...['.biome.json', '.gitignore', 'package.json', 'tsconfig.json'],
	...globSync('{shared,renderer,tests,electron/*}/tsconfig.json', { cwd: PROJECT }),
];

export interface ToolResult {
	code: number;
	output: string;
}

export interface MiniTree {
	root: string;
	/** Runs a tool of node_modules/.bin inside the tree; never throws for a failing exit code. */
	run(tool: string, args: string[]): Promise<ToolResult>;
	remove(): void;
}

/** Makes the tree: the project's rule files and `files` (path → text). */
export function makeMiniTree(files: Record<string, string>): MiniTree {
	const root = mkdtempSync(join(tmpdir(), 'gridhelm-rules-'));
	for (const file of RULE_FILES) {
		mkdirSync(dirname(join(root, file)), { recursive: true });
		copyFileSync(join(PROJECT, file), join(root, file));
	}
	symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'), 'junction');
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return {
		root,
		run: (tool, args) =>
			new Promise((resolve) => {
				const bin = join(PROJECT, 'node_modules/.bin', tool);
				execFile(bin, args, { cwd: root, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
					const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
					resolve({ code, output: stdout + stderr });
				});
			}),
		remove: () => rmSync(root, { recursive: true, force: true }),
	};
}

// Rules of style that no linter knows (architecture.md §6): names of files, opening comments, the clock.

import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from './mini-tree.ts';

const sources = globSync('{electron,renderer,shared,tests}/**/*.{ts,tsx,mjs}', { cwd: PROJECT }).map((path) =>
	path.replaceAll('\\', '/'),
);
const product = sources.filter((path) => !path.startsWith('tests/'));

function textOf(path: string): string {
	return readFileSync(join(PROJECT, path), 'utf8');
}

/** `path:line` of every line that matches. */
function linesWith(paths: readonly string[], pattern: RegExp): string[] {
	return paths.flatMap((path) =>
		textOf(path)
			.split('\n')
			.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
	);
}

test('there are sources to look at', () => {
	expect(product.length).toBeGreaterThan(50);
});

test('files are kebab-case, components PascalCase', () => {
	const isWellNamed = (path: string) => {
		const name = basename(path);
		if (name.endsWith('.tsx')) return name === 'main.tsx' || /^[A-Z][A-Za-z0-9]*\.tsx$/.test(name);
		return /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config))?\.(ts|mjs)$/.test(name);
	};
	expect(sources.filter((path) => !isWellNamed(path))).toEqual([]);
});

test('no file is named after nothing in particular', () => {
	expect(sources.filter((path) => /\b(utils?|helpers?|manager|misc|info)\b/.test(basename(path)))).toEqual([]);
});

test('every file opens by saying what it is for', () => {
	const opensWithComment = (path: string) => /^(#!.*\n)?\/\/ \S/.test(textOf(path));
	expect(sources.filter((path) => !opensWithComment(path))).toEqual([]);
});

test('the clock of the machine decides no figure and no word', () => {
	const local =
		/\.(getHours|getMinutes|getDate|getDay|getMonth|getFullYear|getTimezoneOffset|toLocaleString|toLocaleDateString|toLocaleTimeString)\(/;
	expect(linesWith(product, local)).toEqual([]);
});

test('no check is switched off', () => {
	// Written in pieces, so that this line does not find itself.
	const off = new RegExp(
		['biome-' + 'ignore', '@ts-' + 'ignore', '@ts-' + 'expect-error', '@ts-' + 'nocheck'].join('|'),
	);
	expect(linesWith(sources, off)).toEqual([]);
});

test('no note of work left undone', () => {
	expect(linesWith(sources, new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b`))).toEqual([]);
});

test('no test runs alone or is left out for good', () => {
	const tests = sources.filter((path) => path.endsWith('.test.ts'));
	expect(linesWith(tests, /\b(test|it|describe)\.(only|skip|todo)\(/)).toEqual([]);
});

test('every package is pinned to one version', () => {
	const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
	const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((part) =>
		Object.entries(manifest[part] ?? {}),
	);
	expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('no package needs an install script to work', () => {
	expect(textOf('.npmrc')).toContain('ignore-scripts=true');
});

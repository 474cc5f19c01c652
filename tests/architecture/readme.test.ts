// The README is true at every commit: its commands exist, its folders and files exist, its links resolve.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from './mini-tree.ts';

const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
const { scripts, license, engines } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
	scripts: Record<string, string>;
	license: string;
	engines: { node: string };
};

function all(pattern: RegExp, text: string = readme): string[] {
	return [...new Set(Array.from(text.matchAll(pattern), (match) => match[1] ?? ''))];
}

/** Anchor of a heading, as GitHub makes it. */
function anchorOf(heading: string): string {
	return heading
		.trim()
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
		.replaceAll(/\s/g, '-');
}

describe('README', () => {
	test.each(all(/\bnpm run ([\w:-]+)/g))('script npm run %s', (name) => {
		expect(scripts).toHaveProperty([name]);
	});

	test.each(all(/\bnpm (start|test)\b/g))('script npm %s', (name) => {
		expect(scripts).toHaveProperty([name]);
	});

	test('its two commands are there', () => {
		expect(readme).toContain('npm ci && npm start');
		expect(readme).toContain('npm ci && npm test');
	});

	test('the commands of gridhelm that it shows exist', () => {
		const help = execFileSync(process.execPath, [join(PROJECT, 'electron/cli/gridhelm.mjs'), '--help']).toString();
		const shown = all(/\bnpx gridhelm ([a-z][a-z-]*)/g);
		expect(shown.filter((name) => !new RegExp(`\\b${name}\\b`).test(help))).toEqual([]);
	});

	test.each(all(/`((?:electron|renderer|shared|resources|tests|\.ci)(?:\/[^`\s*<>{}]*)?)`/g))('path %s', (path) => {
		expect(existsSync(join(PROJECT, path))).toBe(true);
	});

	test.each(all(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g).filter((link) => !/^[a-z]+:/.test(link)))('link %s', (link) => {
		expect(existsSync(join(PROJECT, link))).toBe(true);
	});

	const headings = all(/^#{1,4} (.+)$/gm).map(anchorOf);
	test.each(all(/\]\(#([^)]+)\)/g))('anchor #%s', (anchor) => {
		expect(headings).toContain(anchor);
	});

	test('it names the licence and the oldest Node that package.json names', () => {
		expect(readme).toContain(license);
		expect(readme).toContain(`Node ${engines.node.replace('>=', '')}`);
	});
});

// Three builds: the renderer (default), with `--mode node` the programs of the packaged application, and with
// `--mode preload` the one file that runs before a page in a desktop window.
// In development Node runs the TypeScript sources as they are.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import tests from './tests/vitest.config.ts';

const root = import.meta.dirname;

/** Ships the fonts as woff2 alone: every browser that runs the page reads it, and woff would double their size. */
const woff2Only: Plugin = {
	name: 'woff2-only',
	enforce: 'pre',
	transform(code, id) {
		if (!/@fontsource.+\.css$/.test(id)) return null;
		return code.replace(/,\s*url\([^)]+\.woff\)\s*format\('woff'\)/g, '');
	},
};

/** Code points of a list as style sheets write it, `U+4E00-4E2F,U+9FA5`. */
function codePoints(list: string): number[] {
	return [...list.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].flatMap(([, first = '', last = first]) => {
		const start = Number.parseInt(first, 16);
		return Array.from({ length: Number.parseInt(last, 16) - start + 1 }, (_, at) => start + at);
	});
}

/** Of the font for rare characters, ships the parts that hold characters which Noto Sans SC has not. */
const rareCharactersOnly: Plugin = {
	name: 'rare-characters-only',
	enforce: 'pre',
	transform(code, id) {
		if (!/@chinese-fonts.+\.css$/.test(id)) return null;
		const ranges = JSON.parse(
			readFileSync(resolve(root, 'node_modules/@fontsource/noto-sans-sc/unicode.json'), 'utf8'),
		) as Record<string, string>;
		const known = new Set(Object.values(ranges).flatMap(codePoints));
		const faces = code.match(/@font-face\s*\{[^}]*\}/g) ?? [];
		return faces
			.filter((face) => codePoints(/unicode-range:([^;}]+)/.exec(face)?.[1] ?? '').some((one) => !known.has(one)))
			.join('\n');
	},
};

const renderer: UserConfig = {
	root: resolve(root, 'renderer'),
	base: './',
	publicDir: false,
	plugins: [react(), woff2Only, rareCharactersOnly],
	worker: { format: 'es' },
	build: {
		outDir: resolve(root, 'dist/renderer'),
		emptyOutDir: true,
		target: 'es2023',
		modulePreload: { polyfill: false },
		assetsInlineLimit: 0,
		chunkSizeWarningLimit: 2_000,
	},
};

/** Entry modules; dist/node mirrors the sources module by module, so that workers and resources find each other. */
const NODE_ENTRIES = [
	'electron/cli/main',
	'electron/shell/main',
	'electron/web-host/main',
	'electron/services/worker',
	'electron/services/exports/parse-worker',
];

function nodeBuild(): UserConfig {
	const { dependencies } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
		dependencies: Record<string, string>;
	};
	const entries = NODE_ENTRIES.filter((entry) => existsSync(resolve(root, `${entry}.ts`)));
	return {
		root,
		publicDir: false,
		build: {
			ssr: true,
			outDir: resolve(root, 'dist/node'),
			emptyOutDir: true,
			target: 'node22',
			rolldownOptions: {
				input: Object.fromEntries(entries.map((entry) => [entry, resolve(root, `${entry}.ts`)])),
				external: ['electron', /^electron-log\//, ...Object.keys(dependencies)],
				output: { preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' },
			},
		},
	};
}

/** A sandboxed preload script may require nothing but `electron`, so all of it is one CommonJS file. */
function preloadBuild(): UserConfig {
	return {
		root,
		publicDir: false,
		build: {
			outDir: resolve(root, 'dist/node/electron/shell'),
			emptyOutDir: false,
			target: 'es2023',
			minify: false,
			lib: { entry: resolve(root, 'electron/shell/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
			rolldownOptions: { external: ['electron'] },
		},
	};
}

export default defineConfig(({ mode }) => {
	if (mode === 'test') return tests;
	if (mode === 'preload') return preloadBuild();
	return mode === 'node' ? nodeBuild() : renderer;
});

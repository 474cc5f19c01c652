// Plants one violation of every layer rule (architecture.md §1) in a copy of the tree
// and expects Biome or the project references to catch it; the clean files beside them must pass.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MiniTree, makeMiniTree, PROJECT, type ToolResult } from './mini-tree.ts';

/** What each clean file of the mini-tree holds; the planted files import them. */
const CLEAN: Record<string, string> = {
	'shared/domain/tower.ts': 'export const height = 12;\n',
	'renderer/main.tsx': "import { height } from '../shared/domain/tower.ts';\n\nexport const main = height;\n",
	'renderer/stores/tower-store.ts': 'export const towerStore = 1;\n',
	'renderer/map/layer.ts': "export { LngLat } from 'maplibre-gl';\n",
	'renderer/charts/line.ts': "export { use } from 'echarts/core';\n",
	'renderer/ui/Chip.tsx': 'export const chip = 1;\n',
	'renderer/desk/Page.tsx':
		"import { layer } from '../map/clean-layer.ts';\nimport { towerStore } from '../stores/tower-store.ts';\n\nexport const page = layer + towerStore;\n",
	'renderer/map/clean-layer.ts': 'export const layer = 1;\n',
	'electron/services/cache/open.ts':
		"import Database from 'better-sqlite3';\n\nexport const open = (path: string): Database.Database => new Database(path);\n",
	'electron/services/keeper.ts':
		"import { hostname } from 'node:os';\nimport { height } from '../../shared/domain/tower.ts';\n\nexport const keeper = hostname() + height;\n",
	'electron/web-host/main.ts': "import { keeper } from '../services/keeper.ts';\n\nexport const main = keeper;\n",
	'electron/web-host/server.ts': 'export const server = 1;\n',
	'electron/cli/main.ts': "import { main } from '../web-host/main.ts';\n\nexport const cli = main;\n",
	'electron/shell/main.ts': "import { app } from 'electron';\n\nexport const shell = app;\n",
	'tests/unit/tower.test.ts': "import { height } from '../../shared/domain/tower.ts';\n\nexport const seen = height;\n",
};

type Tool = 'biome' | 'tsc';

/** One planted file: where, what it holds, and which tools must name it. */
const PLANTED: { rule: string; path: string; text: string; caughtBy: Tool[] }[] = [
	plant('shared imports no renderer', 'shared', imports('../renderer/main.tsx', 'main'), ['biome']),
	plant('shared imports no services', 'shared', imports('../electron/services/keeper.ts', 'keeper'), ['biome']),
	plant('shared imports no Node', 'shared', imports('node:fs', 'readFileSync'), ['biome', 'tsc']),
	plant('shared imports no Node by its short name', 'shared', imports('fs', 'readFileSync'), ['tsc']),
	plant('shared touches no DOM', 'shared', 'export const x = document.title;\n', ['tsc']),
	plant('shared touches no process', 'shared', 'export const x = process.pid;\n', ['tsc']),
	plant('shared imports no React', 'shared', imports('react', 'useState'), ['biome']),
	plant('renderer imports no services', 'renderer/desk', imports('../../electron/services/keeper.ts', 'keeper'), [
		'biome',
		'tsc',
	]),
	plant(
		'renderer re-exports no services',
		'renderer/desk',
		"export { keeper } from '../../electron/services/keeper.ts';\n",
		['biome', 'tsc'],
	),
	plant(
		'renderer loads no services late',
		'renderer/desk',
		"export const late = import('../../electron/services/keeper.ts');\n",
		['biome', 'tsc'],
	),
	plant('renderer imports no web host', 'renderer/client', imports('../../electron/web-host/main.ts', 'main'), [
		'biome',
		'tsc',
	]),
	plant('renderer imports no Node', 'renderer/wall', imports('node:path', 'join'), ['biome', 'tsc']),
	plant('renderer touches no process', 'renderer/wall', 'export const x = process.pid;\n', ['tsc']),
	plant('renderer imports no electron', 'renderer/client', imports('electron', 'ipcRenderer'), ['biome']),
	plant('renderer imports no test', 'renderer/desk', imports('../../tests/unit/tower.test.ts', 'seen'), ['biome']),
	plant('services import no renderer', 'electron/services', imports('../../renderer/main.tsx', 'main'), [
		'biome',
		'tsc',
	]),
	plant('services import no web host', 'electron/services', imports('../web-host/main.ts', 'main'), ['biome', 'tsc']),
	plant('services import no command line', 'electron/services/sync', imports('../../cli/main.ts', 'cli'), [
		'biome',
		'tsc',
	]),
	plant('services import no electron', 'electron/services/exports', imports('electron', 'app'), ['biome']),
	plant('the cache imports no electron', 'electron/services/cache', imports('electron', 'app'), ['biome']),
	plant('services touch no window', 'electron/services', 'export const x = window.name;\n', ['tsc']),
	plant('services require nothing', 'electron/services', "export const x = require('electron');\n", ['biome']),
	plant('better-sqlite3 only in services/cache', 'electron/services/sync', imports('better-sqlite3', 'default as x'), [
		'biome',
	]),
	plant('no types of better-sqlite3 elsewhere', 'electron/services/sync', importsType('better-sqlite3', 'Database'), [
		'biome',
	]),
	plant('the web host opens no database', 'electron/web-host', imports('better-sqlite3', 'default as x'), ['biome']),
	plant('the command line opens no database', 'electron/cli', imports('better-sqlite3', 'default as x'), ['biome']),
	plant('the web host imports no electron', 'electron/web-host', imports('electron', 'app'), ['biome']),
	plant('the web host imports no renderer', 'electron/web-host', imports('../../renderer/main.tsx', 'main'), [
		'biome',
		'tsc',
	]),
	plant('the web host imports no command line', 'electron/web-host', imports('../cli/main.ts', 'cli'), [
		'biome',
		'tsc',
	]),
	plant(
		'the command line sees only the entry point of the web host',
		'electron/cli',
		imports('../web-host/server.ts', 'server'),
		['biome'],
	),
	plant('the command line imports no electron', 'electron/cli', imports('electron', 'app'), ['biome']),
	plant('the shell imports no web host', 'electron/shell', imports('../web-host/main.ts', 'main'), ['biome']),
	plant('the shell imports no renderer', 'electron/shell', imports('../../renderer/main.tsx', 'main'), [
		'biome',
		'tsc',
	]),
	plant(
		'the shell sees only the entry point of the command line',
		'electron/shell',
		imports('../cli/command.ts', 'x'),
		['biome'],
	),
	plant('the web host imports no shell', 'electron/web-host', imports('../shell/main.ts', 'shell'), ['biome', 'tsc']),
	plant('the command line imports no shell', 'electron/cli', imports('../shell/main.ts', 'shell'), ['biome', 'tsc']),
	plant('services import no shell', 'electron/services', imports('../shell/main.ts', 'shell'), ['biome', 'tsc']),
	plant('services import no test', 'electron/services', imports('../../tests/unit/tower.test.ts', 'seen'), ['biome']),
	plant('maplibre-gl only in renderer/map', 'renderer/boards', imports('maplibre-gl', 'LngLat'), ['biome']),
	plant(
		'the style sheet of maplibre-gl only in renderer/map',
		'renderer/desk',
		"import 'maplibre-gl/dist/maplibre-gl.css';\n",
		['biome'],
	),
	plant('charts draw no map', 'renderer/charts', imports('maplibre-gl', 'LngLat'), ['biome']),
	plant('echarts only in renderer/charts', 'renderer/map', imports('echarts/core', 'use'), ['biome']),
	plant('boards draw through charts', 'renderer/boards', imports('echarts', 'init'), ['biome']),
	plant('map imports no store', 'renderer/map', imports('../stores/tower-store.ts', 'towerStore'), ['biome']),
	plant('charts import no store', 'renderer/charts', imports('../stores/tower-store.ts', 'towerStore'), ['biome']),
	plant('ui imports no store', 'renderer/ui', imports('../stores/tower-store.ts', 'towerStore'), ['biome']),
	plant('tests import no electron', 'tests/unit', imports('electron', 'app'), ['biome']),
	plant('no any', 'shared', 'export const x: any = 1;\n', ['biome']),
	plant('no default export', 'shared', 'export default 1;\n', ['biome']),
	plant('an index may be missing', 'shared', 'const list: number[] = [];\nexport const x: number = list[0];\n', [
		'tsc',
	]),
	plant('no enum', 'shared', 'export enum Fruit {\n\tapple,\n}\n', ['tsc']),
];

/** Two files that import each other. */
const CYCLE = {
	'shared/cycle-a.ts': "import { b } from './cycle-b.ts';\n\nexport const a = () => b;\n",
	'shared/cycle-b.ts': "import { a } from './cycle-a.ts';\n\nexport const b = () => a;\n",
};

function plant(rule: string, folder: string, text: string, caughtBy: Tool[]) {
	const name = rule.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
	return { rule, path: `${folder}/planted-${name}.ts`, text, caughtBy };
}

function imports(from: string, name: string): string {
	const local = name.split(' as ').at(-1);
	return `import { ${name} } from '${from}';\n\nexport const planted = ${local};\n`;
}

function importsType(from: string, name: string): string {
	return `import type { ${name} } from '${from}';\n\nexport type Planted = ${name};\n`;
}

/** The planted files of a set whose paths a tool's output names; nothing imports them, so a name is a complaint. */
function namedIn(result: ToolResult, paths: string[]): string[] {
	const output = result.output.replaceAll('\\', '/');
	return paths.filter((path) => output.includes(path));
}

async function lint(tree: MiniTree, files: Record<string, string>): Promise<ToolResult> {
	return tree.run('biome', ['lint', '--reporter=github', '--max-diagnostics=none', ...Object.keys(files)]);
}

async function build(tree: MiniTree): Promise<ToolResult> {
	return tree.run('tsc', ['-b', '--pretty', 'false']);
}

describe('layer rules', () => {
	const trees: MiniTree[] = [];
	afterAll(() => {
		for (const tree of trees) tree.remove();
	});
	function grow(files: Record<string, string>): MiniTree {
		const tree = makeMiniTree(files);
		trees.push(tree);
		return tree;
	}

	test('a clean tree passes both tools', async () => {
		const tree = grow(CLEAN);
		const [biome, tsc] = await Promise.all([lint(tree, CLEAN), build(tree)]);
		expect(biome.code, biome.output).toBe(0);
		expect(tsc).toEqual({ code: 0, output: '' });
	}, 60_000);

	test('an import cycle is caught', async () => {
		const files = { ...CLEAN, ...CYCLE };
		const biome = await lint(grow(files), files);
		expect(namedIn(biome, Object.keys(CYCLE))).not.toEqual([]);
	}, 60_000);

	// Imports across layers and of libraries bring global types along, so what a layer may touch is planted apart.
	const crosses = (text: string) => text.includes("'../");
	describe.each([
		{ kind: 'across layers', planted: PLANTED.filter(({ text }) => crosses(text)) },
		{ kind: 'platform', planted: PLANTED.filter(({ text, caughtBy }) => !crosses(text) && caughtBy.includes('tsc')) },
		{ kind: 'libraries', planted: PLANTED.filter(({ text, caughtBy }) => !crosses(text) && !caughtBy.includes('tsc')) },
	])('$kind', ({ planted }) => {
		const paths = planted.map(({ path }) => path);
		const named: Record<Tool, string[]> = { biome: [], tsc: [] };

		beforeAll(async () => {
			const files = { ...CLEAN, ...Object.fromEntries(planted.map(({ path, text }) => [path, text])) };
			const tree = grow(files);
			const [biome, tsc] = await Promise.all([lint(tree, files), build(tree)]);
			const expected = /noRestrictedImports|noCommonJs|noExplicitAny|noDefaultExport/;
			const complaints = biome.output.split('\n').filter((line) => expected.test(line));
			named.biome = namedIn({ ...biome, output: complaints.join('\n') }, paths);
			named.tsc = namedIn(tsc, paths);
		}, 60_000);

		for (const { rule, path, caughtBy } of planted) {
			test.each(caughtBy)(`${rule}: caught by %s`, (tool) => {
				expect(named[tool]).toContain(path);
			});
		}
	});
});

interface RuleSet {
	includes: string[];
	linter: { rules: { style?: { noRestrictedImports?: { options: { patterns: { group: string[] }[] } } } } };
}
const { overrides } = JSON.parse(readFileSync(join(PROJECT, '.biome.json'), 'utf8')) as { overrides: RuleSet[] };

describe('every restriction of the configuration catches its plant', () => {
	/** An import that a pattern is there to catch. */
	const caughtBy = (pattern: string): string =>
		pattern
			.replace(/^\*\*\//, '../../')
			.replace(/\*\*$/, 'planted.ts')
			.replace(/\*$/, 'fs');
	const planted = overrides.flatMap(({ includes, linter }) => {
		const folder = includes[0]?.replace(/\/\*\*$/, '') ?? '';
		const groups = linter.rules.style?.noRestrictedImports?.options.patterns ?? [];
		return groups
			.flatMap(({ group }) => group.filter((pattern) => !pattern.startsWith('!')))
			.map((pattern, index) => ({
				pattern,
				path: `${folder === 'renderer' ? 'renderer/desk' : folder}/restricted-${index}.ts`,
				text: imports(caughtBy(pattern), 'x'),
			}));
	});
	let caught: string[] = [];
	let tree: MiniTree;
	beforeAll(async () => {
		const files = Object.fromEntries(planted.map(({ path, text }) => [path, text]));
		tree = makeMiniTree(files);
		const biome = await lint(tree, files);
		const output = biome.output.split('\n').filter((line) => line.includes('noRestrictedImports'));
		caught = namedIn({ ...biome, output: output.join('\n') }, Object.keys(files));
	}, 60_000);
	afterAll(() => tree.remove());

	test('there are restrictions to plant', () => {
		expect(planted.length).toBeGreaterThanOrEqual(130);
	});

	test.each(planted)('$path: $pattern', ({ path }) => {
		expect(caught).toContain(path);
	});
});

describe('every folder is under a rule', () => {
	const covered = overrides.flatMap((entry) => entry.includes);

	test.each(foldersOf('electron'))('electron/%s', (folder) => {
		expect(covered).toContain(`electron/${folder}/**`);
	});

	test('the top level holds no other folder', () => {
		const known = ['electron', 'renderer', 'resources', 'shared', 'tests', 'node_modules', 'dist'];
		expect(foldersOf('.').filter((name) => !name.startsWith('.') && !known.includes(name))).toEqual([]);
	});
});

function foldersOf(path: string): string[] {
	return readdirSync(join(PROJECT, path), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name);
}

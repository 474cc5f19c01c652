// What is packed: a valid configuration, complete and no more, one native file of the target, the fuses, the size.

import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRawHeader } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseUnicodeRanges } from '../../../electron/cli/glyph-coverage.ts';
import {
	type BuiltPackage,
	buildPackage,
	readBuilderConfig,
	validateBuilderConfig,
} from '../../support/build-package.ts';

/** P12: the installed package without Electron itself. */
const MAX_BYTES = 40 * 1024 ** 2;

interface PackedFile {
	path: string;
	size: number;
	isUnpacked: boolean;
}

type Entry = { files?: Record<string, Entry>; size?: number; unpacked?: boolean };

function listArchive(asar: string): PackedFile[] {
	const list: PackedFile[] = [];
	const walk = (entry: Entry, path: string) => {
		for (const [name, inner] of Object.entries(entry.files ?? {})) {
			if (inner.files) walk(inner, `${path}${name}/`);
			else list.push({ path: path + name, size: inner.size ?? 0, isUnpacked: inner.unpacked === true });
		}
	};
	walk(getRawHeader(asar).header as Entry, '');
	return list;
}

test('the page ships a glyph for common and for rare characters of place names (design.md §1)', () => {
	const sheets = globSync(join(import.meta.dirname, '../../../dist/renderer/assets/*.css'));
	const ranges = sheets.flatMap((sheet) => parseUnicodeRanges(readFileSync(sheet, 'utf8')));
	const missing = [...'网格垟溇墺碶磡㘭𡎚'].filter((character) => {
		const code = character.codePointAt(0) ?? 0;
		return !ranges.some(([first, last]) => code >= first && code <= last);
	});
	expect(missing).toEqual([]);
});

describe('the configuration', () => {
	test('is valid', async () => {
		await expect(validateBuilderConfig(await readBuilderConfig())).resolves.toBeUndefined();
	});

	test.each([
		['an unknown key', { wnidows: {} }],
		['a misspelt fuse', { electronFuses: { runAsNod: false } }],
		['a wrong type', { asar: { smartUnpack: 'no' } }],
	])('%s is seen', async (_name, fault) => {
		await expect(validateBuilderConfig({ ...(await readBuilderConfig()), ...fault })).rejects.toThrow();
	});

	test('every platform leaves out the same', async () => {
		const config = (await readBuilderConfig()) as Record<string, { files: string[]; target: string[]; icon: string }>;
		const filesOf = (name: string) =>
			config[name]?.files.map((line) => line.replace(/\((win32|linux|darwin)-/, '(OS-'));
		expect(filesOf('linux')).toEqual(filesOf('win'));
		expect(filesOf('mac')).toEqual(filesOf('win'));
		for (const name of ['win', 'linux', 'mac']) {
			expect(config[name]?.target.length).toBeGreaterThan(0);
			expect(statSync(join(import.meta.dirname, '../../..', config[name]?.icon ?? '')).size).toBeGreaterThan(0);
		}
	});

	test('what every platform asks for before it opens files by their ending is there', async () => {
		const config = (await readBuilderConfig()) as {
			fileAssociations: { ext: string; mimeType?: string }[];
			nsis: { perMachine: boolean };
		};
		expect(config.fileAssociations.map(({ mimeType }) => mimeType)).toEqual(['text/csv', 'application/geo+json']);
		expect(config.nsis.perMachine).toBe(true);
	});

	test('a Debian package has the facts that its target asks for', async () => {
		const config = (await readBuilderConfig()) as { linux: object; extraMetadata: { homepage: string } };
		const { default: Target } = createRequire(import.meta.url)('app-builder-lib/out/targets/FpmTarget') as {
			default: { prototype: { computeFpmMetaInfoOptions(): Promise<object> } };
		};
		const appInfo = { computePackageUrl: async () => config.extraMetadata.homepage, linuxPackageName: 'gridhelm' };
		const packager = { appInfo, info: { metadata: {} } };
		const facts = Target.prototype.computeFpmMetaInfoOptions.call({ packager, options: config.linux });
		await expect(facts).resolves.toMatchObject({ name: 'gridhelm' });
	});

	test('the version of Electron is the one whose types the shell is checked against', async () => {
		const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };
		expect((await readBuilderConfig()).electronVersion).toBe(version);
	});
});

describe.each([
	['linux', 'linux-x64'],
	['win', 'win32-x64'],
] as const)('the package for %s', (platform, native) => {
	let outDir: string;
	let built: BuiltPackage;
	let files: PackedFile[];
	beforeAll(async () => {
		outDir = mkdtempSync(join(tmpdir(), 'gridhelm-package-'));
		built = await buildPackage(platform, outDir);
		files = listArchive(built.asar);
	}, 180_000);
	afterAll(() => rmSync(outDir, { recursive: true, force: true }));

	test('holds the programs, the page, and what they need', () => {
		const paths = new Set(files.map(({ path }) => path));
		for (const path of [
			'package.json',
			'LICENSE',
			'dist/node/electron/shell/main.js',
			'dist/node/electron/shell/preload.cjs',
			'dist/node/electron/cli/main.js',
			'dist/node/electron/services/worker.js',
			'dist/node/electron/services/exports/parse-worker.js',
			'dist/renderer/index.html',
		])
			expect(paths, path).toContain(path);
		const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'));
		for (const name of Object.keys(dependencies)) expect(paths, name).toContain(`node_modules/${name}/package.json`);
	});

	test('holds every module that the programs load of what they depend on', () => {
		const paths = new Set(files.map(({ path }) => path));
		const project = join(import.meta.dirname, '../../..');
		const loaded = new Set<string>();
		for (const file of globSync('dist/node/**/*.js', { cwd: project })) {
			const text = readFileSync(join(project, file), 'utf8');
			for (const [, name = ''] of text.matchAll(/^import\b[^;"']*?\bfrom ?["']([\w@][\w@./-]*)["']/gm))
				loaded.add(name);
		}
		const foreign = [...loaded].filter((name) => !isBuiltin(name) && name !== 'electron');
		expect(foreign.length).toBeGreaterThan(8);
		for (const name of foreign) {
			const path = relative(project, fileURLToPath(import.meta.resolve(name))).replaceAll('\\', '/');
			expect(paths, name).toContain(path);
		}
	});

	test('holds no sources, tests, maps or tools', () => {
		const foreign = files.filter(({ path }) =>
			/\.(m?ts|tsx|map|gyp|cpp|[ch])$|^(tests|renderer|shared|electron|\.ci)\/|node_modules\/(electron|vite|typescript|playwright-core|node-(linux|win))/.test(
				path,
			),
		);
		expect(foreign.map(({ path }) => path).filter((path) => !path.startsWith('node_modules/electron-log/'))).toEqual(
			[],
		);
	});

	test('holds one native file, of the target, outside the archive', () => {
		const natives = files.filter(({ path }) => path.endsWith('.node'));
		expect(natives.map(({ path, isUnpacked }) => ({ path, isUnpacked }))).toEqual([
			{ path: `node_modules/better-sqlite3/prebuilds/${native}.node`, isUnpacked: true },
		]);
		expect(files.filter(({ isUnpacked }) => isUnpacked)).toHaveLength(1);
	});

	test('is at most 40 MB without Electron', () => {
		const bytes = files.reduce((sum, { size }) => sum + size, 0);
		console.log(`package for ${platform} without Electron: ${(bytes / 1024 ** 2).toFixed(1)} MB`);
		expect(bytes).toBeLessThanOrEqual(MAX_BYTES);
	});

	test('has its fuses set', async () => {
		const wire = (await getCurrentFuseWire(built.executable)) as unknown as Record<number, number>;
		const isOn = (fuse: FuseV1Options) => wire[fuse] === '1'.charCodeAt(0);
		expect({
			runAsNode: isOn(FuseV1Options.RunAsNode),
			cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
			nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
			inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
			asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
			onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
			fileProtocol: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
		}).toEqual({
			runAsNode: false,
			cookieEncryption: true,
			nodeOptions: false,
			inspect: false,
			asarIntegrity: true,
			onlyAsar: true,
			fileProtocol: false,
		});
	});
});

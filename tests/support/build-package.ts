// Packs the application with a stand-in distribution of Electron: the real packer, the real list of files, the real
// fuses, and the rehearsal as the executable. For tests; `npm run package` packs with the real distribution.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { Arch, build, Platform } from 'electron-builder';
import { writeLauncher } from './electron-rehearsal/launcher.ts';

const PROJECT = join(import.meta.dirname, '../..');
/** Where Electron keeps its fuses: the sentinel, version, count, one character a fuse. */
const FUSE_TAIL = Buffer.concat([
	Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
	Buffer.from([1, 9]),
	Buffer.from('101100010'),
]);

export interface BuiltPackage {
	/** Unpacked application, as installed. */
	dir: string;
	executable: string;
	asar: string;
}

type BuilderConfig = Record<string, unknown>;

/** The packer's own reading and checking of configurations; it exports neither. */
const packer = createRequire(import.meta.url)('app-builder-lib/out/util/config/config') as {
	getConfig(projectDir: string, file: string | null, given: null): Promise<BuilderConfig>;
	validateConfiguration(config: BuilderConfig, logger: { isEnabled: boolean; add(): void }): Promise<void>;
};

/** The configuration as it stands in electron-builder.yml. */
export function readBuilderConfig(): Promise<BuilderConfig> {
	return packer.getConfig(PROJECT, null, null);
}

/** @throws where the packer's own schema refuses a configuration */
export function validateBuilderConfig(config: BuilderConfig): Promise<void> {
	return packer.validateConfiguration(config, { isEnabled: false, add: () => {} });
}

/** Any real Windows executable stands for Electron's: the packer writes its fuses and its version into it. */
function windowsExecutable(): Buffer {
	return readFileSync(join(PROJECT, 'node_modules/electron-winstaller/vendor/7z-x64.exe'));
}

/** Builds the unpacked application of a platform into `outDir`. */
export async function buildPackage(platform: 'linux' | 'win', outDir: string): Promise<BuiltPackage> {
	const electronDist = join(outDir, `electron-${platform}`);
	mkdirSync(join(electronDist, 'locales'), { recursive: true });
	for (const language of ['zh-CN', 'en-US']) writeFileSync(join(electronDist, 'locales', `${language}.pak`), '');
	if (platform === 'linux') {
		writeLauncher(join(electronDist, 'electron'), '');
		writeFileSync(join(electronDist, 'electron'), FUSE_TAIL, { flag: 'a' });
	} else writeFileSync(join(electronDist, 'electron.exe'), Buffer.concat([windowsExecutable(), FUSE_TAIL]));
	const target = platform === 'linux' ? Platform.LINUX : Platform.WINDOWS;
	await build({
		projectDir: PROJECT,
		targets: target.createTarget('dir', Arch.x64),
		publish: 'never',
		config: {
			extends: join(PROJECT, 'electron-builder.yml'),
			directories: { output: join(outDir, platform) },
			electronDist,
			...(platform === 'win' && { win: { signExecutable: false } }),
		},
	});
	const dir = join(outDir, platform, platform === 'linux' ? 'linux-unpacked' : 'win-unpacked');
	const executable = join(dir, platform === 'linux' ? 'gridhelm' : 'GridHelm.exe');
	return { dir, executable, asar: join(dir, 'resources/app.asar') };
}

/** Lays the archive open beside itself, because the rehearsal's Node reads no archives. */
export function openArchive({ dir, asar }: BuiltPackage): void {
	const app = join(dir, 'resources/app');
	if (existsSync(app)) rmSync(app, { recursive: true });
	extractAll(asar, app);
	cpSync(`${asar}.unpacked`, app, { recursive: true });
}

// `gridhelm doctor`: what this machine, this installation and this cache are like. Changes nothing, asks no network.

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { isRendererStale } from '../build-renderer.ts';
import { ask, type CliContext, type Command, EXIT } from '../command.ts';
import { failureWords } from '../failure-words.ts';
import { readGlyphCoverage } from '../glyph-coverage.ts';
import { PROJECT_DIR, RENDERER_DIR } from '../project-paths.ts';
import { oneLine, textWidth } from '../text-table.ts';

type Areas = MethodOutput<'areas.listAreas'>['areas'];

/** Signs of place names of the region that fonts often lack (design.md §1): told of before a name with one arrives. */
const RARE_CHARACTERS = '垟溇墺碶磡㘭𡎚';

/** Names shown for a character without a glyph. */
const MAX_NAMES = 3;

interface MissingGlyph {
	character: string;
	codePoint: string;
	names: string[];
}

interface CacheReport {
	state: string;
	districtName: string | null;
	asOf: string | null;
	events: number;
	message: string | null;
}

function versionOf(packageName: string): string | null {
	const file = join(PROJECT_DIR, 'node_modules', packageName, 'package.json');
	if (!existsSync(file)) return null;
	return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

async function readCache(context: CliContext): Promise<{ report: CacheReport; areas: Areas }> {
	try {
		const services = await context.services();
		const state = await ask(services, 'app.getState', {});
		const { areas } = await ask(services, 'areas.listAreas', {});
		const events = state.datasets.find(({ dataset }) => dataset === 'event')?.rows ?? 0;
		const { cacheState, districtName, asOf } = state;
		return { report: { state: cacheState, districtName, asOf, events, message: null }, areas };
	} catch (error) {
		const { code, message } = failureWords(error, context.language);
		return { report: { state: code, districtName: null, asOf: null, events: 0, message }, areas: [] };
	}
}

async function findMissingGlyphs(areas: Areas): Promise<{ fonts: Record<string, boolean>; missing: MissingGlyph[] }> {
	const coverage = await readGlyphCoverage(RENDERER_DIR);
	const missing = new Map<number, MissingGlyph>();
	const texts = [...areas.map(({ name }) => ({ text: name, name })), { text: RARE_CHARACTERS, name: null }];
	for (const { text, name } of texts) {
		for (const character of new Set(text)) {
			const code = character.codePointAt(0) ?? 0;
			if (code < 0x2e80 || coverage.has(code)) continue;
			const entry = missing.get(code) ?? {
				character,
				codePoint: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
				names: [],
			};
			if (name !== null && entry.names.length < MAX_NAMES) entry.names.push(name);
			missing.set(code, entry);
		}
	}
	const { areSystemFontsKnown, hasSystemChinese, hasShippedChinese } = coverage;
	return { fonts: { areSystemFontsKnown, hasSystemChinese, hasShippedChinese }, missing: [...missing.values()] };
}

async function freeBytes(dir: string): Promise<number | null> {
	try {
		await mkdir(dir, { recursive: true });
		const { bavail, bsize } = await statfs(dir);
		return bavail * bsize;
	} catch {
		return null;
	}
}

export const doctorCommand: Command = {
	name: 'doctor',
	usage: '[--demo]',
	summary: { zh: '检查版本、缓存、磁盘、字体', en: 'check versions, cache, disk and fonts' },
	options: { demo: { type: 'boolean' } },
	positionals: { min: 0, max: 0 },
	async run(context) {
		const { t, version, cacheDir } = context;
		const { report: cache, areas } = await readCache(context);
		const { fonts, missing } = await findMissingGlyphs(areas);
		const isBuilt = existsSync(join(RENDERER_DIR, 'index.html'));
		const result = {
			version,
			node: process.versions.node,
			platform: `${process.platform} ${process.arch}`,
			electron: versionOf('electron'),
			sqlite: versionOf('better-sqlite3'),
			cacheDir,
			cache,
			diskFreeBytes: await freeBytes(cacheDir),
			page: { isBuilt, isStale: isBuilt && isRendererStale() },
			fonts,
			missingGlyphs: missing,
			network: 'none' as const,
		};
		context.print(result, () => {
			const freeGb = result.diskFreeBytes === null ? '–' : `${(result.diskFreeBytes / 1e9).toFixed(1)} GB`;
			const yes = (value: boolean | undefined) => (value ? t('有', 'yes') : t('无', 'no'));
			const district = cache.districtName ?? t('尚无数据', 'no data yet');
			const lines: [string, string][] = [
				['GridHelm', version],
				['Node', `${result.node} (${result.platform})`],
				['better-sqlite3', result.sqlite ?? '–'],
				['Electron', result.electron ?? '–'],
				[t('缓存文件夹', 'cache folder'), cacheDir],
				[
					t('缓存', 'cache'),
					cache.message ?? `${cache.state}  ${district}  ${cache.events} ${t('件', 'events')}  ${cache.asOf ?? ''}`,
				],
				[t('剩余磁盘', 'free disk'), freeGb],
				[
					t('界面', 'page'),
					isBuilt ? t('已构建', 'built') : t('尚未构建（启动时构建）', 'not built yet (built at start)'),
				],
				[
					t('系统中文字体', 'Chinese font of the machine'),
					fonts.areSystemFontsKnown ? yes(fonts.hasSystemChinese) : t('未知', 'unknown'),
				],
				[t('随附中文字体', 'Chinese font shipped'), yes(fonts.hasShippedChinese)],
				[
					t('无字形的字', 'characters without a glyph'),
					missing.length === 0 ? t('无', 'none') : String(missing.length),
				],
				[t('网络', 'network'), t('不使用', 'none used')],
			];
			const width = lines.reduce((widest, [title]) => Math.max(widest, textWidth(title)), 0);
			const pad = (title: string) => title + ' '.repeat(width - textWidth(title));
			return [
				...lines.map(([title, text]) => `${pad(title)}  ${oneLine(text)}`),
				...missing.map(({ character, codePoint, names }) =>
					`  ${character} ${codePoint}  ${oneLine(names.join('、'))}`.trimEnd(),
				),
			].join('\n');
		});
		return EXIT.ok;
	},
};

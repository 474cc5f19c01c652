// The settings of a district in one JSON file beside the cache: read, checked with a message that names the place of the
// fault, written whole or not at all. A file that is not valid changes nothing: the last good settings hold.

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import { DistrictSettings } from '../../../shared/contract/schemas/settings.ts';
import { contrastOf } from './contrast.ts';

export type Settings = z.infer<typeof DistrictSettings>;

/** Name of the file inside the cache's folder. */
export const SETTINGS_FILE = 'settings.json';

/** Surfaces that the accent stands on (design.md §1). */
const SURFACES = { accentLight: '#ffffff', accentDark: '#121a28' } as const;
const LEAST_CONTRAST = 4.5;

/** JSON Schema of the file, as `gridhelm profiles --settings-schema` prints it. */
export function settingsJsonSchema(): unknown {
	return z.toJSONSchema(DistrictSettings, { io: 'input' });
}

function refuse(path: string, zh: string): never {
	throw new GridHelmError('E_INPUT', `设置未采用：${path === '' ? '' : `${path} `}${zh}`, { field: path });
}

/** Validates settings. @throws GridHelmError E_INPUT naming the path of the first fault */
export function parseSettings(value: unknown): Settings {
	const result = DistrictSettings.safeParse(value);
	if (!result.success) {
		const issue = result.error.issues[0];
		refuse(issue?.path.map(String).join('.') ?? '', issue?.message ?? 'invalid');
	}
	const settings = result.data;
	for (const [name, surface] of Object.entries(SURFACES) as [keyof typeof SURFACES, string][]) {
		const colour = settings.colours?.[name];
		if (colour !== undefined && contrastOf(colour, surface) < LEAST_CONTRAST) {
			refuse(`colours.${name}`, `${colour} 与底色对比不足 4.5:1，看不清。`);
		}
	}
	const towns = settings.townOrder ?? [];
	if (new Set(towns).size < towns.length) refuse('townOrder', '有重复的编码。');
	return settings;
}

/** Reads and checks the file; null when there is none. @throws GridHelmError E_INPUT for one that is not valid */
export function readSettingsFile(path: string): Settings | null {
	let text: string;
	try {
		text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		return refuse('', '文件读不出来。');
	}
	try {
		return parseSettings(JSON.parse(text));
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return refuse('', '不是有效的 JSON。');
	}
}

/** Writes the file whole: beside it first, then in its place. @throws GridHelmError E_CACHE_READ_ONLY */
export function writeSettingsFile(path: string, settings: Settings): void {
	const beside = `${path}.new`;
	try {
		writeFileSync(beside, `${JSON.stringify(settings, null, '\t')}\n`, { flush: true });
		renameSync(beside, path);
	} catch {
		rmSync(beside, { force: true });
		throw new GridHelmError('E_CACHE_READ_ONLY', '设置写不进缓存文件夹，未作任何改动；请检查文件夹的权限。');
	}
}

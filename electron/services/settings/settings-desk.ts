// The settings of the cache that is open: the file is what counts, the cache keeps the parts that its queries need.

import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { MissingOutput, SettingsOutput } from '../../../shared/contract/schemas/settings.ts';
import { DATASETS, type Dataset } from '../../../shared/domain/codes.ts';
import type { WritableDb } from '../cache/cache-db.ts';
import type { Cache } from '../cache/open-cache.ts';
import { bumpRevision, getSetting, setSetting } from '../cache/setting-queries.ts';
import { writeTogether } from '../cache/write-together.ts';
import { loadCatalogue } from '../indicators/catalogue.ts';
import {
	parseSettings,
	readSettingsFile,
	SETTINGS_FILE,
	type Settings,
	writeSettingsFile,
} from './district-settings.ts';

/** Settings of one cache. */
export interface SettingsDesk {
	read(): z.infer<typeof SettingsOutput>;
	/** Checks, writes and applies. @throws GridHelmError E_INPUT, E_BUSY, E_CACHE_* */
	save(value: unknown): z.infer<typeof SettingsOutput>;
}

/** Parts that queries of the cache read, by their key in `setting`. */
function partsOf(settings: Settings): Record<string, string> {
	return {
		centreName: settings.centreName ?? '',
		district: JSON.stringify(settings.district ?? null),
		outline: JSON.stringify(settings.outline ?? null),
		townOrder: JSON.stringify(settings.townOrder ?? []),
		workWindows: JSON.stringify(settings.workWindows ?? []),
	};
}

function apply(db: WritableDb, settings: Settings): void {
	writeTogether(db, () => {
		const parts = Object.entries(partsOf(settings)).filter(([key, value]) => getSetting(db, key) !== value);
		for (const [key, value] of parts) setSetting(db, key, value);
		if (parts.length > 0) bumpRevision(db);
	});
}

/** Opens the settings beside a cache and applies the file when it is valid. */
export function openSettingsDesk(cache: Cache): SettingsDesk {
	const path = join(dirname(cache.stagingPath), SETTINGS_FILE);
	let settings: Settings = { version: 1 };
	let problem: z.infer<typeof SettingsOutput>['problem'] = null;
	try {
		const read = readSettingsFile(path);
		if (read !== null) {
			settings = read;
			if (cache.writer) apply(cache.writer, read);
		}
	} catch (error) {
		if (!(error instanceof GridHelmError)) throw error;
		problem = {
			zh: `${SETTINGS_FILE}：${error.message}`,
			en: `${SETTINGS_FILE} is not used: ${String(error.details['field'] ?? '')} is not valid.`,
		};
	}
	return {
		read: () => ({ settings, problem }),
		save(value) {
			const checked = parseSettings(value);
			if (!cache.writer) {
				throw new GridHelmError('E_CACHE_READ_ONLY', '缓存不可写，设置未保存；请检查缓存文件夹的权限。');
			}
			writeSettingsFile(path, checked);
			apply(cache.writer, checked);
			settings = checked;
			problem = null;
			return { settings, problem };
		},
	};
}

/** Datasets that never came, those that would bring most indicators first. */
export function listMissing(connected: ReadonlySet<Dataset>): z.infer<typeof MissingOutput> {
	const definitions = [...loadCatalogue().values()]
		.map(({ definition }) => definition)
		.filter(({ audience }) => audience === 'catalogue');
	const needs = new Map<Dataset, string[]>();
	for (const { code, datasets } of definitions) {
		for (const dataset of datasets) needs.set(dataset, [...(needs.get(dataset) ?? []), code]);
	}
	const missing = DATASETS.filter((dataset) => !connected.has(dataset))
		.map((dataset) => ({ dataset, indicators: needs.get(dataset) ?? [] }))
		.sort((one, other) => other.indicators.length - one.indicators.length);
	return {
		missing,
		indicatorCount: definitions.length,
		readyCount: definitions.filter(({ datasets }) => datasets.every((dataset) => connected.has(dataset))).length,
	};
}

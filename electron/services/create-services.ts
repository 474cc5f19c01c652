// Composition root: opens the caches, makes the demonstration district when it is wanted, binds handlers to dispatch.

import { createHash } from 'node:crypto';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import { GridHelmError } from '../../shared/contract/errors.ts';
import type { Notice } from '../../shared/contract/notices.ts';
import { dayOf, toIso } from '../../shared/domain/shanghai-time.ts';
import { openBasemapShelf } from './basemaps/basemap-shelf.ts';
import { createOnlineTiles } from './basemaps/online-tiles.ts';
import { lastBlock } from './briefing/last-block.ts';
import { readCacheContents } from './cache/cache-state-queries.ts';
import { getLayer } from './cache/layer-queries.ts';
import { getSetting } from './cache/setting-queries.ts';
import { DEMO_FILE, isDemoCurrent, makeDemoCacheInWorker } from './demo-cache.ts';
import { createDispatch } from './dispatch.ts';
import type { CommandScope, QueryScope } from './handler-scopes.ts';
import { handlers } from './handlers.ts';
import { openImportDesk } from './import-desk.ts';
import { calendarOf } from './indicators/district-calendar.ts';
import type { EngineSnapshot } from './indicators/event-columns.ts';
import {
	type DistrictSettings,
	readDistrictSettings,
	shippedSettings,
} from './indicators/settings/district-settings.ts';
import { type District, openDistrict } from './open-district.ts';
import { DEMO_DISTRICT } from './sample/demo-district.ts';
import type { LayerFile, Services, ServicesOptions } from './services.ts';

/** File of the own cache inside its folder. */
export const OWN_FILE = 'gridhelm.db';
/** The demonstration's clock stands a little after its as-of, as a screen would be looked at. */
const DEMO_CLOCK_S = DEMO_DISTRICT.endS + 180;

/**
 * Opens the services on a cache folder.
 * @throws GridHelmError E_CACHE_NEWER, E_CACHE_LOCKED, E_CACHE_CORRUPT, E_CACHE_READ_ONLY
 */
export async function createServices(options: ServicesOptions): Promise<Services> {
	const { cacheDir } = options;
	const own = openDistrict(cacheDir, OWN_FILE, 'readWrite');
	const listeners = new Set<(notice: Notice) => void>();
	const layers = new Map<string, LayerFile | null>();
	let layersRevision = '';
	let demo: District | null = null;
	let isPreparing = false;
	let isDemoFailed = false;
	let mayShowDemo = options.demo === 'only' || (options.demo === 'auto' && !own.hasEvents());
	let isClosed = false;
	let settings: (DistrictSettings & { key: string }) | null = null;

	const systemNowS = () => Math.floor(Date.now() / 1000);
	const notify = (notice: Notice): void => {
		for (const listener of listeners) listener(notice);
	};
	/** The district on screen: the demonstration only while nothing of the own one may be shown. */
	const shown = (): { district: District; isDemo: boolean } =>
		mayShowDemo && demo ? { district: demo, isDemo: true } : { district: own, isDemo: false };
	/** Revision that screens compare: the two caches never share one. */
	const revisionOf = (district: District): number => district.revision() * 2 + (district === demo ? 1 : 0);
	const notifyChanged = (): void => notify({ topic: 'data.changed', revision: revisionOf(shown().district) });

	const desk = openImportDesk(own.cache, {
		nowS: systemNowS,
		onProgress: (runId) => notify({ topic: 'imports.progress', runId }),
		onPreviewProgress: (previewId) => notify({ topic: 'imports.previewProgress', previewId }),
		onChanged(isEvents) {
			if (isEvents && own.hasEvents()) mayShowDemo = false;
			else if (isEvents && options.demo === 'auto') mayShowDemo = true;
			if (mayShowDemo && !demo) prepareDemo();
			notifyChanged();
		},
	});

	const basemaps = openBasemapShelf(cacheDir, own.cache.state !== 'readOnly');
	const online = createOnlineTiles(() => desk.settings.read().settings, options.onlineOrigin);

	function readState(): MethodOutput<'app.getState'> {
		const { district, isDemo } = shown();
		const contents = readCacheContents(district.cache.reader);
		const snapshot = district.snapshot();
		const { asOfS } = snapshot;
		const isEmpty = contents.townCount === 0 && contents.asOf === null;
		const isReadOnly = own.cache.state === 'readOnly';
		return {
			...contents,
			lastBlock: asOfS === null ? null : lastBlock(calendarOf(snapshot), asOfS).code,
			version: options.version,
			centreName: isDemo
				? DEMO_DISTRICT.title
				: getSetting(own.cache.reader, 'centreName') || `${contents.districtName ?? ''}综治中心`,
			isDemo,
			cacheState: isReadOnly ? 'readOnly' : isPreparing && mayShowDemo ? 'preparing' : isEmpty ? 'empty' : 'ready',
			now: toIso(isDemo ? DEMO_CLOCK_S : systemNowS()),
			isClockFrozen: isDemo,
			revision: revisionOf(district),
			warnings: [
				...(isReadOnly
					? [
							{
								code: 'E_CACHE_READ_ONLY',
								message: '缓存只读：可以查看，不能导入。',
								messageEn: 'The cache is read-only: look, but nothing can be brought in.',
							},
						]
					: []),
				...(isDemoFailed
					? [
							{
								code: 'DEMO_FAILED',
								message: '演示数据未能生成；可直接导入本区数据。',
								messageEn: 'The demonstration district could not be made; your own exports can be brought in.',
							},
						]
					: []),
			],
		};
	}

	/** The catalogue and weights in force: the district's own, or as shipped for the demonstration. */
	function settingsOf(isDemo: boolean): DistrictSettings {
		if (isDemo) return shippedSettings();
		const revision = own.revision();
		const today = dayOf(systemNowS());
		const key = `${revision}/${today}`;
		if (settings?.key !== key) settings = { key, ...readDistrictSettings(own.cache.reader, today) };
		const { catalogue, weightsFor } = settings;
		return { catalogue, weightsFor };
	}

	function queryScope(): QueryScope {
		const { district, isDemo } = shown();
		let snapshot: EngineSnapshot | null = null;
		return {
			district,
			db: district.cache.reader,
			own: own.cache.reader,
			// Loaded by the first who asks: following an import asks for no figures.
			get snapshot() {
				snapshot ??= district.snapshot();
				return snapshot;
			},
			...settingsOf(isDemo),
			get calendar() {
				return calendarOf(this.snapshot);
			},
			nowS: isDemo ? DEMO_CLOCK_S : systemNowS(),
			isDemo,
			clockS: systemNowS(),
			state: readState,
			desk,
			basemaps,
			online,
		};
	}

	function openDemo(): void {
		if (!isClosed) demo = openDistrict(cacheDir, DEMO_FILE, 'readOnly');
	}

	/** Makes the demonstration's cache beside everything else; a failure leaves the own (empty) district on screen. */
	function prepareDemo(): void {
		if (isPreparing || isDemoFailed) return;
		if (isDemoCurrent(cacheDir)) {
			openDemo();
			return;
		}
		isPreparing = true;
		makeDemoCacheInWorker(cacheDir)
			.then(openDemo)
			.catch(() => {
				isDemoFailed = true;
			})
			.finally(() => {
				isPreparing = false;
				if (isClosed) return;
				notify({ topic: 'app.stateChanged' });
				notifyChanged();
			});
	}

	if (mayShowDemo) prepareDemo();

	const dispatch = createDispatch<QueryScope, CommandScope>(handlers, {
		query: queryScope,
		command: () => {
			if (!own.cache.writer) {
				throw new GridHelmError('E_CACHE_READ_ONLY', '缓存不可写，未作任何改动；请检查缓存文件夹的权限。');
			}
			return {
				desk,
				basemaps,
				writer: own.cache.writer,
				shown: queryScope,
				clockS: systemNowS(),
				changed: notifyChanged,
			};
		},
	});

	return {
		dispatch,
		onNotice(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async getLayer(name) {
			if (name.startsWith('online/')) return online.get(name);
			const { district } = shown();
			const revision = String(revisionOf(district));
			if (revision !== layersRevision) layers.clear();
			layersRevision = revision;
			let layer = layers.get(name);
			if (layer === undefined) {
				const body = getLayer(district.cache.reader, name);
				layer = body && { body, etag: createHash('sha256').update(body).digest('hex').slice(0, 32) };
				layers.set(name, layer);
			}
			return layer;
		},
		async registerFile(path, fileName, isTemporary) {
			return desk.registerFile(path, fileName, isTemporary);
		},
		async close() {
			isClosed = true;
			await desk.close();
			demo?.close();
			own.close();
		},
	};
}

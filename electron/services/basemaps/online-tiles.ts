// Tiles of 天地图, fetched by the program itself and only while its key stands in the settings: the page asks its own host,
// so the key is in no address of a page, in no log, and the page's policy stays closed.

import { createHash } from 'node:crypto';
import type { ONLINE_LAYERS } from '../../../shared/contract/schemas/basemaps.ts';
import type { LayerFile } from '../services.ts';
import type { Settings } from '../settings/district-settings.ts';

export type OnlineLayer = (typeof ONLINE_LAYERS)[number];

export interface OnlineTiles {
	/** Layers of the configured map, lowest first; empty while none is configured. */
	layers(): OnlineLayer[];
	/** A tile by its name `online/<layer>/<z>/<x>/<y>`; null where it is not configured, not there or not reached. */
	get(name: string): Promise<LayerFile | null>;
}

/** Where 天地图 answers. */
const TIANDITU_ORIGIN = 'https://t0.tianditu.gov.cn';
const NAME = /^online\/([a-z]{3})\/(\d{1,2})\/(\d{1,7})\/(\d{1,7})$/;
const LAYERS = { vec: ['vec', 'cva'], img: ['img', 'cia'] } as const;
const WAIT_MS = 8_000;
/** A service that does not answer is left alone for so long. */
const REST_MS = 20_000;
const MAX_TILE_BYTES = 2 * 1024 ** 2;
const KEPT_TILES = 400;

/** @param origin another one only in tests */
export function createOnlineTiles(readSettings: () => Settings, origin: string = TIANDITU_ORIGIN): OnlineTiles {
	const kept = new Map<string, LayerFile>();
	let restUntilMs = 0;
	const layers = (): OnlineLayer[] => {
		const { tianditu } = readSettings();
		return tianditu === undefined ? [] : [...LAYERS[tianditu.style]];
	};

	async function fetchTile(layer: string, z: string, x: string, y: string, key: string): Promise<LayerFile | null> {
		const query = new URLSearchParams({
			SERVICE: 'WMTS',
			REQUEST: 'GetTile',
			VERSION: '1.0.0',
			LAYER: layer,
			STYLE: 'default',
			TILEMATRIXSET: 'w',
			FORMAT: 'tiles',
			TILEMATRIX: z,
			TILECOL: x,
			TILEROW: y,
			tk: key,
		});
		const response = await fetch(`${origin}/${layer}_w/wmts?${query}`, {
			signal: AbortSignal.timeout(WAIT_MS),
			redirect: 'error',
		});
		const type = response.headers.get('content-type') ?? '';
		if (!response.ok || !type.startsWith('image/')) return null;
		const body = new Uint8Array(await response.arrayBuffer());
		if (body.byteLength > MAX_TILE_BYTES) return null;
		return { body, etag: createHash('sha256').update(body).digest('hex').slice(0, 32), type };
	}

	return {
		layers,
		async get(name) {
			const [, layer = '', z = '', x = '', y = ''] = NAME.exec(name) ?? [];
			const { tianditu } = readSettings();
			if (tianditu === undefined || !layers().some((one) => one === layer)) return null;
			const known = kept.get(name);
			if (known) return known;
			if (Date.now() < restUntilMs) return null;
			try {
				const tile = await fetchTile(layer, z, x, y, tianditu.key);
				if (tile === null) return null;
				if (kept.size >= KEPT_TILES) kept.delete(kept.keys().next().value ?? '');
				kept.set(name, tile);
				return tile;
			} catch {
				restUntilMs = Date.now() + REST_MS;
				return null;
			}
		},
	};
}

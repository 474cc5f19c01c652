// What the map page shows, as its part of the address: indicator, classes, layers, comparison, camera. Pure, both ways.

import { parsePeriod } from '../../shared/domain/period.ts';

/** How areas are classed; `goal` is fixed at the targets. */
export const CLASS_METHODS = ['quantile', 'equal', 'goal'] as const;
export type MapClassMethod = (typeof CLASS_METHODS)[number];

/** Layers over the coloured areas. */
export const MAP_LAYERS = [
	'labels',
	'events',
	'hotspots',
	'chains',
	'heat',
	'keyPlace',
	'component',
	'hazard',
	'staff',
	'dedicated',
	'microGrid',
	'road',
	'water',
	'base',
] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** What the second map shows: the same indicator in another period, or another indicator. */
export type MapAgainst = { kind: 'period' | 'indicator'; code: string };

export const COMPARE_MODES = ['swipe', 'side'] as const;
export type CompareMode = (typeof COMPARE_MODES)[number];

export interface MapAddress {
	/** Null: the indicator that the map chooses by itself. */
	fill: string | null;
	method: MapClassMethod;
	layers: readonly MapLayer[];
	against: MapAgainst | null;
	mode: CompareMode;
	/** Centre and zoom; null shows the whole area. */
	camera: { lng: number; lat: number; zoom: number } | null;
}

export const DEFAULT_MAP: MapAddress = {
	fill: null,
	method: 'quantile',
	layers: ['labels', 'events', 'road', 'water', 'base'],
	against: null,
	mode: 'swipe',
	camera: null,
};

function parseAgainst(text: string | null): MapAgainst | null {
	const at = (text ?? '').indexOf(':');
	if (text === null || at < 0) return null;
	const code = text.slice(at + 1);
	if (text.slice(0, at) === 'indicator') return code === '' ? null : { kind: 'indicator', code };
	const period = parsePeriod(code);
	return text.slice(0, at) === 'period' && period !== null ? { kind: 'period', code: period.code } : null;
}

function parseCamera(text: string | null): MapAddress['camera'] {
	const [lng, lat, zoom, ...rest] = (text ?? '').split(',').map((part) => (part === '' ? Number.NaN : Number(part)));
	if (lng === undefined || lat === undefined || zoom === undefined || rest.length > 0) return null;
	if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22)) return null;
	return { lng, lat, zoom };
}

/** Reads the part of the map; anything unreadable falls back. */
export function parseMap(query: URLSearchParams): MapAddress {
	const layers = query.get('layers');
	return {
		fill: query.get('fill') || null,
		method: CLASS_METHODS.find((method) => method === query.get('classes')) ?? DEFAULT_MAP.method,
		layers: layers === null ? DEFAULT_MAP.layers : MAP_LAYERS.filter((layer) => layers.split(',').includes(layer)),
		against: parseAgainst(query.get('against')),
		mode: COMPARE_MODES.find((mode) => mode === query.get('mode')) ?? DEFAULT_MAP.mode,
		camera: parseCamera(query.get('at')),
	};
}

/** Writes what differs from the map that opens by itself. */
export function writeMap(map: MapAddress, query: URLSearchParams): void {
	if (map.fill !== null) query.set('fill', map.fill);
	if (map.method !== DEFAULT_MAP.method) query.set('classes', map.method);
	if (map.layers.join() !== DEFAULT_MAP.layers.join()) query.set('layers', map.layers.join(','));
	if (map.against !== null) query.set('against', `${map.against.kind}:${map.against.code}`);
	if (map.mode !== DEFAULT_MAP.mode) query.set('mode', map.mode);
	if (map.camera !== null) {
		const { lng, lat, zoom } = map.camera;
		query.set('at', [lng.toFixed(5), lat.toFixed(5), zoom.toFixed(2)].join(','));
	}
}

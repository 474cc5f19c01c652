// Sources and layers of a basemap in the theme of the map: pictures and greenery under the areas; water, buildings, rails
// and roads over them, more of them the nearer one is. Pure. No names: names on the map are the district's own.

import type {
	ExpressionSpecification,
	FilterSpecification,
	LayerSpecification,
	RasterLayerSpecification,
	StyleSpecification,
} from 'maplibre-gl';
import { BASE_KINDS, type BaseKind, baseKindOf, ROAD_CLASSES } from '../../shared/domain/basemap-kinds.ts';
import type { BaseMap, BasePack } from './base-map.ts';
import type { MapPalette } from './map-palette.ts';

/** Tiles that an online map has. */
const ONLINE_MAX_ZOOM = 18;
/** Zoom from which each kind is drawn. */
const FROM_ZOOM: Record<BaseKind, number> = { green: 9, water: 0, building: 14, other: 12, rail: 8, road: 0 };
const ROAD_FROM_ZOOM = { 1: 0, 2: 9, 3: 12 } as const;
/** Zoom and width in pixels, twice. */
const ROAD_WIDTHS = { 1: [8, 0.9, 16, 4], 2: [9, 0.5, 16, 2.8], 3: [12, 0.4, 16, 1.8] } as const;
const RANKS = [3, 2, 1] as const;

const POLYGONS: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const LINES: FilterSpecification = ['==', ['geometry-type'], 'LineString'];
const CLASS: ExpressionSpecification = [
	'coalesce',
	['get', 'class'],
	['get', 'kind'],
	['get', 'pmap:kind'],
	['get', 'highway'],
	['get', 'fclass'],
	'',
];
/** What stands among the roads and is none. */
const RAILS = ['rail', 'railway', 'transit', 'subway', 'tram', 'light_rail'];
const NO_ROADS = [...RAILS, 'ferry', 'aerialway', 'pier'];

/** Sources of a basemap by their ids. */
export function baseSources(base: BaseMap | null): StyleSpecification['sources'] {
	const sources: StyleSpecification['sources'] = {};
	for (const { id, kind, url, bounds, minZoom, maxZoom } of base?.packs ?? []) {
		const tiles = [`pmtiles://${url}/{z}/{x}/{y}`];
		const reach = { tiles, bounds, minzoom: minZoom, maxzoom: maxZoom };
		if (kind === 'lines') sources[`base-${id}`] = { type: 'geojson', data: url, tolerance: 0.4, maxzoom: 14 };
		else if (kind === 'vector') sources[`base-${id}`] = { type: 'vector', ...reach };
		else sources[`base-${id}`] = { type: 'raster', tileSize: 256, ...reach };
	}
	base?.online.forEach((address, at) => {
		sources[`online-${at}`] = { type: 'raster', tiles: [address], tileSize: 256, minzoom: 1, maxzoom: ONLINE_MAX_ZOOM };
	});
	return sources;
}

function isDark(colour: string): boolean {
	const [, r = '0', g = '0', b = '0'] = /^#(..)(..)(..)$/.exec(colour) ?? [];
	return Number.parseInt(r, 16) + Number.parseInt(g, 16) + Number.parseInt(b, 16) < 384;
}

/** Pictures, quiet enough for what lies over them; darker in the dark theme. */
function pictureLayers(base: BaseMap, palette: MapPalette): LayerSpecification[] {
	const paint: RasterLayerSpecification['paint'] = isDark(palette.surface)
		? { 'raster-saturation': -0.7, 'raster-brightness-max': 0.45 }
		: { 'raster-saturation': -0.35, 'raster-brightness-min': 0.12 };
	const sources = [
		...base.online.map((_address, at) => `online-${at}`),
		...base.packs.filter(({ kind }) => kind === 'raster').map(({ id }) => `base-${id}`),
	];
	return sources.map((source) => ({ id: `${source}-picture`, type: 'raster', source, paint }));
}

/** Where features of one kind lie: a source, its layer, and what chooses them. */
interface Place {
	id: string;
	source: string;
	sourceLayer: string | null;
	chosen: FilterSpecification | null;
	rankOf: (rank: 1 | 2 | 3) => FilterSpecification;
}

function all(...filters: (FilterSpecification | null)[]): FilterSpecification {
	return ['all', ...filters.filter((one) => one !== null)] as unknown as FilterSpecification;
}

const isOneOf = (words: readonly string[]): FilterSpecification =>
	['in', CLASS, ['literal', [...words]]] as unknown as FilterSpecification;
const not = (filter: FilterSpecification): FilterSpecification => ['!', filter] as unknown as FilterSpecification;

function rankByClass(rank: 1 | 2 | 3): FilterSpecification {
	return rank === 3 ? not(isOneOf([...ROAD_CLASSES[1], ...ROAD_CLASSES[2]])) : isOneOf(ROAD_CLASSES[rank]);
}

function placesOf(pack: BasePack, kind: BaseKind): Place[] {
	const source = `base-${pack.id}`;
	if (pack.kind === 'lines') {
		const rankOf = (rank: 1 | 2 | 3): FilterSpecification => ['==', ['get', 'rank'], rank];
		return [{ id: source, source, sourceLayer: null, chosen: ['==', ['get', 'kind'], kind], rankOf }];
	}
	if (pack.kind === 'raster') return [];
	const named = (of: BaseKind) => pack.layers.filter((layer) => baseKindOf(layer) === of);
	const place = (sourceLayer: string, chosen: FilterSpecification | null): Place => ({
		id: `${source}-${sourceLayer}`,
		source,
		sourceLayer,
		chosen,
		rankOf: rankByClass,
	});
	if (kind === 'road') return named('road').map((layer) => place(layer, not(isOneOf(NO_ROADS))));
	if (kind === 'rail')
		return [
			...named('rail').map((layer) => place(layer, null)),
			...named('road').map((layer) => place(layer, isOneOf(RAILS))),
		];
	return named(kind).map((layer) => place(layer, null));
}

function layersOf(place: Place, kind: BaseKind, palette: MapPalette, lineScale: number): LayerSpecification[] {
	const { source, sourceLayer, chosen } = place;
	const from = {
		source,
		minzoom: FROM_ZOOM[kind],
		...(sourceLayer !== null && { 'source-layer': sourceLayer }),
	};
	const id = `${place.id}-${kind}`;
	const fill = (colour: string, opacity: number): LayerSpecification => ({
		...from,
		id: `${id}-area`,
		type: 'fill',
		filter: all(POLYGONS, chosen),
		paint: { 'fill-color': colour, 'fill-opacity': opacity },
	});
	const line = (colour: string, width: number | ExpressionSpecification, dashes?: number[]): LayerSpecification => ({
		...from,
		id: `${id}-line`,
		type: 'line',
		filter: all(LINES, chosen),
		layout: { 'line-join': 'round' },
		paint: { 'line-color': colour, 'line-width': width, ...(dashes && { 'line-dasharray': dashes }) },
	});
	switch (kind) {
		case 'green':
			return [fill(palette.hatch, 0.16)];
		case 'water':
			return [
				fill(palette.surface, 1),
				line(palette.surface, ['interpolate', ['linear'], ['zoom'], 8, lineScale, 16, 5 * lineScale]),
			];
		case 'building':
			return [fill(palette.road, 0.28)];
		case 'rail':
			return [line(palette.townLine, 1.1 * lineScale, [4, 2.4])];
		case 'other':
			return [line(palette.road, 0.5 * lineScale)];
		case 'road':
			return RANKS.map((rank) => {
				const [near, thin, far, wide] = ROAD_WIDTHS[rank];
				const width: ExpressionSpecification = [
					'interpolate',
					['linear'],
					['zoom'],
					near,
					thin * lineScale,
					far,
					wide * lineScale,
				];
				return {
					...line(palette.road, width),
					id: `${id}-${rank}`,
					minzoom: ROAD_FROM_ZOOM[rank],
					filter: all(LINES, chosen, place.rankOf(rank)),
				} as LayerSpecification;
			});
	}
}

/** Layers of a basemap, those under the coloured areas and those over them. */
export function baseLayers(
	base: BaseMap | null,
	palette: MapPalette,
	lineScale: number,
): { under: LayerSpecification[]; over: LayerSpecification[] } {
	if (base === null) return { under: [], over: [] };
	const ofKind = (kind: BaseKind) =>
		base.packs.flatMap((pack) => placesOf(pack, kind).flatMap((place) => layersOf(place, kind, palette, lineScale)));
	return {
		under: [...pictureLayers(base, palette), ...ofKind('green')],
		over: BASE_KINDS.filter((kind) => kind !== 'green').flatMap(ofKind),
	};
}

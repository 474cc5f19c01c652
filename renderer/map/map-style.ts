// The map's own offline style from a palette: outline, towns, villages, grids, roads and water (design/README.md, Map).
// Pure; nothing is drawn outside the district, water is the surface showing through, no glyphs; a basemap where one was added.

import type { ExpressionSpecification, FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { type BaseMap, hasPictures } from './base-map.ts';
import { baseLayers, baseSources } from './base-style.ts';
import type { MapPalette } from './map-palette.ts';

export const MAP_LEVELS = ['town', 'village', 'grid'] as const;
/** Levels that can be coloured. */
export type MapLevel = (typeof MAP_LEVELS)[number];
export type LayerName = 'district' | MapLevel | 'microGrid' | 'road' | 'water';

/** Areas drawn by their outline over the coloured level: dedicated grids, micro-grids. */
export type ExtraLayer = 'dedicated' | 'microGrid';

/** Name of the hatch image that marks areas without data. */
export const HATCH_IMAGE = 'no-data';

/** Source of the outlines of the selected and the hovered area; filled by the canvas. */
export const PICKED_SOURCE = 'picked';

/** Feature state of an area; set with setFeatureState, so that recolouring never touches a source. */
export interface AreaState {
	/** Index into the fills; −1 or absent = no data. */
	fill: number;
}

export interface MapStyleInput {
	/** Address of each layer that exists. */
	layers: Partial<Record<LayerName, string>>;
	/** The coloured level. */
	level: MapLevel;
	palette: MapPalette;
	/** True once figures are known: areas without one are hatched. Never for lights, where quiet is a state. */
	hatchesMissing: boolean;
	/** Width of lines against the desk: 1 at the desk, more on a wall. */
	lineScale: number;
	/** Outlines drawn beside the levels. */
	shows?: readonly ExtraLayer[];
	/** Null or left out: nothing but the district's own layers. */
	base?: BaseMap | null;
}

/** Opacity of areas that let pictures shine through. */
const OVER_PICTURES = 0.58;

/** Id of the layer that takes clicks at a level. */
export function fillLayerId(level: MapLevel): string {
	return `${level}-fill`;
}

const FILL_INDEX: ExpressionSpecification = ['coalesce', ['feature-state', 'fill'], -1];
const POLYGONS: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const LINES: FilterSpecification = ['==', ['geometry-type'], 'LineString'];

function fillColour(fills: readonly string[]): ExpressionSpecification {
	const [first = '#808080', ...rest] = fills;
	const steps = rest.flatMap((colour, index) => [index + 1, colour]);
	return ['step', FILL_INDEX, first, ...steps] as unknown as ExpressionSpecification;
}

function line(id: string, source: string, colour: string, width: number): LayerSpecification {
	return {
		id,
		type: 'line',
		source,
		layout: { 'line-join': 'round', 'line-cap': 'round' },
		paint: { 'line-color': colour, 'line-width': width },
	};
}

/** Fill, hatch and seams of one level; only the coloured level is visible. */
function levelLayers(level: MapLevel, input: MapStyleInput): LayerSpecification[] {
	const visibility = level === input.level ? 'visible' : 'none';
	const seamWidth = (level === 'town' ? 1 : 0.7) * input.lineScale;
	return [
		{
			id: fillLayerId(level),
			type: 'fill',
			source: level,
			layout: { visibility },
			paint: {
				'fill-color': fillColour(input.palette.fills),
				'fill-antialias': false,
				'fill-opacity': hasPictures(input.base ?? null) ? OVER_PICTURES : 1,
			},
		},
		{
			id: `${level}-hatch`,
			type: 'fill',
			source: level,
			// Hidden, not made clear: where an expression over feature states gives way to a constant while tiles load,
			// MapLibre asks the constant to be evaluated and throws.
			layout: { visibility: input.hatchesMissing ? visibility : 'none' },
			paint: { 'fill-pattern': HATCH_IMAGE, 'fill-opacity': ['case', ['<', FILL_INDEX, 0], 1, 0] },
		},
		{
			id: `${level}-seam`,
			type: 'line',
			source: level,
			layout: { visibility, 'line-join': 'round' },
			paint: {
				'line-color': input.palette.seam,
				'line-width': ['interpolate', ['linear'], ['zoom'], 9, seamWidth, 14, seamWidth * 2.4],
			},
		},
	];
}

/** Hovered and selected outlines: the accent with a casing in the canvas colour. */
function pickLayers({ palette, lineScale }: MapStyleInput): LayerSpecification[] {
	const width = (selected: number, hovered: number): ExpressionSpecification => [
		'case',
		['get', 'isSelected'],
		selected * lineScale,
		hovered * lineScale,
	];
	const outline = (id: string, colour: string | ExpressionSpecification, wide: ExpressionSpecification) =>
		({
			id,
			type: 'line',
			source: PICKED_SOURCE,
			layout: { 'line-join': 'round' },
			paint: { 'line-color': colour, 'line-width': wide },
		}) satisfies LayerSpecification;
	return [
		outline('picked-casing', palette.canvas, width(6, 3.4)),
		outline('picked', ['case', ['get', 'isSelected'], palette.accent, palette.hover], width(2.6, 1.4)),
	];
}

/** Dedicated grids by a dashed casing, micro-grids by a fine dotted line. */
function extraLayers({ layers, palette, lineScale, shows = [] }: MapStyleInput): LayerSpecification[] {
	const drawn: LayerSpecification[] = [];
	if (shows.includes('microGrid') && layers.microGrid !== undefined) {
		const paint = { 'line-color': palette.townLine, 'line-width': 0.6 * lineScale, 'line-dasharray': [1, 3] };
		drawn.push({ id: 'micro-line', type: 'line', source: 'microGrid', paint });
	}
	if (shows.includes('dedicated') && layers.grid !== undefined) {
		const filter: FilterSpecification = ['==', ['get', 'gridType'], 'dedicated'];
		const casing = { 'line-color': palette.canvas, 'line-width': 4 * lineScale };
		const paint = { 'line-color': palette.hover, 'line-width': 1.6 * lineScale, 'line-dasharray': [3, 1.5] };
		drawn.push({ id: 'dedicated-casing', type: 'line', source: 'grid', filter, paint: casing });
		drawn.push({ id: 'dedicated-line', type: 'line', source: 'grid', filter, paint });
	}
	return drawn;
}

/** The whole style. Two inputs that differ in level or theme give styles that MapLibre can diff without new sources. */
export function buildMapStyle(input: MapStyleInput): StyleSpecification {
	const { layers, palette, lineScale } = input;
	const has = (name: LayerName) => layers[name] !== undefined;
	const levels = MAP_LEVELS.filter(has);
	const sources: StyleSpecification['sources'] = {};
	for (const [name, url] of Object.entries(layers)) {
		if (name === 'microGrid' && !input.shows?.includes('microGrid')) continue;
		sources[name] = { type: 'geojson', data: url, promoteId: 'code', tolerance: 0.2, buffer: 32, maxzoom: 14 };
	}
	sources[PICKED_SOURCE] = { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, tolerance: 0.2 };
	const base = input.base ?? null;
	Object.assign(sources, baseSources(base));
	const { under, over } = baseLayers(base, palette, lineScale);
	const drawn: LayerSpecification[] = [
		{ id: 'surface', type: 'background', paint: { 'background-color': palette.surface } },
		...under,
	];
	if (has('district') && !hasPictures(base)) {
		const ground = palette.fills[0] ?? palette.surface;
		drawn.push({ id: 'district-base', type: 'fill', source: 'district', paint: { 'fill-color': ground } });
	}
	drawn.push(...levels.flatMap((level) => levelLayers(level, input)));
	if (has('water')) {
		const water = { 'fill-color': palette.surface, 'fill-antialias': true };
		drawn.push({ id: 'water', type: 'fill', source: 'water', filter: POLYGONS, paint: water });
		drawn.push({
			...line('water-line', 'water', palette.surface, 2.4 * lineScale),
			filter: LINES,
		} as LayerSpecification);
	}
	if (has('road')) {
		drawn.push({
			...line('road', 'road', palette.road, 0.9 * lineScale),
			filter: LINES,
		} as LayerSpecification);
	}
	drawn.push(...over);
	if (has('town')) {
		drawn.push(line('town-casing', 'town', palette.seam, 3.2 * lineScale));
		drawn.push(line('town-line', 'town', palette.townLine, 1 * lineScale));
	}
	if (has('district')) {
		drawn.push(line('district-casing', 'district', palette.surface, 4 * lineScale));
		drawn.push(line('district-line', 'district', palette.districtLine, 1.5 * lineScale));
	}
	drawn.push(...extraLayers(input));
	drawn.push(...pickLayers(input));
	return { version: 8, sources, layers: drawn };
}

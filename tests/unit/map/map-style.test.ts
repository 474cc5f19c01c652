// The map's own style: offline, in the right order, one coloured level, water as the surface.

import { describe, expect, it } from 'vitest';
import { buildMapStyle, fillLayerId, type MapStyleInput, PICKED_SOURCE } from '../../../renderer/map/map-style.ts';
import { PLAIN_PALETTE as palette } from './plain-palette.ts';

const layers = Object.fromEntries(
	['district', 'town', 'village', 'grid', 'road', 'water'].map((name) => [name, `geo/${name}.geojson?v=1`]),
);
const input: MapStyleInput = { layers, level: 'grid', palette, hatchesMissing: true, lineScale: 1 };

describe('buildMapStyle', () => {
	const style = buildMapStyle(input);
	const order = style.layers.map((layer) => layer.id);

	it('asks for nothing but the layers it was given', () => {
		expect(style.glyphs).toBeUndefined();
		expect(style.sprite).toBeUndefined();
		const { [PICKED_SOURCE]: picked, ...asked } = style.sources;
		expect(picked).toMatchObject({ data: { features: [] } });
		const addresses = Object.values(asked).map((source) => ('data' in source ? source.data : null));
		expect(addresses).toEqual(Object.values(layers));
	});

	it('colours one level and draws lines over water, the selection over all', () => {
		const visible = style.layers.filter((layer) => layer.type === 'fill' && layer.layout?.visibility === 'visible');
		expect(visible.map((layer) => layer.id)).toEqual([fillLayerId('grid'), 'grid-hatch']);
		expect(order.indexOf('water')).toBeGreaterThan(order.indexOf('grid-seam'));
		expect(order.indexOf('town-line')).toBeGreaterThan(order.indexOf('water'));
		expect(order.indexOf('town-line')).toBe(order.indexOf('town-casing') + 1);
		expect(order.indexOf('picked')).toBe(order.length - 1);
	});

	it('lets the surface show as water, never a blue', () => {
		const water = style.layers.find((layer) => layer.id === 'water');
		expect(water?.type === 'fill' && water.paint?.['fill-color']).toBe(palette.surface);
	});

	it('keeps sources and layer ids over level, theme and figures, so that a change is only paint', () => {
		const other = buildMapStyle({
			...input,
			level: 'town',
			hatchesMissing: false,
			palette: { ...palette, surface: '#121a28' },
		});
		expect(other.sources).toEqual(style.sources);
		expect(other.layers.map((layer) => layer.id)).toEqual(order);
	});

	it('keeps every expression over feature states one, whatever is shown: a tile that loads meanwhile counts on it', () => {
		const overStates = (one: MapStyleInput) =>
			buildMapStyle(one).layers.flatMap(({ id, ...layer }) =>
				Object.entries('paint' in layer ? (layer.paint ?? {}) : {})
					.filter(([, value]) => JSON.stringify(value).includes('feature-state'))
					.map(([property]) => `${id} ${property}`),
			);
		const always = overStates(input);
		expect(always).toContain('grid-hatch fill-opacity');
		for (const level of ['town', 'village', 'grid'] as const)
			for (const hatchesMissing of [true, false])
				expect(overStates({ ...input, level, hatchesMissing })).toEqual(always);
	});

	it('does without layers that the district lacks', () => {
		const bare = buildMapStyle({ ...input, layers: { town: 'geo/town.geojson' }, level: 'town' });
		expect(Object.keys(bare.sources)).toEqual(['town', PICKED_SOURCE]);
		const used = bare.layers.flatMap((layer) => ('source' in layer && layer.source ? [layer.source] : []));
		expect(new Set(used)).toEqual(new Set(['town', PICKED_SOURCE]));
	});

	it('hatches missing areas only once figures are known', () => {
		const hatch = (hatchesMissing: boolean) =>
			buildMapStyle({ ...input, hatchesMissing }).layers.find((one) => one.id === 'grid-hatch');
		expect(hatch(false)?.layout?.visibility).toBe('none');
		expect(hatch(true)?.layout?.visibility).toBe('visible');
		expect(hatch(true)?.paint).toMatchObject({
			'fill-opacity': ['case', ['<', ['coalesce', ['feature-state', 'fill'], -1], 0], 1, 0],
		});
	});
});

// The map's own style: offline, in the right order, one coloured level, water as the surface.

import { describe, expect, it } from 'vitest';
import type { MapPalette } from '../../../renderer/map/map-palette.ts';
import { buildMapStyle, fillLayerId, type MapStyleInput } from '../../../renderer/map/map-style.ts';

const palette: MapPalette = {
	surface: '#ffffff',
	canvas: '#f5f7fa',
	seam: '#fffffe',
	townLine: '#111111',
	districtLine: '#222222',
	road: '#333333',
	accent: '#1668dc',
	hover: '#16202e',
	hatch: '#999999',
	fills: ['#f1f4f8', '#d6e4f5', '#aac8ea', '#74a4d9', '#4079bb', '#1e4e8a'],
};
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
		const addresses = Object.values(style.sources).map((source) => ('data' in source ? source.data : null));
		expect(addresses).toEqual(Object.values(layers));
	});

	it('colours one level and draws lines over water, the selection over all', () => {
		const visible = style.layers.filter((layer) => layer.type === 'fill' && layer.layout?.visibility === 'visible');
		expect(visible.map((layer) => layer.id)).toEqual([fillLayerId('grid'), 'grid-hatch']);
		expect(order.indexOf('water')).toBeGreaterThan(order.indexOf('grid-seam'));
		expect(order.indexOf('town-line')).toBeGreaterThan(order.indexOf('water'));
		expect(order.indexOf('town-line')).toBe(order.indexOf('town-casing') + 1);
		expect(order.indexOf('grid-pick')).toBe(order.length - 1);
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

	it('does without layers that the district lacks', () => {
		const bare = buildMapStyle({ ...input, layers: { town: 'geo/town.geojson' }, level: 'town' });
		expect(Object.keys(bare.sources)).toEqual(['town']);
		const used = bare.layers.flatMap((layer) => ('source' in layer && layer.source ? [layer.source] : []));
		expect(new Set(used)).toEqual(new Set(['town']));
	});

	it('hatches missing areas only once figures are known', () => {
		const opacity = (hatchesMissing: boolean) => {
			const layer = buildMapStyle({ ...input, hatchesMissing }).layers.find((one) => one.id === 'grid-hatch');
			return layer?.type === 'fill' ? layer.paint?.['fill-opacity'] : undefined;
		};
		expect(opacity(false)).toBe(0);
		expect(opacity(true)).toEqual(['case', ['<', ['coalesce', ['feature-state', 'fill'], -1], 0], 1, 0]);
	});
});

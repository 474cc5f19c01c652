// A basemap in the map's own style: kinds by layer names of common schemas, more the nearer, under and over the areas.

import { describe, expect, it } from 'vitest';
import { baseMapOf } from '../../../renderer/boards/base-map-of.ts';
import type { BaseMap, BasePack } from '../../../renderer/map/base-map.ts';
import { buildMapStyle, fillLayerId, PICKED_SOURCE } from '../../../renderer/map/map-style.ts';
import { baseKindOf } from '../../../shared/domain/basemap-kinds.ts';
import { PLAIN_PALETTE as palette } from './plain-palette.ts';

const PACK: BasePack = {
	id: '0123456789abcdef',
	kind: 'vector',
	url: 'http://127.0.0.1/geo/packs/0123456789abcdef.pmtiles',
	bounds: [120, 30, 121, 31],
	minZoom: 6,
	maxZoom: 14,
	layers: ['earth', 'water', 'transportation', 'building', 'place', 'landcover'],
};
const styleOf = (base: BaseMap | null, surface = palette.surface) =>
	buildMapStyle({
		layers: { district: 'd', town: 't', grid: 'g' },
		level: 'grid',
		palette: { ...palette, surface },
		hatchesMissing: true,
		lineScale: 1,
		base,
	});
const baseOf = (...packs: BasePack[]): BaseMap => ({ packs, online: [], attribution: '' });

describe('kinds by name', () => {
	it.each([
		['transportation', 'road'],
		['roads', 'road'],
		['streets', 'road'],
		['waterway', 'water'],
		['water_polygons', 'water'],
		['ocean', 'water'],
		['transit', 'rail'],
		['buildings', 'building'],
		['landuse', 'green'],
		['水系面', 'water'],
		['龙湾道路', 'road'],
		['transportation_name', null],
		['water_name', null],
		['places', null],
		['boundaries', null],
		['earth', null],
		['xyz', 'other'],
	])('%s is drawn as %s', (name, kind) => {
		expect(baseKindOf(name)).toBe(kind);
	});
});

describe('buildMapStyle with a basemap', () => {
	const style = styleOf(baseOf(PACK));
	const order = style.layers.map(({ id }) => id);
	const find = (pattern: RegExp) => order.findIndex((id) => pattern.test(id));

	it('draws greenery under the areas, water and roads over them, and no names', () => {
		expect(find(/landcover-green/)).toBeLessThan(order.indexOf(fillLayerId('grid')));
		expect(find(/-water-area/)).toBeGreaterThan(order.indexOf(fillLayerId('grid')));
		expect(find(/transportation-road/)).toBeGreaterThan(find(/-water-area/));
		expect(order.indexOf('town-line')).toBeGreaterThan(find(/transportation-road/));
		expect(style.layers.some(({ type }) => type === 'symbol')).toBe(false);
		expect(order.some((id) => /place|earth/.test(id))).toBe(false);
	});

	it('shows main roads from afar and the small ones near by', () => {
		const from = (rank: number) => style.layers.find(({ id }) => id.endsWith(`road-${rank}`))?.minzoom ?? -1;
		expect([from(1), from(2), from(3)]).toEqual([0, 9, 12]);
		expect(style.layers.find(({ id }) => id.includes('building'))?.minzoom).toBe(14);
	});

	it('lets pictures shine through the areas, darker in the dark theme', () => {
		const raster = baseOf({ ...PACK, kind: 'raster', layers: [] });
		const fill = (base: BaseMap | null) => {
			const layer = styleOf(base).layers.find(({ id }) => id === fillLayerId('grid'));
			return layer?.type === 'fill' ? layer.paint?.['fill-opacity'] : undefined;
		};
		expect(fill(null)).toBe(1);
		expect(fill(raster)).toBeLessThan(0.7);
		const picture = (surface: string) => {
			const layer = styleOf(raster, surface).layers.find(({ type }) => type === 'raster');
			return layer?.type === 'raster' ? layer.paint?.['raster-brightness-max'] : undefined;
		};
		expect(picture('#ffffff')).toBeUndefined();
		expect(picture('#121a28')).toBeLessThan(0.6);
	});

	it('adds nothing where there is none', () => {
		expect(Object.keys(styleOf(null).sources)).toEqual(['district', 'town', 'grid', PICKED_SOURCE]);
	});
});

describe('baseMapOf', () => {
	const known = {
		packs: [],
		online: [],
		approval: null,
	};
	it('is null without packs and online map, so that no address is ever named', () => {
		expect(baseMapOf(null, 'http://h/')).toBeNull();
		expect(baseMapOf(known, 'http://h/')).toBeNull();
	});

	it('leaves out what lies beside the district or was removed', () => {
		const pack = {
			packId: PACK.id,
			name: 'x',
			kind: 'lines' as const,
			bytes: 1,
			bounds: PACK.bounds,
			minZoom: 0,
			maxZoom: 24,
			layers: [],
			attribution: '',
			addedAt: '2026-11-23T07:45:00+08:00',
			isRemoved: false,
			reachesDistrict: true,
		};
		expect(baseMapOf({ ...known, packs: [{ ...pack, reachesDistrict: false }] }, 'http://h/')).toBeNull();
		expect(baseMapOf({ ...known, packs: [{ ...pack, isRemoved: true }] }, 'http://h/')).toBeNull();
		expect(baseMapOf({ ...known, packs: [pack], online: ['vec'] }, 'http://h/')).toMatchObject({
			packs: [{ url: `http://h/geo/packs/${PACK.id}.geojson` }],
			online: ['http://h/geo/online/vec/{z}/{x}/{y}'],
			attribution: '天地图 • 国家地理信息公共服务平台',
		});
	});
});

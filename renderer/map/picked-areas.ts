// The outlines of the selected and the hovered area, as a source of at most two polygons. By feature state every outline of
// the district would be drawn clear in each frame: more than half of the work with ten thousand grids.

import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { MAP_LEVELS, type MapLevel, PICKED_SOURCE } from './map-style.ts';

type Outline = Feature<Polygon | MultiPolygon>;

function isOutline(feature: Feature): feature is Outline {
	return feature.geometry.type === 'Polygon' || feature.geometry.type === 'MultiPolygon';
}

/** Areas of a level by code, as the level's source holds them; empty where the district has none, waits for the load. */
export async function readOutlines(map: MapLibreMap, level: MapLevel): Promise<ReadonlyMap<string, Outline>> {
	const data = await map.getSource<GeoJSONSource>(level)?.getData();
	const features = typeof data === 'object' && data.type === 'FeatureCollection' ? data.features : [];
	return new Map(features.filter(isOutline).map((feature) => [String(feature.properties?.code), feature]));
}

export interface PickedAreas {
	/** Draws the outlines of two areas of any level; null for none. */
	show(selected: string | null, hovered: string | null): void;
	/** Call when the layers' data may have changed. */
	forget(): void;
	close(): void;
}

export function openPickedAreas(map: MapLibreMap): PickedAreas {
	let outlines = new Map<MapLevel, Promise<ReadonlyMap<string, Outline>>>();
	let turn = 0;
	const find = async (code: string): Promise<Outline | null> => {
		for (const level of MAP_LEVELS) {
			const known = outlines.get(level) ?? readOutlines(map, level);
			outlines.set(level, known);
			const found = (await known).get(code);
			if (found) return found;
		}
		return null;
	};
	const draw = async (selected: string | null, hovered: string | null): Promise<void> => {
		turn += 1;
		const own = turn;
		const features: Feature[] = [];
		for (const [code, isSelected] of [
			[hovered === selected ? null : hovered, false],
			[selected, true],
		] as const) {
			const outline = code === null ? null : await find(code);
			if (outline) features.push({ type: 'Feature', properties: { isSelected }, geometry: outline.geometry });
		}
		if (own === turn) map.getSource<GeoJSONSource>(PICKED_SOURCE)?.setData({ type: 'FeatureCollection', features });
	};
	return {
		show: (selected, hovered) => void draw(selected, hovered),
		forget() {
			outlines = new Map();
		},
		close() {
			turn += 1;
		},
	};
}

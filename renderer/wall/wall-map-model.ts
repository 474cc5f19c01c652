// What the wall's map shows: fills, marks, labels and legend from the whitelisted lights. Pure.

import type { MethodOutput } from '../../shared/contract/contract.ts';
import type { EventLight } from '../../shared/domain/codes.ts';
import type { MapLabel, MapMark } from '../map/MapOverlay.tsx';
import { LIGHT_FILL } from '../map/map-palette.ts';
import type { MapLevel } from '../map/map-style.ts';
import type { Overview } from './wall-figures.ts';

type AreaList = MethodOutput<'areas.listAreas'>;

export interface WallMapModel {
	level: MapLevel;
	/** Areas of the level. */
	areaCount: number;
	fills: ReadonlyMap<string, number>;
	marks: MapMark[];
	labels: MapLabel[];
	/** [west, south, east, north]; null when no area has a polygon. */
	frame: readonly [number, number, number, number] | null;
	/** Areas of the level by their most urgent light, most urgent first; the last ones have no open event. */
	legend: { light: 'deepRed' | 'red' | 'yellow' | 'green' | 'none'; count: number }[];
}

/** Lights that are drawn as marks; the others are fills only. */
const MARKED: readonly EventLight[] = ['deepRed', 'red', 'yellow'];
const LEGEND = ['deepRed', 'red', 'yellow', 'green', 'none'] as const;

/** Finest level that has polygons: grids, else towns. */
function mapLevel(areas: AreaList): MapLevel | null {
	const hasLayer = (level: MapLevel) =>
		areas.layers.includes(level) && areas.areas.some((area) => area.level === level && area.bbox !== null);
	return hasLayer('grid') ? 'grid' : hasLayer('town') ? 'town' : hasLayer('village') ? 'village' : null;
}

/** Builds the model; null when the district has no polygons at all. */
export function wallMapModel(overview: Overview, areas: AreaList): WallMapModel | null {
	const level = mapLevel(areas);
	if (level === null) return null;
	const lightOf = new Map(overview.areas.map((area) => [area.area, area.light]));
	const shown = areas.areas.filter((area) => area.level === level);
	const fills = new Map<string, number>();
	const marks: MapMark[] = [];
	const counts = { deepRed: 0, red: 0, yellow: 0, green: 0, none: 0 };
	for (const area of shown) {
		const light = lightOf.get(area.code) ?? 'none';
		fills.set(area.code, LIGHT_FILL[light]);
		// An area whose open events are all paused is calm: it is filled and counted with the normal ones.
		counts[light === 'paused' ? 'green' : light] += 1;
		if (MARKED.includes(light) && area.labelPoint !== null)
			marks.push({ code: area.code, light, point: area.labelPoint });
	}
	// The most urgent marks are drawn last, on top.
	marks.sort((left, right) => MARKED.indexOf(right.light) - MARKED.indexOf(left.light));

	const boxes = areas.areas.filter(
		(area) => area.level === 'district' || area.level === 'town' || area.level === level,
	);
	let frame: [number, number, number, number] | null = null;
	for (const { bbox } of boxes) {
		if (bbox === null) continue;
		frame =
			frame === null
				? [...bbox]
				: [
						Math.min(frame[0], bbox[0]),
						Math.min(frame[1], bbox[1]),
						Math.max(frame[2], bbox[2]),
						Math.max(frame[3], bbox[3]),
					];
	}
	const labels: MapLabel[] = [];
	const towns = areas.areas.filter((area) => area.level === 'town').sort((left, right) => left.sortNo - right.sortNo);
	for (const town of towns) {
		if (town.labelPoint !== null)
			labels.push({ code: town.code, name: town.shortName, figure: null, point: town.labelPoint });
	}
	const legend = LEGEND.map((light) => ({ light, count: counts[light] }));
	return { level, areaCount: shown.length, fills, marks, labels, frame, legend };
}

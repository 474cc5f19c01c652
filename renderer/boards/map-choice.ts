// What the map is coloured by and where a click on it leads. Pure. Raw counts never fill areas (design.md §5).

import { MAP_LEVELS, type MapLevel } from '../stores/address.ts';
import type { Area, AreaTree } from '../stores/app-store.ts';
import { pathTo } from '../stores/use-view.ts';

/** Amount per resident where population is known, else a rate at the level where n is large enough. */
export const PER_RESIDENT = 'OP02';
export const RATE = 'OP04';

function knowsPopulation(tree: AreaTree, area: Area): boolean {
	if (area.popResident !== null) return true;
	const children = (tree.childrenOf.get(area.code) ?? []).filter((child) => child.level !== 'microGrid');
	return children.length > 0 && children.every((child) => knowsPopulation(tree, child));
}

export interface MapChoice {
	level: MapLevel;
	/** Levels that can be chosen, widest first. */
	levels: readonly MapLevel[];
	indicator: string;
}

/**
 * The level and indicator of the map. A level can be chosen when it has outlines and its population is known for at
 * least one area; towns can always be, by rate. Null when nothing can be drawn.
 */
export function chooseMap(tree: AreaTree, wanted: MapLevel | null, areaLevel: Area['level']): MapChoice | null {
	const known = new Set<string>();
	for (const area of tree.list) {
		if (!known.has(area.level) && knowsPopulation(tree, area)) known.add(area.level);
	}
	const drawn = MAP_LEVELS.filter((level) => tree.layers.includes(level));
	const levels = drawn.filter((level) => known.has(level) || level === 'town');
	const usable = levels.filter((level) => areaLevel === 'district' || level !== 'town');
	const offered = usable.length > 0 ? usable : levels;
	const level = offered.find((one) => one === wanted) ?? offered.at(-1);
	if (!level) return null;
	return { level, levels: offered, indicator: known.has(level) ? PER_RESIDENT : RATE };
}

/** Where a click on an area leads: one level down towards it, or to its sibling when it lies outside. Null = nowhere. */
export function pickTarget(tree: AreaTree, current: Area, clicked: string): Area | null {
	const area = tree.byCode.get(clicked);
	if (!area || area.code === current.code) return null;
	const path = pathTo(tree, area);
	const at = path.findIndex((one) => one.code === current.code);
	if (at >= 0) return path[at + 1] ?? null;
	const depth = pathTo(tree, current).length;
	return path[depth - 1] ?? area;
}

// Areas in official order, numbered so that everything inside an area is one run of numbers: sums over an area
// are a difference of running totals. Micro-grids are no places of their own; they count as their parent.

import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { ReadingLevel } from '../../../shared/domain/codes.ts';
import type { EngineArea } from './event-columns.ts';

/** An area that figures are asked for. `place` to `lastPlace` (both included) are the places inside it. */
export interface Place {
	place: number;
	lastPlace: number;
	parent: number | null;
	areaId: number;
	code: string;
	name: string;
	level: ReadingLevel;
	peerGroup: EngineArea['peerGroup'];
	isActive: boolean;
	popResident: number | null;
	/** Residents of its micro-grids, one entry each; only grids have some. */
	microPopulations: (number | null)[];
}

export interface AreaTree {
	/** Place 0 is the whole district, also when no district row was delivered. */
	places: readonly Place[];
	placeByAreaId: ReadonlyMap<number, number>;
	placeByCode: ReadonlyMap<string, number>;
	/** True where place 0 stands for a district nobody delivered (or for several). */
	hasMadeUpRoot: boolean;
}

/** Code and name of the whole when no district row was delivered. */
const WHOLE = { code: 'district', name: '全区' } as const;

function compareOfficially(a: EngineArea, b: EngineArea): number {
	return a.sortNo - b.sortNo || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

function toPlace(area: EngineArea, place: number, parent: number | null): Place {
	return {
		place,
		lastPlace: place,
		parent,
		areaId: area.areaId,
		code: area.code,
		name: area.name,
		level: area.level === 'microGrid' ? 'grid' : area.level,
		peerGroup: area.peerGroup,
		isActive: area.isActive,
		popResident: area.popResident,
		microPopulations: [],
	};
}

/** Numbers the areas depth first in official order. Areas without a known parent hang under the district. */
export function makeAreaTree(areas: readonly EngineArea[]): AreaTree {
	const known = new Set(areas.map((area) => area.areaId));
	const districts = areas.filter((area) => area.level === 'district' && !isInside(area, known));
	const only = districts.length === 1 ? districts[0] : undefined;
	const children = new Map<number, EngineArea[]>();
	const tops: EngineArea[] = [];
	for (const area of areas) {
		if (area === only) continue;
		const parentId = area.parentId;
		if (parentId === null || !known.has(parentId) || parentId === area.areaId) tops.push(area);
		else children.set(parentId, [...(children.get(parentId) ?? []), area]);
	}
	const places: Place[] = [];
	const placeByAreaId = new Map<number, number>();
	const placeByCode = new Map<string, number>();

	function add(area: EngineArea, parent: number): void {
		if (placeByAreaId.has(area.areaId)) return;
		const above = places[parent];
		if (area.level === 'microGrid' && above) {
			placeByAreaId.set(area.areaId, parent);
			if (area.isActive) above.microPopulations.push(area.popResident);
			return;
		}
		const place = toPlace(area, places.length, parent);
		places.push(place);
		placeByAreaId.set(area.areaId, place.place);
		placeByCode.set(area.code, place.place);
		for (const child of (children.get(area.areaId) ?? []).sort(compareOfficially)) add(child, place.place);
		place.lastPlace = places.length - 1;
	}

	const root = only ? toPlace(only, 0, null) : makeUpRoot();
	places.push(root);
	placeByCode.set(root.code, 0);
	if (only) placeByAreaId.set(only.areaId, 0);
	const underRoot = [...(only ? (children.get(only.areaId) ?? []) : []), ...tops].sort(compareOfficially);
	for (const area of underRoot) add(area, 0);
	// Areas whose parents form a ring are reached from nowhere; they hang under the district too.
	for (const area of areas) if (!placeByAreaId.has(area.areaId)) add(area, 0);
	root.lastPlace = places.length - 1;
	return { places, placeByAreaId, placeByCode, hasMadeUpRoot: only === undefined };
}

function isInside(area: EngineArea, known: ReadonlySet<number>): boolean {
	return area.parentId !== null && known.has(area.parentId) && area.parentId !== area.areaId;
}

function makeUpRoot(): Place {
	return {
		place: 0,
		lastPlace: 0,
		parent: null,
		areaId: 0,
		code: WHOLE.code,
		name: WHOLE.name,
		level: 'district',
		peerGroup: 'all',
		isActive: true,
		popResident: null,
		microPopulations: [],
	};
}

/**
 * The place of an area code.
 * @throws GridHelmError E_UNKNOWN_AREA, also for a micro-grid, which is read as its grid
 */
export function placeOfCode(tree: AreaTree, code: string): Place {
	const place = tree.places[tree.placeByCode.get(code) ?? -1];
	if (!place) throw new GridHelmError('E_UNKNOWN_AREA', `没有编码为 ${code} 的区域`, { area: code });
	return place;
}

/** Places of a level inside a place (the place itself included when it is of that level), in official order. */
export function placesAtLevel(tree: AreaTree, level: ReadingLevel, inside: Place): Place[] {
	const found: Place[] = [];
	for (let number = inside.place; number <= inside.lastPlace; number += 1) {
		const place = tree.places[number];
		if (place && place.level === level) found.push(place);
	}
	// A made-up whole is listed only where no district row stands below it.
	if (level === 'district' && tree.hasMadeUpRoot && found.length > 1) return found.filter(({ areaId }) => areaId !== 0);
	return found;
}

const LEVELS_DOWN: readonly ReadingLevel[] = ['district', 'town', 'village', 'grid'];

/** The next level down that has areas inside a place; null at the bottom. */
export function levelBelow(tree: AreaTree, inside: Place): ReadingLevel | null {
	for (const level of LEVELS_DOWN.slice(LEVELS_DOWN.indexOf(inside.level) + 1)) {
		if (placesAtLevel(tree, level, inside).length > 0) return level;
	}
	return null;
}

/** Direct children of a place. */
export function childrenOf(tree: AreaTree, parent: Place): Place[] {
	const children: Place[] = [];
	for (let number = parent.place + 1; number <= parent.lastPlace; ) {
		const child = tree.places[number];
		if (!child) break;
		children.push(child);
		number = child.lastPlace + 1;
	}
	return children;
}

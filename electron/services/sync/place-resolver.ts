// Decides where an event counts: a declared known grid, else the grid its point falls in, else the named unit
// (figures.md, Events: Place). A pure function of the areas; nothing is matched by likeness.

import type { PlaceArea, PlaceWords } from '../cache/place-store.ts';
import { EVENT_FLAG } from '../indicators/event-columns.ts';
import { openDrawnPlaces } from './drawn-places.ts';
import { foldGridName, foldText, foldTownName, foldVillageName } from './place-names.ts';

/** What the words alone say. Ids are 0 for unknown. */
export interface NamedPlace {
	/** Lowest unit named for certain. */
	areaId: number;
	townId: number;
	villageId: number;
	/** The grid that is named and known. */
	gridId: number;
	/** A grid is named that is not known. */
	hasUnknownGrid: boolean;
}

/** Where an event counts. */
export interface Located {
	areaId: number;
	geoAreaId: number;
	/** Bits of EVENT_FLAG among PLACE_FLAGS. */
	flags: number;
}

/** The flags that this file decides; all others belong to the row. */
export const PLACE_FLAGS =
	EVENT_FLAG.hasPoint |
	EVENT_FLAG.placeDiffers |
	EVENT_FLAG.unlocated |
	EVENT_FLAG.unknownGrid |
	EVENT_FLAG.atDeclaredGrid;

export interface PlaceResolver {
	resolveNames(words: PlaceWords): NamedPlace;
	/** `lng`, `lat` NaN without a point. Writes into `out` to spare a million objects. */
	locate(named: NamedPlace, lng: number, lat: number, out: Located): void;
	/** The district; 0 when there is none. */
	readonly rootId: number;
}

/** So near to its grid a point counts as in it (domain.md, DG05). */
const NEAR_GRID_M = 30;

interface Line {
	townId: number;
	villageId: number;
	gridId: number;
}

/** Keys of one level: a name that two areas share is known to be ambiguous and matches none. */
class NameTable {
	private readonly table = new Map<string, number>();

	add(scope: number, key: string, areaId: number): void {
		if (key === '') return;
		const full = `${scope}\u001f${key}`;
		const known = this.table.get(full);
		this.table.set(full, known === undefined || known === areaId ? areaId : 0);
	}

	get(scope: number, key: string): number {
		return this.table.get(`${scope}\u001f${key}`) ?? 0;
	}
}

/** Builds the resolver for the present areas. */
export function buildPlaceResolver(areas: readonly PlaceArea[]): PlaceResolver {
	const byId = new Map(areas.map((area) => [area.areaId, area]));
	const byCode = new Map<string, PlaceArea>();
	const inUse = areas.filter(({ isRetired }) => !isRetired);
	for (const area of areas) if (area.isRetired) byCode.set(foldText(area.code), area);
	for (const area of inUse) if (area.stdCode) byCode.set(foldText(area.stdCode), area);
	for (const area of inUse) byCode.set(foldText(area.code), area);
	const rootId = areas.find((area) => area.level === 'district')?.areaId ?? 0;
	const lines = new Map<number, Line>();
	for (const area of areas) {
		const line: Line = { townId: 0, villageId: 0, gridId: 0 };
		let depth = 0;
		for (let at: PlaceArea | undefined = area; at && depth < 8; at = byId.get(at.parentId ?? 0), depth += 1) {
			if (at.level === 'town') line.townId = at.areaId;
			if (at.level === 'village') line.villageId = at.areaId;
			if (at.level === 'grid') line.gridId = at.areaId;
		}
		lines.set(area.areaId, line);
	}
	const lineOf = (areaId: number): Line => lines.get(areaId) ?? { townId: 0, villageId: 0, gridId: 0 };

	// Exact names before folded ones, and the whole district (scope 0) beside each parent.
	const exact = new NameTable();
	const folded = { town: new NameTable(), village: new NameTable(), grid: new NameTable() };
	for (const area of inUse) {
		const line = lineOf(area.areaId);
		const name = foldText(area.name);
		for (const alias of area.aliases ?? []) {
			const scope =
				area.level === 'town' ? [0] : area.level === 'village' ? [line.townId] : [line.townId, line.villageId];
			for (const one of new Set(scope)) exact.add(one, `${area.level}:${foldText(alias)}`, area.areaId);
		}
		if (area.level === 'town') {
			exact.add(0, `town:${name}`, area.areaId);
			folded.town.add(0, foldTownName(area.name), area.areaId);
			folded.town.add(0, foldText(area.shortName), area.areaId);
		} else if (area.level === 'village') {
			for (const scope of new Set([0, line.townId])) {
				exact.add(scope, `village:${name}`, area.areaId);
				folded.village.add(scope, foldVillageName(area.name), area.areaId);
			}
		} else if (area.level === 'grid' || area.level === 'microGrid') {
			const parents = [byId.get(line.villageId), byId.get(line.townId)];
			const key = foldGridName(area.name);
			const keys = new Set([key]);
			for (const parent of parents) {
				if (!parent) continue;
				for (const prefix of [parent.name, parent.shortName, foldVillageName(parent.name), foldTownName(parent.name)]) {
					const start = foldText(prefix);
					if (start !== '' && key.startsWith(start) && key.length > start.length) keys.add(key.slice(start.length));
				}
			}
			for (const scope of new Set([0, line.townId, line.villageId])) {
				exact.add(scope, `${area.level}:${name}`, area.areaId);
				for (const one of keys) folded.grid.add(scope, `${area.level}:${one}`, area.areaId);
			}
		}
	}

	function findTown(word: string): number {
		if (word === '') return 0;
		const coded = byCode.get(foldText(word));
		if (coded?.level === 'town') return coded.areaId;
		return exact.get(0, `town:${foldText(word)}`) || folded.town.get(0, foldTownName(word));
	}

	function findVillage(word: string, town: string, townId: number): number {
		if (word === '') return 0;
		const coded = byCode.get(foldText(word));
		if (coded?.level === 'village') return coded.areaId;
		// A homonym is only right inside its own town; a town that is named but unknown leaves nothing to search in.
		if (town !== '' && townId === 0) return 0;
		return exact.get(townId, `village:${foldText(word)}`) || folded.village.get(townId, foldVillageName(word));
	}

	function findGrid(
		level: 'grid' | 'microGrid',
		word: string,
		words: PlaceWords,
		townId: number,
		villageId: number,
	): number {
		if (word === '') return 0;
		const coded = byCode.get(foldText(word));
		if (coded?.level === level) return coded.areaId;
		if (level === 'grid' && coded?.level === 'microGrid') return lineOf(coded.areaId).gridId;
		const isScopeUnknown =
			(words.village !== '' && villageId === 0) || (words.town !== '' && townId === 0 && villageId === 0);
		if (isScopeUnknown) return 0;
		const scope = villageId || townId;
		const key = foldGridName(word);
		const found = exact.get(scope, `${level}:${foldText(word)}`) || folded.grid.get(scope, `${level}:${key}`);
		if (found) return found;
		for (const parentId of [villageId, townId]) {
			const parent = byId.get(parentId);
			for (const prefix of parent ? [parent.name, parent.shortName] : []) {
				const start = foldText(prefix);
				if (start !== '' && key.startsWith(start)) {
					const rest = folded.grid.get(scope, `${level}:${key.slice(start.length)}`);
					if (rest) return rest;
				}
			}
		}
		return 0;
	}

	/** The unit that stands alone in the place of a grid. */
	function findUnit(words: PlaceWords): number {
		if (words.grid === '' || words.town !== '' || words.village !== '') return 0;
		const word = foldText(words.grid);
		const coded = byCode.get(word);
		if (coded) return coded.level === 'microGrid' ? 0 : coded.areaId;
		const root = byId.get(rootId);
		if (root && (foldText(root.name) === word || foldText(root.shortName) === word)) return rootId;
		return findTown(words.grid) || findVillage(words.grid, '', 0);
	}

	const drawn = openDrawnPlaces(areas, (areaId) => lineOf(areaId).gridId);

	return {
		rootId,
		resolveNames(words) {
			let townId = findTown(words.town);
			let villageId = findVillage(words.village, words.town, townId);
			const microId = findGrid('microGrid', words.micro, words, townId, villageId);
			const gridId = findGrid('grid', words.grid, words, townId, villageId) || lineOf(microId).gridId;
			// Ledgers name units where events name grids; the code or only name of a unit is that unit for certain.
			const isUnitNamed = gridId === 0 && townId === 0 && villageId === 0 && words.micro === '';
			const unitId = isUnitNamed ? findUnit(words) : 0;
			if (gridId) ({ townId, villageId } = lineOf(gridId));
			else if (unitId) ({ townId, villageId } = lineOf(unitId));
			else if (villageId) townId = lineOf(villageId).townId;
			return {
				areaId: gridId || villageId || townId || unitId,
				townId,
				villageId,
				gridId,
				hasUnknownGrid: gridId === 0 && (words.grid !== '' || words.micro !== ''),
			};
		},
		locate(named, lng, lat, out) {
			let flags = named.hasUnknownGrid ? EVENT_FLAG.unknownGrid : 0;
			let geoId = 0;
			if (drawn.isPlausible(lng, lat)) {
				flags |= EVENT_FLAG.hasPoint;
				geoId = drawn.find(lng, lat);
			}
			const geo = geoId ? lineOf(geoId) : null;
			if (geo) {
				const differs = named.gridId
					? geo.gridId !== 0 && geo.gridId !== named.gridId
					: (named.townId !== 0 && geo.townId !== 0 && geo.townId !== named.townId) ||
						(named.villageId !== 0 && geo.villageId !== 0 && geo.villageId !== named.villageId);
				if (differs) flags |= EVENT_FLAG.placeDiffers;
			}
			const isInDeclared = named.gridId !== 0 && geo?.gridId === named.gridId;
			const hasPoint = (flags & EVENT_FLAG.hasPoint) !== 0;
			if (isInDeclared || (hasPoint && drawn.isNearGrid(named.gridId, lng, lat, NEAR_GRID_M))) {
				flags |= EVENT_FLAG.atDeclaredGrid;
			}
			const gridId = named.gridId || geo?.gridId || 0;
			if (!gridId) flags |= EVENT_FLAG.unlocated;
			out.areaId = gridId || named.areaId || geoId || rootId;
			out.geoAreaId = geoId;
			out.flags = flags;
		},
	};
}

// The places of one file of events: its words become `place` rows once each, and every row gets its area.

import { nextAreaId, putArea, readStoredAreas } from '../cache/area-store.ts';
import { type PlaceWords, putPlace } from '../cache/place-store.ts';
import type { ColumnStock } from '../exports/column-stock.ts';
import type { EventBlock } from '../exports/record-blocks.ts';
import { settleTree } from './area-import.ts';
import { blankArea, NAME_PREFIX } from './area-tree.ts';
import type { ImportScope } from './import-scope.ts';
import { openPlaceEras, type PlaceEras } from './place-eras.ts';
import { type Located, type NamedPlace, PLACE_FLAGS, type PlaceResolver } from './place-resolver.ts';

const NOWHERE: PlaceWords = { town: '', village: '', grid: '', micro: '' };

/**
 * Place columns of a block; ids are 0 for NULL, `flags` are those of the row with the place bits set. Their memory comes
 * from the stock that was given.
 */
export interface PlacedRows {
	areaId: Uint32Array;
	geoAreaId: Uint32Array;
	placeId: Uint32Array;
	flags: Float64Array;
}

function splitWord(word: string): PlaceWords {
	const [town = '', village = '', grid = '', micro = ''] = word.split('\u001f');
	return { town, village, grid, micro };
}

export interface EventPlaces {
	/** Decides the place of every row; new place words of the block are stored first. */
	place(block: EventBlock, stock: ColumnStock): PlacedRows;
	eras(): PlaceEras;
}

/** Opens the places for one file. With `createUnitsFromNames`, towns and villages that only names tell of are made. */
export function openEventPlaces(scope: ImportScope): EventPlaces {
	const { db, batchId } = scope;
	let eras = openPlaceEras(db);
	const words: PlaceWords[] = [];
	const ids: number[] = [];
	/** What each word names in each era. */
	let named = new Map<PlaceResolver, NamedPlace[]>();
	let nowhereId: number | null = null;

	function makeUnit(code: string, name: string, level: 'town' | 'village', parentCode: string | null): void {
		const area = blankArea(nextAreaId(db), code, name, level, batchId);
		putArea(db, { ...area, parent_code_raw: parentCode });
	}

	/** Makes what the new words name and nobody delivered; true when something was made. */
	function makeUnits(fresh: readonly PlaceWords[]): boolean {
		const codes = new Set(readStoredAreas(db).map((area) => area.area_code));
		const sizeBefore = codes.size;
		for (const { town } of fresh) {
			if (town === '' || eras.present.resolveNames({ ...NOWHERE, town }).townId) continue;
			const code = `${NAME_PREFIX}${town}`;
			if (!codes.has(code)) makeUnit(code, town, 'town', null);
			codes.add(code);
		}
		if (codes.size > sizeBefore) eras = openPlaceEras(db);
		const codeOf = new Map(readStoredAreas(db).map((area) => [area.area_id, area.area_code]));
		for (const { town, village } of fresh) {
			if (town === '' || village === '') continue;
			const found = eras.present.resolveNames({ ...NOWHERE, town, village });
			if (found.villageId || !found.townId) continue;
			const code = `${NAME_PREFIX}${town}/${village}`;
			if (!codes.has(code)) makeUnit(code, village, 'village', codeOf.get(found.townId) ?? null);
			codes.add(code);
		}
		if (codes.size === sizeBefore) return false;
		settleTree(db, batchId);
		eras = openPlaceEras(db);
		return true;
	}

	function takeWords(block: EventBlock): void {
		const fresh = block.newWords.place.map(splitWord);
		if (fresh.length === 0) return;
		const first = words.length;
		words.push(...fresh);
		const isRemade = scope.createUnitsFromNames && makeUnits(fresh);
		if (isRemade) named = new Map();
		for (let i = first; i < words.length; i += 1) {
			ids[i] = putPlace(db, words[i] ?? NOWHERE, nameOf(eras.present, i).areaId, batchId);
		}
	}

	/** What a word of the file names; -1 is none. */
	function nameOf(resolver: PlaceResolver, word: number): NamedPlace {
		const known = named.get(resolver) ?? [];
		named.set(resolver, known);
		known[word + 1] ??= resolver.resolveNames(words[word] ?? NOWHERE);
		return known[word + 1] as NamedPlace;
	}

	function idOf(word: number): number {
		const id = ids[word];
		if (id !== undefined) return id;
		nowhereId ??= putPlace(db, NOWHERE, 0, batchId);
		return nowhereId;
	}

	return {
		eras: () => eras,
		place(block, stock) {
			takeWords(block);
			const count = block.rowCount;
			const placed: PlacedRows = {
				areaId: stock.uint32(count),
				geoAreaId: stock.uint32(count),
				placeId: stock.uint32(count),
				flags: stock.float64(count),
			};
			const { lng, lat, flags, acceptedAt } = block.numbers;
			const out: Located = { areaId: 0, geoAreaId: 0, flags: 0 };
			for (let i = 0; i < count; i += 1) {
				const word = block.words.place[i] as number;
				const resolver = eras.at(acceptedAt[i] as number);
				resolver.locate(nameOf(resolver, word), lng[i] as number, lat[i] as number, out);
				placed.areaId[i] = out.areaId;
				placed.geoAreaId[i] = out.geoAreaId;
				placed.placeId[i] = idOf(word);
				placed.flags[i] = ((flags[i] as number) & ~PLACE_FLAGS) | out.flags;
			}
			return placed;
		},
	};
}

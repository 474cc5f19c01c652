// Names of places that no area has: lists them with suggestions, keeps a name that a person confirmed, takes it back.
// Nothing is matched by likeness; a confirmed name counts within its area's own parent, and moves the events that use it.

import type { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { UnknownPlacesOutput } from '../../../shared/contract/schemas/words.ts';
import type { AreaLevel } from '../../../shared/domain/codes.ts';
import type { ReadableDb, WritableDb } from '../cache/cache-db.ts';
import type { Cache } from '../cache/open-cache.ts';
import {
	countEventsByPlace,
	insertAlias,
	listAliases,
	type PlaceArea,
	readPlaceAreas,
	readPlaces,
	undoAlias,
} from '../cache/place-store.ts';
import { bumpRevision } from '../cache/setting-queries.ts';
import { writeTogether } from '../cache/write-together.ts';
import { suggestAlike } from './likeness.ts';
import { foldText } from './place-names.ts';
import { buildPlaceResolver, type NamedPlace } from './place-resolver.ts';
import { relocateEverything } from './relocate-events.ts';

type Output = z.infer<typeof UnknownPlacesOutput>;
type Unknown = Output['places'][number];

const MAX_PLACES = 500;

interface Missing {
	level: AreaLevel;
	word: string;
	within: string[];
	/** Areas it can be a name of. */
	parentId: number;
}

function findMissing(
	words: { town: string; village: string; grid: string },
	named: NamedPlace,
): Omit<Missing, 'within'> | null {
	if (words.town !== '' && named.townId === 0) return { level: 'town', word: words.town, parentId: 0 };
	if (words.village !== '' && named.villageId === 0)
		return { level: 'village', word: words.village, parentId: named.townId };
	if (words.grid !== '' && named.hasUnknownGrid && named.areaId !== 0) {
		return { level: 'grid', word: words.grid, parentId: named.villageId || named.townId };
	}
	return null;
}

/** True when an area lies inside another, or that other is none (0). */
function isInside(byId: ReadonlyMap<number, PlaceArea>, area: PlaceArea, parentId: number): boolean {
	if (parentId === 0) return true;
	for (let at = area.parentId, depth = 0; at !== null && depth < 8; depth += 1) {
		if (at === parentId) return true;
		at = byId.get(at)?.parentId ?? null;
	}
	return false;
}

/** Names that name no area for certain, those of most events first, and the names that were confirmed. */
export function readUnknownPlaces(db: ReadableDb): Output {
	const areas = readPlaceAreas(db).filter((area) => area.level !== 'microGrid');
	const byId = new Map(areas.map((area) => [area.areaId, area]));
	const byCode = new Map(areas.map((area) => [area.code, area]));
	const resolver = buildPlaceResolver(areas.map((area) => ({ ...area, geometry: null })));
	const counts = countEventsByPlace(db);
	const found = new Map<string, Unknown & { parentId: number }>();
	for (const place of readPlaces(db)) {
		const rows = counts.get(place.placeId) ?? 0;
		if (rows === 0) continue;
		const missing = findMissing(place, resolver.resolveNames(place));
		if (missing === null) continue;
		const within = missing.level === 'town' ? [] : [place.town, ...(missing.level === 'grid' ? [place.village] : [])];
		const known = within.filter((word) => word !== '');
		const key = [missing.level, missing.word, ...known].join('\u001f');
		const before = found.get(key);
		if (before) before.rows += rows;
		else found.set(key, { ...missing, within: known, rows, suggestions: [] });
	}
	const places = [...found.values()].sort((one, other) => other.rows - one.rows).slice(0, MAX_PLACES);
	return {
		places: places.map(({ parentId, ...place }) => {
			const candidates = areas.filter((area) => area.level === place.level && isInside(byId, area, parentId));
			const suggestions = suggestAlike(place.word, candidates, ({ name }) => name, 3).map((area) => ({
				code: area.code,
				name: area.name,
				within: byId.get(area.parentId ?? 0)?.name ?? '',
			}));
			return { ...place, suggestions };
		}),
		aliases: listAliases(db).map(({ aliasId, word, code }) => ({
			aliasId,
			word,
			code,
			areaName: byCode.get(code)?.name ?? code,
		})),
	};
}

function write<T>(cache: Cache, work: (db: WritableDb) => T): T {
	const db = cache.writer;
	if (!db) throw new GridHelmError('E_CACHE_READ_ONLY', '缓存不可写，未作任何改动；请检查缓存文件夹的权限。');
	return writeTogether(db, () => {
		const result = work(db);
		relocateEverything(db, false);
		bumpRevision(db);
		return result;
	});
}

/**
 * Keeps another name of an area. @throws GridHelmError E_UNKNOWN_AREA, E_INPUT (the name already means another area
 * of the same parent), E_BUSY, E_CACHE_*
 */
export function confirmAlias(cache: Cache, word: string, code: string, nowS: number): { aliasId: number } {
	return write(cache, (db) => {
		const areas = readPlaceAreas(db);
		const area = areas.find((one) => one.code === code);
		if (!area) throw new GridHelmError('E_UNKNOWN_AREA', `没有编码为 ${code} 的区域。`, { area: code });
		const folded = foldText(word);
		const other = areas.find(
			(one) =>
				one.code !== code &&
				one.level === area.level &&
				one.parentId === area.parentId &&
				[one.name, one.shortName, ...(one.aliases ?? [])].some((name) => foldText(name) === folded),
		);
		if (other) {
			throw new GridHelmError('E_INPUT', `“${word}”已经是${other.name}的名称，不能再指${area.name}。`, {
				field: 'word',
			});
		}
		return { aliasId: insertAlias(db, code, word.trim(), nowS) };
	});
}

/** Takes a confirmed name back. @throws GridHelmError E_NOT_FOUND, E_BUSY, E_CACHE_* */
export function withdrawAlias(cache: Cache, aliasId: number, nowS: number): { aliasId: number } {
	return write(cache, (db) => {
		if (!undoAlias(db, aliasId, nowS)) {
			throw new GridHelmError('E_NOT_FOUND', `没有编号为 ${aliasId} 的别名。`, { aliasId });
		}
		return { aliasId };
	});
}

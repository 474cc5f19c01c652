// Finds each area's parent among all areas: by the delivered code or name, else by the structure of standard codes,
// else the one district. Also makes the units that only names tell of. Changes rows in memory only.

import type { AreaLevel } from '../../../shared/domain/codes.ts';
import { AREA_LEVELS } from '../../../shared/domain/codes.ts';
import type { StoredArea } from '../cache/area-store.ts';
import { areaPinyin } from './area-pinyin.ts';
import { foldText, foldTownName, foldVillageName } from './place-names.ts';

/** Code prefix of units made from names (cli.md). */
export const NAME_PREFIX = 'name:';

const RANK: Readonly<Record<AreaLevel, number>> = { district: 0, town: 1, village: 2, grid: 3, microGrid: 4 };

/** A row with nothing but identity; the caller fills in what was delivered. */
export function blankArea(areaId: number, code: string, name: string, level: AreaLevel, batchId: number): StoredArea {
	return {
		area_id: areaId,
		area_code: code,
		area_name: name,
		short_name: name,
		level,
		parent_id: null,
		parent_code_raw: null,
		sort_no: null,
		unit_type: null,
		grid_type: null,
		special_unit_type: null,
		std_code: null,
		urban_rural_code: null,
		division_basis: null,
		households: null,
		pop_resident: null,
		pop_registered: null,
		pop_floating: null,
		area_m2: null,
		is_active: 1,
		pinyin: areaPinyin(name),
		geometry: null,
		west: null,
		south: null,
		east: null,
		north: null,
		label_lng: null,
		label_lat: null,
		batch_id: batchId,
		first_batch_id: batchId,
		row_no: 0,
	};
}

function nameKeys(area: StoredArea): string[] {
	const keys = [foldText(area.area_name)];
	if (area.level === 'town') keys.push(foldTownName(area.area_name));
	if (area.level === 'village') keys.push(foldVillageName(area.area_name));
	return keys;
}

/** The parent of every area by id; null for the district and for what has none. */
export function findParents(areas: readonly StoredArea[]): Map<number, number | null> {
	const byCode = new Map<string, StoredArea>();
	const byName = new Map<string, StoredArea | null>();
	for (const area of areas) if (area.std_code) byCode.set(foldText(area.std_code), area);
	for (const area of areas) byCode.set(foldText(area.area_code), area);
	for (const area of areas) {
		for (const key of new Set(nameKeys(area))) {
			const full = `${area.level}:${key}`;
			const known = byName.get(full);
			byName.set(full, known === undefined || known === area ? area : null);
		}
	}
	const root = areas.find((area) => area.level === 'district') ?? null;

	function named(text: string, child: StoredArea): StoredArea | null {
		const code = byCode.get(foldText(text));
		if (code && RANK[code.level] < RANK[child.level]) return code;
		for (const level of [...AREA_LEVELS].reverse()) {
			if (RANK[level] >= RANK[child.level]) continue;
			const key = level === 'town' ? foldTownName(text) : level === 'village' ? foldVillageName(text) : foldText(text);
			const found = byName.get(`${level}:${foldText(text)}`) ?? byName.get(`${level}:${key}`);
			if (found) return found;
		}
		return null;
	}

	/** 330303001 is the parent of 330303001004, and that of 330303001004001 (domain.md §2.2). */
	function byStandardCode(child: StoredArea): StoredArea | null {
		const code = foldText(child.std_code ?? child.area_code);
		const length = { district: 0, town: 6, village: 9, grid: 12, microGrid: 15 }[child.level];
		if (length === 0 || !/^\d+$/.test(code) || code.length <= length) return null;
		const parent = byCode.get(code.slice(0, length));
		return parent && RANK[parent.level] < RANK[child.level] ? parent : null;
	}

	const parents = new Map<number, number | null>();
	for (const area of areas) {
		if (area.level === 'district') {
			parents.set(area.area_id, null);
			continue;
		}
		const parent =
			(area.parent_code_raw === null ? null : named(area.parent_code_raw, area)) ?? byStandardCode(area) ?? root;
		parents.set(area.area_id, parent?.area_id ?? null);
	}
	return parents;
}

/**
 * Units made from names that a delivered unit of the same level and name now stands for; they give way to it.
 * A village gives way only to one in a town of the same name.
 */
export function findSuperseded(areas: readonly StoredArea[]): StoredArea[] {
	const byId = new Map(areas.map((area) => [area.area_id, area]));
	const keyOf = (area: StoredArea): string => {
		if (area.level === 'district') return 'district';
		if (area.level === 'town') return `town:${foldTownName(area.area_name)}`;
		const town = byId.get(area.parent_id ?? 0);
		return `village:${town ? foldTownName(town.area_name) : ''}/${foldVillageName(area.area_name)}`;
	};
	const isMade = (area: StoredArea): boolean => area.area_code.startsWith(NAME_PREFIX);
	const delivered = new Set(areas.filter((area) => !isMade(area)).map(keyOf));
	return areas.filter((area) => isMade(area) && delivered.has(keyOf(area)));
}

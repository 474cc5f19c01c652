// Finds each area's parent among all areas: by the delivered code or name, else by the structure of standard codes,
// else the one district. Also makes the units that only names tell of. Changes rows in memory only.

import type { AreaLevel } from '../../../shared/domain/codes.ts';
import type { StoredArea } from '../cache/area-store.ts';
import { areaPinyin } from './area-pinyin.ts';
import { foldGridName, foldText, foldTownName, foldVillageName } from './place-names.ts';

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
		board_installed: null,
		board_updated_on: null,
		board_current: null,
		profile_updated_on: null,
		risk_level: null,
		valid_from_on: null,
		valid_to_on: null,
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

function nameKeys(area: StoredArea): Set<string> {
	const keys = new Set([foldText(area.area_name)]);
	if (area.level === 'town') keys.add(foldTownName(area.area_name));
	if (area.level === 'village') keys.add(foldVillageName(area.area_name));
	if (area.level === 'grid') keys.add(foldGridName(area.area_name));
	return keys;
}

/** The ways in which a name may have been folded above. */
function foldedForms(name: string): string[] {
	return [...new Set([foldText(name), foldTownName(name), foldVillageName(name), foldGridName(name)])];
}

/** The parent of every area by id; null for the district and for what has none. */
export function findParents(areas: readonly StoredArea[]): Map<number, number | null> {
	const byCode = new Map<string, StoredArea>();
	const byName = new Map<string, StoredArea[]>();
	for (const area of areas) if (area.std_code) byCode.set(foldText(area.std_code), area);
	for (const area of areas) byCode.set(foldText(area.area_code), area);
	for (const area of areas) {
		for (const key of nameKeys(area)) byName.set(key, [...(byName.get(key) ?? []), area]);
	}
	const byId = new Map(areas.map((area) => [area.area_id, area]));
	const root = areas.find((area) => area.level === 'district') ?? null;
	const parents = new Map<number, number | null>();

	function isBelow(area: StoredArea, scope: StoredArea): boolean {
		let at = parents.get(area.area_id);
		for (let depth = 0; at && depth < RANK.microGrid; depth += 1) {
			if (at === scope.area_id) return true;
			at = parents.get(at);
		}
		return false;
	}

	/** The one area of this name above the child (and inside the scope); null when there are none or several. */
	function named(name: string, child: StoredArea, scope: StoredArea | null): StoredArea | null {
		for (const form of foldedForms(name)) {
			const found = (byName.get(form) ?? []).filter(
				(area) => RANK[area.level] < RANK[child.level] && (!scope || isBelow(area, scope)),
			);
			const lowest = Math.max(...found.map((area) => RANK[area.level]));
			const best = found.filter((area) => RANK[area.level] === lowest);
			if (best.length === 1) return best[0] ?? null;
			if (best.length > 1) return null;
		}
		return null;
	}

	/** A delivered parent: a code, or names from the town down as `name:<town>/<village>`. */
	function delivered(text: string, child: StoredArea): StoredArea | null {
		const code = byCode.get(foldText(text));
		if (code && RANK[code.level] < RANK[child.level]) return code;
		let scope: StoredArea | null = null;
		const path = text.startsWith(NAME_PREFIX) ? text.slice(NAME_PREFIX.length).split('/') : [text];
		for (const name of path) {
			const found = named(name, child, scope);
			if (!found) return scope;
			scope = found;
		}
		return scope;
	}

	/** 330303001 is the parent of 330303001004, and that of 330303001004001 (domain.md §2.2). */
	function byStandardCode(child: StoredArea): StoredArea | null {
		const code = foldText(child.std_code ?? child.area_code);
		const length = { district: 0, town: 6, village: 9, grid: 12, microGrid: 15 }[child.level];
		if (length === 0 || !/^\d+$/.test(code) || code.length <= length) return null;
		const parent = byCode.get(code.slice(0, length));
		return parent && RANK[parent.level] < RANK[child.level] ? parent : null;
	}

	for (const area of [...byId.values()].sort((a, b) => RANK[a.level] - RANK[b.level])) {
		if (area.level === 'district') {
			parents.set(area.area_id, null);
			continue;
		}
		const raw = area.parent_code_raw;
		const parent = (raw === null ? null : delivered(raw, area)) ?? byStandardCode(area) ?? root;
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
	const isMade = (area: StoredArea): boolean => area.row_no === 0 && area.area_code.startsWith(NAME_PREFIX);
	const delivered = new Set(areas.filter((area) => !isMade(area)).map(keyOf));
	return areas.filter((area) => isMade(area) && delivered.has(keyOf(area)));
}

// Brings units and grids in: merges the delivered rows into the areas, finds parents, then places everything anew.

import type { Geometry } from 'geojson';
import {
	isSameArea,
	keepAreaVersion,
	nextAreaId,
	noteConfirmedAreas,
	putArea,
	readStoredAreas,
	removeArea,
	type StoredArea,
} from '../cache/area-store.ts';
import type { WritableDb } from '../cache/cache-db.ts';
import { getSetting } from '../cache/setting-queries.ts';
import type { AreaBlock, AreaRecord } from '../exports/record-blocks.ts';
import { openAreaDelivery } from './area-delivery.ts';
import { areaPinyin } from './area-pinyin.ts';
import { blankArea, findParents, findSuperseded, NAME_PREFIX } from './area-tree.ts';
import { retestCoordinates } from './coordinate-retest.ts';
import type { DatasetImport, ImportScope, MergeCounts } from './import-scope.ts';
import { labelPointOf } from './label-point.ts';
import { foldText } from './place-names.ts';
import { geometryBbox } from './polygon-index.ts';
import { relocateEverything } from './relocate-events.ts';

/** Name of the district while none was delivered. */
const IMPLICIT_ROOT = '全区';

function withGeometry(area: StoredArea, text: string): void {
	const geometry = JSON.parse(text) as Geometry;
	const box = geometryBbox(geometry);
	const label = labelPointOf(geometry);
	area.geometry = text;
	[area.west, area.south, area.east, area.north] = box ?? [null, null, null, null];
	[area.label_lng, area.label_lat] = label ?? [null, null];
}

/** The stored row after a delivered one: what was not delivered stays as it was. */
function merged(old: StoredArea, record: AreaRecord, batchId: number): StoredArea {
	const area: StoredArea = {
		...old,
		area_name: record.name,
		short_name: record.shortName ?? (old.area_name === record.name ? old.short_name : record.name),
		level: record.level,
		parent_code_raw: record.parentCode ?? old.parent_code_raw,
		sort_no: record.sortNo ?? old.sort_no,
		unit_type: record.unitType ?? old.unit_type,
		grid_type: record.gridType ?? old.grid_type,
		special_unit_type: record.specialUnitType ?? old.special_unit_type,
		std_code: record.stdCode ?? old.std_code,
		urban_rural_code: record.urbanRuralCode ?? old.urban_rural_code,
		division_basis: record.divisionBasis ?? old.division_basis,
		households: record.households ?? old.households,
		pop_resident: record.popResident ?? old.pop_resident,
		pop_registered: record.popRegistered ?? old.pop_registered,
		pop_floating: record.popFloating ?? old.pop_floating,
		area_m2: record.areaM2 ?? old.area_m2,
		board_installed: record.gridFacts?.boardInstalled ?? old.board_installed,
		board_updated_on: record.gridFacts?.boardUpdatedOn ?? old.board_updated_on,
		board_current: record.gridFacts?.boardCurrent ?? old.board_current,
		profile_updated_on: record.gridFacts?.profileUpdatedOn ?? old.profile_updated_on,
		risk_level: record.gridFacts?.riskLevel ?? old.risk_level,
		valid_from_on: record.gridFacts?.validFromOn ?? old.valid_from_on,
		valid_to_on: record.gridFacts?.validToOn ?? old.valid_to_on,
		is_active: record.isActive ? 1 : 0,
		pinyin: old.area_name === record.name ? old.pinyin : areaPinyin(record.name),
		batch_id: batchId,
		row_no: record.rowNo,
	};
	if (record.geometry !== null && record.geometry !== old.geometry) withGeometry(area, record.geometry);
	return area;
}

/** The district that the settings name. */
function districtOfSettings(db: WritableDb): { code: string; name: string } | null {
	return JSON.parse(getSetting(db, 'district') ?? 'null') as { code: string; name: string } | null;
}

/**
 * Makes the district when there is none: the one the profile or the settings state, else an unnamed one that gives way as soon as a
 * district is delivered. Without it nothing would have a parent to add up in.
 */
export function ensureRoot(db: WritableDb, batchId: number, root: { code: string; name: string } | null): void {
	const stated = root ?? districtOfSettings(db);
	const districts = readStoredAreas(db).filter((area) => area.level === 'district');
	if (districts.some((area) => !area.area_code.startsWith(NAME_PREFIX) || !stated)) return;
	const code = stated?.code ?? `${NAME_PREFIX}${IMPLICIT_ROOT}`;
	putArea(db, blankArea(nextAreaId(db), code, stated?.name ?? IMPLICIT_ROOT, 'district', batchId));
	settleTree(db, batchId);
}

/**
 * Removes made units that delivered ones stand for, then sets every parent. Parents follow from the areas alone, so
 * they need no version for undo: it settles the tree again.
 */
export function settleTree(db: WritableDb, batchId: number): void {
	let areas = readStoredAreas(db);
	const setParent = db.prepare('UPDATE area SET parent_id = ? WHERE area_id = ?');
	for (;;) {
		const parents = findParents(areas);
		for (const area of areas) {
			const parentId = parents.get(area.area_id) ?? null;
			if (area.parent_id === parentId) continue;
			area.parent_id = parentId;
			setParent.run(parentId, area.area_id);
		}
		// A made village can only be told from a delivered one once both towns are one.
		const superseded = new Set(findSuperseded(areas).map((area) => area.area_id));
		if (superseded.size === 0) return;
		for (const areaId of superseded) {
			keepAreaVersion(db, areaId, batchId);
			removeArea(db, areaId);
		}
		areas = areas.filter((area) => !superseded.has(area.area_id));
	}
}

/** Starts the import of one file of units or grids; all rows are held until the end (a district has few). */
export function startAreaImport(scope: ImportScope): DatasetImport<AreaBlock> {
	const { db, batchId } = scope;
	const records = new Map<string, AreaRecord>();
	let taken = 0;
	return {
		take(block) {
			for (const record of block.records) {
				const code = record.code.normalize('NFKC').trim();
				records.set(foldText(code), { ...record, code });
				taken += 1;
			}
		},
		finish(asOfS, delivery): MergeCounts {
			const rules = openAreaDelivery(db, scope, asOfS, delivery);
			const confirmed = new Set<number>();
			const stored = new Map(readStoredAreas(db).map((area) => [foldText(area.area_code), area]));
			const counts: MergeCounts = {
				inserted: 0,
				updated: 0,
				unchanged: 0,
				folded: taken - records.size,
				vanished: 0,
				older: 0,
			};
			let nextId = nextAreaId(db);
			for (const [key, record] of records) {
				const old = stored.get(key);
				if (!old) {
					const blank = blankArea(nextId, record.code, record.name, record.level, batchId);
					putArea(db, merged(blank, record, batchId));
					nextId += 1;
					counts.inserted += 1;
					continue;
				}
				const area = merged(old, record, batchId);
				const isOlder = !isSameArea(old, area) && rules.isOlder(old);
				if (isOlder) counts.older += 1;
				if (isOlder || isSameArea(old, area)) {
					counts.unchanged += 1;
					confirmed.add(old.batch_id);
				} else {
					keepAreaVersion(db, area.area_id, batchId);
					putArea(db, area);
					counts.updated += 1;
				}
			}
			noteConfirmedAreas(db, batchId, confirmed);
			Object.assign(counts, rules.judge(stored, new Set(records.keys())));
			ensureRoot(db, batchId, scope.rootUnit);
			settleTree(db, batchId);
			if (counts.inserted + counts.updated > 0) {
				const retested = retestCoordinates(db, batchId);
				counts.findings = [...(counts.findings ?? []), ...retested];
				relocateEverything(db, retested.length > 0);
			}
			return counts;
		},
	};
}

// How the grids are cut (the study's D0): basis, size against the norm, load per full-time member and what the delivered
// columns themselves show to be wrong. Outlines are checked elsewhere; their faults are joined to these rows on the screen.

import type { z } from 'zod';
import type { DivisionOutput } from '../../../../shared/contract/schemas/indicator-pages.ts';
import { dayOf, toIso } from '../../../../shared/domain/shanghai-time.ts';
import type { AreaMakeup } from '../../cache/area-makeup-queries.ts';
import { countStaffByArea, readAreaMakeups } from '../../cache/area-makeup-queries.ts';
import type { ReadableDb } from '../../cache/cache-db.ts';
import type { Place } from '../area-tree.ts';
import { placeOfCode, placesAtLevel } from '../area-tree.ts';
import type { EngineSnapshot } from '../event-columns.ts';
import { eventIndexOf } from '../event-index.ts';

type Division = z.infer<typeof DivisionOutput>;
type DivisionGrid = Division['grids'][number];

/** Households of an urban base grid (domain.md ME03); rural and dedicated grids follow a district's own rule. */
const NORM = { low: 300, high: 500 } as const;
/** Code of a full-time grid member (domain.md §1.2). */
export const FULL_TIME = 'GF';
const M2_PER_KM2 = 1_000_000;
const BASES = ['T', 'G', 'M'] as const;

/** The bases that a delivered text of letters names, in the order T, G, M. */
export function basisOf(text: string): DivisionGrid['basis'] {
	return BASES.filter((letter) => text.includes(letter));
}

/** Size against the norm; only urban base grids are judged by it. */
export function sizeOf(
	households: number | null,
	gridType: DivisionGrid['gridType'],
	peerGroup: Place['peerGroup'],
): DivisionGrid['size'] {
	if (gridType !== 'base' || peerGroup === 'rural') return 'notJudged';
	if (households === null) return 'unknown';
	if (households < NORM.low) return 'below';
	return households > NORM.high ? 'above' : 'within';
}

/**
 * Every grid inside an area in official order.
 * @throws GridHelmError E_UNKNOWN_AREA
 */
export function readDivision(scope: { snapshot: EngineSnapshot; db: ReadableDb }, input: { area: string }): Division {
	const { snapshot, db } = scope;
	const { tree } = eventIndexOf(snapshot);
	const inside = placeOfCode(tree, input.area);
	const makeups = readAreaMakeups(db);
	const micro = new Map<number, number>();
	for (const area of makeups.values()) {
		if (area.level === 'microGrid' && area.parentId !== null)
			micro.set(area.parentId, (micro.get(area.parentId) ?? 0) + 1);
	}
	const hasStaff = snapshot.connected.has('grid_staff');
	const staff = new Map<number, number>();
	if (hasStaff && snapshot.asOfS !== null) {
		for (const { areaId, role, count } of countStaffByArea(db, dayOf(snapshot.asOfS))) {
			if (role === FULL_TIME) staff.set(areaId, (staff.get(areaId) ?? 0) + count);
		}
	}
	const nameAt = (place: Place, level: Place['level']): string => {
		let at: Place | undefined = place;
		while (at && at.level !== level) at = at.parent === null ? undefined : tree.places[at.parent];
		return at?.name ?? '';
	};
	return {
		asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS),
		norm: NORM,
		hasStaff,
		grids: placesAtLevel(tree, 'grid', inside).flatMap((place) => {
			const makeup = makeups.get(place.areaId);
			if (!makeup) return [];
			const gridType = makeup.gridType ?? 'base';
			return [
				{
					area: place.code,
					name: place.name,
					town: nameAt(place, 'town'),
					village: nameAt(place, 'village'),
					gridType,
					basis: basisOf(makeup.divisionBasis),
					households: makeup.households,
					residents: makeup.residents,
					areaKm2: makeup.areaM2 === null ? null : makeup.areaM2 / M2_PER_KM2,
					microGrids: micro.get(place.areaId) ?? 0,
					staff: hasStaff ? (staff.get(place.areaId) ?? 0) : null,
					size: sizeOf(makeup.households, gridType, place.peerGroup),
					faults: faultsOf(makeup),
				},
			];
		}),
	};
}

function faultsOf(area: AreaMakeup): DivisionGrid['faults'] {
	const faults: DivisionGrid['faults'] = [];
	if (!area.hasOutline) faults.push('noOutline');
	if (!area.hasParent) faults.push('noParent');
	if (basisOf(area.divisionBasis).length === 0) faults.push('noBasis');
	return faults;
}

// One area on one page: what it is made of, who works there, and every figure of the catalogue. Counts and sums only;
// the index, the open reds and the trend have methods of their own.

import type { z } from 'zod';
import type { AreaProfileOutput } from '../../../../shared/contract/schemas/indicator-pages.ts';
import type { Period } from '../../../../shared/domain/period.ts';
import { dayOf } from '../../../../shared/domain/shanghai-time.ts';
import type { AreaMakeup } from '../../cache/area-makeup-queries.ts';
import { countKeyPlacesByArea, countStaffByArea, readAreaMakeups } from '../../cache/area-makeup-queries.ts';
import type { ReadableDb } from '../../cache/cache-db.ts';
import type { AreaTree, Place } from '../area-tree.ts';
import { placeOfCode } from '../area-tree.ts';
import type { EventIndex } from '../event-index.ts';
import { eventIndexOf } from '../event-index.ts';
import { basisOf, FULL_TIME } from './division.ts';
import { listIndicators, type PageScope } from './indicator-list.ts';

type AreaProfile = z.infer<typeof AreaProfileOutput>;

const M2_PER_KM2 = 1_000_000;

/**
 * The profile of an area; staff as in post at the as-of or the end of the period, whichever is earlier.
 * @throws GridHelmError E_UNKNOWN_AREA
 */
export function readAreaProfile(
	scope: PageScope & { db: ReadableDb },
	input: { area: string; period: Period },
): AreaProfile {
	const index = eventIndexOf(scope.snapshot);
	const place = placeOfCode(index.tree, input.area);
	const makeups = readAreaMakeups(scope.db);
	const { asOf, rows } = listIndicators(scope, input);
	return {
		asOf,
		composition: compositionOf(scope, index, place, makeups),
		team: teamOf(scope, index, place, makeups, input.period),
		rows,
	};
}

/** True where an area (a micro-grid as its grid) lies inside a place. */
function isInside(tree: AreaTree, areaId: number, place: Place): boolean {
	const at = tree.placeByAreaId.get(areaId);
	return at !== undefined && at >= place.place && at <= place.lastPlace;
}

/** A column of the area, else the sum of its parts if every one has it; null is "not delivered". */
function sumOrNull(values: readonly (number | null)[]): number | null {
	if (values.length === 0) return null;
	let sum = 0;
	for (const value of values) {
		if (value === null) return null;
		sum += value;
	}
	return sum;
}

function ownOrSum(
	makeups: ReadonlyMap<number, AreaMakeup>,
	areaId: number,
	read: (area: AreaMakeup) => number | null,
): number | null {
	const own = makeups.get(areaId);
	const value = own ? read(own) : null;
	if (value !== null) return value;
	// A district that nobody delivered stands above the areas without a parent.
	const parentId = areaId === 0 ? null : areaId;
	const parts = [...makeups.values()].filter((area) => area.parentId === parentId && area.areaId !== areaId);
	return sumOrNull(parts.map((part) => ownOrSum(makeups, part.areaId, read)));
}

function compositionOf(
	scope: PageScope & { db: ReadableDb },
	index: EventIndex,
	place: Place,
	makeups: ReadonlyMap<number, AreaMakeup>,
): AreaProfile['composition'] {
	const own = makeups.get(place.areaId);
	const counts = { district: 0, town: 0, village: 0, grid: 0, microGrid: 0 };
	for (const area of makeups.values()) {
		if (area.areaId !== place.areaId && isInside(index.tree, area.areaId, place)) counts[area.level] += 1;
	}
	const areaM2 = ownOrSum(makeups, place.areaId, (area) => area.areaM2);
	return {
		households: ownOrSum(makeups, place.areaId, (area) => area.households),
		residents: index.populations[place.place] ?? null,
		areaKm2: areaM2 === null ? null : areaM2 / M2_PER_KM2,
		towns: counts.town,
		villages: counts.village,
		grids: counts.grid,
		microGrids: counts.microGrid,
		gridType: own?.gridType ?? null,
		divisionBasis: basisOf(own?.divisionBasis ?? ''),
		keyPlaces: scope.snapshot.connected.has('key_place') ? keyPlacesOf(scope.db, index, place) : null,
	};
}

function keyPlacesOf(db: ReadableDb, { tree }: EventIndex, place: Place): { kind: string; count: number }[] {
	const counts = new Map<string, number>();
	for (const { areaId, kind, count } of countKeyPlacesByArea(db)) {
		if (isInside(tree, areaId, place)) counts.set(kind, (counts.get(kind) ?? 0) + count);
	}
	return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}

function teamOf(
	scope: PageScope & { db: ReadableDb },
	{ tree }: EventIndex,
	place: Place,
	makeups: ReadonlyMap<number, AreaMakeup>,
	period: Period,
): AreaProfile['team'] {
	const { snapshot } = scope;
	if (!snapshot.connected.has('grid_staff')) return null;
	const lastDay = period.endDay - 1;
	const day = snapshot.asOfS === null ? lastDay : Math.min(lastDay, dayOf(snapshot.asOfS));
	const counts = new Map<string, number>();
	for (const { areaId, role, count } of countStaffByArea(scope.db, day)) {
		if (isInside(tree, areaId, place)) counts.set(role ?? 'unknown', (counts.get(role ?? 'unknown') ?? 0) + count);
	}
	const fullTime = counts.get(FULL_TIME) ?? 0;
	const households = ownOrSum(makeups, place.areaId, (area) => area.households);
	return {
		roles: [...counts].map(([role, count]) => ({ role, count })).sort((a, b) => b.count - a.count),
		fullTime,
		householdsPerFullTime: fullTime === 0 || households === null ? null : households / fullTime,
	};
}

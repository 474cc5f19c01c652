// Places "as then" (figures.md): an event is placed by the grids that stood on the day it was accepted, so a split, merge
// or renaming (grid_lineage) never moves an older event. One era from one change to the next; without any, one for all.

import { dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import type { ReadableDb } from '../cache/cache-db.ts';
import { readLineageRows } from '../cache/lineage-queries.ts';
import { type PlaceArea, readResolvableAreas, readRetiredGround } from '../cache/place-store.ts';
import { type AreaLineage, makeAreaLineage } from '../indicators/area-lineage.ts';
import { buildPlaceResolver, type PlaceResolver } from './place-resolver.ts';

export interface PlaceEras {
	/** Places by what stands today. */
	readonly present: PlaceResolver;
	/** Places by what stood when an event was accepted, epoch seconds; NaN, 0 and null are today. */
	at(acceptedAtS: number | null): PlaceResolver;
}

/** The areas as they stood on a day; a code keeps its meaning for good, a name and its ground only while it stands. */
function areasOn(
	day: number,
	areas: readonly PlaceArea[],
	lineage: AreaLineage,
	changed: ReadonlySet<string>,
	ground: ReadonlyMap<number, string>,
): PlaceArea[] {
	return areas.map((area) => {
		if (!changed.has(area.code)) return area;
		if (!lineage.isInForce(area.code, day)) return { ...area, isRetired: true, geometry: null };
		const { isRetired: _, ...standing } = area;
		return { ...standing, geometry: area.geometry ?? ground.get(area.areaId) ?? null };
	});
}

/** Reads the areas and their changes; the resolvers of earlier eras are built when they are first asked for. */
export function openPlaceEras(db: ReadableDb): PlaceEras {
	const areas = readResolvableAreas(db);
	// A grid that came of one nobody delivered stands for it, as in the count of grids (ledger-grid-spans.ts): its ground
	// is all that is known of the one before.
	const known = new Set(areas.map(({ code }) => code));
	const rows = readLineageRows(db).filter(({ oldCode }) => known.has(oldCode));
	if (rows.length === 0) {
		const present = buildPlaceResolver(areas);
		return { present, at: () => present };
	}
	const lineage = makeAreaLineage(rows);
	const changed = new Set(rows.flatMap(({ oldCode, newCode }) => [oldCode, newCode]));
	const ground = readRetiredGround(db);
	const days = [...new Set(rows.map(({ effectiveDay }) => effectiveDay))].sort((a, b) => a - b);
	const starts = [Number.NEGATIVE_INFINITY, ...days.map(startOfDay)];
	const resolvers: PlaceResolver[] = [];
	function resolverOf(era: number): PlaceResolver {
		const day = dayOf(era === 0 ? (starts[1] ?? 0) - 1 : (starts[era] ?? 0));
		resolvers[era] ??= buildPlaceResolver(areasOn(day, areas, lineage, changed, ground));
		return resolvers[era];
	}
	const last = starts.length - 1;
	return {
		present: resolverOf(last),
		at(acceptedAtS) {
			if (!acceptedAtS) return resolverOf(last);
			let era = last;
			while (era > 0 && acceptedAtS < (starts[era] as number)) era -= 1;
			return resolverOf(era);
		},
	};
}

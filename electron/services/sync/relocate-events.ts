// Decides the place of stored events again, from what was delivered: after areas changed, or when a file brought only
// part of a place. Writes only rows whose place comes out different.

import type { WritableDb } from '../cache/cache-db.ts';
import { rebuildPacks } from '../cache/event-pack-queries.ts';
import { readPlaces, readResolvableAreas } from '../cache/place-store.ts';
import { EVENT_FLAG } from '../indicators/event-columns.ts';
import {
	buildPlaceResolver,
	type Located,
	type NamedPlace,
	PLACE_FLAGS,
	type PlaceResolver,
} from './place-resolver.ts';

const BATCH_ROWS = 5_000;

type EventPlace = [
	key: number,
	placeId: number,
	lng: number | null,
	lat: number | null,
	areaId: number | null,
	geoAreaId: number | null,
	flags: number,
];

/** Relocates the events that `where` selects; returns how many moved or changed a place flag. */
export function relocateEvents(
	db: WritableDb,
	resolver: PlaceResolver,
	named: ReadonlyMap<number, NamedPlace>,
	where: string,
): number {
	const select = db
		.prepare<[number], EventPlace>(
			`SELECT event_key, place_id, lng, lat, area_id, geo_area_id, flags FROM event
			WHERE event_key > ? ${where} ORDER BY event_key LIMIT ${BATCH_ROWS}`,
		)
		.raw() as unknown as { all(after: number): EventPlace[] };
	const update = db.prepare('UPDATE event SET area_id = ?, geo_area_id = ?, flags = ? WHERE event_key = ?');
	const out: Located = { areaId: 0, geoAreaId: 0, flags: 0 };
	let moved = 0;
	let after = 0;
	for (;;) {
		const rows = select.all(after);
		for (const [key, placeId, lng, lat, areaId, geoAreaId, flags] of rows) {
			after = key;
			const place = named.get(placeId);
			if (!place) continue;
			const isUnsure = (flags & EVENT_FLAG.pointUnsure) !== 0;
			resolver.locate(
				place,
				isUnsure ? Number.NaN : (lng ?? Number.NaN),
				isUnsure ? Number.NaN : (lat ?? Number.NaN),
				out,
			);
			const newFlags = (flags & ~PLACE_FLAGS) | out.flags;
			if (out.areaId === (areaId ?? 0) && out.geoAreaId === (geoAreaId ?? 0) && newFlags === flags) continue;
			update.run(out.areaId || null, out.geoAreaId || null, newFlags, key);
			moved += 1;
		}
		if (rows.length < BATCH_ROWS) return moved;
	}
}

/** Resolves all place words against the present areas and stores what they name. */
export function resolvePlaces(db: WritableDb, resolver: PlaceResolver): Map<number, NamedPlace> {
	const update = db.prepare('UPDATE place SET area_id = ? WHERE place_id = ?');
	const named = new Map<number, NamedPlace>();
	for (const row of readPlaces(db)) {
		const place = resolver.resolveNames(row);
		named.set(row.placeId, place);
		if (place.areaId !== (row.areaId ?? 0)) update.run(place.areaId || null, row.placeId);
	}
	return named;
}

/** After areas (or points of events) changed: every place and every event anew, and the packs when an event moved. */
export function relocateEverything(db: WritableDb, isPointChanged: boolean): void {
	const resolver = buildPlaceResolver(readResolvableAreas(db));
	const named = resolvePlaces(db, resolver);
	if (relocateEvents(db, resolver, named, '') > 0 || isPointChanged) rebuildPacks(db);
}

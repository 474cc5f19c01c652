// Decides the place of stored events again, from what was delivered: after areas changed, or when a file brought only
// part of a place. Writes only rows whose place comes out different.

import type { ReadableDb, WritableDb } from '../cache/cache-db.ts';
import { rebuildPacks } from '../cache/event-pack-queries.ts';
import { readPlaces } from '../cache/place-store.ts';
import { EVENT_FLAG } from '../indicators/event-columns.ts';
import { openPlaceEras, type PlaceEras } from './place-eras.ts';
import { type Located, type NamedPlace, PLACE_FLAGS, type PlaceResolver } from './place-resolver.ts';

const BATCH_ROWS = 5_000;

type EventPlace = [
	key: number,
	placeId: number,
	lng: number | null,
	lat: number | null,
	areaId: number | null,
	geoAreaId: number | null,
	flags: number,
	acceptedAt: number | null,
];

/** What the words of a place name in each era, found when first asked for. */
function openNames(db: ReadableDb) {
	const places = new Map(readPlaces(db).map((row) => [row.placeId, row]));
	const named = new Map<PlaceResolver, Map<number, NamedPlace>>();
	return (resolver: PlaceResolver, placeId: number): NamedPlace | undefined => {
		const known = named.get(resolver) ?? new Map<number, NamedPlace>();
		named.set(resolver, known);
		const row = places.get(placeId);
		if (row && !known.has(placeId)) known.set(placeId, resolver.resolveNames(row));
		return known.get(placeId);
	};
}

/** Relocates the events that `where` selects; returns how many moved or changed a place flag. */
export function relocateEvents(db: WritableDb, eras: PlaceEras, where: string): number {
	const namedPlace = openNames(db);
	const select = db
		.prepare<[number], EventPlace>(
			`SELECT event_key, place_id, lng, lat, area_id, geo_area_id, flags, accepted_at FROM event
			WHERE event_key > ? ${where} ORDER BY event_key LIMIT ${BATCH_ROWS}`,
		)
		.raw() as unknown as { all(after: number): EventPlace[] };
	const update = db.prepare('UPDATE event SET area_id = ?, geo_area_id = ?, flags = ? WHERE event_key = ?');
	const out: Located = { areaId: 0, geoAreaId: 0, flags: 0 };
	let moved = 0;
	let after = 0;
	for (;;) {
		const rows = select.all(after);
		for (const [key, placeId, lng, lat, areaId, geoAreaId, flags, acceptedAt] of rows) {
			after = key;
			const resolver = eras.at(acceptedAt);
			const place = namedPlace(resolver, placeId);
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

/** Stores what all place words name among the present areas. */
export function resolvePlaces(db: WritableDb, resolver: PlaceResolver): void {
	const update = db.prepare('UPDATE place SET area_id = ? WHERE place_id = ?');
	for (const row of readPlaces(db)) {
		const { areaId } = resolver.resolveNames(row);
		if (areaId !== (row.areaId ?? 0)) update.run(areaId || null, row.placeId);
	}
}

/** After areas (or points of events) changed: every place and every event anew, and the packs when an event moved. */
export function relocateEverything(db: WritableDb, isPointChanged: boolean): void {
	const eras = openPlaceEras(db);
	resolvePlaces(db, eras.present);
	if (relocateEvents(db, eras, '') > 0 || isPointChanged) rebuildPacks(db);
}

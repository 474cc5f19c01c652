// Key places, components and open hazards of an area as points of the map, with what a person should look at marked.
// Desk only; never answers a wall.

import type { z } from 'zod';
import type { MapPlacesOutput } from '../../../shared/contract/schemas/map.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import { listStoredPlaces, type PlaceKind, type StoredPlace } from '../cache/map-place-queries.ts';
import type { EventScope } from '../events/event-service.ts';
import { placeOfCode } from '../indicators/area-tree.ts';
import { eventIndexOf } from '../indicators/event-index.ts';

const DATASET = { keyPlace: 'key_place', component: 'component', hazard: 'hazard' } as const;
/** Mapped states that need a person: high risk, a component that is not intact. */
const WARNING_STATES: Record<PlaceKind, ReadonlySet<string>> = {
	keyPlace: new Set(['red', 'orange']),
	component: new Set(['broken', 'lost', 'scrapped']),
	hazard: new Set(['major']),
};

function isWarning(kind: PlaceKind, place: StoredPlace, today: number): boolean {
	const isState = place.stateCode !== null && WARNING_STATES[kind].has(place.stateCode);
	return isState || (place.openHazards ?? 0) > 0 || (place.dueOn !== null && place.dueOn < today);
}

/** Throws GridHelmError E_UNKNOWN_AREA. */
export function listMapPlaces(
	scope: EventScope,
	{ area, kind }: { area: string; kind: PlaceKind },
): z.infer<typeof MapPlacesOutput> {
	const { tree } = eventIndexOf(scope.snapshot);
	const inside = placeOfCode(tree, area);
	const today = dayOf(scope.nowS);
	const placeOfArea = new Map(
		scope.snapshot.areas.map(({ areaId, code }) => [code, tree.placeByAreaId.get(areaId)] as const),
	);
	const rows = listStoredPlaces(scope.db, kind).filter(({ areaCode }) => {
		if (inside.place === 0) return true;
		const at = areaCode === null ? undefined : placeOfArea.get(areaCode);
		return at !== undefined && at >= inside.place && at <= inside.lastPlace;
	});
	const places = rows.flatMap((place) =>
		place.lng === null || place.lat === null
			? []
			: [
					{
						id: place.id,
						name: place.name,
						kind: place.kind,
						state: place.state,
						isWarning: isWarning(kind, place, today),
						lng: place.lng,
						lat: place.lat,
					},
				],
	);
	return {
		kind,
		isConnected: scope.snapshot.connected.has(DATASET[kind]),
		total: rows.length,
		unplaced: rows.length - places.length,
		places,
	};
}

// Same-place and same-kind neighbours of an event: valid events of its class accepted in the 90 days up to the as-of.

import type { EventIndex } from '../indicators/event-index.ts';
import { VERDICTS } from '../indicators/event-traits.ts';
import { openEventsOf } from '../indicators/open-events.ts';

const NINETY_DAYS_S = 90 * 86_400;
const VALID = VERDICTS.indexOf('valid');

export interface Neighbours {
	/** Null where the event has no known grid, class or unit. */
	sameGridSameClass90d: number | null;
	sameTownSameClass90d: number | null;
	unitOpenSameClass: number | null;
}

/** Delivered words that are mapped to the same class as one of them. */
function idsOfClass({ snapshot, events }: EventIndex, categoryId: number): Set<number> {
	const code = snapshot.dict.get(categoryId)?.code ?? null;
	const ids = new Set([categoryId]);
	if (code === null) return ids;
	for (const id of new Set(events.categoryId)) if (snapshot.dict.get(id)?.code === code) ids.add(id);
	return ids;
}

/** Counts without the event itself; the class is the mapped code, or the delivered word where none is mapped. */
export function countNeighbours(index: EventIndex, eventKey: number): Neighbours {
	const { events, snapshot, tree } = index;
	const own = events.eventKey.indexOf(eventKey);
	const asOfS = snapshot.asOfS;
	if (own < 0 || asOfS === null)
		return { sameGridSameClass90d: null, sameTownSameClass90d: null, unitOpenSameClass: null };
	const sameClass = idsOfClass(index, events.categoryId[own] as number);
	const place = tree.places[index.place[own] as number];
	let town = place;
	while (town && town.level !== 'town' && town.parent !== null) town = tree.places[town.parent];
	const counts = { grid: 0, town: 0 };
	for (let row = 0; row < events.length; row += 1) {
		const acceptedAt = events.acceptedAt[row] as number;
		if (row === own || acceptedAt <= asOfS - NINETY_DAYS_S || acceptedAt > asOfS) continue;
		if (index.verdict[row] !== VALID || !sameClass.has(events.categoryId[row] as number)) continue;
		const at = index.place[row] as number;
		if (town && at >= town.place && at <= town.lastPlace) counts.town += 1;
		if (place && at >= place.place && at <= place.lastPlace) counts.grid += 1;
	}
	const unit = events.unitId[own] as number;
	const held = openEventsOf(index).filter(
		({ row }) => row !== own && events.unitId[row] === unit && sameClass.has(events.categoryId[row] as number),
	);
	return {
		sameGridSameClass90d: place?.level === 'grid' ? counts.grid : null,
		sameTownSameClass90d: town?.level === 'town' ? counts.town : null,
		unitOpenSameClass: unit === 0 ? null : held.length,
	};
}

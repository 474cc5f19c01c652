// Same-place and same-kind neighbours of an event: valid events of its class accepted in the 90 days up to the as-of.

import { dayOf } from '../../../shared/domain/shanghai-time.ts';
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
function idsOfClass({ snapshot }: EventIndex, categoryId: number): Set<number> {
	const code = snapshot.dict.get(categoryId)?.code ?? null;
	const ids = new Set([categoryId]);
	if (code === null) return ids;
	for (const [id, word] of snapshot.dict) if (word.code === code) ids.add(id);
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

/** An event beside another: at the same address, in the same grid and class, or open with the same unit and class. */
export interface NearEvent {
	row: number;
	relation: 'place' | 'grid' | 'unit';
}

/** Most neighbours listed of each relation. */
const MOST_OF_RELATION = 6;

/** The newest neighbours of an event; each stands under its nearest relation only. */
export function listNeighbours(index: EventIndex, eventKey: number): NearEvent[] {
	const { events, snapshot, tree } = index;
	const own = events.eventKey.indexOf(eventKey);
	const asOfS = snapshot.asOfS;
	if (own < 0 || asOfS === null) return [];
	const sameClass = idsOfClass(index, events.categoryId[own] as number);
	const placeKey = events.placeKey[own] as number;
	const place = tree.places[index.place[own] as number];
	const unit = events.unitId[own] as number;
	const found: Record<NearEvent['relation'], number[]> = { place: [], grid: [], unit: [] };
	const firstRow = index.accepted.rows === null ? (index.accepted.starts[dayOf(asOfS - NINETY_DAYS_S)] ?? 0) : 0;
	for (let row = events.length - 1; row >= firstRow; row -= 1) {
		const acceptedAt = events.acceptedAt[row] as number;
		if (row === own || acceptedAt <= asOfS - NINETY_DAYS_S || acceptedAt > asOfS || index.verdict[row] !== VALID)
			continue;
		if (placeKey !== 0 && events.placeKey[row] === placeKey) found.place.push(row);
		else if (place?.level === 'grid' && index.place[row] === place.place && isOf(sameClass, row)) found.grid.push(row);
	}
	for (const { row } of openEventsOf(index)) {
		const isListed = found.place.includes(row) || found.grid.includes(row);
		if (unit !== 0 && row !== own && !isListed && events.unitId[row] === unit && isOf(sameClass, row))
			found.unit.push(row);
	}
	function isOf(ids: ReadonlySet<number>, row: number): boolean {
		return ids.has(events.categoryId[row] as number);
	}
	return (['place', 'grid', 'unit'] as const).flatMap((relation) =>
		found[relation]
			.sort((a, b) => (events.acceptedAt[b] as number) - (events.acceptedAt[a] as number))
			.slice(0, MOST_OF_RELATION)
			.map((row) => ({ row, relation })),
	);
}

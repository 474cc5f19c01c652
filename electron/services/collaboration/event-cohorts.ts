// Which events the pages of working together speak of: those accepted in a period, without self-closed ones, at a place.
// Pure over the index.

import type { Period } from '../../../shared/domain/period.ts';
import type { Place } from '../indicators/area-tree.ts';
import type { EventIndex } from '../indicators/event-index.ts';
import { TRAIT } from '../indicators/event-traits.ts';

/** Rows of valid events accepted in a period (and not after the as-of) inside a place, without self-closed ones. */
export function acceptedRows(index: EventIndex, place: Place, period: Period): number[] {
	const { rows, starts } = index.accepted;
	const { acceptedAt } = index.events;
	const asOfS = index.snapshot.asOfS ?? 0;
	const found: number[] = [];
	const unwanted = TRAIT.invalid | TRAIT.selfClosed | TRAIT.notAccepted;
	const to = starts[period.endDay] as number;
	for (let position = starts[period.startDay] as number; position < to; position += 1) {
		const row = rows === null ? position : (rows[position] as number);
		const at = index.place[row] as number;
		if (at < place.place || at > place.lastPlace || (acceptedAt[row] as number) > asOfS) continue;
		if (((index.traits[row] as number) & unwanted) === 0) found.push(row);
	}
	return found;
}

/** The lead unit of an event as delivered; null where none was. */
export function leadUnitOf(index: EventIndex, row: number): string | null {
	return index.snapshot.dict.get(index.events.unitId[row] as number)?.raw ?? null;
}

/** Tells whether rows of a ledger count at a place: by the area they name; the district also holds those that name none. */
export function areaTest(index: EventIndex, place: Place): (areaId: number | null) => boolean {
	return (areaId) => {
		const at = areaId === null ? 0 : (index.tree.placeByAreaId.get(areaId) ?? 0);
		return at >= place.place && at <= place.lastPlace;
	};
}

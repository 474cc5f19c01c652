// Returns of events (退单) against the limits of their events. Reads only the ledger's own rows and their events.

import type { ReadableDb } from './cache-db.ts';

/** A return of a period: its event and the seconds left to the limit; null where the event has none. */
export interface TimedReturn {
	eventKey: number;
	leftS: number | null;
}

/** Returns in [fromS, toS); null where no list of returns was ever delivered. */
export function listTimedReturns(db: ReadableDb, fromS: number, toS: number): TimedReturn[] | null {
	const rows = db
		.prepare<[number, number], TimedReturn>(
			`SELECT e.event_key AS eventKey, coalesce(e.due_at_orig, e.due_at) - r.returned_at AS leftS
			FROM event_return r JOIN event e ON e.event_id = r.event_id
			WHERE r.returned_at >= ? AND r.returned_at < ?`,
		)
		.all(fromS, toS);
	if (rows.length > 0) return rows;
	return db.prepare('SELECT 1 FROM event_return LIMIT 1').get() === undefined ? null : [];
}

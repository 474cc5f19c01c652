// Returns that came within a day of the limit or after it (domain.md §5.7, 退单甩锅). The clock goes on for the whole
// event, so that a late return costs the one who takes over.

import type { ReadableDb } from '../../cache/cache-db.ts';
import { listTimedReturns } from '../../cache/return-queries.ts';
import type { CountReturns } from './list-guards.ts';

const NEAR_S = 86_400;

/** Counts the returns of a cache; only those whose event has a limit. */
export function countNearLimit(db: ReadableDb): CountReturns {
	return (period, isInside) => {
		const returns = listTimedReturns(db, period.startS, period.endS);
		if (returns === null) return null;
		const timed = returns.filter(({ eventKey, leftS }) => leftS !== null && isInside(eventKey));
		return { num: timed.filter(({ leftS }) => (leftS ?? 0) < NEAR_S).length, den: timed.length };
	};
}

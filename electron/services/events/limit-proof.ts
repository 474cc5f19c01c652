// Why an event is due when it is: its limit counted from its start on the district's calendar, pauses left out, beside
// what was delivered. Explains a delivered limit; never replaces it.

import type { z } from 'zod';
import type { LimitProof } from '../../../shared/contract/schemas/event-story.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { StoredEvent, StoredStep } from '../cache/event-queries.ts';
import { dueTimeOf, parseTimeLimit } from '../indicators/time-limits.ts';
import type { WorkingCalendar } from '../indicators/working-calendar.ts';
import { isoOrNull } from './event-shapes.ts';
import { pausesOf } from './event-timeline.ts';
import { extensionFaultIn } from './stage-clocks.ts';

/** Two limits within this are the same (seconds): exports round to minutes. */
const SAME_S = 60;

/** The proof of an event's limit. */
export function limitProofOf(
	event: Pick<StoredEvent, 'limit' | 'severity' | 'acceptedAt' | 'dueAt' | 'dueAtOrig'>,
	steps: readonly StoredStep[],
	calendar: WorkingCalendar,
): z.infer<typeof LimitProof> {
	const text = event.limit?.code ?? event.limit?.raw ?? null;
	const limit = text === null ? null : parseTimeLimit(text);
	const { acceptedAt, dueAt, dueAtOrig } = event;
	const pauses = pausesOf(steps);
	const count = (without: typeof pauses): number | null => {
		if (limit === null || acceptedAt === null) return null;
		const dueS = dueTimeOf(acceptedAt, limit, calendar, without);
		return Number.isFinite(dueS) ? Math.round(dueS) : null;
	};
	// Extensions move the delivered limit, so the count is held against the one before them.
	const delivered = dueAtOrig ?? dueAt;
	const meets = (countedS: number | null) =>
		countedS !== null && delivered !== null && Math.abs(countedS - delivered) <= SAME_S;
	const plain = count([]);
	const stretched = count(pauses);
	const counted = meets(plain) ? plain : (stretched ?? plain);
	const isWorkClock = limit?.kind === 'W' || limit?.kind === 'N';
	return {
		limit: text,
		startAt: isoOrNull(acceptedAt),
		countedAt: isoOrNull(counted),
		originalAt: isoOrNull(dueAtOrig),
		dueAt: isoOrNull(dueAt),
		agrees: counted === null || delivered === null ? null : meets(counted),
		pauses: counted !== null && counted === stretched && stretched !== plain ? pauses.length : 0,
		isProvisional:
			isWorkClock && [acceptedAt, counted].some((atS) => atS !== null && calendar.isProvisional(dayOf(atS))),
		extensionFault: extensionFaultIn(event, steps),
	};
}

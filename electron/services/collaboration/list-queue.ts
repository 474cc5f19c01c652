// The whole red-light queue: who must be chased now, with pauses, extensions and the next legal step of supervision.
// Order and lights are those of the engine (red-queue.ts); paused events stand after the pressing ones.

import type { z } from 'zod';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { QueueOutput } from '../../../shared/contract/schemas/collaboration.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import {
	listRunningPauses,
	listSupervisions,
	type RunningPause,
	type Supervision,
} from '../cache/collaboration-queries.ts';
import { getEvents, type StoredEvent } from '../cache/event-queries.ts';
import type { EventScope } from '../events/event-service.ts';
import { isoOrNull, toEventRow } from '../events/event-shapes.ts';
import { placeOfCode } from '../indicators/area-tree.ts';
import { eventIndexOf } from '../indicators/event-index.ts';
import { openEventsInside } from '../indicators/open-events.ts';
import { comparePressing, openEventClock, type QueueRow, queueOf } from '../indicators/red-queue.ts';
import { extensionStateOf, ladderOf } from './supervision-ladder.ts';

type Answer = z.infer<typeof QueueOutput>;

interface RowContext {
	pauses: ReadonlyMap<string, RunningPause>;
	supervisions: ReadonlyMap<string, Supervision[]>;
	nowS: number;
}

function toQueueRow(event: StoredEvent, clock: QueueRow, context: RowContext): Answer['rows'][number] {
	const { nowS } = context;
	const pause = context.pauses.get(event.eventId);
	const extendCount = event.extendCount ?? 0;
	const ladder = ladderOf(clock.light, event.superviseLevel ?? 0, context.supervisions.get(event.eventId) ?? [], nowS);
	const isMoved = event.dueAtOrig !== null && event.dueAtOrig !== event.dueAt;
	return {
		event: toEventRow(event, clock),
		pause:
			clock.light !== 'paused'
				? null
				: {
						since: isoOrNull(pause?.pausedAt ?? null),
						reason: pause?.reasonRaw == null ? null : { code: pause.reasonCode, raw: pause.reasonRaw },
					},
		pauseMinutes: event.pauseMinutes ?? 0,
		extension: {
			state: extensionStateOf(
				{ severity: event.severity, status: Number(event.status?.code ?? 0), extendCount, dueAt: event.dueAt },
				nowS,
			),
			count: extendCount,
			oldDueAt: isMoved ? isoOrNull(event.dueAtOrig) : null,
		},
		ladder: { level: ladder.level, next: ladder.next, waitUntil: isoOrNull(ladder.waitUntilS) },
	};
}

/** The queue of an area. Throws GridHelmError E_UNKNOWN_AREA. */
export function listQueue(scope: EventScope, input: ParsedInput<'collaboration.listQueue'>): Answer {
	const { snapshot, calendar, nowS } = scope;
	const index = eventIndexOf(snapshot);
	const place = placeOfCode(index.tree, input.area);
	const head = queueOf(index, calendar, place, Number.POSITIVE_INFINITY, nowS);
	const { eventKey, severity } = index.events;
	const paused = openEventsInside(index, place)
		.filter(({ isPaused, isDisposed }) => isPaused && !isDisposed)
		.map((open) => ({
			...openEventClock(index, calendar, open, nowS),
			row: open.row,
			eventKey: eventKey[open.row] as number,
			severity: severity[open.row] as number,
		}))
		.sort(comparePressing);
	const chosen = [...head.rows, ...paused];
	const page = chosen.slice(input.offset, input.offset + input.limit);
	const clocks = new Map(page.map((row) => [row.eventKey, row]));
	const context: RowContext = {
		pauses: listRunningPauses(scope.db),
		supervisions: listSupervisions(scope.db),
		nowS,
	};
	return {
		asOf: isoOrNull(snapshot.asOfS),
		now: toIso(nowS),
		counts: head.counts,
		total: chosen.length,
		rows: getEvents(scope.db, [...clocks.keys()]).flatMap((event) => {
			const clock = clocks.get(event.eventKey);
			return clock ? [toQueueRow(event, clock, context)] : [];
		}),
		isCalendarProvisional: head.isCalendarProvisional,
	};
}

// Who must be chased now (design.md §5): open events near or past their limit, most pressing first, and the counts
// beside them. Lights are judged at the as-of; an old cache never turns red by itself. Times over or left are by
// the clock of now: what the as-of did not know yet holds "if still open".

import type { EventLight } from '../../../shared/domain/codes.ts';
import { EVENT_LIGHTS, STATUS } from '../../../shared/domain/codes.ts';
import { dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import type { Place } from './area-tree.ts';
import { placeOfCode } from './area-tree.ts';
import type { EngineSnapshot } from './event-columns.ts';
import type { EventIndex } from './event-index.ts';
import { eventIndexOf } from './event-index.ts';
import type { EventClock } from './event-lights.ts';
import { eventClockOf } from './event-lights.ts';
import type { OpenEvent } from './open-events.ts';
import { openEventByKey, openEventsInside } from './open-events.ts';
import { parseTimeLimit } from './time-limits.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export type LightCounts = Record<EventLight, number>;

export interface QueueRow extends EventClock {
	eventKey: number;
	row: number;
	/** 1–4; 0 unknown. */
	severity: number;
}

export interface RedQueue {
	counts: LightCounts;
	openTotal: number;
	/** Still to fall due between now and midnight, and within two hours from now. */
	dueToday: number;
	dueInTwoHours: number;
	/** Disposed, or with status 待核查, and not paused. */
	awaitingVerification: number;
	/** Not disposed and waiting to be accepted, dispatched or signed. */
	awaitingStart: number;
	/** All other open events that are not paused. */
	inHandling: number;
	/** Deep red, red and yellow ones, most pressing first, at most `limit`. */
	rows: QueueRow[];
	/** All deep red, red and yellow ones. */
	pressingTotal: number;
	/** True when a working-time limit of an open event runs in a year without a published calendar. */
	isCalendarProvisional: boolean;
}

const TWO_HOURS_S = 7_200;
const PRESSING: readonly EventLight[] = ['deepRed', 'red', 'yellow'];
const WAITING = new Set<number>([
	STATUS.awaitingAcceptance,
	STATUS.awaitingDispatch,
	STATUS.awaitingSign,
	STATUS.returned,
]);

/** Zero of every light. */
export function noLights(): LightCounts {
	return { deepRed: 0, red: 0, yellow: 0, green: 0, paused: 0, none: 0 };
}

/** The clock of an open event, its light judged at the earlier of now and its source's as-of. */
export function openEventClock(
	index: EventIndex,
	calendar: WorkingCalendar,
	open: OpenEvent,
	nowS: number,
): EventClock {
	return eventClockOf(index, calendar, open.row, open, Math.min(nowS, open.asOfS), nowS);
}

/** The clock of any event by its event_key; null where it is not open at the as-of (closed, void, not accepted). */
export function computeEventClock(
	snapshot: EngineSnapshot,
	calendar: WorkingCalendar,
	eventKey: number,
	nowS: number,
): EventClock | null {
	const index = eventIndexOf(snapshot);
	const open = openEventByKey(index, eventKey);
	return open === undefined ? null : openEventClock(index, calendar, open, nowS);
}

/**
 * The queue of an area.
 * @throws GridHelmError E_UNKNOWN_AREA
 */
export function computeRedQueue(
	snapshot: EngineSnapshot,
	calendar: WorkingCalendar,
	input: { area: string; limit: number },
	nowS: number,
): RedQueue {
	const index = eventIndexOf(snapshot);
	return queueOf(index, calendar, placeOfCode(index.tree, input.area), input.limit, nowS);
}

/** The same for a place already found. */
export function queueOf(
	index: EventIndex,
	calendar: WorkingCalendar,
	place: Place,
	limit: number,
	nowS: number,
): RedQueue {
	const { events, snapshot } = index;
	const open = openEventsInside(index, place);
	const counts = noLights();
	const rows: QueueRow[] = [];
	const midnightS = startOfDay(dayOf(nowS) + 1);
	const queue = { dueToday: 0, dueInTwoHours: 0, awaitingVerification: 0, awaitingStart: 0, inHandling: 0 };
	let isCalendarProvisional = false;
	for (const each of open) {
		const { row, isPaused, isDisposed } = each;
		const clock = openEventClock(index, calendar, each, nowS);
		counts[clock.light] += 1;
		const dueAt = events.dueAt[row] as number;
		if (!isPaused && !isDisposed && dueAt >= nowS) {
			if (dueAt < midnightS) queue.dueToday += 1;
			if (dueAt <= nowS + TWO_HOURS_S) queue.dueInTwoHours += 1;
		}
		const status = Number(snapshot.dict.get(events.statusId[row] as number)?.code ?? 0);
		if (isPaused) {
			// Stands in its own count of lights.
		} else if (isDisposed || status === STATUS.awaitingVerification) queue.awaitingVerification += 1;
		else if (WAITING.has(status)) queue.awaitingStart += 1;
		else queue.inHandling += 1;
		isCalendarProvisional ||= needsMissingYear(calendar, clock, dueAt, nowS);
		if (PRESSING.includes(clock.light)) {
			rows.push({ ...clock, row, eventKey: events.eventKey[row] as number, severity: events.severity[row] as number });
		}
	}
	rows.sort(comparePressing);
	return {
		...queue,
		counts,
		openTotal: open.length,
		rows: rows.slice(0, limit),
		pressingTotal: rows.length,
		isCalendarProvisional,
	};
}

/** Severity, then deep red before red before yellow, then days overdue, then the older record. */
export function comparePressing(a: QueueRow, b: QueueRow): number {
	return (
		(a.severity || 5) - (b.severity || 5) ||
		EVENT_LIGHTS.indexOf(a.light) - EVENT_LIGHTS.indexOf(b.light) ||
		(b.overdueDays ?? 0) - (a.overdueDays ?? 0) ||
		a.eventKey - b.eventKey
	);
}

function needsMissingYear(calendar: WorkingCalendar, clock: EventClock, dueAt: number, nowS: number): boolean {
	const kind = clock.limit === null ? null : parseTimeLimit(clock.limit)?.kind;
	if (dueAt === 0 || (kind !== 'W' && kind !== 'N')) return false;
	return calendar.isProvisional(dayOf(dueAt)) || calendar.isProvisional(dayOf(nowS));
}

// The light of one event and its time over or left (domain.md §1.3): green with more than a quarter of the limit
// left, yellow near the end, red past it, deep red past it by more than the limit itself or with a red card.

import type { EventLight } from '../../../shared/domain/codes.ts';
import type { EventIndex } from './event-index.ts';
import type { TimeLimit } from './time-limits.ts';
import { parseTimeLimit } from './time-limits.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** 红牌督办 */
const RED_CARD = 3;
const MINUTES_PER_DAY = 1440;
/** Limits up to this many days turn yellow at 4 hours, longer ones at one day. */
const SHORT_LIMIT_DAYS = 2;
const SHORT_NOTICE_MINUTES = 240;

/** An event against its limit; amounts on the event's own clock. */
export interface EventClock {
	light: EventLight;
	/** As delivered (`W3`); null when unknown. */
	limit: string | null;
	/** Over (positive) or left (negative) at the clock of now: working hours for W and N limits, else hours. */
	overdue: { amount: number; clock: 'workHours' | 'hours' } | null;
	/** The same in days: 7 working hours or 24 hours are a day (design.md §5). */
	overdueDays: number | null;
}

/** What decides an open event's light beside its limit. */
export interface OpenState {
	isPaused: boolean;
	isDisposed: boolean;
}

/**
 * The clock of an open event.
 * @param judgedAtS instant at which the light is judged: what is known, so never later than the source's as-of
 * @param nowS instant for the time over or left ("if still open")
 */
export function eventClockOf(
	index: EventIndex,
	calendar: WorkingCalendar,
	row: number,
	state: OpenState,
	judgedAtS: number,
	nowS: number,
): EventClock {
	const limitText = limitTextOf(index, row);
	const limit = limitText === null ? null : parseTimeLimit(limitText);
	const dueAt = index.events.dueAt[row] as number;
	const light = lightOf(index, calendar, row, state, limit, judgedAtS);
	if (dueAt === 0 || state.isDisposed) return { light, limit: limitText, overdue: null, overdueDays: null };
	const isWorkClock = limit?.kind === 'W' || limit?.kind === 'N';
	const minutes = minutesOn(calendar, isWorkClock, dueAt, nowS);
	return {
		light,
		limit: limitText,
		overdue: { amount: minutes / 60, clock: isWorkClock ? 'workHours' : 'hours' },
		overdueDays: minutes / (isWorkClock ? calendar.secondsPerDay / 60 : MINUTES_PER_DAY),
	};
}

/** The limit of an event as mapped or delivered; null when unknown. */
function limitTextOf(index: EventIndex, row: number): string | null {
	const entry = index.snapshot.dict.get(index.events.limitId[row] as number);
	return entry === undefined ? null : (entry.code ?? entry.raw);
}

function minutesOn(calendar: WorkingCalendar, isWorkClock: boolean, fromS: number, toS: number): number {
	return isWorkClock ? calendar.workMinutesBetween(fromS, toS) : (toS - fromS) / 60;
}

function lightOf(
	index: EventIndex,
	calendar: WorkingCalendar,
	row: number,
	{ isPaused, isDisposed }: OpenState,
	limit: TimeLimit | null,
	atS: number,
): EventLight {
	if (isDisposed) return 'green';
	if (isPaused) return 'paused';
	if ((index.events.superviseLevel[row] as number) >= RED_CARD) return 'deepRed';
	const dueAt = index.events.dueAt[row] as number;
	if (dueAt === 0) return 'none';
	const isWorkClock = limit?.kind === 'W' || limit?.kind === 'N';
	const length = limitMinutes(calendar, limit, index.events.acceptedAt[row] as number, dueAt);
	if (dueAt < atS) return minutesOn(calendar, isWorkClock, dueAt, atS) > length.minutes ? 'deepRed' : 'red';
	if (minutesOn(calendar, isWorkClock, atS, dueAt) <= length.minutes / 4) return 'yellow';
	// Continuous limits run day and night; for all others only working time is left to act in.
	const left = limit?.kind === 'H' ? (dueAt - atS) / 60 : calendar.workMinutesBetween(atS, dueAt);
	const longNotice = limit?.kind === 'H' ? MINUTES_PER_DAY : calendar.secondsPerDay / 60;
	return left <= (length.days <= SHORT_LIMIT_DAYS ? SHORT_NOTICE_MINUTES : longNotice) ? 'yellow' : 'green';
}

/** Length of a limit on its own clock; without a known limit, the time from acceptance to the due time. */
function limitMinutes(
	calendar: WorkingCalendar,
	limit: TimeLimit | null,
	acceptedAt: number,
	dueAt: number,
): { minutes: number; days: number } {
	const workDay = calendar.secondsPerDay / 60;
	switch (limit?.kind) {
		case 'W':
			return { minutes: limit.amount * workDay, days: limit.amount };
		case 'N':
			return { minutes: limit.amount * 60, days: (limit.amount * 60) / workDay };
		case 'H':
			return { minutes: limit.amount * 60, days: limit.amount / 24 };
		case 'D':
			return { minutes: limit.amount * MINUTES_PER_DAY, days: limit.amount };
		case undefined: {
			const minutes = Math.max(0, (dueAt - acceptedAt) / 60);
			return { minutes, days: minutes / MINUTES_PER_DAY };
		}
	}
}

// The working calendar of a district: the shipped one under the days of its own calendar_day ledger.

import type { EngineSnapshot } from './event-columns.ts';
import { BLANK } from './ledger-columns.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { workingCalendarWith } from './working-calendar.ts';

const calendars = new WeakMap<EngineSnapshot, WorkingCalendar>();

/** The calendar of a snapshot, made at the first call. */
export function calendarOf(snapshot: EngineSnapshot): WorkingCalendar {
	let calendar = calendars.get(snapshot);
	if (!calendar) {
		calendar = workingCalendarWith(deliveredDays(snapshot), snapshot.workWindows);
		calendars.set(snapshot, calendar);
	}
	return calendar;
}

function deliveredDays({ ledgers }: EngineSnapshot): Map<number, boolean> {
	const days = new Map<number, boolean>();
	const rows = ledgers?.rows('calendar_day');
	const day = rows?.column('day_on');
	const isWorked = rows?.column('is_workday');
	if (!rows || !day || !isWorked) return days;
	for (let row = 0; row < rows.length; row += 1) {
		if (isWorked[row] !== BLANK) days.set(day[row] as number, isWorked[row] === 1);
	}
	return days;
}

// Office days and hours of the sample's people: when someone works on a matter.
// Limits of events are the product's own rules (indicators/time-limits.ts); this only places human acts in the day.

import calendar from '../../../resources/calendar/working-days.json' with { type: 'json' };
import { dateFromDay, dayOf, startOfDay, toIsoDate } from '../../../shared/domain/shanghai-time.ts';

const MORNING_S = 8.5 * 3600;
const NOON_S = 12 * 3600;
const AFTERNOON_S = 14 * 3600;
const EVENING_S = 17.5 * 3600;

const weekdaysOff = new Set(calendar.years.flatMap((year) => year.weekdaysOff));
const weekendsWorked = new Set(calendar.years.flatMap((year) => year.weekendsWorked));
const known = new Map<number, 'work' | 'weekend' | 'holiday'>();

/** Kind of a Shanghai day: a working day (make-up days too), a plain weekend day, or a day off on a weekday. */
export function dayKind(day: number): 'work' | 'weekend' | 'holiday' {
	let kind = known.get(day);
	if (kind === undefined) {
		const iso = toIsoDate(day);
		const isWeekend = dateFromDay(day).weekday > 5;
		kind = weekdaysOff.has(iso) ? 'holiday' : isWeekend && !weekendsWorked.has(iso) ? 'weekend' : 'work';
		known.set(day, kind);
	}
	return kind;
}

/** The instant itself when someone is at work, else the start of the next office window. Epoch seconds. */
export function nextOfficeInstant(atS: number): number {
	let day = dayOf(atS);
	const second = atS - startOfDay(day);
	if (dayKind(day) === 'work') {
		if (second < MORNING_S) return startOfDay(day) + MORNING_S;
		if (second < NOON_S) return atS;
		if (second < AFTERNOON_S) return startOfDay(day) + AFTERNOON_S;
		if (second < EVENING_S) return atS;
	}
	do day += 1;
	while (dayKind(day) !== 'work');
	return startOfDay(day) + MORNING_S;
}

/** The instant itself when someone is at work, else the end of the last office window. Epoch seconds. */
export function lastOfficeInstant(atS: number): number {
	let day = dayOf(atS);
	const second = atS - startOfDay(day);
	if (dayKind(day) === 'work') {
		if (second >= EVENING_S) return startOfDay(day) + EVENING_S;
		if (second >= AFTERNOON_S) return atS;
		if (second >= NOON_S) return startOfDay(day) + NOON_S;
		if (second >= MORNING_S) return atS;
	}
	do day -= 1;
	while (dayKind(day) !== 'work');
	return startOfDay(day) + EVENING_S;
}

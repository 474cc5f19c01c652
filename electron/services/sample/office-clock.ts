// Office days and hours of the sample's people: when someone works on a matter.
// Limits of events are the product's own rules (indicators/time-limits.ts); this only places human acts in the day.

import { dateFromDay, dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import { loadWorkingCalendar } from '../indicators/working-calendar.ts';

const MORNING_S = 8.5 * 3600;
const NOON_S = 12 * 3600;
const AFTERNOON_S = 14 * 3600;
const EVENING_S = 17.5 * 3600;

const calendar = loadWorkingCalendar();

/** Kind of a Shanghai day: a working day (make-up days too), a plain weekend day, or a day off on a weekday. */
export function dayKind(day: number): 'work' | 'weekend' | 'holiday' {
	if (calendar.isWorkingDay(day)) return 'work';
	return dateFromDay(day).weekday > 5 ? 'weekend' : 'holiday';
}

/** The instant itself (whole epoch seconds) when someone is at work, else the start of the next office window. */
export function nextOfficeInstant(fromS: number): number {
	const atS = Math.round(fromS);
	let day = dayOf(atS);
	const second = atS - startOfDay(day);
	if (calendar.isWorkingDay(day)) {
		if (second < MORNING_S) return startOfDay(day) + MORNING_S;
		if (second < NOON_S) return atS;
		if (second < AFTERNOON_S) return startOfDay(day) + AFTERNOON_S;
		if (second < EVENING_S) return atS;
	}
	do day += 1;
	while (!calendar.isWorkingDay(day));
	return startOfDay(day) + MORNING_S;
}

/** The instant itself (whole epoch seconds) when someone is at work, else the end of the last office window. */
export function lastOfficeInstant(fromS: number): number {
	const atS = Math.round(fromS);
	let day = dayOf(atS);
	const second = atS - startOfDay(day);
	if (calendar.isWorkingDay(day)) {
		if (second >= EVENING_S) return startOfDay(day) + EVENING_S;
		if (second >= AFTERNOON_S) return atS;
		if (second >= NOON_S) return startOfDay(day) + NOON_S;
		if (second >= MORNING_S) return atS;
	}
	do day -= 1;
	while (!calendar.isWorkingDay(day));
	return startOfDay(day) + EVENING_S;
}

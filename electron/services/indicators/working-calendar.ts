// Working days, work windows and working time on the Asia/Shanghai wall clock (domain.md §4.4). Published years
// come from resources/calendar, days that a district delivers (calendar_day) stand over them; any other year is weekends
// and the 13 statutory days, and says it is provisional.

import statutory from '../../../resources/calendar/statutory-days.json' with { type: 'json' };
import published from '../../../resources/calendar/working-days.json' with { type: 'json' };
import { dateFromDay, dayFromDate, dayOf, parseIso, startOfDay } from '../../../shared/domain/shanghai-time.ts';

/** A work window of a working day, in seconds from midnight. */
export interface WorkWindow {
	startS: number;
	endS: number;
}

/** 08:30–12:00 and 14:00–17:30: seven hours a working day. */
const DEFAULT_WINDOWS: readonly WorkWindow[] = [
	{ startS: 30_600, endS: 43_200 },
	{ startS: 50_400, endS: 63_000 },
];

/** Working days of one year. `before[n]` = working days before its n-th day (0 = 1 January). */
interface CalendarYear {
	firstDay: number;
	before: Uint16Array;
	isProvisional: boolean;
}

export interface WorkingCalendar {
	windows: readonly WorkWindow[];
	/** Working seconds of one working day. */
	secondsPerDay: number;
	isWorkingDay(day: number): boolean;
	/** Working days in [fromDay, toDay); 0 when toDay is not after fromDay. */
	countWorkingDays(fromDay: number, toDay: number): number;
	/** The n-th working day after a day (n ≥ 1); the day itself is day 0 whatever it is. */
	workingDayAfter(day: number, n: number): number;
	/** Working minutes between two instants (epoch seconds); negative when `toS` lies before `fromS`. */
	workMinutesBetween(fromS: number, toS: number): number;
	/** True where the year of a day has no published calendar. */
	isProvisional(day: number): boolean;
}

/** Days as delivered: true where it is a working day. */
export type DeliveredDays = ReadonlyMap<number, boolean>;

let shipped: WorkingCalendar | undefined;

/** The calendar that ships with the product. */
export function loadWorkingCalendar(): WorkingCalendar {
	shipped ??= makeWorkingCalendar(DEFAULT_WINDOWS, new Map());
	return shipped;
}

/** The shipped calendar under the days that a district delivered; a year with any of them is no longer provisional. */
export function workingCalendarWith(delivered: DeliveredDays, windows?: readonly WorkWindow[]): WorkingCalendar {
	if (windows === undefined && delivered.size === 0) return loadWorkingCalendar();
	return makeWorkingCalendar(windows ?? DEFAULT_WINDOWS, delivered);
}

/** A calendar with its own work windows (sorted, not overlapping). */
function makeWorkingCalendar(windows: readonly WorkWindow[], delivered: DeliveredDays): WorkingCalendar {
	const years = new Map<number, CalendarYear>();
	const deliveredYears = new Set([...delivered.keys()].map((day) => dateFromDay(day).year));
	const secondsPerDay = windows.reduce((sum, { startS, endS }) => sum + endS - startS, 0);

	function yearOf(year: number): CalendarYear {
		let found = years.get(year);
		if (!found) {
			found = makeYear(year, delivered, deliveredYears.has(year));
			years.set(year, found);
		}
		return found;
	}

	/** Working days between 1 January of the day's year and the day. */
	function dayInYear(day: number): { year: number; calendar: CalendarYear; before: number } {
		const { year } = dateFromDay(day);
		const calendar = yearOf(year);
		return { year, calendar, before: calendar.before[day - calendar.firstDay] as number };
	}

	function isWorkingDay(day: number): boolean {
		const { calendar, before } = dayInYear(day);
		return calendar.before[day - calendar.firstDay + 1] !== before;
	}

	function countWorkingDays(fromDay: number, toDay: number): number {
		if (toDay <= fromDay) return 0;
		const from = dayInYear(fromDay);
		const to = dayInYear(toDay);
		let count = to.before - from.before;
		for (let year = from.year; year < to.year; year += 1) count += yearOf(year).before.at(-1) as number;
		return count;
	}

	function workingDayAfter(day: number, n: number): number {
		// At least n days on; each stretch of days that is still too short is walked again.
		let candidate = day;
		let missing = n;
		while (missing > 0) {
			const next = candidate + missing;
			missing -= countWorkingDays(candidate + 1, next + 1);
			candidate = next;
		}
		return candidate;
	}

	function workedSeconds(atS: number): number {
		const day = dayOf(atS);
		if (!isWorkingDay(day)) return 0;
		const time = atS - startOfDay(day);
		return windows.reduce((sum, { startS, endS }) => sum + Math.min(Math.max(time - startS, 0), endS - startS), 0);
	}

	function workMinutesBetween(fromS: number, toS: number): number {
		if (toS < fromS) return -workMinutesBetween(toS, fromS);
		const days = countWorkingDays(dayOf(fromS), dayOf(toS));
		return (days * secondsPerDay + workedSeconds(toS) - workedSeconds(fromS)) / 60;
	}

	return {
		windows,
		secondsPerDay,
		isWorkingDay,
		countWorkingDays,
		workingDayAfter,
		workMinutesBetween,
		isProvisional: (day) => yearOf(dateFromDay(day).year).isProvisional,
	};
}

function makeYear(year: number, delivered: DeliveredDays, isDelivered: boolean): CalendarYear {
	const known = published.years.find((each) => each.year === year);
	const off = new Set((known?.weekdaysOff ?? statutoryDays(year)).map(dayOfText));
	const worked = new Set((known?.weekendsWorked ?? []).map(dayOfText));
	const firstDay = dayFromDate(year, 1, 1);
	const length = dayFromDate(year + 1, 1, 1) - firstDay;
	const before = new Uint16Array(length + 1);
	for (let at = 0; at < length; at += 1) {
		const day = firstDay + at;
		const isWeekend = dateFromDay(day).weekday > 5;
		const isWorked = delivered.get(day) ?? (isWeekend ? worked.has(day) : !off.has(day));
		before[at + 1] = (before[at] as number) + (isWorked ? 1 : 0);
	}
	return { firstDay, before, isProvisional: known === undefined && !isDelivered };
}

function dayOfText(date: string): number {
	const atS = parseIso(date);
	if (atS === null) throw new Error(`no date: ${date}`);
	return dayOf(atS);
}

/**
 * The 13 statutory days of a year without moved weekends; outside the years whose lunar dates are kept, only
 * the days with a fixed date. (The library that knows lunar dates is not asked here: it counts in the machine's zone.)
 */
function statutoryDays(year: number): string[] {
	const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((date) => `${year}-${date}`);
	return statutory.years.find((each) => each.year === year)?.days ?? fixed;
}

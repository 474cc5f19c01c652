// Reporting periods: [start, end) on the Asia/Shanghai wall clock (figures.md, Time).
// Codes: day 2026-11-23, ISO 8601 week 2026-W47, month 2026-10, quarter 2026Q3, year 2026; a block of days, such as a
// weekend looked back on from Monday, 2026-11-21~2026-11-22.

import { dateFromDay, dayFromDate, startOfDay, toIsoDate } from './shanghai-time.ts';

/** Kinds that divide the calendar: every day lies in exactly one period of each. */
export type CalendarKind = 'day' | 'week' | 'month' | 'quarter' | 'year';
/** `days` is a block of two days or more. */
export type PeriodKind = CalendarKind | 'days';

/** A period; days are Shanghai day numbers, `endDay` is exclusive, seconds are epoch seconds. */
export interface Period {
	code: string;
	kind: PeriodKind;
	startDay: number;
	endDay: number;
	startS: number;
	endS: number;
}

function makePeriod(code: string, kind: PeriodKind, startDay: number, endDay: number): Period {
	return { code, kind, startDay, endDay, startS: startOfDay(startDay), endS: startOfDay(endDay) };
}

/** Monday of ISO week 1 of a year (the week that holds 4 January). */
function firstIsoMonday(year: number): number {
	const fourth = dayFromDate(year, 1, 4);
	return fourth - (dateFromDay(fourth).weekday - 1);
}

/** The period of a kind that holds a Shanghai day. */
export function periodOfDay(kind: CalendarKind, day: number): Period {
	const { year, month, weekday } = dateFromDay(day);
	switch (kind) {
		case 'day':
			return makePeriod(toIsoDate(day), kind, day, day + 1);
		case 'week': {
			const monday = day - (weekday - 1);
			const isoYear = dateFromDay(monday + 3).year;
			const week = (monday - firstIsoMonday(isoYear)) / 7 + 1;
			return makePeriod(`${isoYear}-W${String(week).padStart(2, '0')}`, kind, monday, monday + 7);
		}
		case 'month':
			return makePeriod(
				`${year}-${String(month).padStart(2, '0')}`,
				kind,
				dayFromDate(year, month, 1),
				dayFromDate(year, month + 1, 1),
			);
		case 'quarter': {
			const quarter = Math.floor((month - 1) / 3) + 1;
			return makePeriod(
				`${year}Q${quarter}`,
				kind,
				dayFromDate(year, quarter * 3 - 2, 1),
				dayFromDate(year, quarter * 3 + 1, 1),
			);
		}
		case 'year':
			return makePeriod(String(year), kind, dayFromDate(year, 1, 1), dayFromDate(year + 1, 1, 1));
	}
}

/** The days [startDay, endDay) as one period; a single day is a period of kind `day`. */
export function periodOfDays(startDay: number, endDay: number): Period {
	if (endDay - startDay <= 1) return periodOfDay('day', startDay);
	return makePeriod(`${toIsoDate(startDay)}~${toIsoDate(endDay - 1)}`, 'days', startDay, endDay);
}

/** Parses one period code; null when it is none or does not exist (2026-13, 2026-W54). */
export function parsePeriod(code: string): Period | null {
	const text = code.trim().toUpperCase();
	let match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	let found: Period | null = null;
	if (match) found = periodOfDay('day', dayFromDate(Number(match[1]), Number(match[2]), Number(match[3])));
	match = /^(\d{4})-(\d{2})-(\d{2})~(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (match) {
		const [, fromYear, fromMonth, fromDate, toYear, toMonth, toDate] = match.map(Number) as [never, ...number[]];
		const startDay = dayFromDate(fromYear ?? 0, fromMonth ?? 0, fromDate ?? 0);
		found = periodOfDays(startDay, dayFromDate(toYear ?? 0, toMonth ?? 0, toDate ?? 0) + 1);
	}
	match = /^(\d{4})-W(\d{2})$/.exec(text);
	if (match) found = periodOfDay('week', firstIsoMonday(Number(match[1])) + (Number(match[2]) - 1) * 7);
	match = /^(\d{4})-(\d{2})$/.exec(text);
	if (match) found = periodOfDay('month', dayFromDate(Number(match[1]), Number(match[2]), 1));
	match = /^(\d{4})Q([1-4])$/.exec(text);
	if (match) found = periodOfDay('quarter', dayFromDate(Number(match[1]), Number(match[2]) * 3, 1));
	match = /^(\d{4})$/.exec(text);
	if (match) found = periodOfDay('year', dayFromDate(Number(match[1]), 1, 1));
	return found?.code === text ? found : null;
}

/** The period `steps` before (negative) or after (positive) one, of the same kind. */
export function shiftPeriod(period: Period, steps: number): Period {
	const { year, month } = dateFromDay(period.startDay);
	switch (period.kind) {
		case 'day':
			return periodOfDay('day', period.startDay + steps);
		case 'days': {
			const days = (period.endDay - period.startDay) * steps;
			return periodOfDays(period.startDay + days, period.endDay + days);
		}
		case 'week':
			return periodOfDay('week', period.startDay + 7 * steps);
		case 'month':
			return periodOfDay('month', dayFromDate(year, month + steps, 1));
		case 'quarter':
			return periodOfDay('quarter', dayFromDate(year, month + 3 * steps, 1));
		case 'year':
			return periodOfDay('year', dayFromDate(year + steps, 1, 1));
	}
}

/** `count` periods ending with `last`, oldest first. */
export function periodsEndingAt(last: Period, count: number): Period[] {
	return Array.from({ length: count }, (_, index) => shiftPeriod(last, index - count + 1));
}

const MAX_SERIES = 400;

/**
 * Parses a period argument: one code, or `A..B` of one kind for a series (both ends included).
 * Null when an end is no period, the kinds differ, B lies before A, or the series has over 400 periods.
 */
export function parsePeriodRange(code: string): Period[] | null {
	const [from = '', to] = code.split('..');
	const first = parsePeriod(from);
	if (!first) return null;
	if (to === undefined) return [first];
	const last = parsePeriod(to);
	if (!last || last.kind !== first.kind || last.startDay < first.startDay) return null;
	const periods: Period[] = [];
	for (let period = first; period.startDay <= last.startDay; period = shiftPeriod(period, 1)) {
		periods.push(period);
		if (periods.length > MAX_SERIES) return null;
	}
	return periods;
}

// The working calendar against published totals, and time limits against the worked examples of domain.md §4.4.

import kept from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { dueTimeOf, parseTimeLimit } from '../../../electron/services/indicators/time-limits.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import published from '../../../resources/calendar/working-days.json' with { type: 'json' };
import { dateFromDay, dayFromDate, toIso, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import { instantOf } from '../../support/make-engine-snapshot.ts';

const calendar = loadWorkingCalendar();

function due(start: string, limit: string): string {
	const parsed = parseTimeLimit(limit);
	if (!parsed) throw new Error(limit);
	return toIso(dueTimeOf(instantOf(start), parsed, calendar)).slice(0, 19);
}

describe('working days', () => {
	// Weekdays of the year less 11 statutory days (13 since 2025); 2020 less two more (Spring Festival extended).
	it.each([
		[2018, 250],
		[2019, 250],
		[2020, 249],
		[2021, 250],
		[2022, 249],
		[2023, 249],
		[2024, 251],
		[2025, 248],
		[2026, 248],
	])('%i has %i', (year, total) => {
		expect(calendar.countWorkingDays(dayFromDate(year, 1, 1), dayFromDate(year + 1, 1, 1))).toBe(total);
		expect(published.years.find((each) => each.year === year)?.workingDays).toBe(total);
		expect(calendar.isProvisional(dayFromDate(year, 7, 1))).toBe(false);
	});

	it('has 2026 by month as published', () => {
		const months = Array.from({ length: 12 }, (_, at) =>
			calendar.countWorkingDays(dayFromDate(2026, at + 1, 1), dayFromDate(2026, at + 2, 1)),
		);
		expect(months).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
	});

	it('agrees with the kept library on every day of 2018 to 2026', () => {
		const { holidays, workdays }: Record<string, Record<string, string>> = kept;
		for (let day = dayFromDate(2018, 1, 1); day < dayFromDate(2027, 1, 1); day += 1) {
			const date = toIsoDate(day);
			const isWeekend = dateFromDay(day).weekday > 5;
			const isWorked = workdays?.[date] !== undefined || (!isWeekend && holidays?.[date] === undefined);
			if (calendar.isWorkingDay(day) !== isWorked) throw new Error(date);
		}
	});

	it('has the 2026 list of holidays and make-up days', () => {
		const ranges: [number, number, number, number][] = [
			[1, 1, 1, 3],
			[2, 15, 2, 23],
			[4, 4, 4, 6],
			[5, 1, 5, 5],
			[6, 19, 6, 21],
			[9, 25, 9, 27],
			[10, 1, 10, 7],
		];
		for (const [m1, d1, m2, d2] of ranges) {
			expect(calendar.countWorkingDays(dayFromDate(2026, m1, d1), dayFromDate(2026, m2, d2 + 1))).toBe(0);
		}
		const worked = [
			[1, 4],
			[2, 14],
			[2, 28],
			[5, 9],
			[9, 20],
			[10, 10],
		] as const;
		for (const [month, day] of worked) expect(calendar.isWorkingDay(dayFromDate(2026, month, day))).toBe(true);
	});

	it('falls back to weekends and 13 statutory days where no calendar was published', () => {
		const day = dayFromDate(2027, 2, 8);
		expect(calendar.isProvisional(day)).toBe(true);
		// 2027: eve on Friday 5 February, days 2 and 3 on Sunday and Monday.
		expect(calendar.isWorkingDay(dayFromDate(2027, 2, 5))).toBe(false);
		expect(calendar.isWorkingDay(day)).toBe(false);
		expect(calendar.isWorkingDay(dayFromDate(2027, 2, 9))).toBe(true);
		expect(calendar.isWorkingDay(dayFromDate(2027, 4, 5))).toBe(false);
		expect(calendar.isWorkingDay(dayFromDate(2027, 6, 9))).toBe(false);
		expect(calendar.isWorkingDay(dayFromDate(2027, 9, 15))).toBe(false);
		expect(calendar.isWorkingDay(dayFromDate(2027, 10, 4))).toBe(true);
	});
});

describe('time limits', () => {
	it.each([
		['2026-02-13 16:30', 'N4', '2026-02-14T11:30:00'],
		['2026-02-13 16:30', 'W3', '2026-02-25T17:30:00'],
		['2026-02-13 16:30', 'W7', '2026-03-02T17:30:00'],
		['2026-09-24 16:00', 'N7', '2026-09-28T16:00:00'],
		['2026-09-24 16:00', 'W3', '2026-09-30T17:30:00'],
		['2026-09-24 16:00', 'W5', '2026-10-09T17:30:00'],
		['2026-09-30 17:00', 'N1', '2026-10-08T09:00:00'],
		['2026-09-30 17:00', 'W2', '2026-10-09T17:30:00'],
		// figures.md: the start day is the day received, and an end at a window's end is due there.
		['2026-11-20 20:00', 'W1', '2026-11-23T17:30:00'],
		['2026-11-21 10:00', 'W1', '2026-11-23T17:30:00'],
		['2026-11-23 16:30', 'N1', '2026-11-23T17:30:00'],
		['2026-11-23 11:00', 'N1', '2026-11-23T12:00:00'],
		['2026-11-23 07:00', 'N1', '2026-11-23T09:30:00'],
		['2026-11-23 12:30', 'N1', '2026-11-23T15:00:00'],
		['2026-11-23 18:00', 'N8', '2026-11-25T09:30:00'],
		['2026-11-20 20:00', 'H24', '2026-11-21T20:00:00'],
		['2026-11-20 20:00', 'H0.25', '2026-11-20T20:15:00'],
		['2026-11-20 20:00', 'D1', '2026-11-21T23:59:59'],
		['2026-11-20 00:00', 'D30', '2026-12-20T23:59:59'],
	])('%s + %s = %s', (start, limit, expected) => {
		expect(due(start, limit)).toBe(expected);
	});

	it('knows a limit from other words', () => {
		expect(parseTimeLimit('w3')).toEqual({ kind: 'W', amount: 3 });
		expect(parseTimeLimit('三天')).toBeNull();
		expect(parseTimeLimit('X3')).toBeNull();
	});
});

// The same period a year earlier (同比). Around the Spring Festival, which moves by up to a month in the calendar,
// stretches are compared that lie the same way around it (domain.md §5.1).

import festivals from '../../../resources/calendar/spring-festivals.json' with { type: 'json' };
import type { Period } from '../../../shared/domain/period.ts';
import { periodOfDay, shiftPeriod } from '../../../shared/domain/period.ts';
import {
	dateFromDay,
	dayFromDate,
	dayOf,
	parseIso,
	startOfDay,
	toIsoDate,
} from '../../../shared/domain/shanghai-time.ts';

export interface YearBefore {
	period: Period;
	/** Moved by the lunar calendar; its code is then `first..last day` and no period of the picker. */
	isLunarAligned: boolean;
}

/** From the Little New Year (小年) to the Lantern Festival (元宵), in days from the first day of the lunar year. */
const SEASON = { from: -7, to: 15 } as const;

const festivalDays: ReadonlyMap<number, number> = new Map(
	festivals.days.map((date) => [Number(date.slice(0, 4)), dayOf(parseIso(date) ?? 0)]),
);

/** The period to compare with. Quarters and years hold the whole season and stay calendar ones. */
export function yearBefore(period: Period): YearBefore {
	const plain = calendarYearBefore(period);
	if (period.kind === 'quarter' || period.kind === 'year') return { period: plain, isLunarAligned: false };
	const { year } = dateFromDay(period.startDay);
	const now = festivalDays.get(year);
	const before = festivalDays.get(year - 1);
	if (now === undefined || before === undefined) return { period: plain, isLunarAligned: false };
	const isInSeason = touchesSeason(period, now) || touchesSeason(plain, before);
	if (!isInSeason) return { period: plain, isLunarAligned: false };
	return { period: movedBy(period, before - now), isLunarAligned: true };
}

function calendarYearBefore(period: Period): Period {
	if (period.kind === 'month') return shiftPeriod(period, -12);
	if (period.kind === 'quarter') return shiftPeriod(period, -4);
	if (period.kind === 'year') return shiftPeriod(period, -1);
	if (period.kind === 'week') return shiftPeriod(period, -52);
	const { year, month, day } = dateFromDay(period.startDay);
	const isLeapDay = month === 2 && day === 29;
	return periodOfDay('day', dayFromDate(year - 1, month, isLeapDay ? 28 : day));
}

function touchesSeason(period: Period, festival: number): boolean {
	return period.startDay < festival + SEASON.to && period.endDay > festival + SEASON.from;
}

function movedBy(period: Period, days: number): Period {
	const startDay = period.startDay + days;
	const endDay = period.endDay + days;
	if (period.kind === 'day') return periodOfDay('day', startDay);
	const code = `${toIsoDate(startDay)}..${toIsoDate(endDay - 1)}`;
	return { code, kind: period.kind, startDay, endDay, startS: startOfDay(startDay), endS: startOfDay(endDay) };
}

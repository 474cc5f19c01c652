// The usual band of the number accepted (figures.md): days against the same weekdays of the eight weeks before,
// a week against the eight weeks before, a month, quarter or year against the twelve months before, scaled by
// working days; mean ± 2 standard deviations (of a sample).

import type { Period } from '../../../shared/domain/period.ts';
import { periodOfDay, periodOfDays, shiftPeriod } from '../../../shared/domain/period.ts';
import { dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import type { Place } from './area-tree.ts';
import type { FigureQuestion } from './read-figure.ts';
import { readFigure, usedAsOf } from './read-figure.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export interface UsualBand {
	mean: number;
	low: number;
	high: number;
}

const WEEKS = 8;
const MONTHS = 12;

/** The usual band of a count in the question's period; null where the time before was not delivered whole. */
export function usualBand(question: FigureQuestion, place: Place, calendar: WorkingCalendar): UsualBand | null {
	const { period } = question;
	if (period.kind === 'day' || period.kind === 'days') return bandOf(countsOf(question, place, weeksBack(period)));
	if (period.kind === 'week') return bandOf(countsOf(question, place, stepsBack(period)));
	return monthlyBand(question, place, calendar);
}

function stepsBack(period: Period): Period[] {
	return Array.from({ length: WEEKS }, (_, at) => shiftPeriod(period, -(at + 1)));
}

/** The same weekdays of the eight weeks before. */
function weeksBack({ startDay, endDay }: Period): Period[] {
	return Array.from({ length: WEEKS }, (_, at) => periodOfDays(startDay - 7 * (at + 1), endDay - 7 * (at + 1)));
}

function countsOf(question: FigureQuestion, place: Place, periods: readonly Period[]): number[] | null {
	const counts: number[] = [];
	for (const period of periods) {
		const reading = readFigure({ ...question, period }, place);
		if (reading.value === null || !reading.complete) return null;
		counts.push(reading.value);
	}
	return counts;
}

function bandOf(counts: readonly number[] | null): UsualBand | null {
	if (counts === null || counts.length < 2) return null;
	const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
	const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
	const spread = 2 * Math.sqrt(variance);
	return { mean, low: Math.max(0, mean - spread), high: mean + spread };
}

/**
 * The same days of the twelve months before, each per working day, times the working days of the period. A
 * running month is compared by the days it has had; a quarter or a year by whole months.
 */
function monthlyBand(question: FigureQuestion, place: Place, calendar: WorkingCalendar): UsualBand | null {
	const { period, index, asOfS } = question;
	const usedS = usedAsOf(index, asOfS);
	if (usedS === null) return null;
	const endDay = Math.min(period.endDay, dayOf(usedS + 1));
	const workingDays = calendar.countWorkingDays(period.startDay, endDay);
	if (workingDays === 0) return null;
	const month = periodOfDay('month', period.startDay);
	const days = period.kind === 'month' && endDay < period.endDay ? endDay - period.startDay : Number.POSITIVE_INFINITY;
	const rates: number[] = [];
	for (let back = 1; back <= MONTHS; back += 1) {
		const sameDays = firstDaysOf(shiftPeriod(month, -back), days);
		const counts = countsOf(question, place, [sameDays]);
		const worked = calendar.countWorkingDays(sameDays.startDay, sameDays.endDay);
		if (counts === null || worked === 0) return null;
		rates.push((counts[0] ?? 0) / worked);
	}
	const band = bandOf(rates);
	if (!band) return null;
	return { mean: band.mean * workingDays, low: band.low * workingDays, high: band.high * workingDays };
}

/** The first days of a month as a period of their own; the whole month stays itself. */
function firstDaysOf(month: Period, days: number): Period {
	const endDay = Math.min(month.endDay, month.startDay + days);
	if (endDay === month.endDay) return month;
	return { ...month, code: `${month.code}/${endDay - month.startDay}`, endDay, endS: startOfDay(endDay) };
}

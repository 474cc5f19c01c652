// The figure to compare with and the sparkline behind a figure. Live figures look back week by week at the same
// hour; others period by period, a running period against the same stretch of the one before (domain.md §5.7).

import type { Period } from '../../../shared/domain/period.ts';
import { periodOfDay, periodsEndingAt, shiftPeriod } from '../../../shared/domain/period.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { Place } from './area-tree.ts';
import type { FigureQuestion, Reading } from './read-figure.ts';
import { readFigure, usedAsOf } from './read-figure.ts';
import { yearBefore } from './year-before.ts';

const WEEK_S = 604_800;

/** A live figure as it stood `weeks` weeks before the as-of: the reading with that as-of. Null without data. */
export function liveFigure(question: FigureQuestion, place: Place, weeks: number): Reading | null {
	const usedS = usedAsOf(question.index, question.asOfS);
	if (usedS === null) return null;
	const atS = usedS - weeks * WEEK_S;
	const asOfS = weeks === 0 ? question.asOfS : atS;
	return readFigure({ ...question, period: periodOfDay('day', dayOf(atS)), asOfS }, place);
}

/** A live figure at weekly steps, oldest first. */
export function liveSeries(question: FigureQuestion, place: Place, count: number): Reading[] {
	const series: Reading[] = [];
	for (let weeks = count - 1; weeks >= 0; weeks -= 1) {
		const reading = liveFigure(question, place, weeks);
		if (reading) series.push(reading);
	}
	return series;
}

/** The period before; when the present one is still running, as it stood after the same time. */
export function previousFigure(question: FigureQuestion, place: Place): Reading {
	return readFigure(questionBefore(question, shiftPeriod(question.period, -1)), place);
}

/** The same period a year earlier (同比), the Spring Festival aligned, a running one to its same stretch. */
export function lastYearFigure(question: FigureQuestion, place: Place): Reading {
	return readFigure(questionBefore(question, yearBefore(question.period).period), place);
}

/** True while the period of a question still runs at its as-of. */
export function isRunning({ index, period, asOfS }: FigureQuestion): boolean {
	const usedS = usedAsOf(index, asOfS);
	return usedS !== null && usedS >= period.startS && usedS < period.endS - 1;
}

/** The question put to an earlier period; while the present one runs, as it stood after the same time. */
export function questionBefore(question: FigureQuestion, before: Period): FigureQuestion {
	const usedS = usedAsOf(question.index, question.asOfS);
	if (usedS === null || !isRunning(question)) return { ...question, period: before };
	const sameStretchS = Math.min(before.startS + (usedS - question.period.startS), before.endS - 1);
	return { ...question, period: before, asOfS: sameStretchS };
}

/** Periods ending with the present one, oldest first. */
export function periodSeries(question: FigureQuestion, place: Place, count: number): Reading[] {
	return periodsEndingAt(question.period, count).map((period) => readFigure({ ...question, period }, place));
}

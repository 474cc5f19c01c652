// The figure to compare with and the sparkline behind a figure. Live figures look back week by week at the same
// hour; others period by period, a running period against the same stretch of the one before (domain.md §5.7).

import { periodOfDay, periodsEndingAt, shiftPeriod } from '../../../shared/domain/period.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { Place } from './area-tree.ts';
import type { FigureQuestion, Reading } from './read-figure.ts';
import { readFigure, usedAsOf } from './read-figure.ts';

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
	const { index, period, asOfS } = question;
	const before = shiftPeriod(period, -1);
	const usedS = usedAsOf(index, asOfS);
	const isRunning = usedS !== null && usedS >= period.startS && usedS < period.endS - 1;
	if (!isRunning) return readFigure({ ...question, period: before }, place);
	const sameStretchS = Math.min(before.startS + (usedS - period.startS), before.endS - 1);
	return readFigure({ ...question, period: before, asOfS: sameStretchS }, place);
}

/** Periods ending with the present one, oldest first. */
export function periodSeries(question: FigureQuestion, place: Place, count: number): Reading[] {
	return periodsEndingAt(question.period, count).map((period) => readFigure({ ...question, period }, place));
}

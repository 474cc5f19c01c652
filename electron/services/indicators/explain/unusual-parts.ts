// How unusual the count of a part is against its own eight weeks before the period: a day against the same weekdays,
// anything longer against whole weeks, scaled to its length.

import type { Period } from '../../../../shared/domain/period.ts';
import { shiftPeriod } from '../../../../shared/domain/period.ts';
import { startOfDay } from '../../../../shared/domain/shanghai-time.ts';
import { isRunning } from '../earlier-figure.ts';
import type { FigureQuestion } from '../read-figure.ts';
import { readFigure, usedAsOf } from '../read-figure.ts';
import type { ComparedSide, Division, FigurePart } from './divide-figure.ts';
import { eventParts } from './event-parts.ts';

export interface UnusualCount {
	mean: number;
	low: number;
	high: number;
	deviations: number | null;
	isUnusual: boolean;
}

const WEEKS = 8;
const DAY_S = 86_400;
/** Fewer than this, now and usually, is chance whatever the band says. */
const FEWEST = 5;

/** Judges the count of each part by key; empty where the eight weeks before were not delivered whole. */
export function judgeParts(
	{ question, place }: ComparedSide,
	parts: readonly { part: FigurePart; count: number }[],
	division: Division,
): Map<string, UnusualCount> {
	const judged = new Map<string, UnusualCount>();
	const { period, index } = question;
	const stretches = stretchesBefore(period);
	const first = stretches.at(-1);
	if (first === undefined || index.firstDay === null || first.startDay < index.firstDay) return judged;
	const series = stretches.map((stretch) => countsIn({ ...question, period: stretch }, place, parts, division));
	const weeks = period.kind === 'day' ? 1 : daysSoFar(question) / 7;
	for (const { part, count } of parts) {
		const counts = series.map((each) => each.get(part.key) ?? 0);
		judged.set(part.key, judge(count, counts, weeks));
	}
	return judged;
}

/** The last first. */
function stretchesBefore(period: Period): Period[] {
	return Array.from({ length: WEEKS }, (_, at) => {
		if (period.kind === 'day') return shiftPeriod(period, -7 * (at + 1));
		const startDay = period.startDay - 7 * (at + 1);
		const endDay = startDay + 7;
		const code = `${period.code}-${at + 1}w`;
		return { code, kind: 'week' as const, startDay, endDay, startS: startOfDay(startDay), endS: startOfDay(endDay) };
	});
}

function countsIn(
	question: FigureQuestion,
	place: ComparedSide['place'],
	parts: readonly { part: FigurePart }[],
	division: Division,
): Map<string, number> {
	if (division !== 'area') {
		return new Map([...eventParts(question, place, division)].map(([key, { num }]) => [key, num]));
	}
	const counts = new Map<string, number>();
	let rest = readFigure(question, place).value ?? 0;
	for (const { part } of parts) {
		if (part.place === null) continue;
		const count = readFigure(question, part.place).value ?? 0;
		counts.set(part.key, count);
		rest -= count;
	}
	return counts.set('', rest);
}

/** Days of the period that have been, with the fraction of a running one. */
function daysSoFar(question: FigureQuestion): number {
	const { period, index, asOfS } = question;
	const usedS = usedAsOf(index, asOfS);
	const isWhole = usedS === null || !isRunning(question);
	return isWhole ? period.endDay - period.startDay : (usedS + 1 - period.startS) / DAY_S;
}

function judge(count: number, counts: readonly number[], weeks: number): UnusualCount {
	const weekly = counts.reduce((sum, each) => sum + each, 0) / counts.length;
	const variance = counts.reduce((sum, each) => sum + (each - weekly) ** 2, 0) / (counts.length - 1);
	const mean = weekly * weeks;
	const deviation = Math.sqrt(variance * weeks);
	const low = Math.max(0, mean - 2 * deviation);
	const high = mean + 2 * deviation;
	return {
		mean,
		low,
		high,
		deviations: deviation === 0 ? null : (count - mean) / deviation,
		isUnusual: (count < low || count > high) && Math.max(count, mean) >= FEWEST,
	};
}

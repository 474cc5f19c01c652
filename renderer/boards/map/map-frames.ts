// Periods of the time slider and the fills of one of them. Pure.
// Classes are found over all periods of the slider, so that a colour means the same in each of them.

import type { Light } from '../../../shared/domain/codes.ts';
import { parsePeriod, periodOfDay, periodsEndingAt, shiftPeriod } from '../../../shared/domain/period.ts';
import { type ClassMethod, classBreaks, type MapClass } from '../../map/class-breaks.ts';
import { type GoalClass, goalClasses } from '../../map/goal-classes.ts';
import type { MapScheme } from '../../map/map-palette.ts';
import type { MapClassMethod } from '../../stores/map-address.ts';
import type { MapFrame, MapValues } from '../../stores/map-store.ts';

/** Periods that the slider holds, by kind. */
const COUNTS = { day: 31, week: 26, month: 24, quarter: 12, year: 5, days: 1 } as const;

/**
 * Codes of the slider's periods, oldest first: they end with the period of the data's day, or a little after the chosen
 * one where that lies further back.
 */
export function sliderPeriods(chosen: string, dataDay: number): string[] {
	const period = parsePeriod(chosen);
	if (period === null) return [];
	if (period.kind === 'days') return [period.code];
	const count = COUNTS[period.kind];
	const newest = periodOfDay(period.kind, dataDay);
	const ends = [newest, shiftPeriod(period, Math.floor(count / 2))];
	const isFarBack =
		(ends[1]?.startDay ?? 0) < newest.startDay && shiftPeriod(newest, 1 - count).startDay > period.startDay;
	const last = isFarBack ? ends[1] : period.startDay > newest.startDay ? period : newest;
	return periodsEndingAt(last ?? newest, count).map(({ code }) => code);
}

/** What a map is filled with, and its legend. */
export interface MapFills {
	scheme: MapScheme;
	fills: ReadonlyMap<string, number>;
	ramp: readonly MapClass[];
	goals: readonly GoalClass[];
}

/** Values of one frame by area. */
function valuesOf(frame: MapFrame, areas: readonly string[]): Map<string, number | null> {
	return new Map(areas.map((area, at) => [area, frame.values[at] ?? null]));
}

/** Fills of one frame; bounds are those of all of `pool`. */
export function fillsOf(
	frame: MapFrame,
	areas: readonly string[],
	method: MapClassMethod,
	decimals: number,
	pool: readonly MapFrame[],
): MapFills {
	if (method === 'goal') {
		const lights = new Map<string, Light | null>(
			areas.map((area, at) => [area, frame.values[at] == null ? null : (frame.lights[at] ?? 'none')]),
		);
		const { classes, fillByArea } = goalClasses(lights);
		return { scheme: 'goals', fills: fillByArea, ramp: [], goals: classes };
	}
	const options = { method: method satisfies ClassMethod, pool: pool.flatMap(({ values }) => values) };
	const { classes, rampByArea } = classBreaks(valuesOf(frame, areas), decimals, options);
	return { scheme: 'ramp', fills: rampByArea, ramp: classes, goals: [] };
}

/** The frame of a period; undefined where the answer does not hold it. */
export function frameOf(values: MapValues | null, period: string): MapFrame | undefined {
	return values?.frames.find((frame) => frame.period === period);
}

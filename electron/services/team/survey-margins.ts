// How far a survey's share may be off: half the width of its 95 % interval, stated by the survey or reckoned from the
// number asked.

import type { z } from 'zod';
import type { PublicOutput } from '../../../shared/contract/schemas/team.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import { eventIndexOf } from '../indicators/event-index.ts';
import type { Reading } from '../indicators/read-figure.ts';
import { wilsonInterval } from '../indicators/wilson-interval.ts';
import { numbersOf, rowsOfFigure, type TeamScope } from './figure-rows.ts';

type Margin = z.infer<typeof PublicOutput>['margins'][number];

/** A part of a pooled sample: its weight in the whole and its own margin (share, 1 = 100 %). */
export interface SamplePart {
	weight: number;
	margin: number;
}

/** Margin of independent samples pooled by weight; null where a part has none. */
export function pooledMargin(parts: readonly SamplePart[]): number | null {
	const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
	if (!(whole > 0) || parts.some(({ margin }) => Number.isNaN(margin))) return null;
	return Math.sqrt(parts.reduce((sum, { weight, margin }) => sum + ((weight / whole) * margin) ** 2, 0));
}

/** The margin of each survey reading that has a value. */
export function marginsOf(scope: TeamScope, readings: readonly Reading[]): Margin[] {
	const { tree } = eventIndexOf(scope.snapshot);
	return readings.flatMap((reading): Margin[] => {
		const { indicator, area, num, den, value, variant } = reading;
		const period = parsePeriod(reading.period);
		const place = tree.places[tree.placeByCode.get(area) ?? -1];
		if (value === null || num === null || den === null || period === null || !place) return [];
		const found = rowsOfFigure(scope, indicator, period, place, variant);
		if (found === null) return [];
		const valid = numbersOf(found.rows, 'valid_n');
		const weight = numbersOf(found.rows, 'weight');
		const margin = numbersOf(found.rows, 'moe');
		const stated = pooledMargin(
			found.chosen.map((row) => ({
				weight: valid(row) * (Number.isNaN(weight(row)) ? 1 : weight(row)),
				margin: margin(row),
			})),
		);
		if (stated !== null) return [{ indicator, area, points: 100 * stated, basis: 'stated' }];
		const { low, high } = wilsonInterval(num, den);
		return [{ indicator, area, points: 50 * (high - low), basis: 'reckoned' }];
	});
}

// One indicator over every area of a level and several periods, as columns for the map and its time slider.
// The figures are those of compute-readings.ts; nothing is computed here.

import type { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { MapValuesOutput } from '../../../shared/contract/schemas/map.ts';
import { type Period, parsePeriodRange } from '../../../shared/domain/period.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { Catalogue } from '../indicators/catalogue.ts';
import { computeReadings } from '../indicators/compute-readings.ts';
import type { EngineSnapshot } from '../indicators/event-columns.ts';

type Values = z.infer<typeof MapValuesOutput>;

/** Periods that one slider can hold. */
const MOST_PERIODS = 62;

function periodsOf(code: string): Period[] {
	const periods = parsePeriodRange(code);
	if (!periods || periods.length > MOST_PERIODS) {
		throw new GridHelmError('E_PERIOD', `“${code}”不是有效的期间。`, { period: code });
	}
	return periods;
}

/** Throws GridHelmError E_PERIOD, E_UNKNOWN_INDICATOR. */
export function listMapValues(
	scope: { snapshot: EngineSnapshot; catalogue: Catalogue },
	input: { indicator: string; level: Values['level']; period: string },
): Values {
	const { snapshot, catalogue } = scope;
	const { indicator, level } = input;
	const frames = periodsOf(input.period).map((period) =>
		computeReadings(snapshot, catalogue, { indicators: [indicator], level, periods: [period] }),
	);
	return {
		asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS),
		indicator,
		level,
		areas: (frames[0] ?? []).map(({ area }) => area),
		frames: frames.map((readings, at) => ({
			period: readings[0]?.period ?? periodsOf(input.period)[at]?.code ?? input.period,
			isComplete: readings.length > 0 && readings.every(({ complete }) => complete),
			isFinal: readings.length > 0 && readings.every(({ final }) => final),
			values: readings.map(({ value }) => value),
			nums: readings.map(({ num }) => num),
			dens: readings.map(({ den }) => den),
			statuses: readings.map(({ status }) => status),
			lights: readings.map(({ light }) => light),
		})),
	};
}

// What the wall may show: a whitelist (design.md §3). A field that is not here cannot reach a wall display.

import { z } from 'zod';
import {
	AreaCode,
	Count,
	EventLightSchema,
	Instant,
	LightCounts,
	LightSchema,
	PeriodCode,
	ReadingStatusSchema,
} from './values.ts';

const WallSeriesPoint = z.strictObject({
	period: PeriodCode,
	value: z.number().nullable(),
	status: ReadingStatusSchema,
});
const WallFigure = z.strictObject({
	value: z.number().nullable(),
	status: ReadingStatusSchema,
	light: LightSchema,
	/** Against the week before (figures of now) or the month before (figures of the month). */
	change: z
		.strictObject({
			amount: z.number(),
			kind: z.enum(['count', 'percent', 'points']),
			verdict: z.enum(['better', 'worse', 'neutral']),
		})
		.nullable(),
	series: z.array(WallSeriesPoint),
	target: z.number().nullable(),
});

export const WallOverview = z.strictObject({
	asOf: Instant.nullable(),
	now: Instant,
	/** Four figures of now. */
	acceptedLastDay: WallFigure.extend({
		day: PeriodCode.nullable(),
		usual: z.number().nullable(),
		low: z.number().nullable(),
		high: z.number().nullable(),
	}),
	open: WallFigure.extend({
		byLight: LightCounts,
		awaitingVerification: Count,
		inHandling: Count,
		awaitingStart: Count,
	}),
	overdueOpen: WallFigure.extend({ sharePercent: z.number().nullable(), oldestDays: z.number().nullable() }),
	dueToday: WallFigure.extend({
		inTwoHours: Count,
		nextDays: z.array(z.strictObject({ day: PeriodCode, count: Count })),
	}),
	/** Four figures of the last final month. */
	month: PeriodCode.nullable(),
	closure: WallFigure,
	onTime: WallFigure,
	medianHours: WallFigure,
	unlocatedShare: WallFigure,
	/** Each town's and grid's most urgent light, for the map. */
	areas: z.array(z.strictObject({ area: AreaCode, light: EventLightSchema, open: Count })),
	/** Grids by their most urgent light. */
	gridLights: LightCounts,
	sentences: z.array(z.strictObject({ topic: z.enum(['lastDay', 'month', 'now']), zh: z.string(), en: z.string() })),
});

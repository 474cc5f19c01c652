// Why a figure differs between two periods or two areas: contributions that add up to the difference, as data for a
// waterfall and as one sentence.

import { z } from 'zod';
import { FigureRef, SentencePart } from './briefing.ts';
import { Reading } from './indicators.ts';
import { AreaBasisSchema, AreaCode, Count, IndicatorCode, Instant, PeriodCode } from './values.ts';

const Text = z.strictObject({ zh: z.string(), en: z.string() });

/** What a figure is divided by: areas one level down, first-level class, source, lead unit. */
export const EXPLAIN_BY = ['area', 'category', 'source', 'unit'] as const;

export const ExplainInput = z.strictObject({
	indicator: IndicatorCode,
	area: AreaCode,
	period: PeriodCode,
	variant: z.string().optional(),
	/**
	 * `previous`: the period before (a running one: its same stretch). `lastYear`: the same period a year earlier,
	 * spring-festival months by lunar date. `period`, `area`: the one named.
	 */
	against: z.discriminatedUnion('kind', [
		z.strictObject({ kind: z.literal('previous') }),
		z.strictObject({ kind: z.literal('lastYear') }),
		z.strictObject({ kind: z.literal('period'), period: PeriodCode }),
		z.strictObject({ kind: z.literal('area'), area: AreaCode }),
	]),
	by: z.enum(EXPLAIN_BY),
	basis: AreaBasisSchema.optional(),
	/** Steps kept apart; the others stand folded in `rest`. */
	limit: z.number().int().min(1).max(200).default(8),
});

/** One side of a part: its own division. `value` is null where the part has nothing to divide by. */
const Side = z.strictObject({ num: z.number().nullable(), den: z.number().nullable(), value: z.number().nullable() });

/** A count of a part against its own eight weeks before the later period. */
const Unusual = z.strictObject({
	/** Expected in a stretch of this length, and the usual band (mean ± 2 sd). */
	mean: z.number(),
	low: z.number(),
	high: z.number(),
	/** Standard deviations away from the mean; null where the eight weeks never varied. */
	deviations: z.number().nullable(),
	isUnusual: z.boolean(),
});

const Step = z.strictObject({
	/** Area code, first-level class, source or unit; '' for what has none (未落格, 未填). */
	key: z.string(),
	name: Text,
	/**
	 * Shares of the change in the reading's unit (percentage points for a ratio in per cent): by the part's weight in
	 * the whole, and by its own rate. `total` = mix + performance; sums have no mix.
	 */
	mix: z.number(),
	performance: z.number(),
	total: z.number(),
	from: Side,
	to: Side,
	/** Counts only; null elsewhere and where the eight weeks before were not delivered whole. */
	unusual: Unusual.nullable(),
	/** Where the proof of its number opens. */
	figure: FigureRef,
});

export const ExplainOutput = z.strictObject({
	asOf: Instant.nullable(),
	/**
	 * `ok`; `noValue`: a side has no value; `notDivisible`: the figure cannot be divided exactly this way (medians,
	 * distinct counts, areas without parts, two areas by their own parts).
	 */
	status: z.enum(['ok', 'noValue', 'notDivisible']),
	/** `rate`: shares of a ratio move by mix and performance. `sum`: parts of a count or of a rate per head add up. */
	method: z.enum(['rate', 'sum']),
	by: z.enum(EXPLAIN_BY),
	from: Reading,
	to: Reading,
	/** The earlier period was cut to the days that the running one has had. */
	isLikeForLike: z.boolean(),
	/** The earlier period was moved so that both lie the same around the Spring Festival. */
	isLunarAligned: z.boolean(),
	/** `to.value` − `from.value`; the totals of steps and rest add up to it. */
	change: z.number().nullable(),
	mix: z.number(),
	performance: z.number(),
	/** Largest contribution first. */
	steps: z.array(Step),
	/** What the limit left out, folded; null where nothing was. */
	rest: z.strictObject({ count: Count, mix: z.number(), performance: z.number(), total: z.number() }).nullable(),
	sentence: z.strictObject({ zh: z.array(SentencePart), en: z.array(SentencePart) }),
});

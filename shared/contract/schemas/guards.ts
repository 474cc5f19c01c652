// What stands beside a figure so that it is not misread or gamed (domain.md §5.7), rates of areas as if they had the
// same mix of classes, and ranks that move together. Questions to check, never accusations; clues, never conclusions.

import { z } from 'zod';
import { Reading } from './indicators.ts';
import { AreaCode, Count, IndicatorCode, Instant, PeriodCode, ReadingLevelSchema } from './values.ts';

const Text = z.strictObject({ zh: z.string(), en: z.string() });

export const GUARDS = [
	'quickClose',
	'lateNight',
	'monthEnd',
	'sameText',
	'recordedAfter',
	'extendedLimit',
	'pausedClock',
	'defaultRating',
	'returnNearLimit',
	'classMix',
	'partialPeriod',
	'missingDays',
] as const;

export const GuardsInput = z.strictObject({
	area: AreaCode,
	period: PeriodCode,
	/** Only those that protect this figure. */
	indicator: IndicatorCode.optional(),
});
export const GuardsOutput = z.strictObject({
	asOf: Instant.nullable(),
	guards: z.array(
		z.strictObject({
			guard: z.enum(GUARDS),
			name: Text,
			/** Figures that it stands beside; empty: all of them. */
			protects: z.array(IndicatorCode),
			/** `notConnected`: a field that it needs was never delivered, named in `missing`. */
			status: z.enum(['ok', 'insufficient', 'notConnected']),
			num: z.number().nullable(),
			den: z.number().nullable(),
			/** In `unit`: per cent of den, percentage points, or days. */
			value: z.number().nullable(),
			unit: Text,
			/** It reaches the mark at which the question is worth asking. */
			isRaised: z.boolean(),
			/** Empty where it is not raised. */
			question: Text,
			missing: Text.nullable(),
		}),
	),
});

export const StandardisedInput = z.strictObject({ indicator: IndicatorCode, area: AreaCode, period: PeriodCode });
/** 结构调整后: the areas one level down with the class mix of the whole (direct standardisation by first-level class). */
export const StandardisedOutput = z.strictObject({
	asOf: Instant.nullable(),
	level: ReadingLevelSchema.nullable(),
	/** `notDivisible`: no share of events. */
	status: z.enum(['ok', 'notDivisible']),
	whole: Reading,
	rows: z.array(
		z.strictObject({
			reading: Reading,
			/** Null where the classes that the area has make up less than half of the whole. */
			standardised: z.number().nullable(),
			/** Part of the whole's events whose class the area has too, 0 to 1. */
			coverage: z.number(),
		}),
	),
});

export const CorrelationsInput = z.strictObject({
	period: PeriodCode,
	/** Areas that are compared; absent: the widest level that has at least 30. */
	level: ReadingLevelSchema.optional(),
});
export const CorrelationsOutput = z.strictObject({
	asOf: Instant.nullable(),
	level: ReadingLevelSchema,
	/** 线索，不是结论. */
	caveat: Text,
	pairs: z.array(
		z.strictObject({
			cause: IndicatorCode,
			effect: IndicatorCode,
			/** Periods by which the cause comes before the effect. */
			lag: z.number().int().min(1).max(2),
			/** Areas with both values. */
			n: Count,
			/** Spearman's rank correlation with its 95 % interval; null below 30 areas or without any spread. */
			rho: z.number().nullable(),
			low: z.number().nullable(),
			high: z.number().nullable(),
			/** `tooFew`: fewer than 30 areas have both. */
			status: z.enum(['ok', 'tooFew', 'notConnected']),
		}),
	),
});

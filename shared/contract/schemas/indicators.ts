// Definitions, readings, boards, rankings, trends and proofs of indicators (figures.md, cli.md).

import { z } from 'zod';
import { PEER_GROUPS } from '../../domain/codes.ts';
import {
	AreaBasisSchema,
	AreaCode,
	Count,
	IndicatorCode,
	Instant,
	LightSchema,
	PeriodCode,
	ReadingLevelSchema,
	ReadingStatusSchema,
} from './values.ts';

const Text = z.strictObject({ zh: z.string(), en: z.string() });

export const IndicatorDefinition = z.strictObject({
	code: IndicatorCode,
	name: Text,
	definition: Text,
	/** Unit as printed after a value: 件, %, 小时. */
	unit: Text,
	valueKind: z.enum(['count', 'ratio', 'rate', 'median']),
	direction: z.enum(['up', 'down', 'band', 'neutral']),
	target: z.number().nullable(),
	warning: z.number().nullable(),
	/** Green from low to high, for figures that are best inside a band; they have no target. */
	goodBand: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
	rollUp: z.enum(['SUM', 'ROS', 'RECOMP', 'WAVG', 'DIR']),
	updatePeriods: z.array(z.enum(['day', 'week', 'month', 'quarter', 'year'])),
	thesisTags: z.array(z.string()),
	headlineVariant: z.string(),
	variants: z.array(z.strictObject({ name: z.string(), label: Text })),
	version: z.number().int().positive(),
	/** True for figures of now that ignore the period picker (OP05). */
	isLive: z.boolean(),
});

/** One figure; the row of `gridhelm readings` (cli.md). `value` is unrounded, in the catalogue's unit. */
export const Reading = z.strictObject({
	indicator: IndicatorCode,
	area: AreaCode,
	areaName: z.string(),
	unit: z.string().nullable(),
	level: ReadingLevelSchema,
	period: PeriodCode,
	num: z.number().nullable(),
	den: z.number().nullable(),
	value: z.number().nullable(),
	n: Count,
	light: LightSchema,
	status: ReadingStatusSchema,
	complete: z.boolean(),
	final: z.boolean(),
	asOf: Instant.nullable(),
	definitionVersion: z.number().int().positive(),
	variant: z.string(),
});

export const ReadingsInput = z.strictObject({
	period: PeriodCode,
	areas: z.array(AreaCode).max(5_000).optional(),
	level: ReadingLevelSchema.optional(),
	units: z.array(z.string()).max(500).optional(),
	indicators: z.array(IndicatorCode).max(100).optional(),
	variant: z.string().optional(),
	asOf: Instant.optional(),
	basis: AreaBasisSchema.optional(),
});
export const ReadingsOutput = z.strictObject({ asOf: Instant.nullable(), readings: z.array(Reading).max(200_000) });

/** One point of a sparkline or trend; a missing value is a gap, never zero. */
const SeriesPoint = z.strictObject({
	period: PeriodCode,
	value: z.number().nullable(),
	n: Count,
	status: ReadingStatusSchema,
	complete: z.boolean(),
});

/** `headline`: the six core readings, those that are connected first. */
export const BoardInput = z.strictObject({
	area: AreaCode,
	period: PeriodCode,
	rows: z.enum(['all', 'headline']).default('all'),
});
export const BoardOutput = z.strictObject({
	asOf: Instant.nullable(),
	rows: z.array(
		z.strictObject({
			reading: Reading,
			/** The period before (live indicators: a week earlier); null where it has no value. */
			previous: Reading.nullable(),
			/** Current minus previous: percentage points for ratios, per cent of previous for counts and medians. */
			change: z
				.strictObject({
					amount: z.number(),
					kind: z.enum(['points', 'percent', 'count']),
					verdict: z.enum(['better', 'worse', 'neutral']),
				})
				.nullable(),
			/** Usual band of a neutral indicator (OP01). */
			band: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
			/** Twelve periods ending with this one, oldest first. */
			series: z.array(SeriesPoint),
			/** OP05: share of open events in per cent, and the oldest overdue one in hours. */
			note: z
				.strictObject({ openCount: Count, sharePercent: z.number().nullable(), oldestHours: z.number().nullable() })
				.nullable(),
		}),
	),
});

export const RankingInput = z.strictObject({
	indicator: IndicatorCode,
	area: AreaCode,
	period: PeriodCode,
	basis: AreaBasisSchema.optional(),
});
export const RankingOutput = z.strictObject({
	asOf: Instant.nullable(),
	level: ReadingLevelSchema.nullable(),
	groups: z.array(
		z.strictObject({
			peerGroup: z.enum(PEER_GROUPS),
			rows: z.array(
				z.strictObject({
					reading: Reading,
					/** 95 % Wilson interval in the reading's unit; null for counts and medians. */
					low: z.number().nullable(),
					high: z.number().nullable(),
					/** Ties share a rank; null when the area is not ranked. */
					rank: z.number().int().positive().nullable(),
				}),
			),
		}),
	),
});

export const TrendInput = z.strictObject({
	indicator: IndicatorCode,
	area: AreaCode,
	period: PeriodCode,
	count: z.number().int().min(2).max(60),
	basis: AreaBasisSchema.optional(),
});
export const TrendOutput = z.strictObject({
	asOf: Instant.nullable(),
	points: z.array(SeriesPoint),
	/** Middle half of the areas of the next level down inside this one, per period; null where fewer than four have a value. */
	peers: z.array(z.strictObject({ period: PeriodCode, q1: z.number().nullable(), q3: z.number().nullable() })),
	peerLevel: ReadingLevelSchema.nullable(),
});

/** By handling unit (figures.md: readings can be asked by unit). */
export const UnitReadingsInput = RankingInput.extend({});
export const UnitReadingsOutput = z.strictObject({
	asOf: Instant.nullable(),
	/** False where the figure has no unit: rates per resident, ledgers without one. */
	isByUnit: z.boolean(),
	/** Units with a case, those with most first; `unit` is the name that a proof is asked by. */
	readings: z.array(Reading).max(500),
});

export const ProofInput = z.strictObject({
	indicator: IndicatorCode,
	area: AreaCode,
	period: PeriodCode,
	variant: z.string().optional(),
	limit: z.number().int().min(0).max(10_000).default(20),
	asOf: Instant.optional(),
	basis: AreaBasisSchema.optional(),
	/** Handling unit by delivered word, mapped code or another name; the figure of that unit alone. */
	unit: z.string().min(1).optional(),
});
export const ProofOutput = z.strictObject({
	definition: Text,
	version: z.number().int().positive(),
	reading: Reading,
	num: z.number().nullable(),
	den: z.number().nullable(),
	value: z.number().nullable(),
	/** From all records of the period down to the denominator. */
	startCount: Count,
	excluded: z.array(
		z.strictObject({
			reason: z.enum([
				'void',
				'merged',
				'refused',
				'baseData',
				'selfClosed',
				'notAccepted',
				'noLimit',
				'clockFault',
				'notClosed',
				'noReportedFlag',
				'missingField',
				'withdrawn',
				'notAtGrid',
				'notValid',
				'superseded',
			]),
			count: Count,
		}),
	),
	/** How the denominator divides: on time / late / still open, closed / open … */
	parts: z.array(
		z.strictObject({
			part: z.enum([
				'onTime',
				'lateClosed',
				'lateOpen',
				'closed',
				'open',
				'counted',
				'overdue',
				'located',
				'unlocated',
				'met',
				'missed',
				'numerator',
				'rest',
			]),
			count: Count,
			light: LightSchema,
		}),
	),
	variants: z.array(Reading),
	sources: z.array(
		z.strictObject({
			file: z.string(),
			sha256: z.string(),
			batchId: Count,
			arrivedAt: Instant,
			/** Records of this file in the figure's start count, and in its denominator (or count). */
			allRows: Count,
			rows: Count,
		}),
	),
	records: z.array(z.string()),
	recordTotal: Count,
	checkCode: z.string(),
});

// The composite index 网格治理指数 (domain.md §5.6): nine dimensions, what is missing, what costs points, peers.

import { z } from 'zod';
import { PEER_GROUPS } from '../../domain/codes.ts';
import { DIMENSIONS } from '../../domain/dimensions.ts';
import { Reading } from './indicators.ts';
import { AreaCode, Count, IndicatorCode, Instant, PeriodCode, ReadingLevelSchema } from './values.ts';

const Score = z.number().min(0).max(100);
const DimensionSchema = z.enum(DIMENSIONS);
export const COMPOSITE_GRADES = ['A', 'B', 'C', 'D', 'E'] as const;
const Grade = z.enum(COMPOSITE_GRADES);

export const CompositeInput = z.strictObject({ area: AreaCode, period: PeriodCode });

const ScoredIndicator = z.strictObject({
	indicator: IndicatorCode,
	/** Weight inside its dimension. */
	weight: z.number(),
	/** Null where it has no value; its weight then counts as missing unless the indicator is optional here. */
	score: Score.nullable(),
	/** Left out of the weight that must be there: optional ledger absent, or not measured at this level. */
	isExempt: z.boolean(),
	/** Points of the index that it costs; 0 where it has no score. All of them add up to 100 − score. */
	lost: z.number(),
	/** Null where the catalogue in force has no such indicator. */
	reading: Reading.nullable(),
});

const DimensionScore = z.strictObject({
	dimension: DimensionSchema,
	/** Weight of the dimension in the index. */
	weight: z.number(),
	/** Null: 数据不足 (less than 60 % of its weight has a value). */
	score: Score.nullable(),
	/** Share of its weight that has a value, 0 to 1. */
	available: z.number(),
	lost: z.number(),
	indicators: z.array(ScoredIndicator),
});

/** An area in a list: its index and the nine dimensions in official order. */
const CompositeRow = z.strictObject({
	area: AreaCode,
	areaName: z.string(),
	level: ReadingLevelSchema,
	peerGroup: z.enum(PEER_GROUPS),
	score: Score.nullable(),
	grade: Grade.nullable(),
	available: z.number(),
	/** Among the peers of its level; null without a score, and always for grids (they are read by grade). */
	rank: z.number().int().positive().nullable(),
	dimensions: z.array(Score.nullable()).length(DIMENSIONS.length),
});

export const CompositeOutput = z.strictObject({
	asOf: Instant.nullable(),
	area: AreaCode,
	areaName: z.string(),
	level: ReadingLevelSchema,
	period: PeriodCode,
	/** Version of the weights in force. */
	version: z.number().int().positive(),
	/** Null: 数据不足. */
	score: Score.nullable(),
	grade: Grade.nullable(),
	/** Share of the weight of all dimensions that has a score, 0 to 1. */
	available: z.number(),
	dimensions: z.array(DimensionScore).length(DIMENSIONS.length),
	/** 扣分项 Top 3: what costs most, largest first. */
	deductions: z.array(
		z.strictObject({ indicator: IndicatorCode, dimension: DimensionSchema, lost: z.number(), reading: Reading }),
	),
	/** Areas of its level and peer group in the district, best first; itself among them. */
	peers: z.array(CompositeRow),
	rank: z.number().int().positive().nullable(),
	/** Peers that have a score. */
	rankedCount: Count,
});

export const CompositesInput = z.strictObject({
	level: ReadingLevelSchema,
	/** Areas inside this one; the district when absent. */
	area: AreaCode.optional(),
	period: PeriodCode,
});
/** Every area of a level in official order. */
export const CompositesOutput = z.strictObject({
	asOf: Instant.nullable(),
	period: PeriodCode,
	version: z.number().int().positive(),
	rows: z.array(CompositeRow).max(20_000),
});

// Indexes that others publish (平安指数 and the like): shown beside, never recomputed (figures.md, Tables).

import { z } from 'zod';
import { AreaCode, Count, PeriodCode } from './values.ts';

export const ExternalIndexesInput = z.strictObject({
	area: AreaCode,
	/** All periods where absent. */
	period: PeriodCode.optional(),
	limit: z.number().int().min(1).max(2_000).default(200),
});
export const ExternalIndexesOutput = z.strictObject({
	/** False where no such index was ever delivered: 未接入. */
	isConnected: z.boolean(),
	/** Of the area and of those directly below it: newest period first, then by name and official order. */
	rows: z.array(
		z.strictObject({
			name: z.string(),
			area: AreaCode,
			areaName: z.string(),
			period: PeriodCode,
			/** As published; null where only a rank was. */
			value: z.number().nullable(),
			rank: z.number().int().nullable(),
			publisher: z.string().nullable(),
			/** ISO date. */
			publishedOn: z.string().nullable(),
			batchId: Count,
			/** The file it came in. */
			file: z.string(),
			sha256: z.string(),
		}),
	),
	total: Count,
});

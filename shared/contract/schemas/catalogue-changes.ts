// A district's own settings over the shipped catalogue and the weights of the composite index: each with a version and
// the first day of the periods that it holds for. Periods before that keep the version they were made with.

import { z } from 'zod';
import { DIMENSIONS } from '../../domain/dimensions.ts';
import { IndicatorCode, Instant } from './values.ts';

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Note = z.string().trim().max(500).default('');

/** What can be changed of an indicator; what is absent stays. */
export const DefinitionPatch = z.strictObject({
	target: z.number().optional(),
	warning: z.number().optional(),
	/** For figures that should lie in a band; an outer bound of null: none on that side. */
	low: z.number().optional(),
	high: z.number().optional(),
	outerLow: z.number().nullable().optional(),
	outerHigh: z.number().nullable().optional(),
	/** The variant that becomes the headline. */
	headline: z.string().optional(),
	/** Switched off (or on again): in no list and in no index. */
	isOff: z.boolean().optional(),
});

/** New weights; those not named stay. */
export const WeightsPatch = z.strictObject({
	dimensions: z.partialRecord(z.enum(DIMENSIONS), z.number().min(0).max(1_000)).optional(),
	indicators: z.record(IndicatorCode, z.number().min(0).max(1_000)).optional(),
});

export const ChangeDefinitionInput = z.strictObject({
	indicator: IndicatorCode,
	effectiveOn: IsoDate,
	note: Note,
	patch: DefinitionPatch,
});
export const ChangeWeightsInput = z.strictObject({ effectiveOn: IsoDate, note: Note, patch: WeightsPatch });
export const ChangeOutput = z.strictObject({ version: z.number().int().positive() });

export const CatalogueChangesOutput = z.strictObject({
	/** Oldest first. */
	changes: z
		.array(
			z.strictObject({
				/** Null: the weights of the composite index. */
				indicator: IndicatorCode.nullable(),
				version: z.number().int().positive(),
				changedAt: Instant,
				effectiveOn: IsoDate,
				note: z.string(),
				definition: DefinitionPatch.nullable(),
				weights: WeightsPatch.nullable(),
			}),
		)
		.max(10_000),
});

// A district's own settings over the shipped catalogue and the weights of the composite index: each with a version and
// the first day of the periods that it holds for. Periods before that keep the version they were made with.

import { z } from 'zod';
import { DIMENSIONS } from '../../domain/dimensions.ts';
import { COMPOSITE_GRADES } from './composite.ts';
import { Count, IndicatorCode, Instant, LightSchema, PeriodCode, ReadingLevelSchema } from './values.ts';

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

const Text = z.strictObject({ zh: z.string(), en: z.string() });

/** The catalogue as it stands today, switched-off rows among it. */
export const CatalogueSettingsOutput = z.strictObject({
	/** Shanghai date that "today" is. */
	today: IsoDate,
	rows: z
		.array(
			z.strictObject({
				indicator: IndicatorCode,
				name: Text,
				unit: Text,
				dimension: z.enum(DIMENSIONS).nullable(),
				direction: z.enum(['up', 'down', 'band', 'neutral']),
				/** Null where there is no target. `isShare`: both are shares in per cent, whatever the unit. */
				threshold: z.strictObject({ target: z.number(), warning: z.number(), isShare: z.boolean() }).nullable(),
				band: z
					.strictObject({
						low: z.number(),
						high: z.number(),
						outerLow: z.number().nullable(),
						outerHigh: z.number().nullable(),
					})
					.nullable(),
				headlineLabel: Text,
				/** What could be the headline instead. */
				variants: z.array(z.strictObject({ name: z.string(), label: Text })),
				isOff: z.boolean(),
				version: z.number().int().positive(),
				/** Inside its dimension of the composite index; null where it is no part of it. */
				weight: z.number().nullable(),
			}),
		)
		.max(500),
	weightsVersion: z.number().int().positive(),
	dimensions: z.array(z.strictObject({ dimension: z.enum(DIMENSIONS), weight: z.number() })),
});

/** A change that is not made yet: exactly one of the patches. */
export const PreviewChangeInput = z.strictObject({
	indicator: IndicatorCode.nullable(),
	effectiveOn: IsoDate,
	definition: DefinitionPatch.nullable(),
	weights: WeightsPatch.nullable(),
});

const Grade = z.enum(COMPOSITE_GRADES).nullable();
const levelsOf = <M extends z.ZodType>(move: M) =>
	z.array(z.strictObject({ level: ReadingLevelSchema, areas: Count, changed: Count, moves: z.array(move) }));

/** What would be otherwise in the last final month if the change had held for it. */
export const PreviewChangeOutput = z.strictObject({
	/** Null where the data has no final month. */
	period: PeriodCode.nullable(),
	version: z.number().int().positive(),
	/** Lights by level; empty for weights. */
	lights: levelsOf(z.strictObject({ from: LightSchema, to: LightSchema, areas: Count })),
	/** Areas of each level whose value differs, as another headline makes it; 0 otherwise. */
	values: Count,
	/** Grades of the index by level; empty for a definition. */
	grades: levelsOf(z.strictObject({ from: Grade, to: Grade, areas: Count })),
	/** Areas that show the figure now and would no longer (or again) show it; null where nothing is switched. */
	switched: Count.nullable(),
});

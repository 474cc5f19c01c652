// The weights of the composite index as data (resources/composite.json, domain.md §5.6), validated once. Holds no
// figures; a district's own weights are laid over it elsewhere.

import { z } from 'zod';
import shipped from '../../../../resources/composite.json' with { type: 'json' };
import { COMPOSITE_GRADES } from '../../../../shared/contract/schemas/composite.ts';
import { DIMENSIONS } from '../../../../shared/domain/dimensions.ts';

const WeightedIndicator = z.strictObject({
	indicator: z.string().min(1),
	weight: z.number().nonnegative(),
	/** Its ledger may be absent without leaving a hole (domain.md §5.4, the core 46). */
	isOptional: z.boolean(),
});

const CompositeWeightsFile = z.strictObject({
	version: z.number().int().positive(),
	/** Share of the weight that must have a value; below it 数据不足. */
	smallestShare: z.number().gt(0).max(1),
	/** From the best down; the last takes the rest. */
	grades: z.array(z.strictObject({ grade: z.enum(COMPOSITE_GRADES), from: z.number() })).length(5),
	dimensions: z
		.array(
			z.strictObject({
				dimension: z.enum(DIMENSIONS),
				weight: z.number().nonnegative(),
				indicators: z.array(WeightedIndicator).min(1),
			}),
		)
		.length(DIMENSIONS.length),
});
export type CompositeWeights = z.infer<typeof CompositeWeightsFile>;

let loaded: CompositeWeights | undefined;

/** The weights that ship with the product. */
export function loadCompositeWeights(): CompositeWeights {
	loaded ??= CompositeWeightsFile.parse(shipped);
	return loaded;
}

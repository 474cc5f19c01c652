// One change of the weights of the composite index, checked and laid over them as a new version. Pure.

import type { z } from 'zod';
import type { WeightsPatch as WeightsPatchSchema } from '../../../../shared/contract/schemas/catalogue-changes.ts';
import type { CompositeWeights } from '../composite/composite-weights.ts';
import { refusal } from './patch-definition.ts';

export type WeightsPatch = z.infer<typeof WeightsPatchSchema>;

/**
 * The next version of the weights.
 * @throws GridHelmError E_INPUT for an indicator that is in no dimension, and where nothing would have a weight
 */
export function patchWeights(weights: CompositeWeights, patch: WeightsPatch): CompositeWeights {
	const members = new Map(Object.entries(patch.indicators ?? {}));
	const asked = patch.dimensions ?? {};
	if (members.size === 0 && Object.keys(asked).length === 0) {
		throw refusal('patch', '没有要改的内容。', 'nothing to change');
	}
	const known = new Set(weights.dimensions.flatMap(({ indicators }) => indicators.map(({ indicator }) => indicator)));
	for (const code of members.keys()) {
		if (!known.has(code)) throw refusal('indicators', `${code} 不在综合指数中。`, `${code} is no part of the index`);
	}
	const dimensions = weights.dimensions.map((dimension) => ({
		...dimension,
		weight: asked[dimension.dimension] ?? dimension.weight,
		indicators: dimension.indicators.map((member) => ({
			...member,
			weight: members.get(member.indicator) ?? member.weight,
		})),
	}));
	const isEmpty = ({ weight, indicators }: (typeof dimensions)[number]): boolean =>
		weight > 0 && indicators.every((member) => member.weight === 0);
	if (dimensions.every(({ weight }) => weight === 0) || dimensions.some(isEmpty)) {
		throw refusal(
			'dimensions',
			'至少要有一个维度和其中一个指标有权重。',
			'a dimension with weight needs an indicator with weight',
		);
	}
	return { ...weights, version: weights.version + 1, dimensions };
}

// An explanation as the steps of a waterfall: the make-up first and grey, then each part by what it contributed, from the
// best to the worst, the folded rest last. Pure.

import type { TFunction } from 'i18next';
import { roundToSum } from '../../charts/round-to-sum.ts';
import type { WaterfallStep } from '../../charts/waterfall-scale.ts';
import type { IndicatorDefinition } from '../../stores/app-store.ts';
import type { Explanation } from '../../stores/indicators-store.ts';
import type { Language } from '../../text/language.ts';

/** Decimals of a waterfall: two, so that what is printed adds up; a count has none. */
export function decimalsOf(definition: IndicatorDefinition | undefined): number {
	return definition?.valueKind === 'count' ? 0 : 2;
}

function kindOf(amount: number, direction: IndicatorDefinition['direction']): WaterfallStep['kind'] {
	if (direction === 'band' || direction === 'neutral' || amount === 0) return 'neutral';
	return amount > 0 === (direction === 'up') ? 'better' : 'worse';
}

/** Steps in the order they are drawn, rounded to add up to the printed change; steps that round to nothing are left out. */
export function explainSteps(
	explanation: Explanation,
	definition: IndicatorDefinition | undefined,
	language: Language,
	t: TFunction,
): WaterfallStep[] {
	const direction = definition?.direction ?? 'neutral';
	const isRate = explanation.method === 'rate';
	const named = explanation.steps
		.map((step) => ({
			key: `step:${step.key}`,
			name: language === 'en' ? step.name.en : step.name.zh,
			amount: isRate ? step.performance : step.total,
			code: explanation.by === 'area' && step.key !== '' ? step.key : null,
			isMix: false,
		}))
		.sort((a, b) => (direction === 'down' ? a.amount - b.amount : b.amount - a.amount));
	const raw = [
		...(isRate ? [{ key: 'mix', name: t('explain.mix'), amount: explanation.mix, code: null, isMix: true }] : []),
		...named,
		...(explanation.rest === null
			? []
			: [
					{
						key: 'rest',
						name: t('explain.rest', { n: explanation.rest.count }),
						amount: isRate ? explanation.rest.performance : explanation.rest.total,
						code: null,
						isMix: false,
					},
				]),
	];
	const decimals = decimalsOf(definition);
	const scale = 10 ** decimals;
	const printed = (value: number) => Math.round(value * scale) / scale;
	const change = printed(explanation.to.value ?? 0) - printed(explanation.from.value ?? 0);
	const amounts = roundToSum(
		raw.map(({ amount }) => amount),
		change,
		decimals,
	);
	return raw
		.map(({ key, name, code, isMix }, index) => {
			const amount = amounts[index] ?? 0;
			return { key, name, code, amount, kind: isMix ? ('mix' as const) : kindOf(amount, direction) };
		})
		.filter(({ amount, kind }) => amount !== 0 || kind === 'mix');
}

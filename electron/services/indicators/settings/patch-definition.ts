// One change of a definition: checked against what the indicator is, then laid over it as a new version. Pure.

import type { z } from 'zod';
import { GridHelmError } from '../../../../shared/contract/errors.ts';
import type { DefinitionPatch as DefinitionPatchSchema } from '../../../../shared/contract/schemas/catalogue-changes.ts';
import { type CatalogueEntry, HEADLINE } from '../catalogue.ts';
import type { DefinitionFile, LightRule } from '../definition-schema.ts';

export type DefinitionPatch = z.infer<typeof DefinitionPatchSchema>;

/** Name under which the shipped headline stays when another variant takes its place. */
const FORMER_HEADLINE = 'shipped';

/** A refusal in both languages: the message in Chinese, the reason in English. */
export function refusal(field: string, zh: string, reason: string): GridHelmError {
	return new GridHelmError('E_INPUT', zh, { field, reason });
}

/**
 * The next version of an entry.
 * @throws GridHelmError E_INPUT where the change makes no sense for this indicator
 */
export function patchEntry(entry: CatalogueEntry, patch: DefinitionPatch): CatalogueEntry {
	if (Object.keys(patch).length === 0) {
		throw refusal('patch', '没有要改的内容。', 'nothing to change');
	}
	const light = patchLight(entry.definition, patch);
	const definition = { ...entry.definition, light, version: entry.definition.version + 1 };
	const next = { definition, formulas: entry.formulas };
	return patch.headline === undefined ? next : withHeadline(next, patch.headline);
}

function patchLight({ light, direction, unit }: DefinitionFile, patch: DefinitionPatch): LightRule {
	const { target, warning, low, high, outerLow, outerHigh } = patch;
	const isThreshold = target !== undefined || warning !== undefined;
	const isBand = [low, high, outerLow, outerHigh].some((bound) => bound !== undefined);
	if (!isThreshold && !isBand) return light;
	if (isBand) {
		if (light.kind !== 'band' || isThreshold) {
			throw refusal('low', '这个指标没有区间，只有目标值和警戒值。', 'this indicator has no band');
		}
		const band = {
			...light,
			...(low !== undefined && { low }),
			...(high !== undefined && { high }),
			...(outerLow !== undefined && { outerLow }),
			...(outerHigh !== undefined && { outerHigh }),
		};
		const isInside = band.low < band.high;
		const isOrdered = (band.outerLow ?? -Infinity) < band.low && (band.outerHigh ?? Infinity) > band.high;
		if (!isInside || !isOrdered) {
			throw refusal('low', '区间须下限小于上限，外界须在区间之外。', 'low < high, and outer bounds outside the band');
		}
		return band;
	}
	if (!('target' in light)) {
		throw refusal('target', '中性指标不分好坏，不能设目标值或警戒值。', 'a neutral indicator has no target or warning');
	}
	const next = { ...light, ...(target !== undefined && { target }), ...(warning !== undefined && { warning }) };
	const isUp = direction === 'up';
	if (isUp ? next.target <= next.warning : next.target >= next.warning) {
		const zh = `${isUp ? '越高越好' : '越低越好'}的指标，警戒值须比目标值${isUp ? '低' : '高'}。`;
		throw refusal('warning', zh, `the warning must lie ${isUp ? 'below' : 'above'} the target`);
	}
	const isPercent = unit.zh === '%' || light.kind !== 'value';
	if (isPercent && [next.target, next.warning].some((value) => value < 0 || value > 100)) {
		throw refusal('target', '百分比须在 0 到 100 之间。', 'a percentage lies between 0 and 100');
	}
	return next;
}

/** Another variant as the headline; the former one stays as a variant of its own. */
function withHeadline({ definition, formulas }: CatalogueEntry, name: string): CatalogueEntry {
	const variant = definition.variants.find((each) => each.name === name);
	const formula = formulas.get(name);
	const former = formulas.get(HEADLINE);
	if (!variant || !formula || !former) {
		throw refusal('headline', `没有名为 ${name} 的口径。`, `no variant named ${name}`);
	}
	const kept = definition.variants.some((each) => each.name === FORMER_HEADLINE)
		? definition.variants
		: [...definition.variants, { name: FORMER_HEADLINE, label: definition.headlineLabel, formula: former }];
	return {
		definition: {
			...definition,
			formula,
			headlineLabel: variant.label,
			variants: kept,
			light: variant.light ?? definition.light,
		},
		formulas: new Map([...formulas, [HEADLINE, formula], [FORMER_HEADLINE, formulas.get(FORMER_HEADLINE) ?? former]]),
	};
}

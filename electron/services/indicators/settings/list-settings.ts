// The catalogue as the district has it today, for the page where it is changed: every row, switched-off ones too.

import type { z } from 'zod';
import type { CatalogueSettingsOutput } from '../../../../shared/contract/schemas/catalogue-changes.ts';
import { dimensionOf } from '../../../../shared/domain/dimensions.ts';
import { periodOfDay } from '../../../../shared/domain/period.ts';
import { dayOf, toIsoDate } from '../../../../shared/domain/shanghai-time.ts';
import type { ReadableDb } from '../../cache/cache-db.ts';
import { loadCatalogue } from '../catalogue.ts';
import type { LightRule } from '../definition-schema.ts';
import { entryInForce } from './definition-version.ts';
import { readDistrictSettings } from './district-settings.ts';

export type CatalogueSettings = z.infer<typeof CatalogueSettingsOutput>;
type Row = CatalogueSettings['rows'][number];

function thresholdOf(light: LightRule): Row['threshold'] {
	if (!('target' in light)) return null;
	return { target: light.target, warning: light.warning, isShare: light.kind !== 'value' };
}

function bandOf(light: LightRule): Row['band'] {
	if (light.kind !== 'band') return null;
	const { low, high, outerLow, outerHigh } = light;
	return { low, high, outerLow, outerHigh };
}

/** The district's own settings at an instant (epoch seconds), also while the demonstration is shown. */
export function listSettings(own: ReadableDb, clockS: number): CatalogueSettings {
	const today = dayOf(clockS);
	const now = periodOfDay('day', today);
	const { catalogue, weightsFor } = readDistrictSettings(own, today);
	const weights = weightsFor(now);
	const weightOf = new Map(
		weights.dimensions.flatMap(({ indicators }) => indicators.map(({ indicator, weight }) => [indicator, weight])),
	);
	const shipped = [...loadCatalogue().values()].filter(({ definition }) => definition.audience === 'catalogue');
	return {
		today: toIsoDate(today),
		rows: shipped.map((entry) => {
			const { code } = entry.definition;
			const listed = catalogue.get(code) ?? entry;
			const { definition } = entryInForce(listed, now);
			const { name, unit, direction, light, headlineLabel, variants, version } = definition;
			return {
				indicator: code,
				name,
				unit,
				dimension: dimensionOf(code),
				direction,
				threshold: thresholdOf(light),
				band: bandOf(light),
				headlineLabel,
				variants: variants.map((variant) => ({ name: variant.name, label: variant.label })),
				isOff: listed.definition.audience === 'internal',
				version,
				weight: weightOf.get(code) ?? null,
			};
		}),
		weightsVersion: weights.version,
		dimensions: weights.dimensions.map(({ dimension, weight }) => ({ dimension, weight })),
	};
}

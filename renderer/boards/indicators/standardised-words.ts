// A share of events as it would be with another area's mix of classes, in words. Pure.

import type { TFunction } from 'i18next';
import type { IndicatorDefinition } from '../../stores/app-store.ts';
import type { Standardised } from '../../stores/indicators-store.ts';
import type { Reading } from '../../stores/readings-store.ts';
import type { Language } from '../../text/language.ts';
import { formatValue } from '../../ui/format.ts';
import { indicatorName, kindOf, unitOf } from '../reading-words.ts';

/** The adjusted share of one area and its sentence; null where the answer is of another figure or there is none. */
export function standardisedIn(
	above: Standardised | null,
	{ indicator, area, period }: Pick<Reading, 'indicator' | 'area' | 'period'>,
	definition: IndicatorDefinition | undefined,
	language: Language,
	t: TFunction,
): { adjusted: string; sentence: string } | null {
	if (above?.status !== 'ok') return null;
	const { whole } = above;
	if (whole.indicator !== indicator || whole.period !== period) return null;
	const row = above.rows.find(({ reading }) => reading.area === area);
	if (!row || row.standardised === null || row.reading.value === null) return null;
	const print = (value: number) =>
		`${formatValue(value, kindOf(definition))}${unitOf(definition, language) === '%' ? '%' : ''}`;
	const adjusted = print(row.standardised);
	const sentence = t('standardised.sentence', {
		whole: whole.areaName,
		name: row.reading.areaName,
		indicator: indicatorName(definition, indicator, language),
		plain: print(row.reading.value),
		adjusted,
	});
	return { adjusted, sentence };
}

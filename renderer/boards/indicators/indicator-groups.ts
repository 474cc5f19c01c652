// Which indicators are listed, under which dimension, and how many shine in which light. Pure.

import type { TFunction } from 'i18next';
import type { Light } from '../../../shared/domain/codes.ts';
import { DIMENSIONS, type Dimension } from '../../../shared/domain/dimensions.ts';
import type { IndicatorChoice } from '../../stores/address.ts';
import type { IndicatorDefinition } from '../../stores/app-store.ts';
import type { IndicatorListRow } from '../../stores/indicators-store.ts';

/** Lights that a list can be narrowed to, most urgent first. */
export const LISTED_LIGHTS = ['red', 'yellow', 'green', 'none'] as const satisfies readonly Light[];

/** An indicator's light as shown: a neutral figure is never green or red by its size, only
 * noted (yellow) where it is outside its usual band. */
export function shownLight({ reading, band }: Pick<IndicatorListRow, 'reading' | 'band'>): Light {
	if (band === null || reading.value === null) return reading.light === 'deepRed' ? 'red' : reading.light;
	return reading.value >= band.low && reading.value <= band.high ? 'none' : 'yellow';
}

/** True where nobody has delivered what the figure needs; such rows are folded apart. */
export function isMissing({ reading }: Pick<IndicatorListRow, 'reading'>): boolean {
	return reading.status === 'notConnected';
}

/** True where a row passes every filter that is set. */
export function passes(
	row: Pick<IndicatorListRow, 'reading' | 'band' | 'dimension'>,
	definition: Pick<IndicatorDefinition, 'thesisTags'> | undefined,
	choice: IndicatorChoice,
): boolean {
	if (choice.dimension !== null && row.dimension !== choice.dimension) return false;
	if (choice.tag !== null && !(definition?.thesisTags.includes(choice.tag) ?? false)) return false;
	return choice.light === null || shownLight(row) === choice.light;
}

export interface IndicatorGroup<R> {
	/** Null: a district's own codes, last. */
	dimension: Dimension | null;
	rows: R[];
}

/** Rows by dimension in official order; dimensions without rows are left out. */
export function groupByDimension<R extends Pick<IndicatorListRow, 'dimension'>>(
	rows: readonly R[],
): IndicatorGroup<R>[] {
	return [...DIMENSIONS, null]
		.map((dimension) => ({ dimension, rows: rows.filter((row) => row.dimension === dimension) }))
		.filter((group) => group.rows.length > 0);
}

/** How many rows shine in each light, lights without rows left out, most urgent first. */
export function countLights(
	rows: readonly Pick<IndicatorListRow, 'reading' | 'band'>[],
): { light: (typeof LISTED_LIGHTS)[number]; count: number }[] {
	return LISTED_LIGHTS.map((light) => ({
		light,
		count: rows.filter((row) => shownLight(row) === light).length,
	})).filter(({ count }) => count > 0);
}

/** Name of a dimension; own codes of the district have one group of their own. */
export function dimensionName(dimension: Dimension | null, t: TFunction): string {
	return dimension === null ? t('indicators.otherDimension') : t(`dimensions.${dimension}`);
}

// What an issued figure says: its value then and now, in the words in which it was printed. Pure.

import type { TFunction } from 'i18next';
import type { IndicatorDefinition } from '../../../stores/app-store.ts';
import type { IssuedFigure } from '../../../stores/published-store.ts';
import type { Reading } from '../../../stores/readings-store.ts';
import type { Language } from '../../../text/language.ts';
import { formatInteger } from '../../../ui/format.ts';
import { kindOf, readingText, unitOf } from '../../reading-words.ts';

/** A value with its sign of percentage, or why there is none. */
export function valueText(
	reading: Pick<Reading, 'value' | 'status'>,
	definition: IndicatorDefinition | undefined,
	language: Language,
	t: TFunction,
): string {
	const { text, isFigure } = readingText(reading, kindOf(definition), t);
	return isFigure && unitOf(definition, language) === '%' ? `${text}%` : text;
}

/** Value then and now; where it is the same, what else of it differs. `now` is null where there is no such figure now. */
export function thenAndNow(
	{ stated, current, changed }: Pick<IssuedFigure, 'stated' | 'current' | 'changed'>,
	definition: IndicatorDefinition | undefined,
	language: Language,
	t: TFunction,
): { before: string; now: string | null } {
	const value = (reading: Reading) => valueText(reading, definition, language, t);
	if (current === null) return { before: value(stated), now: null };
	const [before, now] = [value(stated), value(current)];
	if (before !== now) return { before, now };
	const division = ({ num, den, n }: Reading) =>
		num === null || den === null ? `n = ${formatInteger(n)}` : `${formatInteger(num)} ÷ ${formatInteger(den)}`;
	if (changed.includes('num') || changed.includes('den') || changed.includes('n')) {
		return { before: division(stated), now: division(current) };
	}
	if (changed.includes('light')) return { before: t(`words.${stated.light}`), now: t(`words.${current.light}`) };
	if (changed.includes('version')) {
		return {
			before: t('published.version', { version: stated.definitionVersion }),
			now: t('published.version', { version: current.definitionVersion }),
		};
	}
	// A value that differs by less than is printed.
	return { before: String(stated.value), now: String(current.value) };
}

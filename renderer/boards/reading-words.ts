// What a reading says in words: figure, goal line, state. Pure; the words come from the caller's translator.

import type { TFunction } from 'i18next';
import type { Light } from '../../shared/domain/codes.ts';
import type { IndicatorDefinition } from '../stores/app-store.ts';
import type { BoardRow, Reading } from '../stores/readings-store.ts';
import type { Language } from '../text/language.ts';
import { formatDecimal, formatInteger, formatValue, type ValueKind } from '../ui/format.ts';

/** Name of an indicator in the interface language; its code when the definition is not known. */
export function indicatorName(definition: IndicatorDefinition | undefined, code: string, language: Language): string {
	if (!definition) return code;
	return language === 'en' ? definition.name.en : definition.name.zh;
}

/** Unit after a value. English counts and rates carry none: the name says it. */
export function unitOf(definition: IndicatorDefinition | undefined, language: Language): string {
	if (!definition) return '';
	if (language === 'en')
		return definition.valueKind === 'count' || definition.valueKind === 'rate' ? '' : definition.unit.en;
	return definition.unit.zh;
}

export function kindOf(definition: IndicatorDefinition | undefined): ValueKind {
	return definition?.valueKind ?? 'count';
}

/** The figure, or why there is none: 样本不足, 未接入, 未报送, 已隐去; 暂无数据 for an empty one. */
export function readingText(
	reading: Pick<Reading, 'value' | 'status'>,
	kind: ValueKind,
	t: TFunction,
): { text: string; isFigure: boolean } {
	if (reading.value !== null) return { text: formatValue(reading.value, kind), isFigure: true };
	return { text: reading.status === 'ok' ? t('status.empty') : t(`status.${reading.status}`), isFigure: false };
}

/** Numbers of a goal without needless decimals: 95, 1.5. */
function goalNumber(value: number): string {
	return Number.isInteger(value) ? formatInteger(value) : formatDecimal(value);
}

/** `目标 ≥95%，警戒 88%`, the usual band, or the share of open events; empty where there is no goal. */
export function goalLine(
	row: Pick<BoardRow, 'band' | 'note'>,
	definition: IndicatorDefinition | undefined,
	language: Language,
	t: TFunction,
): string {
	if (row.band) return t('board.band', { low: formatInteger(row.band.low), high: formatInteger(row.band.high) });
	if (row.note && row.note.sharePercent !== null) {
		const share = formatDecimal(row.note.sharePercent);
		const target = definition?.target ?? null;
		if (target === null) return t('board.openShare', { share });
		return t('board.openShareTarget', { share, target: goalNumber(target) });
	}
	if (definition?.goodBand) {
		return t('goals.band', { low: goalNumber(definition.goodBand.low), high: goalNumber(definition.goodBand.high) });
	}
	if (!definition || definition.target === null) return '';
	const words = {
		sign: definition.direction === 'down' ? '≤' : '≥',
		target: goalNumber(definition.target),
		// Only the sign of a percentage is short enough to repeat; other units stand after the figure.
		unit: definition.valueKind === 'ratio' ? unitOf(definition, language) : '',
	};
	if (definition.warning === null) return t('board.target', words);
	return t('board.targetWarning', { ...words, warning: goalNumber(definition.warning) });
}

/** Light and word of a board row; a neutral figure is usual or unusual by its band, never green or red by its size. */
export function stateOf(
	row: Pick<BoardRow, 'band'> & { reading: Pick<Reading, 'light' | 'value'> },
	t: TFunction,
): { light: Light; word: string } {
	const { light, value } = row.reading;
	if (row.band && value !== null) {
		const isUsual = value >= row.band.low && value <= row.band.high;
		return { light: isUsual ? 'none' : 'yellow', word: t(isUsual ? 'words.usual' : 'words.unusual') };
	}
	return { light, word: light === 'none' ? '' : t(`words.${light}`) };
}

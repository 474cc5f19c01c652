// What the tables of the 队伍 page say in a cell: figures of the catalogue by town, counts of people that may be hidden,
// the order of rows. Pure; the words come from the caller's translator.

import type { TFunction } from 'i18next';
import type { IndicatorDefinition } from '../../stores/app-store.ts';
import type { Reading } from '../../stores/readings-store.ts';
import type { Team } from '../../stores/team-store.ts';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import { kindOf, readingText } from '../reading-words.ts';

/** A cell of a town table: its words, what it sorts by (null last), and the figure whose proof it opens. */
export interface TownCell {
	text: string;
	isFigure: boolean;
	sort: number | null;
	reading: Reading | null;
}

/** Readings by area and `indicator/variant`. */
export type ReadingBook = ReadonlyMap<string, Reading>;

/** Key of a reading in the book. */
function bookKey(area: string, code: string, variant: string): string {
	return `${area}|${code}|${variant}`;
}

/** Look-ups over the readings of an answer. */
export function bookOf(readings: readonly Reading[]): ReadingBook {
	return new Map(readings.map((reading) => [bookKey(reading.area, reading.indicator, reading.variant), reading]));
}

/** A figure of an area; undefined where the answer has none. */
export function figureOf(book: ReadingBook, area: string, code: string, variant = 'headline'): Reading | undefined {
	return book.get(bookKey(area, code, variant));
}

const NOTHING: TownCell = { text: '', isFigure: false, sort: null, reading: null };

/** The cell of a figure: value without its unit, or why there is none. */
export function figureCell(
	reading: Reading | undefined,
	definition: IndicatorDefinition | undefined,
	t: TFunction,
): TownCell {
	if (!reading) return NOTHING;
	return { ...readingText(reading, kindOf(definition), t), sort: reading.value, reading };
}

/** A whole number that is part of a figure; opens the proof of that figure. */
export function countCell(count: number | null, reading: Reading | undefined, t: TFunction): TownCell {
	if (count !== null) return { text: formatInteger(count), isFigure: true, sort: count, reading: reading ?? null };
	return { ...NOTHING, text: reading ? t(`status.${reading.status === 'ok' ? 'empty' : reading.status}`) : '' };
}

/** Vacant posts: planned less filled, as TM01 counts them. */
export function vacancyOf(reading: Reading | undefined): number | null {
	if (!reading || reading.den === null || reading.num === null || reading.status === 'notConnected') return null;
	return Math.max(0, reading.den - reading.num);
}

/** A mean load of an area, or why it is not shown. */
export function loadCell(load: Team['loads'][number] | undefined, area: string, t: TFunction): TownCell {
	// The page's own area stands in no row of the towns; the load itself is its.
	const own = load?.areas.find((one) => one.area === area) ?? load;
	if (!own) return NOTHING;
	if (own.mean !== null) return { text: formatDecimal(own.mean), isFigure: true, sort: own.mean, reading: null };
	return { ...NOTHING, text: own.status === 'ok' ? t('status.empty') : t(`status.${own.status}`) };
}

/** A count of people, `＜5`, or 已隐去. */
export function peopleText(
	cell: { count: number | null; hiding: 'none' | 'small' | 'complement' },
	smallest: number,
	t: TFunction,
): string {
	if (cell.count !== null) return formatInteger(cell.count);
	return cell.hiding === 'small' ? t('team.few', { k: smallest }) : t('status.suppressed');
}

/** Rows by a column, largest or smallest first; those without a value always last, equal ones as they stood. */
export function sortRows<T>(rows: readonly T[], amountOf: (row: T) => number | null, isDescending: boolean): T[] {
	const sign = isDescending ? -1 : 1;
	return rows
		.map((row, at) => ({ row, at, value: amountOf(row) }))
		.sort((a, b) => {
			if (a.value === null || b.value === null)
				return Number(a.value === null) - Number(b.value === null) || a.at - b.at;
			return sign * (a.value - b.value) || a.at - b.at;
		})
		.map(({ row }) => row);
}

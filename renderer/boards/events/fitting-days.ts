// Which days of a timeline get a label, and its words: those that stand clear of the one before. Pure.

import type { Language } from '../../text/language.ts';
import { formatPeriodShort } from '../../ui/time-format.ts';

/** A Shanghai day (ISO) and where it begins on the axis. */
export interface DayStart {
	day: string;
	at: number;
}

interface DayLabel {
	day: string;
	/** Pixels from the axis's beginning. */
	x: number;
	/** `12日` / `12`; the first day of another month with its month. */
	word: string;
}

const GAP_PX = 10;

/** Width of a label of 12 px, on the safe side. */
function widthOf(word: string): number {
	return [...word].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 12 : 7.2), 0);
}

/** Labels from left to right, none touching the one before or leaving the axis. */
export function fittingDays(
	days: readonly DayStart[],
	length: number,
	widthPx: number,
	language: Language,
): DayLabel[] {
	const labels: DayLabel[] = [];
	let freeFrom = 0;
	let month = '';
	for (const { day, at } of days) {
		const x = (widthPx * at) / length;
		const isNewMonth = labels.length > 0 && day.slice(0, 7) !== month;
		const number = String(Number(day.slice(8)));
		const plain = language === 'en' ? number : `${number}日`;
		const word = isNewMonth ? formatPeriodShort(day, language) : plain;
		if (x < freeFrom || x + widthOf(word) > widthPx) continue;
		labels.push({ day, x, word });
		freeFrom = x + widthOf(word) + GAP_PX;
		month = day.slice(0, 7);
	}
	return labels;
}

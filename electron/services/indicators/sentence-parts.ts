// Pieces of which sentences are made: numbers that name their figure, dates and areas in both languages.
// Wording only; computes no figure.

import type { z } from 'zod';
import type { SentencesOutput } from '../../../shared/contract/schemas/briefing.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { dateFromDay } from '../../../shared/domain/shanghai-time.ts';
import type { Reading } from './read-figure.ts';

export type Sentence = z.infer<typeof SentencesOutput>['sentences'][number];
export type SentencePart = Sentence['zh'][number];

const WEEKDAYS_ZH = ['一', '二', '三', '四', '五', '六', '日'] as const;
const WEEKDAYS_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Plain text without a figure behind it. */
export function say(text: string): SentencePart {
	return { text, figure: null };
}

/** A number that comes from a reading. */
export function cite(text: string, reading: Reading): SentencePart {
	const { indicator, area, period, variant } = reading;
	return { text, figure: { indicator, area, period, variant } };
}

/** Text of a sentence: its parts joined. */
export function textOf(parts: readonly SentencePart[]): string {
	return parts.map(({ text }) => text).join('');
}

/** `3,946`; with decimals `93.2`. Never in exponent form. */
export function number(value: number, decimals = 0): string {
	const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return `${value < 0 ? '−' : ''}${grouped}${rest === undefined ? '' : `.${rest}`}`;
}

/** 11月22日（周日） and Sun 22 Nov. */
export function dateWords(day: number): { zh: string; en: string } {
	const { month, day: date, weekday } = dateFromDay(day);
	return {
		zh: `${month}月${date}日（周${WEEKDAYS_ZH[weekday - 1]}）`,
		en: `${WEEKDAYS_EN[weekday - 1]} ${date} ${MONTHS_EN[month - 1]}`,
	};
}

/** 周日 and Sundays, for "the eight Sundays before". */
export function weekdayWords(day: number): { zh: string; en: string } {
	const names = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
	const { weekday } = dateFromDay(day);
	return { zh: `周${WEEKDAYS_ZH[weekday - 1]}`, en: names[weekday - 1] ?? '' };
}

/** How "against the period before" is said. */
export function beforeWords(kind: Period['kind']): { zh: string; en: string } {
	const words = {
		day: { zh: '较前一日', en: 'the day before' },
		days: { zh: '较前一段同样天数', en: 'the same number of days before' },
		week: { zh: '较上周', en: 'the week before' },
		month: { zh: '环比', en: 'the month before' },
		quarter: { zh: '环比', en: 'the quarter before' },
		year: { zh: '较上年', en: 'the year before' },
	} as const;
	return words[kind];
}

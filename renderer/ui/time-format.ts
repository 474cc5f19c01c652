// Instants, dates and periods as people read them. Everything is Shanghai wall clock, whatever zone the machine has.

import { parsePeriod } from '../../shared/domain/period.ts';
import { dateFromDay, dayOf, limitClockOf, parseIso, wallClockOf } from '../../shared/domain/shanghai-time.ts';
import type { Language } from '../text/language.ts';

const WEEKDAYS_ZH = ['一', '二', '三', '四', '五', '六', '日'];
const WEEKDAYS_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS_EN = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];
const QUARTERS_ZH = ['一', '二', '三', '四'];

function pad2(value: number): string {
	return String(value).padStart(2, '0');
}

function shortMonth(month: number): string {
	return (MONTHS_EN[month - 1] ?? '').slice(0, 3);
}

/** `11月23日（周一）` / `Mon 23 Nov`, from a Shanghai day number. */
export function formatDay(day: number, language: Language): string {
	const date = dateFromDay(day);
	if (language === 'en') return `${WEEKDAYS_EN[date.weekday - 1]} ${date.day} ${shortMonth(date.month)}`;
	return `${date.month}月${date.day}日（周${WEEKDAYS_ZH[date.weekday - 1]}）`;
}

interface InstantOptions {
	/** The present year is not written; pass that of the clock of now. Without it the year always stands. */
	presentYear?: number;
	/** A limit at 00:00 (or 23:59:59) reads 24:00 of its day (design.md §5). */
	isLimit?: boolean;
}

/** `11-23 07:42` / `23 Nov 07:42`; with the year where it is not the present one. Empty for an unreadable instant. */
export function formatInstant(iso: string, language: Language, options: InstantOptions = {}): string {
	const atS = parseIso(iso);
	if (atS === null) return '';
	const present = wallClockOf(atS);
	const { clock, time } = options.isLimit
		? limitClockOf(atS)
		: { clock: present, time: `${pad2(present.hour)}:${pad2(present.minute)}` };
	const hasYear = clock.year !== options.presentYear;
	if (language === 'en') return `${clock.day} ${shortMonth(clock.month)}${hasYear ? ` ${clock.year}` : ''} ${time}`;
	return `${hasYear ? `${clock.year}-` : ''}${pad2(clock.month)}-${pad2(clock.day)} ${time}`;
}

/** Year of an instant on the Shanghai clock; 0 when unreadable. */
export function yearOf(iso: string): number {
	const atS = parseIso(iso);
	return atS === null ? 0 : wallClockOf(atS).year;
}

/** Shanghai day number of an instant; null when unreadable. */
export function dayOfInstant(iso: string): number | null {
	const atS = parseIso(iso);
	return atS === null ? null : dayOf(atS);
}

/** A period in words: 2026年10月, 2026年第47周, 2026年三季度, 2026年11月22日（周日）. */
export function formatPeriod(code: string, language: Language): string {
	const period = parsePeriod(code);
	if (!period) return code;
	const { year, month } = dateFromDay(period.startDay);
	switch (period.kind) {
		case 'day':
			return language === 'en'
				? `${formatDay(period.startDay, language)} ${year}`
				: `${year}年${formatDay(period.startDay, language)}`;
		case 'days': {
			const [first, last] = [formatDay(period.startDay, language), formatDay(period.endDay - 1, language)];
			return language === 'en' ? `${first} – ${last} ${year}` : `${year}年${first}至${last}`;
		}
		case 'week': {
			const isoYear = period.code.slice(0, 4);
			const week = Number(period.code.slice(6));
			return language === 'en' ? `Week ${week}, ${isoYear}` : `${isoYear}年第${week}周`;
		}
		case 'month':
			return language === 'en' ? `${MONTHS_EN[month - 1]} ${year}` : `${year}年${month}月`;
		case 'quarter': {
			const quarter = Math.floor((month - 1) / 3);
			return language === 'en' ? `Q${quarter + 1} ${year}` : `${year}年${QUARTERS_ZH[quarter]}季度`;
		}
		case 'year':
			return language === 'en' ? String(year) : `${year}年`;
	}
}

/** A period in its shortest words, for a label beside a sentence: 10月, 47周, 三季度, 11月22日. */
export function formatPeriodShort(code: string, language: Language): string {
	const period = parsePeriod(code);
	if (!period) return code;
	const { year, month, day } = dateFromDay(period.startDay);
	switch (period.kind) {
		case 'day':
			return language === 'en' ? `${day} ${shortMonth(month)}` : `${month}月${day}日`;
		case 'days': {
			const end = dateFromDay(period.endDay - 1);
			if (language === 'en') return `${day} ${shortMonth(month)} – ${end.day} ${shortMonth(end.month)}`;
			return `${month}月${day}日至${end.month === month ? '' : `${end.month}月`}${end.day}日`;
		}
		case 'week':
			return language === 'en' ? `Week ${Number(code.slice(6))}` : `第${Number(code.slice(6))}周`;
		case 'month':
			return language === 'en' ? (MONTHS_EN[month - 1] ?? code) : `${month}月`;
		case 'quarter': {
			const quarter = Math.floor((month - 1) / 3);
			return language === 'en' ? `Q${quarter + 1}` : `${QUARTERS_ZH[quarter]}季度`;
		}
		case 'year':
			return language === 'en' ? String(year) : `${year}年`;
	}
}

// Dates and times as exports write them (domain.md §6.2), as text. The one place that knows the forms; the byte reader
// takes the commonest form itself and gives everything else to this. Must not use the machine's zone or today's date.

import { dateFromDay, dayFromDate, SHANGHAI_OFFSET_S } from '../../../shared/domain/shanghai-time.ts';
import { cleanCell } from './cell-text.ts';

/** Order of the numbers in a date with slashes that the profile states; `auto` accepts only year-first forms. */
export type DateOrder = 'auto' | 'M/D/Y' | 'D/M/Y';

export interface InstantOptions {
	order: DateOrder;
	/**
	 * Zone of instants that carry none: `shanghai`, or minutes east of UTC. `wall` reads every instant as the clock on
	 * the wall, whatever zone it carries: no conversion.
	 */
	zone: 'shanghai' | 'wall' | number;
	/** Shanghai day number that a date without a year may not lie after; null = such dates are faults. */
	latestDay: number | null;
}

export const DEFAULT_INSTANT_OPTIONS: InstantOptions = { order: 'auto', zone: 'shanghai', latestDay: null };

/** Result for a cell that says nothing (blank or a sentinel such as 1900-01-00). */
export const NO_INSTANT = Number.NaN;
/** Result for a cell that is no date or a date that does not exist. */
export const BAD_INSTANT = Number.NEGATIVE_INFINITY;

/** Years a district's record can carry; anything else is a typing fault. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;
/** Excel serials of 2000 to 2050. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 55_153;
/** Excel serial of 1970-01-01. */
const EPOCH_SERIAL = 25_569;
/** Epoch seconds of 1990 to 2100. */
const FIRST_EPOCH_S = 631_152_000;
const LAST_EPOCH_S = 4_102_444_800;

const CHINESE_DIGITS: Record<string, number> = {
	〇: 0,
	零: 0,
	一: 1,
	二: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9,
};
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const SENTINEL =
	/^(?:0{1,4}[-/.]0?0[-/.]0?0|0001[-/.]0?1[-/.]0?1|18\d\d[-/.]\d+[-/.]\d+|1900[-/.]0?1[-/.]0?[01]|1970[-/.]0?1[-/.]0?1(?: 0?[08]:00.*)?$|2?9999[-/.]\d+[-/.]\d+|0+(?:\.0+)?$)/;

const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日|号)?(?:[T ,]*(.+))?$/i;
const SHORT_YEAR = /^(\d{2})[-.年](\d{1,2})[-.月](\d{1,2})(?:日|号)?(?:[T ,]*(.+))?$/;
const NO_YEAR = /^(\d{1,2})月(\d{1,2})(?:日|号)(?: *(.+))?$/;
const ORACLE = /^(\d{1,2})-(?:(\d{1,2})月|([a-z]{3}))-(\d{2}|\d{4})(?: +(.+))?$/i;
const US = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,]+(.+))?$/;
const TIME =
	/^(?:(上午|下午|凌晨|早上|中午|晚上|am|pm)\s*)?(\d{1,2})(?:[::时点.](\d{1,2})?(?:[::分.](\d{1,2})?秒?(?:\.\d+)?)?分?)?\s*(上午|下午|am|pm)?\s*(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$/i;

/** `二〇二六年十一月二十三日` with digits. */
function replaceChineseNumerals(text: string): string {
	return text.replace(/[〇零一二三四五六七八九十]+/g, (run) => {
		if (!run.includes('十')) return [...run].map((char) => CHINESE_DIGITS[char]).join('');
		const [tens = '', ones = ''] = run.split('十');
		return String(
			(tens === '' ? 1 : (CHINESE_DIGITS[tens] ?? 0)) * 10 + (ones === '' ? 0 : (CHINESE_DIGITS[ones] ?? 0)),
		);
	});
}

/** Shanghai day number, or null when the date does not exist or lies outside 1990–2099. */
function existingDay(year: number, month: number, day: number): number | null {
	if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return null;
	const number = dayFromDate(year, month, day);
	return dateFromDay(number).day === day ? number : null;
}

/** Parses instants of one column; `isDateOnly` tells of the last one parsed. */
export class InstantParser {
	/** True when the last instant had no time of day. */
	isDateOnly = false;
	private readonly options: InstantOptions;

	constructor(options: InstantOptions = DEFAULT_INSTANT_OPTIONS) {
		this.options = options;
	}

	/** Epoch seconds; NO_INSTANT for nothing, BAD_INSTANT for a fault. */
	parse(raw: string): number {
		this.isDateOnly = false;
		let text = cleanCell(raw);
		if (text === '' || SENTINEL.test(text)) return NO_INSTANT;
		if (/[〇零一二三四五六七八九十]/.test(text)) text = replaceChineseNumerals(text);
		if (/^\d+(?:\.\d+)?$/.test(text)) return this.parseNumber(text);
		if (this.options.order !== 'auto') {
			const match = US.exec(text);
			if (match) {
				const [first, second] = [Number(match[1]), Number(match[2])];
				const [month, day] = this.options.order === 'M/D/Y' ? [first, second] : [second, first];
				return this.join(this.fullYear(match[3] ?? ''), month, day, match[4]);
			}
		}
		let match = YEAR_FIRST.exec(text);
		if (match) return this.join(Number(match[1]), Number(match[2]), Number(match[3]), match[4]);
		match = ORACLE.exec(text);
		if (match && (match[2] !== undefined || MONTH_NAMES.includes((match[3] ?? '').toLowerCase()))) {
			const month = match[2] === undefined ? MONTH_NAMES.indexOf((match[3] ?? '').toLowerCase()) + 1 : Number(match[2]);
			return this.join(this.fullYear(match[4] ?? ''), month, Number(match[1]), match[5]);
		}
		match = SHORT_YEAR.exec(text);
		if (match) return this.join(2000 + Number(match[1]), Number(match[2]), Number(match[3]), match[4]);
		match = NO_YEAR.exec(text);
		if (match) return this.joinWithoutYear(Number(match[1]), Number(match[2]), match[3]);
		return BAD_INSTANT;
	}

	private fullYear(text: string): number {
		return text.length === 2 ? 2000 + Number(text) : Number(text);
	}

	/** 8, 12 and 14 digits are dates; then epoch milliseconds and seconds; then Excel serials. */
	private parseNumber(text: string): number {
		if (/^\d{8}(?:\d{4}(?:\d{2})?)?$/.test(text)) {
			const day = existingDay(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8)));
			if (day !== null) {
				const time =
					text.length === 8 ? undefined : `${text.slice(8, 10)}:${text.slice(10, 12)}:${text.slice(12) || '00'}`;
				return this.joinDay(day, time);
			}
		}
		const value = Number(text);
		if (/^\d{13}(?:\.0+)?$/.test(text)) return this.checkedEpoch(Math.floor(value / 1000));
		if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return this.checkedEpoch(Math.floor(value));
		if (value >= FIRST_SERIAL && value < LAST_SERIAL + 1) {
			this.isDateOnly = Number.isInteger(value);
			const seconds = Math.round((value - EPOCH_SERIAL) * 86_400);
			return this.toEpoch(seconds, null);
		}
		return BAD_INSTANT;
	}

	private checkedEpoch(atS: number): number {
		return atS >= FIRST_EPOCH_S && atS < LAST_EPOCH_S ? atS : BAD_INSTANT;
	}

	private joinWithoutYear(month: number, dayOfMonth: number, time: string | undefined): number {
		if (this.options.latestDay === null) return BAD_INSTANT;
		const { year } = dateFromDay(this.options.latestDay);
		const day = existingDay(year, month, dayOfMonth);
		if (day !== null && day <= this.options.latestDay) return this.joinDay(day, time);
		const before = existingDay(year - 1, month, dayOfMonth);
		return before === null ? BAD_INSTANT : this.joinDay(before, time);
	}

	private join(year: number, month: number, dayOfMonth: number, time: string | undefined): number {
		const day = existingDay(year, month, dayOfMonth);
		return day === null ? BAD_INSTANT : this.joinDay(day, time);
	}

	private joinDay(day: number, time: string | undefined): number {
		const text = time?.trim() ?? '';
		if (text === '') {
			this.isDateOnly = true;
			return this.toEpoch(day * 86_400, null);
		}
		const match = TIME.exec(text.replace(/^(?:星期|周)[一二三四五六日天]\s*/, ''));
		if (!match) return BAD_INSTANT;
		const [, before, hourText, minuteText = '0', secondText = '0', after, zone] = match;
		let hour = Number(hourText);
		const half = (before ?? after ?? '').toLowerCase();
		if (half !== '' && hour > 12) return BAD_INSTANT;
		if (/下午|晚上|pm/.test(half) && hour < 12) hour += 12;
		if (half === '中午' && hour < 11) hour += 12;
		if (/上午|凌晨|am/.test(half) && hour === 12) hour = 0;
		const minute = Number(minuteText);
		const second = Number(secondText);
		if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && (minute > 0 || second > 0))) return BAD_INSTANT;
		return this.toEpoch(day * 86_400 + hour * 3600 + minute * 60 + second, zone ?? null);
	}

	/** Wall-clock seconds (as if UTC) to epoch seconds, by the zone carried, else the column's. */
	private toEpoch(wallS: number, carried: string | null): number {
		const zone = this.options.zone;
		if (zone === 'wall') return wallS - SHANGHAI_OFFSET_S;
		if (carried !== null) {
			if (/^(?:z|utc|gmt)$/i.test(carried)) return wallS;
			const digits = carried.slice(1).replace(':', '');
			const offsetS = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2) || '0') * 60;
			return carried.startsWith('-') ? wallS + offsetS : wallS - offsetS;
		}
		return zone === 'shanghai' ? wallS - SHANGHAI_OFFSET_S : wallS - zone * 60;
	}
}

// Dates and numbers straight from bytes, for the forms that nearly every cell has. Whatever looks different is left to
// the text parsers, which also stand as the oracle of these in the tests.

import { dayFromDate, SHANGHAI_OFFSET_S } from '../../../shared/domain/shanghai-time.ts';

/** Result for bytes that the text parser must judge. */
export const ASK_TEXT = Number.POSITIVE_INFINITY;

const MONTH_DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Wall-clock seconds of every date met, by year since 1990, month and day; 0 = not met (1990 begins far above 0). */
const DATE_SECONDS = new Float64Array(110 << 9);

/** Seconds of a wall-clock date as if UTC, or ASK_TEXT when it does not exist in 1990–2099. */
function dateSeconds(year: number, month: number, day: number): number {
	if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) return ASK_TEXT;
	const key = ((year - 1990) << 9) | (month << 5) | day;
	const known = DATE_SECONDS[key] as number;
	if (known > 0) return known;
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	if (day > (MONTH_DAYS[month] as number) && !(isLeap && month === 2 && day === 29)) return ASK_TEXT;
	const seconds = dayFromDate(year, month, day) * 86_400;
	DATE_SECONDS[key] = seconds;
	return seconds;
}

/**
 * Epoch seconds of `YYYY-M-D[ H:M[:S]]` (also `/` `.` and `T`) as Shanghai wall clock, else ASK_TEXT.
 * Date-only results carry a half second, so that one number says both: 1795363200.5.
 */
export function readInstantBytes(bytes: Uint8Array, start: number, end: number): number {
	const length = end - start;
	if (length < 8 || length > 19) return ASK_TEXT;
	let at = start;
	let year = 0;
	for (let digits = 0; digits < 4; digits++) {
		const digit = (bytes[at++] as number) - 48;
		if (digit < 0 || digit > 9) return ASK_TEXT;
		year = year * 10 + digit;
	}
	const separator = bytes[at++] as number;
	if (separator !== 0x2d && separator !== 0x2f && separator !== 0x2e) return ASK_TEXT;
	let month = (bytes[at++] as number) - 48;
	if (month < 0 || month > 9) return ASK_TEXT;
	let digit = (bytes[at] as number) - 48;
	if (digit >= 0 && digit <= 9) {
		month = month * 10 + digit;
		at++;
	}
	if (at >= end || bytes[at++] !== separator) return ASK_TEXT;
	let day = (bytes[at++] as number) - 48;
	if (day < 0 || day > 9 || at > end) return ASK_TEXT;
	if (at < end) {
		digit = (bytes[at] as number) - 48;
		if (digit >= 0 && digit <= 9) {
			day = day * 10 + digit;
			at++;
		}
	}
	const dateS = dateSeconds(year, month, day);
	if (dateS === ASK_TEXT) return ASK_TEXT;
	if (at >= end) return dateS - SHANGHAI_OFFSET_S + 0.5;
	const gap = bytes[at++] as number;
	if (gap !== 0x20 && gap !== 0x54) return ASK_TEXT;
	let value = 0;
	let parts = 0;
	while (true) {
		if (at >= end) return ASK_TEXT;
		let part = (bytes[at++] as number) - 48;
		if (part < 0 || part > 9) return ASK_TEXT;
		if (at < end) {
			digit = (bytes[at] as number) - 48;
			if (digit >= 0 && digit <= 9) {
				part = part * 10 + digit;
				at++;
			}
		}
		if (part > (parts === 0 ? 23 : 59)) return ASK_TEXT;
		value = value * 60 + part;
		parts++;
		if (at >= end) break;
		if (parts === 3 || bytes[at++] !== 0x3a) return ASK_TEXT;
	}
	if (parts === 1) return ASK_TEXT;
	return dateS + (parts === 2 ? value * 60 : value) - SHANGHAI_OFFSET_S;
}

const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/** A plain decimal of at most 15 digits (exact: an integer below 2^53 over a power of ten), else ASK_TEXT; blank = NaN. */
export function readNumberBytes(bytes: Uint8Array, start: number, end: number): number {
	if (start === end) return Number.NaN;
	let at = start;
	const isNegative = bytes[at] === 0x2d;
	if (isNegative) at++;
	let value = 0;
	let digits = 0;
	let decimals = -1;
	for (; at < end; at++) {
		const byte = bytes[at] as number;
		if (byte === 0x2e && decimals < 0 && digits > 0) {
			decimals = 0;
			continue;
		}
		const digit = byte - 48;
		if (digit < 0 || digit > 9) return ASK_TEXT;
		value = value * 10 + digit;
		digits++;
		if (decimals >= 0) decimals++;
	}
	if (digits === 0 || digits > 15 || decimals === 0) return ASK_TEXT;
	const result = decimals > 0 ? value / (POWERS[decimals] as number) : value;
	return isNegative ? -result : result;
}

// A number of a spreadsheet cell as text: dates by serial and format, codes with all their digits, or visibly without
// the ones a double has lost. Must not guess: what the format does not say stays a plain number.

import { dateFromDay } from '../../../shared/domain/shanghai-time.ts';

/** How the numbers of a cell are shown. */
export type NumberStyle = 'general' | 'date' | 'percent' | { zeros: number };

/** Formats 14 to 22, 45 to 47 and the East Asian ones are dates and times without a format text of their own. */
const DATE_IDS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47]);
for (let id = 50; id <= 58; id++) DATE_IDS.add(id);

/** Style by format number and, where the file has one, its text. */
export function styleOfFormat(id: number, format: string | null): NumberStyle {
	if (format === null) return DATE_IDS.has(id) ? 'date' : id === 9 || id === 10 ? 'percent' : 'general';
	// Quoted text, colours and conditions say nothing; elapsed hours do.
	const bare = format
		.replace(/"[^"]*"|\\./g, '')
		.replace(/\[(?!h|m|s)[^\]]*\]/gi, '')
		.replace(/_.|\*./g, '');
	if (/^0{2,}$/.test(bare)) return { zeros: bare.length };
	if (/general|常规|@/i.test(bare)) return 'general';
	if (/[ymdhs年月日时分秒]|上午|AM\/PM/i.test(bare)) return 'date';
	return bare.includes('%') ? 'percent' : 'general';
}

/** Day number of serial 0; day 60 of 1900 never was, serials from 61 on are what calendars say. */
const DAY_OF_SERIAL_0 = -25_569;
const DAYS_1904 = 1462;
const LAST_SERIAL = 2_958_465;

function pad(value: number, width = 2): string {
	return String(value).padStart(width, '0');
}

function dateText(serial: number): string {
	const seconds = Math.round(serial * 86_400);
	const whole = Math.floor(seconds / 86_400);
	const rest = seconds - whole * 86_400;
	const time = `${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`;
	if (whole === 0) return rest === 0 ? '1900-01-00' : time;
	const { year, month, day } = dateFromDay(whole + DAY_OF_SERIAL_0 + (whole < 60 ? 1 : 0));
	const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
	return rest === 0 ? date : `${date} ${time}`;
}

/** The text of a number. Integers of more than fifteen digits are written with an exponent: their last are lost. */
export function textOfNumber(value: number, style: NumberStyle, is1904: boolean): string {
	if (!Number.isFinite(value)) return '';
	if (style === 'date' && value >= 0 && value < LAST_SERIAL) return dateText(value + (is1904 ? DAYS_1904 : 0));
	const rounded = Number(value.toPrecision(15));
	if (style === 'percent') return `${Number((rounded * 100).toPrecision(15))}%`;
	if (Number.isInteger(rounded)) {
		if (Math.abs(rounded) >= 1e15) return rounded.toExponential().replace('e', 'E');
		const digits = String(rounded);
		return typeof style === 'object' && rounded >= 0 ? digits.padStart(style.zeros, '0') : digits;
	}
	return Math.abs(rounded) < 1e-6 ? rounded.toFixed(12).replace(/0+$/, '').replace(/\.$/, '') : String(rounded);
}

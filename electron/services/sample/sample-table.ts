// A small table of the sample as it is exported: title, headers, rows. Formats days and instants; knows no ledger.

import { dateFromDay, dayFromDate, dayOf, toIso, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import type { District } from './district.ts';
import { TOWN_PLANS } from './place-names.ts';
import { makeRandom, type Random } from './random.ts';

export interface SampleTable {
	/** What the file is called, after the district's name. */
	title: string;
	headers: readonly string[];
	/** Blank = ''. */
	rows: readonly (string | number)[][];
}

/** What the ledgers of a district are made from. */
export interface LedgerStart {
	district: District;
	seed: number;
	years: number;
	/** As-of of the exports, epoch seconds. */
	endS: number;
}

/** Days of the months from the start of the sample to its end, whole months only, first day of each. */
export function wholeMonths({ years, endS }: LedgerStart): { startDay: number; endDay: number; code: string }[] {
	const { year, month } = dateFromDay(dayOf(endS));
	return Array.from({ length: years * 12 }, (_, index) => {
		const startDay = dayFromDate(year, month - years * 12 + index, 1);
		const date = dateFromDay(startDay);
		const code = `${date.year}-${String(date.month).padStart(2, '0')}`;
		return { startDay, endDay: dayFromDate(date.year, date.month + 1, 1), code };
	});
}

/** Whole quarters in the same span, as 2026年第三季度 and with their last day. */
export function wholeQuarters(start: LedgerStart): { words: string; lastDay: number; index: number }[] {
	return wholeMonths(start)
		.filter(({ startDay }) => dateFromDay(startDay).month % 3 === 0)
		.map(({ startDay, endDay }, index) => {
			const { year, month } = dateFromDay(startDay);
			return { words: `${year}年第${'一二三四'[month / 3 - 1]}季度`, lastDay: endDay - 1, index };
		});
}

/** An independent stream for one ledger. */
export function ledgerRandom({ seed }: LedgerStart, title: string): Random {
	return makeRandom(seed, `ledger ${title}`);
}

/** How well a town is run, 0 (the worst) to 1: what its handling, its team and its openness have in common. */
export function townQuality(townIndex: number): number {
	const rates = TOWN_PLANS.map(({ onTime }) => onTime);
	const worst = Math.min(...rates);
	return ((rates[townIndex] ?? worst) - worst) / (Math.max(...rates) - worst);
}

/** 2026-11-23 of a Shanghai day. */
export const dayText = toIsoDate;

/** 2026-11-23 14:30:00 of epoch seconds; blank for 0. */
export function instantText(atS: number): string {
	return atS === 0 ? '' : toIso(atS).slice(0, 19).replace('T', ' ');
}

export const flagText = (isSo: boolean): string => (isSo ? '是' : '否');

/** Number as an id with leading zeros. */
export function padded(value: number, width: number): string {
	return String(value).padStart(width, '0');
}

/** One line of a CSV (RFC 4180). */
export function csvLine(cells: readonly (string | number)[]): string {
	const quoted = cells.map((cell) => {
		const text = String(cell);
		return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	});
	return `${quoted.join(',')}\r\n`;
}

// A period as a ledger figure sees it: its bounds, the as-of and t = min(end, as-of). Fields end in `_on` (Shanghai
// days) or `_at` (epoch seconds); this is the one place that tells them apart.

import type { Period } from '../../../shared/domain/period.ts';
import { dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import type { LedgerColumn } from './ledger-columns.ts';
import { BLANK } from './ledger-columns.ts';

export interface LedgerWindow {
	period: Period;
	/** The as-of used (epoch seconds). */
	asOfS: number;
	/**
	 * The last second of the period that is known. The end itself belongs to the next period: a member hired on the first
	 * of November is none of October's, and one who left that day still is.
	 */
	tS: number;
	/** The day of tS. */
	lastDay: number;
	/** First day that is not over at t: what is required of a day falls due at its end. */
	openDay: number;
}

/** The window of a period at an as-of. */
export function ledgerWindowOf(period: Period, asOfS: number): LedgerWindow {
	return {
		period,
		asOfS,
		tS: Math.min(period.endS - 1, asOfS),
		lastDay: dayOf(Math.min(period.endS - 1, asOfS)),
		openDay: dayOf(Math.min(period.endS, asOfS + 1)),
	};
}

/** True where a field holds days and not instants. */
function isDayField(field: string): boolean {
	return field.endsWith('_on') || field === 'valid_to';
}

/** A number of a row; NaN for what was not delivered. */
export function numberOf(column: LedgerColumn): (row: number) => number {
	if (column instanceof Float64Array) return (row) => column[row] as number;
	return (row) => (column[row] === BLANK ? Number.NaN : (column[row] as number));
}

/** Epoch seconds at which a day or instant begins; NaN for none. */
export function startOf(field: string, column: LedgerColumn): (row: number) => number {
	const read = numberOf(column);
	return isDayField(field) ? (row) => startOfDay(read(row)) : read;
}

/** Epoch seconds at which a due day or instant has passed; NaN for none. */
export function dueEndOf(field: string, column: LedgerColumn): (row: number) => number {
	const read = numberOf(column);
	return isDayField(field) ? (row) => startOfDay(read(row) + 1) - 1 : read;
}

/** The Shanghai day of a day or instant; NaN for none. */
export function dayFieldOf(field: string, column: LedgerColumn): (row: number) => number {
	const read = numberOf(column);
	return isDayField(field) ? read : (row) => dayOf(read(row));
}

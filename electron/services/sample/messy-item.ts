// The shape of a messy file and of what must become of it, and the few ways in which rows are spoilt.

import type { District } from './district.ts';
import { EVENT_COLUMNS } from './sample-columns.ts';

/** What becomes of a file; rows that are not named are 0, codes are all there are. */
export interface MessyExpectation {
	outcome: 'committed' | 'refused' | 'held';
	encoding?: string;
	read?: number;
	inserted?: number;
	updated?: number;
	unchanged?: number;
	folded?: number;
	quarantined?: number;
	vanished?: number;
	/** Warnings by code with their count; null where they are not stated. */
	warnings?: Record<string, number> | null;
	/** Rejected rows by code. */
	rejections?: Record<string, number>;
	/** Control totals, and how many of them differ. */
	totals?: { all: number; differing: number };
}

/** Cells of a row. */
export type Cells = (string | number)[];
export type MessyFile = { name: string; mode?: 'full' | 'increment'; expect: MessyExpectation } & (
	| { encoding: 'utf-8' | 'utf-8-bom' | 'gb18030'; rows: Cells[] }
	| { encoding: 'utf-8' | 'utf-8-bom' | 'gb18030'; text: string }
	| { bytes: Uint8Array }
);

export interface MessyItem {
	no: number;
	about: string;
	files: MessyFile[];
}

/** Headers of an export of events. */
export const HEADERS = EVENT_COLUMNS.map(({ header }) => header);
/** Position of a header. */
export const at = (header: string): number => HEADERS.indexOf(header);
/** Rows of most items. */
export const ROWS = 60;
/** Too few rows to tell a coordinate system come without points. */
export const NO_POINT = { 经度: '', 纬度: '' };

/** What the items are made from. */
export interface Start {
	district: District;
	/** Cells of the columns HEADERS. */
	events: Cells[];
	endS: number;
}

/** Copies of rows with some cells changed. */
export function withCells(
	rows: readonly Cells[],
	change: (row: Cells, index: number) => Record<string, string | number>,
): Cells[] {
	return rows.map((row, index) => {
		const copy = [...row];
		for (const [header, cell] of Object.entries(change(copy, index))) copy[at(header)] = cell;
		return copy;
	});
}

/** A CSV of events. */
export const csv = (
	name: string,
	rows: Cells[],
	expect: MessyExpectation,
	encoding: 'utf-8' | 'utf-8-bom' | 'gb18030' = 'utf-8-bom',
): MessyFile => ({
	name,
	encoding,
	rows: [HEADERS, ...rows],
	expect: { encoding, ...expect },
});
/** Everything came in as new. */
export const taken = (rows: number, more: Partial<MessyExpectation> = {}): MessyExpectation => ({
	outcome: 'committed',
	read: rows,
	inserted: rows,
	...more,
});

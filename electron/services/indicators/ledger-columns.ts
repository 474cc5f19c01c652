// Ledgers as typed columns in the data worker, made lazily per source from SQLite (cache/ledger-column-queries.ts) and
// never edited in place. Knows the shape only.

import type { LedgerSourceName } from './ledger-formula-schema.ts';

/** A blank in an integer column. */
export const BLANK = -2_147_483_648;

/**
 * Values of one field by row. Integers (days, flags, counts, dictionary ids, numbers of texts) with BLANK, or
 * numbers and epoch seconds with NaN for what was not delivered.
 */
export type LedgerColumn = Int32Array | Float64Array;

/** Rows in the order of their keys. */
export interface LedgerRows {
	readonly length: number;
	/** area.area_id where the row counts; 0 = nothing known. */
	readonly areaId: Uint32Array;
	readonly batchId: Uint32Array;
	/** By field; null for a field that the source does not have. */
	column(field: string): LedgerColumn | null;
	/** `word`: ids of the dictionary; `text`: numbers of texts(); else plain numbers. */
	kindOf(field: string): 'word' | 'text' | 'number';
}

/** Everything of the ledgers that a revision of the engine may ask for. */
export interface LedgerReader {
	/** Null for a source that was never delivered. */
	rows(source: LedgerSourceName): LedgerRows | null;
	/** The text of a number in a text column. */
	textOf(number: number): string;
	/** Keys of rows as a person would look them up, in the order asked. */
	keys(source: LedgerSourceName, rows: readonly number[]): string[];
	/** Dictionary ids of handling units known under several names, each to the one id that stands for them all. */
	unitIdentities(): ReadonlyMap<number, number>;
	/**
	 * Dictionary ids of the units that a word means: as delivered, by code, by number, or as another name of one. Null for
	 * a word that nothing delivered has.
	 */
	unitIds(name: string): ReadonlySet<number> | null;
	/** As-of of the newest committed batch of any dataset, where no event export was ever committed. */
	readonly asOfS: number | null;
}

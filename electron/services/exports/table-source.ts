// What every kind of file that is no CSV and no JSON becomes: tables of text cells with row numbers. The layout and the
// meaning of a table are read the same way wherever it came from.

import type { FileEncoding, FileKind } from './record-blocks.ts';

export interface TableRow {
	/** 1-based, as in the sheet. */
	rowNo: number;
	/** By column; '' where nothing stands. May be shorter than the header. */
	cells: string[];
	/** GeoJSON geometry (geometry files only). */
	geometry?: unknown;
	/** ROW_FAULT of cell-batch.ts (CSV only). */
	fault?: number;
}

/** Cells that are one on the sheet; rows 1-based, columns 0-based, both ends included. */
export interface CellMerge {
	top: number;
	left: number;
	bottom: number;
	right: number;
}

export interface TextTable {
	/** Name of the sheet, null without one. */
	name: string | null;
	/** Hidden sheets are read only when nothing else is an export. */
	isHidden: boolean;
	merges: readonly CellMerge[];
	/** Rows in order, some at a time; rows without any cell may be missing. @throws TableFault, ArchiveFault */
	rows(): AsyncGenerator<TableRow[], void>;
	/** Share of the rows handed over so far, 0 to 1. */
	fraction(): number;
	/** After reading: formulas whose value the file does not hold. */
	emptyFormulas(): number;
}

export interface TableFile {
	kind: FileKind;
	/** Null where the format itself says how text is stored. */
	encoding: FileEncoding | null;
	tables: TextTable[];
	close(): void;
}

/** A file of a known kind that cannot be read; `code` is one of import-messages.ts. */
export class TableFault extends Error {
	override readonly name = 'TableFault';
	readonly code: string;
	readonly params: Record<string, string | number>;

	constructor(code: string, params: Record<string, string | number> = {}) {
		super(code);
		this.code = code;
		this.params = params;
	}
}

/** Cells further right are no export of a district; so much is read of a row at most. */
export const MAX_COLUMNS = 512;
export const MAX_ROWS = 1_048_576;
/** Rows handed over at a time. */
export const ROWS_AT_ONCE = 4096;

/** A table that is held in memory. */
export function makeHeldTable(
	name: string | null,
	rows: readonly TableRow[],
	merges: readonly CellMerge[] = [],
	isHidden = false,
): TextTable {
	let done = 0;
	async function* some(): AsyncGenerator<TableRow[], void> {
		for (done = 0; done < rows.length; ) {
			const from = done;
			done = Math.min(rows.length, done + ROWS_AT_ONCE);
			yield rows.slice(from, done);
		}
	}
	const fraction = (): number => (rows.length === 0 ? 1 : done / rows.length);
	return { name, isHidden, merges, rows: some, fraction, emptyFormulas: () => 0 };
}

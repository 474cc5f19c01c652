// Some rows of a file as cells: either bytes with offsets (CSV, the fast way) or texts (JSON).
// A slot is a column that somebody reads; other columns have none.

/** Why a row as a whole cannot be read. */
export const ROW_FAULT = { none: 0, width: 1, quote: 2 } as const;

export interface CellBytes {
	buffer: Buffer;
	/** Offsets of cell (row, slot) at row × slotCount + slot. */
	starts: Int32Array;
	ends: Int32Array;
	slotCount: number;
	/** Text of bytes in the file's encoding. */
	decode(buffer: Buffer, start: number, end: number): string;
}

export interface CellBatch {
	rowCount: number;
	rowNo: Uint32Array;
	/** ROW_FAULT per row. */
	rowFault: Uint8Array;
	/** Decoded text of a cell, as delivered. */
	text(row: number, slot: number): string;
	/** The bytes behind it; null when the cells came as texts. */
	bytes: CellBytes | null;
	/** Rows and columns are those of a sheet, so that a cell has an address. */
	hasAddresses: boolean;
	/** True when nothing stands in the row at all, or it is a total or a footer: no record. */
	isNoRecord(row: number): boolean;
}

const FOOTER =
	/^[\s"',;\t]*(?:合计|小计|总计|累计|制表|审核|填报|备注|注[:\uff1a]|统计人|说明[:\uff1a]|共计?\s*\d+\s*[条件])/;

/** True for the text of a whole row that is a total, a footer or blank. */
export function isFooterText(text: string): boolean {
	return FOOTER.test(text) || /^[\s"',;|\t\u3000]*$/.test(text);
}

/** Cells that came as texts: `columns[slot][row]`. */
export function makeTextBatch(
	columns: string[][],
	rowNo: Uint32Array,
	hasAddresses: boolean,
	rowFault = new Uint8Array(rowNo.length),
): CellBatch {
	return {
		rowCount: rowNo.length,
		rowNo,
		rowFault,
		text: (row, slot) => columns[slot]?.[row] ?? '',
		bytes: null,
		hasAddresses,
		isNoRecord: (row) => columns.every((column) => (column[row] ?? '').trim() === ''),
	};
}

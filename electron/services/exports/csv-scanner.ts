// Finds the cells of a CSV in its bytes: no text is made here. Safe for UTF-8 and GB18030, whose trail bytes are never
// `,` `;` tab `"` CR or LF (a `|` file in GB18030 is made UTF-8 first). Must not know what any column means.

import { type CellBatch, isFooterText, ROW_FAULT } from './cell-batch.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const MAX_ROWS = 16_384;
/** A longer row means a quote that nobody closed. */
const MAX_ROW_BYTES = 16 << 20;

export interface CsvShape {
	delimiter: number;
	/** Slot of each physical column, -1 = not read. */
	slotOfColumn: Int32Array;
	slotCount: number;
	/** Rows before the first record (header included). */
	skipRows: number;
	decode(buffer: Buffer, start: number, end: number): string;
}

/** Reads rows from chunks: `append`, then `next` until null; at the end `finish`, then `next` until null. */
export class CsvScanner {
	/** Set when the file ended inside a row. */
	isCut = false;
	/** Row (1-based) whose quote is never closed; null normally. */
	endlessRowNo: number | null = null;
	/** 1-based number of the last row found. */
	rowNo = 0;
	private readonly shape: CsvShape;
	private buffer = Buffer.allocUnsafe(1);
	private length = 0;
	private at = 0;
	private isLast = false;
	private readonly starts: Int32Array;
	private readonly ends: Int32Array;
	private readonly rowNos = new Uint32Array(MAX_ROWS);
	private readonly faults = new Uint8Array(MAX_ROWS);
	private readonly rowStarts = new Int32Array(MAX_ROWS + 1);
	/** Cells of the present row that hold doubled quotes. */
	private readonly doubled: number[] = [];

	constructor(shape: CsvShape) {
		this.shape = shape;
		this.starts = new Int32Array(MAX_ROWS * shape.slotCount);
		this.ends = new Int32Array(MAX_ROWS * shape.slotCount);
	}

	/** Takes over a chunk; every batch returned by `next` before is void. */
	append(chunk: Uint8Array): void {
		const rest = this.length - this.at;
		if (rest > MAX_ROW_BYTES) this.endlessRowNo = this.rowNo + 1;
		// One spare byte for the line end that stops the inner loops.
		if (rest + chunk.length + 1 > this.buffer.length) {
			const larger = Buffer.allocUnsafe((rest + chunk.length) * 2 + 1);
			this.buffer.copy(larger, 0, this.at, this.length);
			this.buffer = larger;
		} else {
			this.buffer.copyWithin(0, this.at, this.length);
		}
		this.buffer.set(chunk, rest);
		this.length = rest + chunk.length;
		this.at = 0;
	}

	/** Says that no chunk follows. */
	finish(): void {
		this.isLast = true;
	}

	/** The next whole rows, or null when more bytes are needed (or all is read). */
	next(): CellBatch | null {
		let rows = 0;
		while (rows < MAX_ROWS && this.at < this.length && this.endlessRowNo === null) {
			const rowStart = this.at;
			this.buffer[this.length] = LF;
			const fault = this.scanRow(rows);
			if (fault < 0) {
				this.at = rowStart;
				if (this.isLast) {
					this.isCut = true;
					this.at = this.length;
				}
				break;
			}
			this.rowNo++;
			if (this.rowNo <= this.shape.skipRows || this.isBlank(rowStart)) continue;
			this.rowNos[rows] = this.rowNo;
			this.faults[rows] = fault;
			this.rowStarts[rows] = rowStart;
			rows++;
			this.rowStarts[rows] = this.at;
		}
		return rows === 0 ? null : this.makeBatch(rows);
	}

	/**
	 * Scans the row at `this.at` into the slots of `row` and moves on. Returns its ROW_FAULT, or -1 when the bytes end
	 * before the row does.
	 */
	private scanRow(row: number): number {
		const { delimiter, slotOfColumn, slotCount } = this.shape;
		const { buffer, starts, ends, doubled } = this;
		const end = this.length;
		const columnCount = slotOfColumn.length;
		const base = row * slotCount;
		let at = this.at;
		let column = 0;
		let fault: number = ROW_FAULT.none;
		let hasExtra = false;
		doubled.length = 0;
		while (true) {
			let start = at;
			let stop: number;
			let byte = buffer[at] as number;
			let isDoubled = false;
			if (byte === QUOTE && at < end) {
				start = ++at;
				while (true) {
					at = buffer.indexOf(QUOTE, at);
					if (at < 0 || at >= end) return -1;
					if (buffer[at + 1] !== QUOTE || at + 1 >= end) break;
					isDoubled = true;
					at += 2;
				}
				// A quote that is the last byte so far may be the first of a pair.
				if (at + 1 >= end && !this.isLast) return -1;
				stop = at;
				byte = buffer[++at] as number;
				if (byte !== delimiter && byte !== LF && byte !== CR) {
					// `"三合一"场所` without quoting: literal, unless the quoted part hides a delimiter or a line end.
					if (hasSyntax(buffer, start, stop, delimiter)) fault = ROW_FAULT.quote;
					while (byte !== delimiter && byte !== LF && byte !== CR) byte = buffer[++at] as number;
					start--;
					stop = at;
					isDoubled = false;
				}
			} else {
				while (byte !== delimiter && byte !== LF && byte !== CR) byte = buffer[++at] as number;
				stop = at;
			}
			if (column < columnCount) {
				const slot = slotOfColumn[column] as number;
				if (slot >= 0) {
					starts[base + slot] = start;
					ends[base + slot] = stop;
					if (isDoubled) doubled.push(base + slot);
				}
			} else if (stop > start) {
				hasExtra = true;
			}
			column++;
			if (at >= end) {
				if (!this.isLast) return -1;
				at = end;
				const isCutCharacter = this.shape.decode(buffer, start, stop).endsWith('\ufffd');
				if (isCutCharacter || (column < columnCount && !isFooterText(this.rowText(this.at, end)))) {
					this.isCut = true;
				}
				break;
			}
			at++;
			if (byte === delimiter) continue;
			if (byte === CR) {
				if (at >= end && !this.isLast) return -1;
				if (at < end && buffer[at] === LF) at++;
			}
			break;
		}
		if (column < columnCount) {
			for (let missing = column; missing < columnCount; missing++) {
				const slot = slotOfColumn[missing] as number;
				if (slot >= 0) {
					starts[base + slot] = 0;
					ends[base + slot] = 0;
				}
			}
			fault = fault === ROW_FAULT.none ? ROW_FAULT.width : fault;
		} else if (hasExtra) {
			fault = fault === ROW_FAULT.none ? ROW_FAULT.width : fault;
		}
		for (const cell of doubled) this.undouble(cell);
		this.at = at;
		return fault;
	}

	/** Undoes doubled quotes in place: the row is whole and the buffer ours. */
	private undouble(cell: number): void {
		const { buffer } = this;
		const stop = this.ends[cell] as number;
		let to = this.starts[cell] as number;
		for (let from = to; from < stop; from++) {
			const byte = buffer[from] as number;
			buffer[to++] = byte;
			if (byte === QUOTE) from++;
		}
		this.ends[cell] = to;
	}

	private isBlank(rowStart: number): boolean {
		const byte = this.buffer[rowStart];
		return byte === LF || byte === CR;
	}

	private rowText(start: number, end: number): string {
		return this.shape.decode(this.buffer, start, Math.min(end, start + 4096));
	}

	private makeBatch(rowCount: number): CellBatch {
		const { starts, ends, rowStarts, buffer } = this;
		const { slotCount, decode } = this.shape;
		return {
			rowCount,
			rowNo: this.rowNos.subarray(0, rowCount),
			rowFault: this.faults.subarray(0, rowCount),
			text: (row, slot) =>
				decode(buffer, starts[row * slotCount + slot] as number, ends[row * slotCount + slot] as number),
			hasAddresses: true,
			bytes: { buffer, starts, ends, slotCount, decode },
			isNoRecord: (row) => isFooterText(this.rowText(rowStarts[row] as number, rowStarts[row + 1] as number)),
		};
	}
}

function hasSyntax(buffer: Buffer, start: number, end: number, delimiter: number): boolean {
	for (let at = start; at < end; at++) {
		const byte = buffer[at];
		if (byte === delimiter || byte === LF || byte === CR) return true;
	}
	return false;
}

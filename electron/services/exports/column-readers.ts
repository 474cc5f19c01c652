// Reads one field of a batch of rows into a typed array: from bytes where the cell has the usual form, else through the
// text parsers. Keeps what it learned about a column (words met) from batch to batch.

import { ByteTable } from './byte-table.ts';
import { ASK_TEXT, readInstantBytes, readNumberBytes } from './byte-values.ts';
import type { CellBatch, CellBytes } from './cell-batch.ts';
import { cleanCell, cleanCode, isScientificDamage } from './cell-text.ts';
import { mapLimitWord } from './dictionaries.ts';
import { type FieldSource, mapByProfile } from './field-source.ts';
import { BAD_INSTANT, InstantParser, NO_INSTANT } from './instant-parser.ts';
import { parseNumber } from './number-parser.ts';

/** Rows of a batch that cannot be kept, with the first reason found. */
export class RowFaults {
	private readonly byRow = new Map<number, { code: string; source: FieldSource | null }>();

	add(row: number, code: string, source: FieldSource | null): void {
		if (!this.byRow.has(row)) this.byRow.set(row, { code, source });
	}
	/** Stands over any fault found in the row's cells: they may stand in the wrong columns. */
	addFirst(row: number, code: string): void {
		this.byRow.set(row, { code, source: null });
	}
	get(row: number): { code: string; source: FieldSource | null } | undefined {
		return this.byRow.get(row);
	}
	get size(): number {
		return this.byRow.size;
	}
}

/** Instants in epoch seconds, NaN for none; a fault quarantines the row. */
export class InstantColumn {
	private readonly source: FieldSource;
	private readonly parser: InstantParser;
	private readonly isDue: boolean;
	/** Forms that only the text parser reads, remembered by their bytes: result, with a half second for date-only. */
	private readonly table = new ByteTable();
	private readonly remembered: number[] = [];

	/** `isDue`: a date without a time is the end of that day (figures.md, Time). */
	constructor(source: FieldSource, isDue: boolean) {
		this.source = source;
		this.parser = new InstantParser(source.instants);
		this.isDue = isDue;
	}

	/** Fills `out` and sets `bit` in `dateOnly` for instants without a time of day. */
	read(batch: CellBatch, out: Float64Array, dateOnly: Float64Array, bit: number, faults: RowFaults): void {
		const { bytes, rowCount } = batch;
		const { slot, isPlain, values } = this.source;
		const fast = bytes !== null && slot >= 0 ? bytes : null;
		const isUsual = isPlain && values === null;
		for (let row = 0; row < rowCount; row++) {
			let atS = ASK_TEXT;
			if (fast) {
				const cell = row * fast.slotCount + slot;
				const start = fast.starts[cell] as number;
				const end = fast.ends[cell] as number;
				if (start === end) {
					out[row] = Number.NaN;
					continue;
				}
				if (isUsual) atS = readInstantBytes(fast.buffer, start, end);
			}
			if (atS === ASK_TEXT) atS = fast ? this.readRemembered(batch, row, faults) : this.readText(batch, row, faults);
			const isDateOnly = atS % 1 > 0;
			if (isDateOnly) atS -= 0.5;
			if (isDateOnly) {
				dateOnly[row] = (dateOnly[row] as number) | bit;
				if (this.isDue) atS += 86_399;
			}
			out[row] = atS;
		}
	}

	private readRemembered(batch: CellBatch, row: number, faults: RowFaults): number {
		const { buffer, starts, ends, slotCount } = batch.bytes as CellBytes;
		const cell = row * slotCount + this.source.slot;
		const start = starts[cell] as number;
		const end = ends[cell] as number;
		const entry = this.table.find(buffer, start, end);
		if (entry >= 0) return this.checked(this.remembered[entry] as number, row, faults);
		const atS = this.parse(batch, row);
		const added = this.table.add(buffer, start, end);
		if (added >= 0) this.remembered[added] = atS;
		return this.checked(atS, row, faults);
	}

	private readText(batch: CellBatch, row: number, faults: RowFaults): number {
		return this.checked(this.parse(batch, row), row, faults);
	}

	private parse(batch: CellBatch, row: number): number {
		const raw = this.source.text(batch, row);
		const atS = this.parser.parse(mapByProfile(this.source, raw) ?? raw);
		// A time limit (3个工作日) in a column of due times is no due time, and no fault of the row.
		if (atS === BAD_INSTANT) return this.isDue && mapLimitWord(raw) !== null ? NO_INSTANT : BAD_INSTANT;
		return this.parser.isDateOnly ? atS + 0.5 : atS;
	}

	private checked(atS: number, row: number, faults: RowFaults): number {
		if (atS !== BAD_INSTANT) return atS;
		faults.add(row, 'E_DATE', this.source);
		return Number.NaN;
	}
}

/** Numbers, NaN for none; texts that are no number are counted and read as none. */
export class NumberColumn {
	unreadable = 0;
	private readonly source: FieldSource;

	constructor(source: FieldSource) {
		this.source = source;
	}

	read(batch: CellBatch, out: Float64Array): void {
		const { bytes, rowCount } = batch;
		const { slot, values } = this.source;
		const fast = bytes !== null && slot >= 0 && values === null ? bytes : null;
		for (let row = 0; row < rowCount; row++) {
			let value = ASK_TEXT;
			if (fast) {
				const cell = row * fast.slotCount + slot;
				value = readNumberBytes(fast.buffer, fast.starts[cell] as number, fast.ends[cell] as number);
			}
			if (value === ASK_TEXT) {
				const raw = this.source.text(batch, row);
				const text = mapByProfile(this.source, raw) ?? raw;
				value = parseNumber(text);
				if (Number.isNaN(value) && cleanCell(text) !== '') this.unreadable++;
			}
			out[row] = value;
		}
	}
}

/**
 * Understands each distinct cell once: `understand` gives a number for a text, which is remembered for the same bytes.
 * Used for words (ids), flags and enumerations.
 */
export class RememberedColumn {
	private readonly source: FieldSource;
	private readonly understand: (text: string) => number;
	private readonly table = new ByteTable();
	private readonly byBytes: number[] = [];
	private readonly byText = new Map<string, number>();

	constructor(source: FieldSource, understand: (text: string) => number) {
		this.source = source;
		this.understand = understand;
	}

	read(batch: CellBatch, out: Float64Array | Int32Array): void {
		const { bytes, rowCount } = batch;
		const { slot } = this.source;
		if (bytes === null || slot < 0) {
			for (let row = 0; row < rowCount; row++) out[row] = this.readText(this.source.text(batch, row));
			return;
		}
		const { buffer, starts, ends, slotCount } = bytes;
		const { table, byBytes } = this;
		for (let row = 0; row < rowCount; row++) {
			const cell = row * slotCount + slot;
			const start = starts[cell] as number;
			const end = ends[cell] as number;
			let entry = table.find(buffer, start, end);
			if (entry < 0) {
				const value = this.understand(batch.text(row, slot));
				entry = table.add(buffer, start, end);
				if (entry < 0) {
					out[row] = value;
					continue;
				}
				byBytes[entry] = value;
			}
			out[row] = byBytes[entry] as number;
		}
	}

	private readText(text: string): number {
		let value = this.byText.get(text);
		if (value === undefined) {
			value = this.understand(text);
			if (this.byText.size < 100_000) this.byText.set(text, value);
		}
		return value;
	}
}

/** Identifiers: decoded one by one, never through a number. */
export function readCodes(batch: CellBatch, source: FieldSource, faults: RowFaults): string[] {
	const codes: string[] = new Array(batch.rowCount);
	const { bytes } = batch;
	const fast = bytes !== null && source.slot >= 0 ? bytes : null;
	for (let row = 0; row < batch.rowCount; row++) {
		let code: string | null = null;
		if (fast) {
			const cell = row * fast.slotCount + source.slot;
			const start = fast.starts[cell] as number;
			const end = fast.ends[cell] as number;
			if (isPlainCode(fast.buffer, start, end)) code = fast.buffer.toString('latin1', start, end);
		}
		code ??= cleanCode(source.text(batch, row));
		if (isScientificDamage(code)) faults.add(row, 'E_SCI', source);
		codes[row] = code;
	}
	return codes;
}

/** Letters, digits, hyphen and underscore only, and no lone hyphen: needs no cleaning. */
function isPlainCode(buffer: Buffer, start: number, end: number): boolean {
	if (end - start < 4) return false;
	for (let at = start; at < end; at++) {
		const byte = buffer[at] as number;
		if (
			!(
				(byte >= 48 && byte <= 57) ||
				(byte >= 65 && byte <= 90) ||
				(byte >= 97 && byte <= 122) ||
				byte === 45 ||
				byte === 95
			)
		)
			return false;
	}
	// NULL, none and nan begin with an n.
	return buffer[start] !== 45 && ((buffer[start] as number) | 0x20) !== 0x6e;
}

// Reads a column of free text of a batch, scrubbed: no cell leaves here as it was delivered. Cells are decoded a batch
// at a time, and only those that can hold something personal go through the rules.

import { noScrubCounts, type ScrubCounts } from '../privacy/cut-spans.ts';
import { type ScrubForm, scrubText } from '../privacy/scrub-text.ts';
import type { CellBatch, CellBytes } from './cell-batch.ts';
import { cleanCell } from './cell-text.ts';
import type { FieldSource } from './field-source.ts';
import type { EventTextColumn } from './record-blocks.ts';

/** What is kept of each, in characters. */
const LONGEST: Readonly<Record<EventTextColumn, number>> = { title: 200, description: 4000, address: 200 };
/** Between the cells of a batch that is decoded at once; no export holds it. */
const BETWEEN = 0x01;
/** A longer text says something, whatever it is. */
const LONGEST_NOTHING = 9;
const SPOILT = /\ufffd/g;

/** What a cell says, '' for nothing. */
function plainText(raw: string): string {
	let text = raw.trim();
	if (text.startsWith('="') && text.endsWith('"')) text = text.slice(2, -1).trim();
	else if (text.startsWith("'")) text = text.slice(1).trim();
	// Characters that the sender has cut in two.
	if (text.includes('\ufffd')) text = text.replace(SPOILT, '');
	return text.length <= LONGEST_NOTHING && cleanCell(text) === '' ? '' : text;
}

export class FreeTextColumn {
	readonly counts: ScrubCounts = noScrubCounts();
	private readonly source: FieldSource;
	private readonly form: ScrubForm;
	private readonly longest: number;
	private scratch = Buffer.allocUnsafe(1 << 16);

	constructor(source: FieldSource, column: EventTextColumn) {
		this.source = source;
		this.form = column === 'address' ? 'address' : 'text';
		this.longest = LONGEST[column];
	}

	/** Texts of the rows, null where a cell says nothing; `measure` sees each as it was delivered, blank ones too. */
	read(batch: CellBatch, measure?: (row: number, delivered: string) => void): (string | null)[] {
		const { slot } = this.source;
		const cells = batch.bytes !== null && slot >= 0 ? this.decodeAll(batch.bytes, batch.rowCount) : null;
		const texts: (string | null)[] = new Array(batch.rowCount);
		for (let row = 0; row < batch.rowCount; row++) {
			const text = plainText(cells === null ? this.source.text(batch, row) : (cells[row] as string));
			measure?.(row, text);
			texts[row] = text === '' ? null : this.clean(text);
		}
		return texts;
	}

	private clean(delivered: string): string | null {
		let text = scrubText(delivered, this.counts, this.form).trim();
		if (text.length > this.longest)
			text = text
				.slice(0, this.longest)
				.replace(/[\ud800-\udbff]$/, '')
				.trim();
		return text === '' ? null : text;
	}

	/** All cells of the column by one call of the decoder; null when they cannot be told apart again. */
	private decodeAll(bytes: CellBytes, rowCount: number): string[] | null {
		const { buffer, starts, ends, slotCount, decode } = bytes;
		const { slot } = this.source;
		let length = 0;
		for (let row = 0; row < rowCount; row++) {
			const cell = row * slotCount + slot;
			length += (ends[cell] as number) - (starts[cell] as number) + 1;
		}
		if (length > this.scratch.length) this.scratch = Buffer.allocUnsafe(length * 2);
		const { scratch } = this;
		let at = 0;
		for (let row = 0; row < rowCount; row++) {
			const cell = row * slotCount + slot;
			const end = ends[cell] as number;
			for (let from = starts[cell] as number; from < end; from++) scratch[at++] = buffer[from] as number;
			scratch[at++] = BETWEEN;
		}
		const cells = decode(scratch, 0, Math.max(0, at - 1)).split('\u0001');
		return cells.length === rowCount ? cells : null;
	}
}

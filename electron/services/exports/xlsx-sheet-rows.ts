// Follows the tags of one sheet of an .xlsx workbook and fills rows with texts. Must not open any file.

import { attributeOf, type MarkupHandler } from './markup-scanner.ts';
import { type NumberStyle, textOfNumber } from './spreadsheet-number.ts';
import { type CellMerge, MAX_COLUMNS, MAX_ROWS, TableFault, type TableRow } from './table-source.ts';

/** What the workbook says about the cells of all its sheets. */
export interface CellMeaning {
	sharedTexts: string[];
	styles: NumberStyle[];
	is1904: boolean;
}

/** `_x000D_` and the like, as the format writes characters that XML cannot. */
export function unescapeText(text: string): string {
	return text.includes('_x')
		? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
		: text;
}

/** Row and column of an address such as B12; null when it is none. */
function parseAddress(address: string): { row: number; column: number } | null {
	let column = 0;
	let at = 0;
	for (; at < address.length; at++) {
		const letter = address.charCodeAt(at) & 0xdf;
		if (letter < 0x41 || letter > 0x5a) break;
		column = column * 26 + letter - 0x40;
	}
	const row = Number(address.slice(at));
	return at > 0 && at < 4 && Number.isInteger(row) && row > 0 ? { row, column: column - 1 } : null;
}

/** Value of one of the short attributes of a cell or row as nearly every program writes them; else the careful way. */
function shortAttribute(attributes: string, name: ' r="' | ' s="' | ' t="'): string | null {
	const at = attributes.indexOf(name);
	if (at >= 0) return attributes.slice(at + 4, attributes.indexOf('"', at + 4));
	return attributes.includes("'") || attributes.includes(' =') ? attributeOf(attributes, name[1] as string) : null;
}

/** Follows the tags of one sheet and fills rows. */
export class SheetRows implements MarkupHandler {
	done: TableRow[] = [];
	emptyFormulas = 0;
	readonly merges: CellMerge[] = [];
	private readonly meaning: CellMeaning;
	private rowNo = 0;
	private cells: string[] = [];
	private column = -1;
	private type = '';
	private style = 0;
	private value = '';
	private inline = '';
	private formula = '';
	private hasValue = false;
	private hasFormula = false;
	private within: '' | 'v' | 't' | 'f' = '';

	constructor(meaning: CellMeaning) {
		this.meaning = meaning;
	}

	open(name: string, attributes: string): void {
		switch (name) {
			case 'c': {
				const address = shortAttribute(attributes, ' r="');
				this.column = (address === null ? null : parseAddress(address))?.column ?? this.column + 1;
				this.type = shortAttribute(attributes, ' t="') ?? 'n';
				this.style = Number(shortAttribute(attributes, ' s="') ?? 0);
				this.value = '';
				this.inline = '';
				this.formula = '';
				this.hasValue = false;
				this.hasFormula = false;
				return;
			}
			case 'v':
				this.within = 'v';
				this.hasValue = true;
				return;
			case 't':
				this.within = 't';
				return;
			case 'f':
				this.within = 'f';
				this.hasFormula = true;
				return;
			case 'row': {
				const stated = Number(attributeOf(attributes, 'r') ?? Number.NaN);
				this.rowNo = Number.isInteger(stated) && stated > this.rowNo ? stated : this.rowNo + 1;
				if (this.rowNo > MAX_ROWS) throw new TableFault('E_WORKBOOK_DAMAGED');
				this.cells = [];
				this.column = -1;
				return;
			}
			case 'mergeCell': {
				const [from, to] = (attributeOf(attributes, 'ref') ?? '').split(':').map(parseAddress);
				if (from && to && this.merges.length < MAX_ROWS)
					this.merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
			}
		}
	}

	close(name: string): void {
		if (name === 'v' || name === 't' || name === 'f') this.within = '';
		else if (name === 'c') this.takeCell();
		else if (name === 'row' && this.cells.length > 0) this.done.push({ rowNo: this.rowNo, cells: this.cells });
	}

	text(piece: string): void {
		if (this.within === 'v') this.value += piece;
		else if (this.within === 't') this.inline += piece;
		else if (this.within === 'f') this.formula += piece;
	}

	private takeCell(): void {
		const { column } = this;
		if (column < 0 || column >= MAX_COLUMNS) return;
		const text = this.cellText();
		if (text === '') return;
		for (let missing = this.cells.length; missing < column; missing++) this.cells.push('');
		this.cells[column] = text;
	}

	private cellText(): string {
		if (this.type === 'inlineStr') return unescapeText(this.inline);
		if (!this.hasValue || this.value === '') {
			if (!this.hasFormula) return unescapeText(this.inline);
			// ="330102" keeps a code text and needs no computing.
			const literal = /^"((?:[^"]|"")*)"$/.exec(this.formula.trim());
			if (literal) return (literal[1] ?? '').replaceAll('""', '"');
			if (!this.hasValue) this.emptyFormulas++;
			return '';
		}
		switch (this.type) {
			case 's':
				return this.meaning.sharedTexts[Number(this.value)] ?? '';
			case 'str':
				return unescapeText(this.value);
			case 'b':
				return this.value === '1' ? '是' : '否';
			case 'e':
				return this.value;
			case 'd':
				return this.value.replace('T', ' ');
		}
		const style = this.meaning.styles[this.style] ?? 'general';
		// Digits as they stand need no double.
		if (style === 'general' && /^-?\d{1,15}$/.test(this.value)) return this.value;
		return textOfNumber(Number(this.value), style, this.meaning.is1904);
	}
}

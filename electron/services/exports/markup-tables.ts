// Tables of a web page and sheets of a SpreadsheetML 2003 document, both often named .xls. Held in memory, within limits.

import { attributeOf, type MarkupHandler } from './markup-scanner.ts';
import { textOfNumber } from './spreadsheet-number.ts';
import {
	type CellMerge,
	MAX_COLUMNS,
	MAX_ROWS,
	makeHeldTable,
	TableFault,
	type TableRow,
	type TextTable,
} from './table-source.ts';

const MAX_CELLS = 24_000_000;
const MAX_CELL_LENGTH = 65_536;
const MAX_TABLES = 200;
const MAX_MERGES = 200_000;

/** One table being filled. */
class TableBuilder {
	readonly rows: TableRow[] = [];
	readonly merges: CellMerge[] = [];
	name: string | null = null;
	isHidden = false;
	rowNo = 0;
	private cells: string[] | null = null;
	private column = 0;
	/** Column → last row of a merge from above that covers it. */
	private readonly covered = new Map<number, number>();

	startRow(stated: number | null): void {
		this.endRow();
		this.rowNo = stated !== null && stated > this.rowNo ? stated : this.rowNo + 1;
		if (this.rowNo > MAX_ROWS) throw new TableFault('E_WORKBOOK_LARGE');
		this.cells = [];
		this.column = 0;
	}

	endRow(): void {
		if (this.cells?.some((cell) => cell !== '')) this.rows.push({ rowNo: this.rowNo, cells: this.cells });
		this.cells = null;
	}

	/** Adds a cell that spans `across` columns and `down` rows. */
	addCell(text: string, stated: number | null, across: number, down: number): void {
		this.cells ??= [];
		if (stated !== null) this.column = stated - 1;
		else while ((this.covered.get(this.column) ?? 0) >= this.rowNo && this.column < MAX_COLUMNS) this.column++;
		const { column } = this;
		this.column += across;
		if (column < 0 || column >= MAX_COLUMNS) return;
		if (text !== '') {
			for (let missing = this.cells.length; missing < column; missing++) this.cells.push('');
			this.cells[column] = text;
		}
		if ((across > 1 || down > 1) && this.merges.length < MAX_MERGES) {
			const [bottom, right] = [this.rowNo + down - 1, Math.min(column + across, MAX_COLUMNS) - 1];
			this.merges.push({ top: this.rowNo, left: column, bottom, right });
			if (down > 1) for (let at = column; at <= right; at++) this.covered.set(at, bottom);
		}
	}

	build(): TextTable {
		return makeHeldTable(this.name, this.rows, this.merges, this.isHidden);
	}
}

function countOf(attributes: string, name: string, most: number): number {
	const value = Number(attributeOf(attributes, name) ?? 1);
	return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 1;
}

/** Reads one kind of document; `tables` is complete once the text has ended. */
export interface MarkupTables extends MarkupHandler {
	tables(): TextTable[];
	/** Row in which the text ended although a table was still open; null when all were closed. */
	cutRow(): number | null;
}

/** Tables of a web page; a table in a cell of another is a table of its own. */
export class HtmlTables implements MarkupTables {
	private readonly stack: { table: TableBuilder; cell: OpenCell | null }[] = [];
	private readonly done: TableBuilder[] = [];
	private cellCount = 0;

	open(name: string, attributes: string): void {
		const top = this.stack.at(-1);
		if (name === 'table') {
			if (this.done.length + this.stack.length >= MAX_TABLES) throw new TableFault('E_WORKBOOK_LARGE');
			this.stack.push({ table: new TableBuilder(), cell: null });
		} else if (top === undefined) return;
		else if (name === 'tr') {
			this.endCell();
			top.table.startRow(null);
		} else if (name === 'td' || name === 'th') {
			this.endCell();
			top.cell = {
				text: '',
				number: attributeOf(attributes, 'x:num') ?? attributeOf(attributes, 'num'),
				across: countOf(attributes, 'colspan', MAX_COLUMNS),
				down: countOf(attributes, 'rowspan', MAX_ROWS),
			};
		} else if (name === 'br' && top.cell !== null) top.cell.text += '\n';
	}

	close(name: string): void {
		const top = this.stack.at(-1);
		if (top === undefined) return;
		if (name === 'td' || name === 'th') this.endCell();
		else if (name === 'tr') {
			this.endCell();
			top.table.endRow();
		} else if (name === 'table') {
			this.endCell();
			top.table.endRow();
			this.done.push(top.table);
			this.stack.pop();
		}
	}

	text(piece: string): void {
		const cell = this.stack.at(-1)?.cell;
		if (cell && cell.text.length < MAX_CELL_LENGTH) cell.text += piece.replace(/[\r\n\t ]+/g, ' ');
	}

	private endCell(): void {
		const top = this.stack.at(-1);
		if (top === undefined || top.cell === null) return;
		const { text, number, across, down } = top.cell;
		const shown = text.trim();
		if (++this.cellCount > MAX_CELLS) throw new TableFault('E_WORKBOOK_LARGE');
		// A spreadsheet that was saved as a page shows 3.30102E+11 and keeps the number beside it.
		const isCut = number !== null && /^\d+$/.test(number) && /^\d(?:\.\d+)?E\+\d+$/i.test(shown);
		top.table.addCell(isCut ? number : shown, null, across, down);
		top.cell = null;
	}

	tables(): TextTable[] {
		return this.done.filter(({ rows }) => rows.length > 0).map((table) => table.build());
	}

	cutRow(): number | null {
		return this.stack.at(-1)?.table.rowNo ?? null;
	}
}

interface OpenCell {
	text: string;
	number: string | null;
	across: number;
	down: number;
}

/** Worksheets of a SpreadsheetML 2003 document. */
export class SpreadsheetMlTables implements MarkupTables {
	private readonly sheets: TableBuilder[] = [];
	private isOpen = false;
	private isEnded = false;
	private cellCount = 0;
	private within: 'data' | 'visible' | '' = '';
	private cell: { stated: number | null; across: number; down: number; type: string; text: string } | null = null;
	private visible = '';

	open(name: string, attributes: string): void {
		if (name === 'Workbook') this.isOpen = true;
		else if (name === 'Worksheet') {
			if (this.sheets.length >= MAX_TABLES) throw new TableFault('E_WORKBOOK_LARGE');
			const sheet = new TableBuilder();
			sheet.name = attributeOf(attributes, 'Name');
			this.sheets.push(sheet);
		} else if (name === 'Row') this.sheets.at(-1)?.startRow(indexOf(attributes));
		else if (name === 'Cell') {
			this.cell = {
				stated: indexOf(attributes),
				across: Number(attributeOf(attributes, 'MergeAcross') ?? 0) + 1,
				down: Number(attributeOf(attributes, 'MergeDown') ?? 0) + 1,
				type: '',
				text: '',
			};
		} else if (name === 'Data' && this.cell !== null) {
			this.cell.type = attributeOf(attributes, 'Type') ?? 'String';
			this.within = 'data';
		} else if (name === 'Visible') {
			this.visible = '';
			this.within = 'visible';
		}
	}

	close(name: string): void {
		const sheet = this.sheets.at(-1);
		if (name === 'Workbook') this.isEnded = true;
		else if (name === 'Data') this.within = '';
		else if (name === 'Visible') {
			if (sheet) sheet.isHidden = /Hidden/.test(this.visible);
			this.within = '';
		} else if (name === 'Cell' && this.cell !== null) {
			const { stated, across, down } = this.cell;
			if (++this.cellCount > MAX_CELLS) throw new TableFault('E_WORKBOOK_LARGE');
			const [wide, tall] = [Math.min(across || 1, MAX_COLUMNS), Math.min(down || 1, MAX_ROWS)];
			sheet?.addCell(this.cellText(), stated, Math.max(1, wide), Math.max(1, tall));
			this.cell = null;
		} else if (name === 'Row' || name === 'Table') sheet?.endRow();
	}

	text(piece: string): void {
		if (this.within === 'data' && this.cell && this.cell.text.length < MAX_CELL_LENGTH) this.cell.text += piece;
		else if (this.within === 'visible') this.visible += piece;
	}

	private cellText(): string {
		const { type, text } = this.cell ?? { type: '', text: '' };
		if (type === 'Number') return /^-?\d{1,15}$/.test(text) ? text : textOfNumber(Number(text), 'general', false);
		if (type === 'DateTime') return text.replace('T', ' ').replace(/\.0+$/, '');
		if (type === 'Boolean') return text === '1' ? '是' : '否';
		return text.trim();
	}

	tables(): TextTable[] {
		return this.sheets.map((sheet) => sheet.build());
	}

	cutRow(): number | null {
		return this.isOpen && !this.isEnded ? (this.sheets.at(-1)?.rowNo ?? 0) : null;
	}
}

function indexOf(attributes: string): number | null {
	const index = Number(attributeOf(attributes, 'Index') ?? Number.NaN);
	return Number.isInteger(index) && index > 0 ? index : null;
}

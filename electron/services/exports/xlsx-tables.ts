// Sheets of an .xlsx workbook as tables, row by row from the packed XML: memory holds the shared texts and one piece of a
// sheet. Written here because the readers that exist hold the whole sheet as objects, or know only this one kind.

import { attributeOf, MarkupFault, type MarkupHandler, MarkupScanner } from './markup-scanner.ts';
import { type NumberStyle, styleOfFormat, textOfNumber } from './spreadsheet-number.ts';
import {
	type CellMerge,
	MAX_COLUMNS,
	MAX_ROWS,
	ROWS_AT_ONCE,
	TableFault,
	type TableFile,
	type TableRow,
	type TextTable,
} from './table-source.ts';
import { type Archive, MAX_HELD_BYTES, openArchive } from './zip-archive.ts';

interface WorkbookParts {
	archive: Archive;
	sharedTexts: string[];
	styles: NumberStyle[];
	is1904: boolean;
}

/** Member of the archive by its path, any case. */
function findMember(archive: Archive, path: string): { index: number; byteSize: number } | null {
	const wanted = path.replace(/^\//, '').toLowerCase();
	return archive.members.find(({ name }) => name.toLowerCase() === wanted) ?? null;
}

async function scan(archive: Archive, path: string, handler: MarkupHandler): Promise<boolean> {
	const member = findMember(archive, path);
	if (member === null) return false;
	if (member.byteSize > MAX_HELD_BYTES * 2) throw new TableFault('E_WORKBOOK_LARGE');
	const scanner = new MarkupScanner(handler, 'xml');
	const decoder = new TextDecoder();
	for await (const chunk of archive.read(member.index)) writeMarkup(scanner, decoder.decode(chunk, { stream: true }));
	if (!scanner.end()) throw new TableFault('E_WORKBOOK_DAMAGED');
	return true;
}

const nothing = (): void => undefined;

function writeMarkup(scanner: MarkupScanner, text: string): void {
	try {
		scanner.write(text);
	} catch (error) {
		throw error instanceof MarkupFault ? new TableFault('E_WORKBOOK_DAMAGED') : error;
	}
}

/** `_x000D_` and the like, as the format writes characters that XML cannot. */
function unescapeText(text: string): string {
	return text.includes('_x')
		? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
		: text;
}

async function readSharedTexts(archive: Archive): Promise<string[]> {
	const texts: string[] = [];
	let text = '';
	let isText = false;
	let phonetic = 0;
	await scan(archive, 'xl/sharedStrings.xml', {
		open(name) {
			if (name === 'si') text = '';
			else if (name === 't') isText = true;
			else if (name === 'rPh') phonetic++;
		},
		close(name) {
			if (name === 'si') texts.push(unescapeText(text));
			else if (name === 't') isText = false;
			else if (name === 'rPh') phonetic--;
		},
		text(piece) {
			if (isText && phonetic === 0) text += piece;
		},
	});
	return texts;
}

async function readStyles(archive: Archive): Promise<NumberStyle[]> {
	const formats = new Map<number, string>();
	const styles: NumberStyle[] = [];
	let isInCells = false;
	await scan(archive, 'xl/styles.xml', {
		open(name, attributes) {
			if (name === 'numFmt') {
				formats.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '');
			} else if (name === 'cellXfs') isInCells = true;
			else if (name === 'xf' && isInCells) {
				const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
				styles.push(styleOfFormat(id, formats.get(id) ?? null));
			}
		},
		close(name) {
			if (name === 'cellXfs') isInCells = false;
		},
		text: nothing,
	});
	return styles;
}

interface SheetEntry {
	name: string;
	isHidden: boolean;
	path: string;
}

async function readDirectory(archive: Archive): Promise<{ sheets: SheetEntry[]; is1904: boolean }> {
	const targets = new Map<string, string>();
	await scan(archive, 'xl/_rels/workbook.xml.rels', {
		open(name, attributes) {
			if (name !== 'Relationship') return;
			const target = attributeOf(attributes, 'Target') ?? '';
			targets.set(attributeOf(attributes, 'Id') ?? '', target.startsWith('/') ? target : `xl/${target}`);
		},
		close: nothing,
		text: nothing,
	});
	const sheets: SheetEntry[] = [];
	let is1904 = false;
	const isThere = await scan(archive, 'xl/workbook.xml', {
		open(name, attributes) {
			if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
			if (name !== 'sheet') return;
			sheets.push({
				name: attributeOf(attributes, 'name') ?? '',
				isHidden: /hidden/i.test(attributeOf(attributes, 'state') ?? ''),
				path: targets.get(attributeOf(attributes, 'r:id') ?? attributeOf(attributes, 'id') ?? '') ?? '',
			});
		},
		close: nothing,
		text: nothing,
	});
	if (!isThere) throw new TableFault('E_WORKBOOK_DAMAGED');
	return { sheets: sheets.filter(({ path }) => findMember(archive, path) !== null), is1904 };
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
class SheetHandler implements MarkupHandler {
	done: TableRow[] = [];
	emptyFormulas = 0;
	readonly merges: CellMerge[] = [];
	private readonly parts: WorkbookParts;
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

	constructor(parts: WorkbookParts) {
		this.parts = parts;
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
				return this.parts.sharedTexts[Number(this.value)] ?? '';
			case 'str':
				return unescapeText(this.value);
			case 'b':
				return this.value === '1' ? '是' : '否';
			case 'e':
				return this.value;
			case 'd':
				return this.value.replace('T', ' ');
		}
		const style = this.parts.styles[this.style] ?? 'general';
		// Digits as they stand need no double.
		if (style === 'general' && /^-?\d{1,15}$/.test(this.value)) return this.value;
		return textOfNumber(Number(this.value), style, this.parts.is1904);
	}
}

async function readMerges(parts: WorkbookParts, index: number): Promise<CellMerge[]> {
	// Merges stand behind the rows; only that end of the sheet is read as markup.
	let tail = '';
	let isIn = false;
	const decoder = new TextDecoder('latin1');
	for await (const chunk of parts.archive.read(index)) {
		tail = (isIn ? tail : tail.slice(-32)) + decoder.decode(chunk, { stream: true });
		if (isIn) continue;
		const at = tail.search(/<(?:\w+:)?mergeCells/);
		if (at < 0) continue;
		isIn = true;
		tail = tail.slice(at);
		if (tail.length > MAX_HELD_BYTES) break;
	}
	if (!isIn) return [];
	const handler = new SheetHandler(parts);
	writeMarkup(new MarkupScanner(handler, 'xml'), tail);
	return handler.merges;
}

async function makeTable(parts: WorkbookParts, { name, isHidden, path }: SheetEntry): Promise<TextTable> {
	const { index, byteSize } = findMember(parts.archive, path) ?? { index: -1, byteSize: 0 };
	let emptyFormulas = 0;
	let bytesRead = 0;
	async function* rows(): AsyncGenerator<TableRow[], void> {
		const handler = new SheetHandler(parts);
		const scanner = new MarkupScanner(handler, 'xml');
		const decoder = new TextDecoder();
		bytesRead = 0;
		for await (const chunk of parts.archive.read(index)) {
			bytesRead += chunk.length;
			writeMarkup(scanner, decoder.decode(chunk, { stream: true }));
			if (handler.done.length < ROWS_AT_ONCE) continue;
			yield handler.done;
			handler.done = [];
		}
		if (!scanner.end()) throw new TableFault('E_WORKBOOK_DAMAGED');
		emptyFormulas = handler.emptyFormulas;
		if (handler.done.length > 0) yield handler.done;
	}
	return {
		name,
		isHidden,
		merges: await readMerges(parts, index),
		rows,
		fraction: () => Math.min(1, bytesRead / Math.max(1, byteSize)),
		emptyFormulas: () => emptyFormulas,
	};
}

/** True for the directory of an office workbook. */
export function isWorkbookArchive({ members }: Archive): boolean {
	return members.some(({ name }) => name === '[Content_Types].xml' || /^xl\/workbook\.xml$/i.test(name));
}

/** Opens the workbook at `path` or in the archive there. @throws ArchiveFault, TableFault */
export async function openXlsx(path: string, members: readonly number[]): Promise<TableFile> {
	const archive = await openArchive(path, members);
	try {
		const { sheets, is1904 } = await readDirectory(archive);
		const parts: WorkbookParts = {
			archive,
			sharedTexts: await readSharedTexts(archive),
			styles: await readStyles(archive),
			is1904,
		};
		const tables: TextTable[] = [];
		for (const sheet of sheets) tables.push(await makeTable(parts, sheet));
		return { kind: 'xlsx', encoding: null, tables, close: () => archive.close() };
	} catch (error) {
		archive.close();
		throw error;
	}
}

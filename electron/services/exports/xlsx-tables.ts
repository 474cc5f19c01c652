// Sheets of an .xlsx workbook as tables, row by row from the packed XML: memory holds the shared texts and one piece of a
// sheet. Written here because the readers that exist hold the whole sheet as objects, or know only this one kind.

import { attributeOf, MarkupFault, type MarkupHandler, MarkupScanner } from './markup-scanner.ts';
import { type NumberStyle, styleOfFormat } from './spreadsheet-number.ts';
import {
	type CellMerge,
	ROWS_AT_ONCE,
	TableFault,
	type TableFile,
	type TableRow,
	type TextTable,
} from './table-source.ts';
import { type CellMeaning, SheetRows, unescapeText } from './xlsx-sheet-rows.ts';
import { type Archive, MAX_HELD_BYTES, openArchive } from './zip-archive.ts';

interface WorkbookParts extends CellMeaning {
	archive: Archive;
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
	const handler = new SheetRows(parts);
	writeMarkup(new MarkupScanner(handler, 'xml'), tail);
	return handler.merges;
}

async function makeTable(parts: WorkbookParts, { name, isHidden, path }: SheetEntry): Promise<TextTable> {
	const { index, byteSize } = findMember(parts.archive, path) ?? { index: -1, byteSize: 0 };
	let emptyFormulas = 0;
	let bytesRead = 0;
	async function* rows(): AsyncGenerator<TableRow[], void> {
		const handler = new SheetRows(parts);
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

// Opens whatever holds tables: workbooks, web pages named .xls, geometry files. Says by its content what a file is; null
// for what is read as text (CSV, JSON) instead. Must not judge whether a table is an export.

import { type BytePlace, readBytes } from './byte-source.ts';
import { sniffForm } from './file-signature.ts';
import { KmlTables } from './kml-tables.ts';
import { MarkupFault, MarkupScanner } from './markup-scanner.ts';
import { HtmlTables, type MarkupTables, SpreadsheetMlTables } from './markup-tables.ts';
import { openShapefile } from './shapefile-tables.ts';
import { TableFault, type TableFile } from './table-source.ts';
import { detectEncoding, makeCellDecoder, transcodeToUtf8 } from './text-encoding.ts';
import { MAX_XLS_BYTES, openXls, refuseCompound } from './xls-tables.ts';
import { isWorkbookArchive, openXlsx } from './xlsx-tables.ts';
import { openArchive } from './zip-archive.ts';

const HEAD = 64 << 10;
const MAX_MARKUP_BYTES = 400 << 20;
const MAX_SHAPE_BYTES = 256 << 20;

/** The first bytes of a file. @throws ArchiveFault */
export async function readHead(place: BytePlace): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of readBytes(place)) {
		chunks.push(Buffer.from(chunk.subarray(0, HEAD)));
		length += chunk.length;
		if (length >= HEAD) break;
	}
	return Buffer.concat(chunks).subarray(0, HEAD);
}

/** All bytes at once. @throws TableFault when they are more than `limit` */
async function readAll(place: BytePlace, limit: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of readBytes(place)) {
		length += chunk.length;
		if (length > limit) throw new TableFault('E_WORKBOOK_LARGE');
		chunks.push(Buffer.from(chunk));
	}
	return Buffer.concat(chunks);
}

/** The file as tables, or null when it is none of these kinds. @throws TableFault, ArchiveFault */
export async function openTables(place: BytePlace, byteSize: number): Promise<TableFile | null> {
	const head = await readHead(place);
	const form = sniffForm(head);
	if (form === 'zip') {
		const archive = await openArchive(place.path, place.members);
		archive.close();
		return isWorkbookArchive(archive) ? openXlsx(place.path, place.members) : null;
	}
	if (form === 'compound') {
		const bytes = await readAll(place, MAX_XLS_BYTES);
		const code = refuseCompound(bytes);
		if (code !== null) throw new TableFault(code);
		return openXls(bytes);
	}
	if (form === 'shape') return openShapefile(place, (part) => readAll(part, MAX_SHAPE_BYTES));
	return form === 'text' && looksLikeMarkup(head) ? openMarkup(place, byteSize) : null;
}

/** True when the first character that is no space is `<`, in any encoding. */
function looksLikeMarkup(head: Buffer): boolean {
	return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*</.test(head.toString('latin1', 0, 256));
}

async function openMarkup(place: BytePlace, byteSize: number): Promise<TableFile> {
	if (byteSize > MAX_MARKUP_BYTES) throw new TableFault('E_WORKBOOK_LARGE');
	const detected = await detectEncoding(readBytes(place), byteSize);
	if ('code' in detected) throw new TableFault(detected.code);
	const { encoding } = detected;
	const start = makeCellDecoder(encoding)(detected.head, 0, detected.head.length);
	const isKml = /<(?:\w+:)?kml[\s>]/.test(start);
	const isSpreadsheet =
		start.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(?:\w+:)?Workbook/.test(start);
	const kind = isKml ? 'kml' : isSpreadsheet ? 'spreadsheetml' : 'html';
	const reader: MarkupTables = isKml ? new KmlTables() : isSpreadsheet ? new SpreadsheetMlTables() : new HtmlTables();
	const scanner = new MarkupScanner(reader, kind === 'html' ? 'html' : 'xml');
	const decoder = new TextDecoder();
	try {
		for await (const chunk of transcodeToUtf8(readBytes(place), encoding))
			scanner.write(decoder.decode(chunk, { stream: true }));
	} catch (error) {
		throw error instanceof MarkupFault ? new TableFault('E_HTML') : error;
	}
	const isWhole = scanner.end();
	const cutRow = reader.cutRow();
	if (cutRow !== null) throw new TableFault('E_TRUNCATED', { row: cutRow });
	const tables = reader.tables();
	if (!isWhole || tables.length === 0) throw new TableFault('E_HTML');
	return { kind, encoding, tables, close: () => undefined };
}

// Sheets of an old .xls workbook (BIFF) as tables. Read by SheetJS, the one kept reader of that format; its 0.20.3 has the
// two known weaknesses fixed (CVE-2023-30533 in 0.19.3, CVE-2024-22363 in 0.20.2), which the package named xlsx on npm
// never got. Formulas are not evaluated, and nothing but values, formats and merges is asked for.

import { type CellObject, read, type WorkBook } from '@e965/xlsx';
import { styleOfFormat, textOfNumber } from './spreadsheet-number.ts';
import {
	MAX_COLUMNS,
	makeHeldTable,
	TableFault,
	type TableFile,
	type TableRow,
	type TextTable,
} from './table-source.ts';

/** 65,536 rows of a wide sheet; anything larger is no .xls that a person made. */
export const MAX_XLS_BYTES = 96 << 20;

function textOfCell(cell: CellObject | undefined, is1904: boolean): string {
	if (cell === undefined) return '';
	if (cell.t === 'n') {
		const format = cell.z === undefined ? null : String(cell.z);
		return textOfNumber(Number(cell.v), styleOfFormat(0, format), is1904);
	}
	if (cell.t === 'b') return cell.v ? '是' : '否';
	return cell.t === 's' ? String(cell.v ?? '') : '';
}

function makeTable(book: WorkBook, index: number): TextTable {
	const name = book.SheetNames[index] ?? '';
	const sheet = book.Sheets[name];
	const data = (sheet?.['!data'] ?? []) as (CellObject[] | undefined)[];
	const is1904 = book.Workbook?.WBProps?.date1904 === true;
	const rows: TableRow[] = [];
	for (const [at, line] of data.entries()) {
		if (line === undefined) continue;
		const cells = Array.from(line.slice(0, MAX_COLUMNS), (cell) => textOfCell(cell, is1904));
		if (cells.some((cell) => cell !== '')) rows.push({ rowNo: at + 1, cells });
	}
	const merges = (sheet?.['!merges'] ?? []).map(({ s, e }) => ({
		top: s.r + 1,
		left: s.c,
		bottom: e.r + 1,
		right: e.c,
	}));
	return makeHeldTable(name, rows, merges, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0);
}

/** True when the compound file's directory names this stream. */
function hasStream(bytes: Buffer, name: string): boolean {
	return bytes.includes(Buffer.from(name, 'utf16le'));
}

/** Why a compound file is no workbook that can be read; null for a workbook. */
export function refuseCompound(bytes: Buffer): 'E_PASSWORD' | 'E_BINARY' | null {
	if (hasStream(bytes, 'EncryptedPackage')) return 'E_PASSWORD';
	return hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book') ? null : 'E_BINARY';
}

/** Opens the bytes of an .xls. @throws TableFault */
export function openXls(bytes: Buffer): TableFile {
	let book: WorkBook;
	try {
		book = read(bytes, {
			type: 'buffer',
			dense: true,
			cellNF: true,
			cellText: false,
			cellHTML: false,
			cellFormula: false,
		});
	} catch (error) {
		const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
		throw new TableFault(isLocked ? 'E_PASSWORD' : 'E_WORKBOOK_DAMAGED');
	}
	const tables = book.SheetNames.map((_, index) => makeTable(book, index));
	return { kind: 'xls', encoding: null, tables, close: () => undefined };
}

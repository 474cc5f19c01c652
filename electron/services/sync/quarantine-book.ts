// The rows set aside as a workbook for their sender: one sheet a file, the faulty cell marked, why and how to fix beside
// it. Only the cells that may be shown; everything is text, and nothing in it can be a formula.

import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node';
import type { ReadableDb } from '../cache/cache-db.ts';
import { listQuarantine } from '../cache/quarantine-queries.ts';

type Row = ReturnType<typeof listQuarantine>['rows'][number];
type BookSheet = Sheet<never>;

const LABELS = {
	zh: { row: '行', cell: '单元格', column: '列', reason: '问题', fix: '怎么改', name: '隔离' },
	en: { row: 'Row', cell: 'Cell', column: 'Column', reason: 'Problem', fix: 'How to fix', name: 'set-aside' },
};
const MAX_ROWS = 20_000;
const MARK = { backgroundColor: '#F8D7DA', textColor: '#8C1232', fontWeight: 'bold' } as const;
const HEAD = { backgroundColor: '#EEF1F6', fontWeight: 'bold' } as const;
const FORBIDDEN_IN_NAME = /[\\/?*[\]:]/g;

/** Text that a spreadsheet takes for nothing but text, also after it was typed over or saved as CSV. */
export function plainText(text: string): string {
	return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function cell(text: string, look: object = {}): Cell {
	return { value: plainText(text), type: String, format: '@', alignVertical: 'top', ...look };
}

function sheetOf(name: string, rows: readonly Row[], language: 'zh' | 'en'): BookSheet {
	const labels = LABELS[language];
	const headers = [...new Set(rows.flatMap((row) => [...Object.keys(row.cells), ...(row.column ? [row.column] : [])]))];
	return {
		sheet: name,
		stickyRowsCount: 1,
		columns: [
			{ width: 8 },
			{ width: 10 },
			{ width: 16 },
			{ width: 36 },
			{ width: 48 },
			...headers.map(() => ({ width: 22 })),
		],
		data: [
			[labels.row, labels.cell, labels.column, labels.reason, labels.fix, ...headers].map((text) => cell(text, HEAD)),
			...rows.map((row) => [
				{ value: row.row, type: Number } as Cell,
				cell(row.cell ?? ''),
				cell(row.column ?? ''),
				cell(language === 'zh' ? row.message : row.messageEn, { wrap: true }),
				cell(language === 'zh' ? row.fix : row.fixEn, { wrap: true }),
				...headers.map((header) => cell(row.cells[header] ?? '', header === row.column ? MARK : {})),
			]),
		],
	};
}

/** Names of sheets: those of the files, cut and told apart. */
function namesOf(files: readonly string[]): string[] {
	return files.map((file, index) => {
		const bare = file.replace(FORBIDDEN_IN_NAME, ' ').slice(0, 26).trim();
		return files.length === 1 ? bare || '1' : `${bare} ${index + 1}`;
	});
}

/** The workbook of one batch, or of all; `rows` tells how many are in it. */
export async function writeQuarantineBook(
	db: ReadableDb,
	batchId: number | null,
	language: 'zh' | 'en',
): Promise<{ fileName: string; rows: number; bytes: Buffer }> {
	const { rows } = listQuarantine(db, batchId, MAX_ROWS);
	const byBatch = new Map<number, Row[]>();
	for (const row of rows) byBatch.set(row.batchId, [...(byBatch.get(row.batchId) ?? []), row]);
	const batches = [...byBatch.values()];
	const names = namesOf(batches.map((list) => list[0]?.file ?? ''));
	const sheets =
		batches.length === 0
			? [sheetOf(LABELS[language].name, [], language)]
			: batches.map((list, index) => sheetOf(names[index] ?? '', list, language));
	const bytes = await writeExcelFile(sheets).toBuffer();
	const end = batchId === null ? '' : `-${batchId}`;
	return { fileName: `${LABELS[language].name}${end}.xlsx`, rows: rows.length, bytes };
}

// A list of events as a file to take away: comma-separated text that no spreadsheet reads as formulas, or a workbook
// with real dates and numbers. Only the columns asked for; it holds what the screen may show and nothing more.

import writeExcelFile, { type Cell } from 'write-excel-file/node';
import type { z } from 'zod';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { EventExportOutput } from '../../../shared/contract/schemas/events.ts';
import { SHANGHAI_OFFSET_S, toIso } from '../../../shared/domain/shanghai-time.ts';
import { plainText } from '../sync/quarantine-book.ts';
import { type OrderedEvents, orderEvents } from './choose-events.ts';
import { type EventScope, numbersOf, readRows } from './event-service.ts';
import { EXPORT_COLUMNS, type ExportCell } from './export-cells.ts';

type Input = ParsedInput<'events.exportList'>;

const MOST_ROWS = { csv: 200_000, xlsx: 50_000 } as const;
/** Rows read between two looks at what else is asked of the services. */
const PART = 2_000;
const HEAD = { backgroundColor: '#EEF1F6', fontWeight: 'bold' } as const;
const NAMES = { zh: '事件', en: 'events' };

async function readCells(scope: EventScope, input: Input, chosen: OrderedEvents, count: number) {
	const rows: ExportCell[][] = [];
	for (let from = 0; from < count; from += PART) {
		for (const row of readRows(scope, chosen, from, Math.min(from + PART, count))) {
			rows.push(input.columns.map((column) => EXPORT_COLUMNS[column].read(row, input.language)));
		}
		await new Promise((resolve) => setImmediate(resolve));
	}
	return rows;
}

function csvCell(cell: ExportCell): string {
	if (cell.value === null) return '';
	if (cell.kind === 'number') return String(cell.value);
	if (cell.kind === 'date') return toIso(cell.value).slice(0, 16).replace('T', ' ');
	const text = plainText(cell.value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** With a byte-order mark, so that spreadsheets know it is UTF-8. */
export function toCsv(titles: readonly string[], rows: readonly ExportCell[][]): Buffer {
	const lines = [
		titles.map((title) => csvCell({ kind: 'text', value: title })),
		...rows.map((row) => row.map(csvCell)),
	];
	return Buffer.from(`\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`);
}

function xlsxCell(cell: ExportCell): Cell {
	if (cell.value === null) return null;
	if (cell.kind === 'number') return { value: cell.value, type: Number, format: '#,##0.00' };
	if (cell.kind === 'text') return { value: plainText(cell.value), type: String, format: '@' };
	// A workbook knows no zone: the wall clock in Shanghai.
	return { value: new Date((cell.value + SHANGHAI_OFFSET_S) * 1000), type: Date, format: 'yyyy-mm-dd hh:mm' };
}

async function toXlsx(input: Input, titles: readonly string[], rows: readonly ExportCell[][]): Promise<Buffer> {
	const sheet = {
		sheet: NAMES[input.language],
		stickyRowsCount: 1,
		columns: input.columns.map((column) => ({ width: EXPORT_COLUMNS[column].width })),
		data: [
			titles.map((title): Cell => ({ value: title, type: String, ...HEAD })),
			...rows.map((row) => row.map(xlsxCell)),
		],
	};
	return writeExcelFile([sheet]).toBuffer();
}

/** The list as a file. Throws what orderEvents throws. */
export async function exportList(scope: EventScope, input: Input): Promise<z.infer<typeof EventExportOutput>> {
	const chosen = orderEvents({ ...scope, ...input, findByNumber: numbersOf(scope) });
	const count = Math.min(chosen.rows.length, MOST_ROWS[input.format]);
	const rows = await readCells(scope, input, chosen, count);
	const titles = input.columns.map((column) => EXPORT_COLUMNS[column][input.language]);
	const bytes = input.format === 'csv' ? toCsv(titles, rows) : await toXlsx(input, titles, rows);
	const stamp = toIso(scope.snapshot.asOfS ?? scope.nowS)
		.slice(0, 16)
		.replace(/[-:]/g, '')
		.replace('T', '-');
	return {
		fileName: `${NAMES[input.language]}-${stamp}.${input.format}`,
		rows: rows.length,
		total: chosen.rows.length,
		base64: bytes.toString('base64'),
	};
}

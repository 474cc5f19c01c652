// A briefing as a workbook: one sheet of text, one a table, one of definitions. Numbers are numbers with their format,
// codes and words are text cells, so that nothing of the data is ever read as a formula.

import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node';
import { dayOf, parseIso, startOfDay, wallClockOf } from '../../../shared/domain/shanghai-time.ts';
import type { Briefing } from './compute-briefing.ts';
import { isEmptySection, paragraphsOf } from './paper-text.ts';
import type { PaperOptions } from './write-docx.ts';

type Table = NonNullable<Briefing['sections'][number]['table']>;
type BookSheet = Sheet<never>;

const FORMATS = { count: '#,##0', percent: '0.0%', decimal: '#,##0.0' } as const;
const LABELS = {
	zh: {
		text: '正文',
		definitions: '口径',
		asOf: '数据截至',
		code: '核验码',
		area: '区域',
		version: '版本',
		name: '名称',
	},
	en: {
		text: 'Text',
		definitions: 'Definitions',
		asOf: 'Data as of',
		code: 'Check code',
		area: 'Area',
		version: 'Version',
		name: 'Name',
	},
};
/** Characters that a sheet's name may not hold, and its longest length. */
const SHEET_NAME = { forbidden: /[\\/?*[\]:]/g, length: 31 };

function text(value: string, isBold = false): Cell {
	return { value, type: String, wrap: true, alignVertical: 'top', ...(isBold && { fontWeight: 'bold' as const }) };
}

/** The instant as a date of the workbook, which knows no zone: its wall clock in Shanghai. */
function date(iso: string | null): Cell {
	const atS = iso === null ? null : parseIso(iso);
	if (atS === null) return text('—');
	const { hour, minute } = wallClockOf(atS);
	const midnightMs = (startOfDay(dayOf(atS)) + 8 * 3600) * 1000;
	return { value: new Date(midnightMs + (hour * 60 + minute) * 60_000), type: Date, format: 'yyyy-mm-dd hh:mm' };
}

function cellOf(
	cell: Table['rows'][number][number],
	kind: Table['columns'][number]['kind'],
	language: 'zh' | 'en',
): Cell {
	if (cell.value === null || kind === 'text') return text(cell.text[language]);
	const value = kind === 'percent' ? cell.value / 100 : cell.value;
	return { value, type: Number, format: FORMATS[kind], align: 'right' };
}

function sheetName(name: string): string {
	return name.replace(SHEET_NAME.forbidden, ' ').slice(0, SHEET_NAME.length);
}

function tableSheet(table: Table, language: 'zh' | 'en'): BookSheet {
	return {
		sheet: sheetName(table.caption[language]),
		stickyRowsCount: 1,
		columns: table.columns.map(({ kind }, at) => ({ width: kind === 'text' ? (at === 0 ? 16 : 24) : 14 })),
		data: [
			table.columns.map(({ title }) => text(title[language], true)),
			...table.rows.map((row) => row.map((cell, at) => cellOf(cell, table.columns[at]?.kind ?? 'text', language))),
		],
	};
}

/** The workbook as bytes of an .xlsx. */
export async function writeXlsx(paper: Briefing, { language, edits, checkCode }: PaperOptions): Promise<Uint8Array> {
	const labels = LABELS[language];
	const sections = paper.sections.filter((section) => !isEmptySection(section, language, edits));
	const sheets: BookSheet[] = [
		{
			sheet: labels.text,
			columns: [{ width: 16 }, { width: 110 }],
			data: [
				[text(paper.title[language], true), text(paper.centreName)],
				[text(labels.area), text(paper.areaName)],
				[text(labels.asOf), date(paper.asOf)],
				...(checkCode === null ? [] : [[text(labels.code), text(checkCode)]]),
				...sections.flatMap((section) => [
					[text(section.title[language], true), null],
					...paragraphsOf(section, language, edits).map((paragraph) => [null, text(paragraph)]),
				]),
			],
		},
		...sections.flatMap(({ table }) => (table ? [tableSheet(table, language)] : [])),
		{
			sheet: labels.definitions,
			columns: [{ width: 8 }, { width: 24 }, { width: 8 }, { width: 110 }],
			data: paper.definitions.map(({ indicator, name, version, definition }) => [
				text(indicator),
				text(name[language]),
				{ value: version, type: Number },
				text(definition[language]),
			]),
		},
	];
	return new Uint8Array(await writeExcelFile(sheets).toBuffer());
}

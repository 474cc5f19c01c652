// Makes small .xlsx workbooks for tests, down to the details that differ between programs.

import { makeZip } from './make-zip.ts';

/** A text is stored shared; `raw` is the inside of the cell element with its attributes, for everything else. */
export type CellSpec = string | number | null | { attributes: string; inside: string };

export interface SheetSpec {
	name: string;
	rows: readonly (readonly CellSpec[])[];
	merges?: readonly string[];
	isHidden?: boolean;
	/** 1-based rows that a filter hides. */
	hiddenRows?: readonly number[];
}

export interface WorkbookSpec {
	sheets: readonly SheetSpec[];
	is1904?: boolean;
	/** Format texts; a cell with s="1" has the first. */
	formats?: readonly string[];
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function letters(column: number): string {
	return column < 26
		? String.fromCharCode(65 + column)
		: letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}

/** The bytes of the workbook. */
export function makeXlsx({ sheets, is1904 = false, formats = [] }: WorkbookSpec): Buffer {
	const shared = new Map<string, number>();
	const shareOf = (text: string): number => {
		if (!shared.has(text)) shared.set(text, shared.size);
		return shared.get(text) ?? 0;
	};
	const sheetXml = sheets.map(({ rows, merges = [], hiddenRows = [] }) => {
		const body = rows.map((row, at) => {
			const cells = row.map((cell, column) => {
				const address = `r="${letters(column)}${at + 1}"`;
				if (cell === null || cell === '') return '';
				if (typeof cell === 'number') return `<c ${address}><v>${cell}</v></c>`;
				if (typeof cell !== 'string') return `<c ${address} ${cell.attributes}>${cell.inside}</c>`;
				return `<c ${address} t="s"><v>${shareOf(cell)}</v></c>`;
			});
			return `<row r="${at + 1}"${hiddenRows.includes(at + 1) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
		});
		const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
		return `<?xml version="1.0"?><worksheet><sheetData>${body.join('')}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
	});
	const numbers = formats.map((format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(format)}"/>`);
	const styles = formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`);
	const list = sheets.map(
		({ name, isHidden }, at) =>
			`<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"${isHidden ? ' state="hidden"' : ''}/>`,
	);
	const links = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`);
	return makeZip([
		{
			name: '[Content_Types].xml',
			content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
		},
		{
			name: 'xl/workbook.xml',
			content: `<workbook><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
		},
		{ name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${links.join('')}</Relationships>` },
		{
			name: 'xl/styles.xml',
			content: `<styleSheet><numFmts>${numbers.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
		},
		{
			name: 'xl/sharedStrings.xml',
			content: `<sst>${[...shared.keys()].map((text) => `<si><t>${escapeXml(text)}</t></si>`).join('')}</sst>`,
		},
		...sheetXml.map((content, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content })),
	]);
}

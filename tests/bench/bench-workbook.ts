// The events of a CSV as an .xlsx, texts inside their cells and packed, as server programs write it. Flat memory.

import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { Zip, ZipDeflate } from 'fflate';
import type { BenchDistrict } from './bench-district.ts';

const ROWS_AT_ONCE = 2_000;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGES = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PARTS: Readonly<Record<string, string>> = {
	'[Content_Types].xml': `${XML}<Types xmlns="${PACKAGES}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
	'_rels/.rels': `${XML}<Relationships xmlns="${PACKAGES}/relationships"><Relationship Id="rId1" Type="${RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><sheets><sheet name="event" sheetId="1" r:id="rId1"/></sheets></workbook>`,
	'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGES}/relationships"><Relationship Id="rId1" Type="${RELATED}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};
const NUMBER = /^-?\d{1,7}(?:\.\d{1,8})?$/;

/** Cells of a line of the generator's CSV; `"` stands only around whole cells and a doubled one is none of its words. */
function cellsOf(line: string): string[] {
	if (!line.includes('"')) return line.split(',');
	return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
		quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
	);
}

function rowOf(cells: readonly string[], rowNo: number): string {
	const body = cells.map((cell, column) => {
		if (cell === '') return '';
		const address = `r="${String.fromCharCode(65 + column)}${rowNo}"`;
		if (NUMBER.test(cell)) return `<c ${address}><v>${cell}</v></c>`;
		const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
		return `<c ${address} t="inlineStr"><is><t>${text}</t></is></c>`;
	});
	return `<row r="${rowNo}">${body.join('')}</row>`;
}

/** Path of the workbook beside the district's CSV, made when it is not there. */
export async function makeBenchWorkbook(district: BenchDistrict): Promise<string> {
	const path = join(district.eventsFile, '../event.xlsx');
	if (existsSync(path)) return path;
	const out = createWriteStream(`${path}.making`);
	const zip = new Zip((error, chunk, isLast) => {
		if (error) out.destroy(error);
		else out.write(chunk);
		if (isLast) out.end();
	});
	const add = (name: string): ZipDeflate => {
		const part = new ZipDeflate(name, { level: 1 });
		zip.add(part);
		return part;
	};
	const encoder = new TextEncoder();
	for (const [name, text] of Object.entries(PARTS)) add(name).push(encoder.encode(text), true);
	const sheet = add('xl/worksheets/sheet1.xml');
	sheet.push(encoder.encode(`${XML}<worksheet xmlns="${MAIN}"><sheetData>`));
	let rowNo = 0;
	let held: string[] = [];
	for await (const line of createInterface({ input: createReadStream(district.eventsUtf8File, 'utf8') })) {
		rowNo += 1;
		held.push(rowOf(cellsOf(rowNo === 1 ? line.replace(/^\ufeff/, '') : line), rowNo));
		if (held.length < ROWS_AT_ONCE) continue;
		sheet.push(encoder.encode(held.join('')));
		held = [];
	}
	sheet.push(encoder.encode(`${held.join('')}</sheetData></worksheet>`), true);
	zip.end();
	await finished(out);
	renameSync(`${path}.making`, path);
	return path;
}

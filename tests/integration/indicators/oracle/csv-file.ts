// A CSV file of the sample as rows of cells by header, read and written back; quotes as RFC 4180.

import { readFileSync, writeFileSync } from 'node:fs';

export type CsvRow = Record<string, string>;

/** Rows of a UTF-8 CSV with a header line. */
export function readCsv(path: string): CsvRow[] {
	const [head = [], ...lines] = parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
	return lines.map((cells) => Object.fromEntries(head.map((header, at) => [header, cells[at] ?? ''])));
}

/** Writes rows under the headers of the first one, in UTF-8 with a BOM. */
export function writeCsv(path: string, rows: readonly CsvRow[]): void {
	const headers = Object.keys(rows[0] ?? {});
	const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
	const lines = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
	writeFileSync(path, `\uFEFF${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`);
}

function parse(text: string): string[][] {
	const lines: string[][] = [];
	let cells: string[] = [];
	let cell = '';
	let isQuoted = false;
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at] as string;
		if (isQuoted) {
			if (character !== '"') cell += character;
			else if (text[at + 1] === '"') {
				cell += '"';
				at += 1;
			} else isQuoted = false;
		} else if (character === '"') isQuoted = true;
		else if (character === ',') {
			cells.push(cell);
			cell = '';
		} else if (character === '\n') {
			lines.push([...cells, cell.replace(/\r$/, '')]);
			cells = [];
			cell = '';
		} else cell += character;
	}
	if (cell !== '' || cells.length > 0) lines.push([...cells, cell]);
	return lines;
}

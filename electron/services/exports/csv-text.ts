// Splits decoded CSV text into cells, plainly: for the first lines of a file (header, layout) and small code tables.
// Rows of an export are read from bytes by csv-scanner.ts.

/** Rows of cells; a quoted cell may hold delimiters and line breaks; an unfinished last row is kept as it stands. */
export function splitCsv(text: string, delimiter: string, maxRows = Number.POSITIVE_INFINITY): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = 0;
	while (at < text.length && rows.length < maxRows) {
		let cell = '';
		if (text[at] === '"') {
			let close = text.indexOf('"', at + 1);
			while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
			const end = close < 0 ? text.length : close;
			cell = text.slice(at + 1, end).replaceAll('""', '"');
			at = end + 1;
		}
		const start = at;
		while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
		row.push(cell + text.slice(start, at));
		const stop = text[at];
		at++;
		if (stop === delimiter) {
			if (at >= text.length) row.push('');
			continue;
		}
		if (stop === '\r' && text[at] === '\n') at++;
		rows.push(row);
		row = [];
	}
	if (row.length > 0 && rows.length < maxRows) rows.push(row);
	return rows;
}

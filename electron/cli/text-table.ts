// Tables for a terminal: columns aligned by what the eye sees, East Asian characters taking two cells.
// Pure; knows nothing of commands.

const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Terminal cells that a text takes. */
export function textWidth(text: string): number {
	let width = 0;
	for (const char of text) width += ZERO.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
	return width;
}

/** A text made safe for one line of a terminal: no control characters, so no escape sequences from data. */
export function oneLine(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

function padCell(text: string, width: number, isRight: boolean): string {
	const pad = ' '.repeat(Math.max(0, width - textWidth(text)));
	return isRight ? pad + text : text + pad;
}

export interface TableColumn<T> {
	title: string;
	/** Null is printed as –. */
	cell(row: T): string | number | null;
	/** Numbers stand to the right. */
	isRight?: boolean;
}

/** The rows as aligned lines under their titles. */
export function textTable<T>(columns: readonly TableColumn<T>[], rows: readonly T[]): string {
	const cells = rows.map((row) => columns.map((column) => oneLine(String(column.cell(row) ?? '–'))));
	const titles = columns.map((column) => column.title);
	const widths = titles.map((title, index) =>
		cells.reduce((width, line) => Math.max(width, textWidth(line[index] ?? '')), textWidth(title)),
	);
	const format = (line: string[]) =>
		line
			.map((text, index) => padCell(text, widths[index] ?? 0, columns[index]?.isRight ?? false))
			.join('  ')
			.trimEnd();
	return [format(titles), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.map(format)].join('\n');
}

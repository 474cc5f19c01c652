// CSV (RFC 4180, UTF-8) of flat rows. A text that a spreadsheet would run as a formula is written as text.
// Pure.

type Cell = string | number | boolean | null;

const FORMULA = /^[=+\-@\t\r]/;

function cellText(value: Cell): string {
	if (value === null) return '';
	if (typeof value !== 'string') return String(value);
	const text = FORMULA.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Header and rows, each ended by CR LF; null is an empty cell. */
export function csvText<K extends string>(columns: readonly K[], rows: readonly Record<K, Cell>[]): string {
	const lines = rows.map((row) => columns.map((column) => cellText(row[column])).join(','));
	return [columns.join(','), ...lines, ''].join('\r\n');
}

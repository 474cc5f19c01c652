// A workbook of flat rows: numbers are numbers, codes and words are text cells, so that no digit is lost and nothing is read
// as a formula. Writes nothing to disk.

import writeExcelFile, { type Cell } from 'write-excel-file/node';

type Value = string | number | boolean | null;

function cellOf(value: Value): Cell {
	if (value === null) return null;
	if (typeof value === 'number') return { value, type: Number };
	if (typeof value === 'boolean') return { value, type: Boolean };
	return { value, type: String };
}

/** Header and rows as bytes of an .xlsx; null is an empty cell. */
export async function workbook<K extends string>(
	columns: readonly K[],
	rows: readonly Record<K, Value>[],
): Promise<Uint8Array> {
	const head = columns.map((name): Cell => ({ value: name, type: String, fontWeight: 'bold' }));
	const data = rows.map((row) => columns.map((column) => cellOf(row[column])));
	return new Uint8Array(await writeExcelFile([head, ...data], { stickyRowsCount: 1 }).toBuffer());
}

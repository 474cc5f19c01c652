// The tables that stand on a sheet, one below the other: where each begins and ends. Looks for further headers only in
// sheets that a person may have made by hand, not in long exports.

import { countKnownHeaders } from './header-recogniser.ts';
import type { MappingProfile } from './mapping-profile.ts';
import { findTableLayout, type TableLayout } from './table-layout.ts';
import type { TableRow, TextTable } from './table-source.ts';

const WINDOW = 40;
const HAND_MADE_ROWS = 20_000;

export interface TableRegion {
	firstRow: number;
	/** Last row, null = to the end of the sheet. */
	lastRow: number | null;
	layout: TableLayout;
	/** Rows below the header; none of a long export. */
	rows: readonly TableRow[];
}

const filledCells = ({ cells }: TableRow): string[] => cells.filter((cell) => cell.trim() !== '');

/** True for a row that is mostly headers that some dataset knows. */
function isHeaderLike(row: TableRow): boolean {
	const filled = filledCells(row);
	return filled.length >= 2 && countKnownHeaders(filled) >= Math.max(2, filled.length * 0.6);
}

/** Regions of a table; empty when nothing on it has two columns. @throws TableFault, ArchiveFault */
export async function findRegions(table: TextTable, profile: MappingProfile | null): Promise<TableRegion[]> {
	const rows: TableRow[] = [];
	let isLong = false;
	for await (const some of table.rows()) {
		for (const row of some) rows.push(row);
		isLong = rows.length > HAND_MADE_ROWS;
		if (isLong) break;
	}
	const regions: TableRegion[] = [];
	let start = 0;
	while (start < rows.length) {
		const layout = findTableLayout(rows.slice(start, start + WINDOW), table.merges, profile);
		if (layout === null) break;
		const next = isLong ? null : findNext(rows, start, layout);
		const firstRow = rows[start]?.rowNo ?? 1;
		const lastRow = next === null ? null : (rows[next]?.rowNo ?? 1) - 1;
		const below = rows.slice(start, next ?? rows.length).filter(({ rowNo }) => rowNo > layout.headerBottom);
		regions.push({ firstRow, lastRow, layout, rows: isLong ? [] : below });
		if (next === null) break;
		start = next;
	}
	return regions;
}

/** Index of the first row of the next table: the row after a gap before another header; null without one. */
function findNext(rows: readonly TableRow[], start: number, { headerBottom, headers }: TableLayout): number | null {
	let gap: number | null = null;
	for (let index = start; index < rows.length; index++) {
		const row = rows[index] as TableRow;
		if (row.rowNo <= headerBottom) continue;
		const isAfterBlank = row.rowNo > (rows[index - 1]?.rowNo ?? 0) + 1;
		const isTitle = filledCells(row).length === 1;
		if (isAfterBlank || (isTitle && gap === null)) gap = index;
		const isSame = headers.every((header, column) => (row.cells[column] ?? '').trim() === header);
		if (gap !== null && index - gap <= 4 && !isSame && isHeaderLike(row)) return gap;
		if (!isAfterBlank && !isTitle && gap !== null && index - gap > 4) gap = null;
	}
	return null;
}

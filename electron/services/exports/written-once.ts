// Columns of places that a sheet writes once for many rows, with blank cells below, where no merge says so (a CSV saved
// from a merged sheet). Takes the pattern only where every row fits it; must not change a cell.

import type { Dataset } from '../../../shared/domain/codes.ts';
import { totalLabel } from './control-totals.ts';
import { findColumn, type HeaderReading } from './header-recogniser.ts';
import type { Mapping } from './mapping-profile.ts';
import { FIRST_COLUMNS, isFooter } from './table-rows.ts';
import type { CellMerge, TableRow } from './table-source.ts';

/** What a group of rows can share; what a row is itself is never filled. */
const SHARED = ['town_name', 'village_name', 'parent_name', 'town_code', 'village_code'];
/** Fewer blanks are cells that somebody forgot. An event may have no place, so of events more is asked. */
const LEAST_BLANKS = 2;
const isEvent = (dataset: Dataset): boolean => dataset === 'event' || dataset === 'event_step';

/** Columns that may be written once a group, from the left. */
export function sharedColumns(reading: HeaderReading, mapping: Mapping | null, headers: readonly string[]): number[] {
	const { dataset } = reading.spec;
	const names = dataset === 'grid' ? [...SHARED, 'unit_name', 'unit_code'] : SHARED;
	return names
		.map((name) => {
			const column = mapping?.fields[name]?.column;
			return column === undefined ? (reading.columns.get(name) ?? -1) : findColumn(headers, column);
		})
		.filter((column) => column >= 0 && column < FIRST_COLUMNS)
		.sort((one, other) => one - other);
}

export interface WrittenOnce {
	columns: number[];
	/** Rows with a cell that stands in a row above. */
	rowCount: number;
}

/**
 * Of the columns given those that every row says are written once a group: the first row of the table, every row under a
 * total and every row of a new group to the left has a value, none stands twice, and blanks outnumber values.
 */
export function findWrittenOnce(
	rows: readonly TableRow[],
	columns: readonly number[],
	merges: readonly CellMerge[],
	dataset: Dataset,
): WrittenOnce {
	const taken: number[] = [];
	const filled = new Set<number>();
	for (const column of columns) {
		if (merges.some(({ top, bottom, left }) => bottom > top && left === column)) continue;
		const blanks = blanksOf(rows, column, taken, dataset);
		if (blanks === null) continue;
		taken.push(column);
		for (const rowNo of blanks) filled.add(rowNo);
	}
	return { columns: taken, rowCount: filled.size };
}

/** Rows whose cell is blank because it stands above; null where the column is no such column. */
function blanksOf(
	rows: readonly TableRow[],
	column: number,
	left: readonly number[],
	dataset: Dataset,
): number[] | null {
	const seen = new Set<string>();
	const blanks: number[] = [];
	let group = '';
	let mustHave = true;
	for (const { rowNo, cells } of rows) {
		if (totalLabel(cells) !== null) {
			mustHave = true;
			continue;
		}
		if (isFooter(cells)) continue;
		const outer = left.map((one) => (cells[one] ?? '').trim());
		if (outer.some((cell) => cell !== '')) {
			group = outer.join('\n');
			mustHave = true;
		}
		const cell = (cells[column] ?? '').trim();
		if (cell === '') {
			if (mustHave) return null;
			blanks.push(rowNo);
			continue;
		}
		const key = `${group}\n${cell}`;
		if (seen.has(key)) return null;
		seen.add(key);
		mustHave = false;
	}
	const least = isEvent(dataset) ? 2 * Math.max(seen.size, 2) : Math.max(seen.size, LEAST_BLANKS);
	return blanks.length >= least && (seen.size > 1 || !isEvent(dataset)) ? blanks : null;
}

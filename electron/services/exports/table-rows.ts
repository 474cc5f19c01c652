// Reads the records of a table as batches of cells: merged first columns filled down, repeated headers, totals and
// footers left out. Must not know what a column means.

import { type CellBatch, isFooterText, makeTextBatch } from './cell-batch.ts';
import { type ControlTotals, totalLabel } from './control-totals.ts';
import type { ExportLayout } from './record-blocks.ts';
import type { CellMerge, TableRow, TextTable } from './table-source.ts';

const BATCH_ROWS = 8192;
/** 镇街, 村社, 网格: what is written once for many rows stands in the first columns. */
export const FIRST_COLUMNS = 4;
const FOOTER_CELL =
	/^(?:制表人?|审核人?|填表人?|填报人|复核人?|负责人|制表日期|填报日期|打印时间|统计人|备注|注|说明)\s*[:\uff1a]/;

export interface TableBatch {
	batch: CellBatch;
	/** Share of the table read, as far as it is known: 1 where it is not. */
	fraction: number;
	geometries: unknown[];
}

/** Tells for each row which cells above it still hold, row by row in order. */
class MergeFiller {
	private readonly merges: readonly CellMerge[];
	private next = 0;
	private active: { column: number; bottom: number; text: string }[] = [];

	constructor(merges: readonly CellMerge[], firstRow: number) {
		this.merges = merges
			.filter(({ top, bottom }) => top >= firstRow && bottom > top)
			.sort((one, other) => one.top - other.top || one.left - other.left);
	}

	fill({ rowNo, cells }: TableRow): void {
		if (this.next >= this.merges.length && this.active.length === 0) return;
		if (this.active.length > 0) {
			this.active = this.active.filter(({ bottom }) => bottom >= rowNo);
			for (const { column, text } of this.active) {
				while (cells.length < column) cells.push('');
				if ((cells[column] ?? '') === '') cells[column] = text;
			}
		}
		for (; this.next < this.merges.length; this.next++) {
			const merge = this.merges[this.next] as CellMerge;
			if (merge.top > rowNo) break;
			const text = merge.top === rowNo ? (cells[merge.left] ?? '') : '';
			// A number that was merged further right counts once, not once a row.
			if (text === '' || (merge.left >= FIRST_COLUMNS && /^[+-]?\d[\d.,]*%?$/.test(text))) continue;
			this.active.push({ column: merge.left, bottom: merge.bottom, text });
		}
	}
}

/** Writes into blank cells what stands above them; an inner column begins anew with the one left of it. */
class GroupFiller {
	private readonly columns: readonly number[];
	private readonly last: string[];

	constructor(columns: readonly number[]) {
		this.columns = columns;
		this.last = columns.map(() => '');
	}

	fill({ cells }: TableRow): void {
		for (const [index, column] of this.columns.entries()) {
			const cell = cells[column] ?? '';
			if (cell.trim() !== '') {
				this.last.fill('', index);
				this.last[index] = cell;
			} else {
				while (cells.length <= column) cells.push('');
				cells[column] = this.last[index] as string;
			}
		}
	}
}

/** True for a row below the records: 制表人 …, 注: …; or nothing at all. */
export function isFooter(cells: readonly string[]): boolean {
	const filled = cells.filter((cell) => cell.trim() !== '');
	if (filled.length === 0) return true;
	return (
		isFooterText(filled[0] ?? '') || filled.filter((cell) => FOOTER_CELL.test(cell.trim())).length * 2 > filled.length
	);
}

/** Batches of the table's records; `totals` gathers what the sheet itself states. @throws TableFault, ArchiveFault */
export async function* readTableRows(
	table: TextTable,
	layout: ExportLayout,
	slotOfColumn: Int32Array,
	slotCount: number,
	totals: ControlTotals,
): AsyncGenerator<TableBatch, void> {
	const { headers, headerRowNo } = layout;
	const filler = new MergeFiller(table.merges, headerRowNo + 1);
	const groups = new GroupFiller(layout.writtenOnce ?? []);
	let columns: string[][] = Array.from({ length: slotCount }, () => []);
	let rowNos: number[] = [];
	let geometries: unknown[] = [];
	let faults: number[] = [];
	const flush = (): TableBatch => {
		const batch = {
			batch: makeTextBatch(columns, Uint32Array.from(rowNos), true, Uint8Array.from(faults)),
			fraction: table.fraction(),
			geometries,
		};
		columns = Array.from({ length: slotCount }, () => []);
		rowNos = [];
		geometries = [];
		faults = [];
		return batch;
	};
	for await (const rows of table.rows()) {
		for (const row of rows) {
			if (row.rowNo <= headerRowNo) continue;
			if (layout.lastRowNo !== null && row.rowNo > layout.lastRowNo) break;
			const label = totalLabel(row.cells);
			if (label !== null) {
				totals.compare(label, row.cells, row.rowNo);
				continue;
			}
			if (isFooter(row.cells)) continue;
			if (headers.every((header, column) => (row.cells[column] ?? '').trim() === header)) continue;
			filler.fill(row);
			groups.fill(row);
			totals.take(row.cells);
			for (const [column, slot] of slotOfColumn.entries()) if (slot >= 0) columns[slot]?.push(row.cells[column] ?? '');
			rowNos.push(row.rowNo);
			faults.push(row.fault ?? 0);
			geometries.push(row.geometry ?? null);
		}
		if (rowNos.length >= BATCH_ROWS) yield flush();
	}
	if (rowNos.length > 0) yield flush();
}

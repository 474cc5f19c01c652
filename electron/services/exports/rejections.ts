// A rejected row as people see it: its address, a code and the few cells that may be shown. Cells are shown only from
// columns that carry no personal data, and never from a row whose cells may stand in the wrong columns.

import type { CellBatch } from './cell-batch.ts';
import { cleanCell } from './cell-text.ts';
import type { FieldSource, FieldSources } from './field-source.ts';
import { keepableCells } from './kept-cells.ts';
import { cutPersonalNumbers } from './personal-columns.ts';
import type { Rejection } from './record-blocks.ts';

const MAX_CELL = 60;
const SHOWN_FIELDS = new Set([
	'event_id',
	'cat_l1',
	'cat_l2',
	'source',
	'status',
	'town_name',
	'town_code',
	'unit_code',
	'unit_name',
	'grid_code',
	'grid_name',
	'parent_code',
	'seq',
	'node',
]);
/** What a faulty date, number or code may look like without being somebody's name. */
const HARMLESS = /^[0-9A-Za-z年月日时分秒上下午星期点:/.,+\-\s%°]{1,40}$/;

/** Letters of a 0-based column: 0 → A, 27 → AB. */
function columnLetters(column: number): string {
	let letters = '';
	for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
		letters = String.fromCharCode(65 + (rest % 26)) + letters;
	return letters;
}

function shownText(field: string, raw: string): string {
	const text = cleanCell(raw).slice(0, MAX_CELL);
	if (SHOWN_FIELDS.has(field)) return field === 'event_id' ? text : cutPersonalNumbers(text);
	const cut = cutPersonalNumbers(text);
	return cut === '' || HARMLESS.test(cut) ? cut : '…';
}

/**
 * A rejection of a row; `source` is the column at fault, if one is. `mayKeepText`: the row's free text may be stored,
 * scrubbed. `isWhole`: the row can be told by its cells; false beside a geometry.
 */
export function makeRejection(
	batch: CellBatch,
	row: number,
	code: string,
	source: FieldSource | null,
	sources: FieldSources,
	mayKeepText = true,
	isWhole = true,
): Rejection {
	const rowNo = batch.rowNo[row] as number;
	const cells: Record<string, string> = {};
	const isAligned = code !== 'E_WIDTH' && code !== 'E_QUOTE' && code !== 'E_PERSONAL_ID';
	if (isAligned) {
		for (const [field, shown] of sources.byField) {
			if (shown.header === null || !(SHOWN_FIELDS.has(field) || shown === source)) continue;
			const text = shownText(field, shown.text(batch, row));
			if (text !== '') cells[shown.header] = text;
		}
	}
	return {
		rowNo,
		column: source?.header ?? null,
		cell:
			batch.hasAddresses && source !== null && source.column >= 0 ? `${columnLetters(source.column)}${rowNo}` : null,
		code,
		cells,
		kept: isAligned && isWhole ? keepableCells(batch, row, sources, mayKeepText) : null,
	};
}

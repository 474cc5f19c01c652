// The cells of a rejected row that may be stored, so that the row can be corrected and tried again when its file is gone.
// Nothing personal comes out; a row that cannot be kept without it is not kept at all.

import { noScrubCounts } from '../privacy/cut-spans.ts';
import { scrubText } from '../privacy/scrub-text.ts';
import type { CellBatch } from './cell-batch.ts';
import { cleanCell } from './cell-text.ts';
import type { FieldKind } from './datasets/field.ts';
import type { FieldSources } from './field-source.ts';
import { cutPersonalNumbers, isPersonalHeader, isPersonalId } from './personal-columns.ts';

const LONGEST = { text: 4_000, word: 200 };
/** What a date, a number or a flag may look like without being somebody's name. */
const HARMLESS = /^[0-9A-Za-z年月日时分秒上下午星期点:/.,+\-\s%°是否有无√×]{1,60}$/;
/** Columns whose cells are stored only as a hash or a family name. */
const PERSONAL_TYPES = new Set(['staffId', 'hashed', 'maskedName']);

interface ReadColumn {
	slot: number;
	kind: FieldKind;
	isNumberOfRecord: boolean;
	isPersonal: boolean;
}

const known = new WeakMap<FieldSources, (ReadColumn | null)[]>();

function readColumns(sources: FieldSources): (ReadColumn | null)[] {
	const before = known.get(sources);
	if (before) return before;
	const fields = new Map(sources.reading.spec.fields.map((field) => [field.name, field]));
	const columns = Array.from(sources.slotOfColumn, (slot): ReadColumn | null => {
		if (slot < 0) return null;
		const source = [...sources.byField.values()].find((one) => one.slot === slot);
		const field = fields.get(source?.field ?? '');
		return {
			slot,
			kind: field?.kind ?? 'code',
			isNumberOfRecord: field?.name === 'event_id',
			isPersonal: isPersonalHeader(source?.header ?? '') || (field !== undefined && isPersonalType(field)),
		};
	});
	known.set(sources, columns);
	return columns;
}

function isPersonalType(field: object): boolean {
	return 'type' in field && PERSONAL_TYPES.has(String(field.type));
}

function keptText(kind: FieldKind, raw: string): string {
	if (kind === 'text') return scrubText(raw.trim(), noScrubCounts()).slice(0, LONGEST.text);
	const text = cutPersonalNumbers(cleanCell(raw).slice(0, LONGEST.word));
	return kind === 'word' || kind === 'code' || HARMLESS.test(text) ? text : '';
}

/**
 * Cells by physical column, null for a column that nobody reads. Null as a whole where a cell may be stored only as a
 * hash. Free text only when `mayKeepText`, for of a sensitive matter none is kept.
 */
export function keepableCells(
	batch: CellBatch,
	row: number,
	sources: FieldSources,
	mayKeepText: boolean,
): (string | null)[] | null {
	const cells: (string | null)[] = [];
	for (const column of readColumns(sources)) {
		if (column === null) {
			cells.push(null);
			continue;
		}
		const raw = batch.text(row, column.slot);
		if (column.isPersonal && cleanCell(raw) !== '') return null;
		if (column.isNumberOfRecord) {
			const id = cleanCell(raw).slice(0, LONGEST.word);
			if (isPersonalId(id)) return null;
			cells.push(id);
		} else cells.push(column.kind === 'text' && !mayKeepText ? '' : keptText(column.kind, raw));
	}
	return cells;
}

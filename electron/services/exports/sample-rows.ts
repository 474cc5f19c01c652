// The first rows of an opened export as cells that may be shown, column by column, with how each column was understood.
// Nothing personal comes out: dropped columns are not read, texts and doubtful cells are an ellipsis.

import type { CellBatch } from './cell-batch.ts';
import { cleanCell } from './cell-text.ts';
import type { FieldKind } from './datasets/field.ts';
import { findColumn, readHeadersAs } from './header-recogniser.ts';
import type { MappingProfile } from './mapping-profile.ts';
import { cutPersonalNumbers } from './personal-columns.ts';
import { readCellBatches } from './read-export.ts';
import type { ExportPlan } from './record-blocks.ts';

/** A column of a file: what it delivers, and a few of its cells. */
export interface SampledColumn {
	header: string;
	field: string | null;
	mappedBy: 'header' | 'profile' | 'personal' | 'doubled' | 'unknown' | 'ignored';
	samples: string[];
}

export interface SampledField {
	field: string;
	title: string;
	kind: FieldKind;
	isRequired: boolean;
}

const LOOKED_AT = 200;
const SHOWN = 3;
const MAX_CELL = 32;
const HARMLESS = /^[0-9A-Za-z年月日时分秒上下午星期点:：/.,+\-\s%°()]{1,40}$/;

/** Shape of a cell: digits, letters and the rest alike, so that unlike forms of one column can be shown. */
const formOf = (text: string): string =>
	text
		.replace(/\d/g, '0')
		.replace(/[A-Za-z]/g, 'a')
		.replace(/[\u4e00-\u9fff]/g, '字');

function shownCell(kind: FieldKind | null, raw: string): string {
	const text = cleanCell(raw);
	if (text === '') return '';
	if (kind === 'text') return '…';
	const cut = cutPersonalNumbers(text).slice(0, MAX_CELL);
	if (kind === 'word' || kind === 'code') return cut;
	return HARMLESS.test(cut) ? cut : '…';
}

/** Columns and fields of a plan with samples of the first rows. Empty for a layer without a dataset. */
export async function readSamples(
	plan: ExportPlan,
	profile: MappingProfile | null,
): Promise<{ columns: SampledColumn[]; fields: SampledField[] }> {
	if (plan.dataset === null) return { columns: [], fields: [] };
	const { headers, mappingIndex } = plan.layout;
	const mapping = mappingIndex === null ? null : (profile?.mappings[mappingIndex] ?? null);
	const reading = readHeadersAs(plan.dataset, headers, mapping);
	const kinds = new Map(reading.spec.fields.map((field) => [field.name, field.kind]));
	const columns = headers.map((header): SampledColumn => {
		if (reading.personal.includes(header)) return { header, field: null, mappedBy: 'personal', samples: [] };
		if (reading.shadowed.includes(header)) return { header, field: null, mappedBy: 'doubled', samples: [] };
		return { header, field: null, mappedBy: reading.unknown.includes(header) ? 'unknown' : 'ignored', samples: [] };
	});
	for (const [field, column] of reading.columns) Object.assign(columns[column] ?? {}, { field, mappedBy: 'header' });
	for (const [field, { column, join }] of Object.entries(mapping?.fields ?? {})) {
		const index = findColumn(headers, column ?? join?.column ?? '');
		if (index >= 0) Object.assign(columns[index] ?? {}, { field, mappedBy: 'profile' });
	}
	const slotOfColumn = new Int32Array(headers.length).fill(-1);
	const sampled: SampledColumn[] = [];
	for (const [index, column] of columns.entries()) {
		if (column.mappedBy === 'personal' || column.header.trim() === '') continue;
		slotOfColumn[index] = sampled.push(column) - 1;
	}
	const forms = sampled.map(() => new Set<string>());
	let rows = 0;
	const take = (batch: CellBatch): boolean => {
		for (let row = 0; row < batch.rowCount && rows < LOOKED_AT; row += 1, rows += 1) {
			for (const [slot, column] of sampled.entries()) {
				if (column.samples.length >= SHOWN) continue;
				const cell = shownCell(column.field === null ? null : (kinds.get(column.field) ?? null), batch.text(row, slot));
				const form = formOf(cell);
				if (cell === '' || forms[slot]?.has(form)) continue;
				forms[slot]?.add(form);
				column.samples.push(cell);
			}
		}
		return rows < LOOKED_AT;
	};
	await readCellBatches(plan, { reading, byField: new Map(), slotOfColumn, slotCount: sampled.length }, take);
	const required = new Set(reading.spec.required.map((names) => names[0]));
	const fields = reading.spec.fields
		.filter((field) => field.isKept)
		.map((field) => ({
			field: field.name,
			title: field.headers.find((one) => /[\u4e00-\u9fff]/.test(one)) ?? field.name,
			kind: field.kind,
			isRequired: required.has(field.name),
		}));
	return { columns: columns.filter(({ header }) => header.trim() !== ''), fields };
}

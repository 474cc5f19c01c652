// Where a field's value comes from in a row: a column, a constant, a template or a code table, then the profile's value
// dictionary. Made once a file from its headers and the profile; must not judge what the value means.

import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { CellBatch } from './cell-batch.ts';
import { cleanCell, cleanCode, foldHeader } from './cell-text.ts';
import { findColumn, type HeaderReading, readHeadersAs, templateHeaders } from './header-recogniser.ts';
import { DEFAULT_INSTANT_OPTIONS, type InstantOptions } from './instant-parser.ts';
import type { FieldMapping, MappingProfile } from './mapping-profile.ts';
import type { ExportPlan } from './record-blocks.ts';

export interface FieldSource {
	field: string;
	/** Header shown to people; null for a constant. */
	header: string | null;
	/** Physical column (0-based) for the address of a cell; -1 without one. */
	column: number;
	/** Slot when the cell is taken as it stands, so that its bytes may be read; -1 when the value is made. */
	slot: number;
	/** Text of the value in a row, as delivered or made. */
	text(batch: CellBatch, row: number): string;
	/** How its instants are written. */
	instants: InstantOptions;
	/** True when only the usual forms may be read from bytes. */
	isPlain: boolean;
	/** Folded value → standard value from the profile; asked before the default dictionaries. Null without. */
	values: Map<string, string> | null;
}

export interface FieldSources {
	reading: HeaderReading;
	byField: Map<string, FieldSource>;
	slotOfColumn: Int32Array;
	slotCount: number;
}

const valueKey = (text: string): string => foldHeader(cleanCell(text));

/** The value that the profile gives for a delivered text; undefined when it says nothing. */
export function mapByProfile(source: FieldSource, text: string): string | undefined {
	return source.values?.get(valueKey(text));
}

function instantOptions(mapping: FieldMapping | undefined, latestDay: number | null): InstantOptions {
	const zone = mapping?.zone ?? 'shanghai';
	if (zone === 'shanghai' || zone === 'wall') return { order: mapping?.order ?? 'auto', zone, latestDay };
	const [hours = '0', minutes = '0'] = zone.slice(1).split(':');
	const offset = Number(hours) * 60 + Number(minutes);
	return { order: mapping?.order ?? 'auto', zone: zone.startsWith('-') ? -offset : offset, latestDay };
}

/** Resolves every field of the plan's dataset. @throws Error when the plan has no dataset */
export function resolveSources(plan: ExportPlan, profile: MappingProfile | null): FieldSources {
	if (plan.dataset === null) throw new Error('a layer has no fields');
	const { headers, mappingIndex } = plan.layout;
	const mapping = mappingIndex === null ? null : (profile?.mappings[mappingIndex] ?? null);
	const reading = readHeadersAs(plan.dataset, headers, mapping);
	const latestDay = dayOf(plan.asOfHintS ?? plan.fileTimeS);
	const slotOfColumn = new Int32Array(headers.length).fill(-1);
	let slotCount = 0;
	const slotFor = (column: number): number => {
		if (column < 0) return -1;
		if ((slotOfColumn[column] as number) < 0) slotOfColumn[column] = slotCount++;
		return slotOfColumn[column] as number;
	};
	const byField = new Map<string, FieldSource>();
	for (const [field, column] of reading.columns) {
		const slot = slotFor(column);
		byField.set(field, {
			field,
			header: headers[column] ?? null,
			column,
			slot,
			text: (batch, row) => batch.text(row, slot),
			instants: { ...DEFAULT_INSTANT_OPTIONS, latestDay },
			isPlain: true,
			values: null,
		});
	}
	for (const [field, spec] of Object.entries(mapping?.fields ?? {})) {
		const source = makeMapped(field, spec, headers, profile, slotFor, latestDay);
		if (source) byField.set(field, source);
	}
	return { reading, byField, slotOfColumn, slotCount };
}

function makeMapped(
	field: string,
	spec: FieldMapping,
	headers: readonly string[],
	profile: MappingProfile | null,
	slotFor: (column: number) => number,
	latestDay: number | null,
): FieldSource | null {
	const instants = instantOptions(spec, latestDay);
	const values = spec.values ? new Map(Object.entries(spec.values).map(([from, to]) => [valueKey(from), to])) : null;
	const base = { field, instants, values, isPlain: instants.order === 'auto' && typeof instants.zone !== 'number' };
	if (spec.constant !== undefined) {
		const constant = spec.constant;
		return { ...base, header: null, column: -1, slot: -1, text: () => constant };
	}
	if (spec.template !== undefined) {
		const template = spec.template;
		const columns = templateHeaders(template).map((header) => findColumn(headers, header));
		const slots = columns.map(slotFor);
		if (slots.some((slot) => slot < 0)) return null;
		const text = (batch: CellBatch, row: number): string => {
			const cells = slots.map((slot) => cleanCode(batch.text(row, slot)));
			if (cells.includes('')) return '';
			let gap = 0;
			return template.replace(/\{[^{}:]+(?::(\d+))?\}/g, (_, width: string | undefined) =>
				(cells[gap++] ?? '').padStart(Number(width ?? 0), '0'),
			);
		};
		return { ...base, header: template, column: columns[0] ?? -1, slot: -1, text };
	}
	const wanted = spec.join?.column ?? spec.column ?? '';
	const column = findColumn(headers, wanted);
	if (column < 0) return null;
	const slot = slotFor(column);
	const header = headers[column] ?? null;
	if (!spec.join) return { ...base, header, column, slot, text: (batch, row) => batch.text(row, slot) };
	const { key, take, table } = spec.join;
	const definition = profile?.tables[table];
	const rows = definition && 'rows' in definition ? definition.rows : [];
	const taken = new Map(rows.map((row) => [valueKey(row[key] ?? ''), row[take] ?? '']));
	return { ...base, header, column, slot: -1, text: (batch, row) => taken.get(valueKey(batch.text(row, slot))) ?? '' };
}

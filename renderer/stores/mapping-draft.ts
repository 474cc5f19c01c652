// What a person changes in the mapping of a previewed file, and the profile that it becomes. Pure; asks nobody.

import type { FilePreview } from './preview-store.ts';

/** A delivered value and the standard one it stands for; `id` tells pairs apart while they are typed. */
export interface ValuePair {
	id: number;
	from: string;
	to: string;
}

/** How one column is read. */
export interface ColumnDraft {
	/** Null: the column is left out. */
	field: string | null;
	order?: 'auto' | 'M/D/Y' | 'D/M/Y';
	/** Zone of times without one: shanghai, or an offset as in +00:00. */
	zone?: string;
	/** Delivered value → standard value. */
	values?: readonly ValuePair[];
}

export interface MappingDraft {
	/** Name of the source as people know it; '' keeps the present or the file's. */
	title: string;
	/** By header, only what was changed. */
	columns: Readonly<Record<string, ColumnDraft>>;
	/** Field → the same value in every row. */
	constants: Readonly<Record<string, string>>;
}

export const NO_DRAFT: MappingDraft = { title: '', columns: {}, constants: {} };

/** True once something was changed. */
export function isChanged(draft: MappingDraft): boolean {
	return draft.title !== '' || Object.keys(draft.columns).length > 0 || Object.keys(draft.constants).length > 0;
}

/** The file's name without dates, numbers and ending: what its source is called until a person names it. */
export function sourceTitle(fileName: string): string {
	const bare = fileName
		.replace(/\.[^.]+$/, '')
		.replace(/[\d_\-()（）\s]+/g, ' ')
		.trim();
	return bare === '' ? fileName : bare;
}

function shortHash(text: string): string {
	let hash = 0x811c9dc5;
	for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	return hash.toString(36);
}

interface ProfileJson {
	name: string;
	title: string;
	mappings: { dataset: string; when: string[]; fields: Record<string, unknown>; ignore?: string[] }[];
	[key: string]: unknown;
}

/**
 * JSON of the profile that reads the file as the draft says: the stored one changed, or a new one under the source's
 * name. Columns that nobody touched are still recognised by their headers.
 */
export function profileOf(file: FilePreview, draft: MappingDraft, storedJson: string | null): string {
	const dataset = file.report.dataset ?? '';
	const title = draft.title.trim() || file.profile?.title || sourceTitle(file.report.file);
	const stored = storedJson === null ? null : (JSON.parse(storedJson) as ProfileJson);
	const old = stored?.mappings.find((mapping) => mapping.dataset === dataset);
	const fields: Record<string, unknown> = { ...(old?.fields ?? {}) };
	const ignore = new Set(old?.ignore ?? []);
	for (const [header, column] of Object.entries(draft.columns)) {
		for (const [field, spec] of Object.entries(fields)) {
			if ((spec as { column?: string }).column === header) delete fields[field];
		}
		ignore.delete(header);
		if (column.field === null) {
			ignore.add(header);
			continue;
		}
		fields[column.field] = {
			column: header,
			...(column.order === undefined || column.order === 'auto' ? {} : { order: column.order }),
			...(column.zone === undefined || column.zone === 'shanghai' ? {} : { zone: column.zone }),
			...(column.values === undefined || column.values.length === 0
				? {}
				: { values: Object.fromEntries(column.values.flatMap(({ from, to }) => (from === '' ? [] : [[from, to]]))) }),
		};
	}
	for (const [field, constant] of Object.entries(draft.constants)) {
		if (constant !== '') fields[field] = { constant };
	}
	const when = file.columns
		.filter(({ header, mappedBy }) => mappedBy === 'header' || mappedBy === 'profile' || header in draft.columns)
		.map(({ header }) => header);
	const mapping = { dataset, when, fields, ignore: [...ignore] };
	const rest = stored?.mappings.filter((one) => one !== old) ?? [];
	const name = stored?.name ?? `${dataset.replaceAll('_', '-')}-${shortHash(title)}`;
	return JSON.stringify({ ...(stored ?? {}), name, title, mappings: [mapping, ...rest] });
}

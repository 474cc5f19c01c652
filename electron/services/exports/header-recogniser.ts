// Which dataset a header row belongs to and which column delivers which field: by synonyms, never by file name.
// A profile's mapping stands over the synonyms. Must not look at any cell below the header.

import type { Dataset } from '../../../shared/domain/codes.ts';
import { foldHeader } from './cell-text.ts';
import { ADMIN_UNIT_SPEC } from './datasets/admin-unit.ts';
import { EVENT_SPEC } from './datasets/event.ts';
import { EVENT_STEP_SPEC } from './datasets/event-step.ts';
import type { DatasetSpec, FieldSpec } from './datasets/field.ts';
import { GRID_SPEC } from './datasets/grid.ts';
import { LEDGER_SPECS } from './datasets/ledger-specs.ts';
import type { FieldMapping, Mapping, MappingProfile } from './mapping-profile.ts';
import { isPersonalHeader } from './personal-columns.ts';

/** In order of how telling they are: a file that could be two is the first. */
const DATASET_SPECS: readonly DatasetSpec[] = [
	EVENT_STEP_SPEC,
	EVENT_SPEC,
	GRID_SPEC,
	ADMIN_UNIT_SPEC,
	...LEDGER_SPECS,
];

/** What the columns of a file are. Indexes are physical columns. */
export interface HeaderReading {
	spec: DatasetSpec;
	/** Field name → column. */
	columns: Map<string, number>;
	/** Fields that a column or the profile delivers. */
	fields: string[];
	/** Columns nobody knows. */
	unknown: string[];
	/** Personal columns, dropped unread. */
	personal: string[];
	/** Columns whose field another column already delivers. */
	shadowed: string[];
	/** Columns that the profile names and the file lacks. */
	absent: string[];
	/** Required fields that no column delivers, as `事件编号(event_id)`. */
	missing: string[];
}

const headerKey = (text: string): string => foldHeader(text).replace(/[()()[\]【】、,/·.\-_]/g, '');

/** Headers that any list may have: alone they tell nothing. */
const GENERIC = new Set(
	[
		'编码',
		'代码',
		'编号',
		'名称',
		'类型',
		'类别',
		'状态',
		'来源',
		'级别',
		'code',
		'name',
		'level',
		'status',
		'source',
		'type',
	].map(headerKey),
);

interface Known {
	spec: FieldSpec;
	rank: number;
}
const knownBySpec = new Map<DatasetSpec, Map<string, Known>>();
for (const spec of DATASET_SPECS) {
	const known = new Map<string, Known>();
	for (const field of spec.fields) {
		for (const [rank, header] of [field.name, ...field.headers].entries()) {
			const key = headerKey(header);
			if (!known.has(key)) known.set(key, { spec: field, rank });
		}
	}
	knownBySpec.set(spec, known);
}

function lookUp(spec: DatasetSpec, header: string): Known | undefined {
	const known = knownBySpec.get(spec);
	const exact = known?.get(headerKey(header));
	if (exact) return exact;
	// 受理时间(年月日), 面积(平方公里): the remark in brackets is put aside.
	const bare = header.normalize('NFKC').replace(/[(【[].*$/, '');
	return bare !== header && bare.trim() !== '' ? known?.get(headerKey(bare)) : undefined;
}

function readWith(spec: DatasetSpec, headers: readonly string[], mapping: Mapping | null): HeaderReading {
	const columns = new Map<string, number>();
	const ranks = new Map<string, number>();
	const reading: HeaderReading = {
		spec,
		columns,
		fields: [],
		unknown: [],
		personal: [],
		shadowed: [],
		absent: [],
		missing: [],
	};
	// A field whose column this file lacks is as if the profile did not name it.
	const mapped = Object.entries(mapping?.fields ?? {}).filter(([, field]) =>
		mappedHeaders(field).every((header) => findColumn(headers, header) >= 0),
	);
	const mappedNames = new Set(mapped.map(([name]) => name));
	const used = new Set(mapped.flatMap(([, field]) => mappedHeaders(field).map(headerKey)));
	const ignored = new Set((mapping?.ignore ?? []).map(headerKey));
	for (const [index, header] of headers.entries()) {
		const key = headerKey(header);
		if (key === '' || ignored.has(key) || used.has(key)) continue;
		const known = mapping?.useSynonyms === false ? undefined : lookUp(spec, header);
		if (known === undefined || (known.spec.isKept && mappedNames.has(known.spec.name))) {
			if (known !== undefined) reading.shadowed.push(header);
			else (isPersonalHeader(header) ? reading.personal : reading.unknown).push(header);
			continue;
		}
		if (!known.spec.isKept) continue;
		const taken = columns.get(known.spec.name);
		if (taken === undefined || known.rank < (ranks.get(known.spec.name) ?? 0)) {
			if (taken !== undefined) reading.shadowed.push(headers[taken] ?? '');
			columns.set(known.spec.name, index);
			ranks.set(known.spec.name, known.rank);
		} else {
			reading.shadowed.push(header);
		}
	}
	reading.fields = [...new Set([...columns.keys(), ...mappedNames])];
	reading.absent = Object.values(mapping?.fields ?? {})
		.flatMap(mappedHeaders)
		.filter((header) => findColumn(headers, header) < 0);
	const has = (name: string): boolean => columns.has(name) || mappedNames.has(name);
	reading.missing = spec.required.filter((names) => !names.some(has)).map((names) => titleOf(spec, names[0] ?? ''));
	return reading;
}

/** Names of the fields that a dataset keeps. */
export function keptFieldNames(dataset: Dataset): string[] {
	const spec = DATASET_SPECS.find((one) => one.dataset === dataset);
	return (spec?.fields ?? []).filter(({ isKept }) => isKept).map(({ name }) => name);
}

/** What people call a field of a dataset: its first Chinese header; the name itself where there is none. */
export function fieldTitle(dataset: Dataset, name: string): string {
	const field = DATASET_SPECS.find((spec) => spec.dataset === dataset)?.fields.find((one) => one.name === name);
	return field?.headers.find((one) => /[\u4e00-\u9fff]/.test(one)) ?? name;
}

/** A field as a clerk and a profile know it: `事件编号(event_id)`. */
function titleOf(spec: DatasetSpec, name: string): string {
	const title = fieldTitle(spec.dataset, name);
	return title === name ? name : `${title}(${name})`;
}

/** Headers that a field of a mapping needs. */
function mappedHeaders(field: FieldMapping): string[] {
	if (field.column !== undefined) return [field.column];
	if (field.join) return [field.join.column];
	return field.template === undefined ? [] : templateHeaders(field.template);
}

/** Headers in the gaps of a template `{Header}` or `{Header:3}`. */
export function templateHeaders(template: string): string[] {
	return [...template.matchAll(/\{([^{}:]+)(?::\d+)?\}/g)].map((match) => match[1] ?? '');
}

/** Column of a header named by a profile, -1 when the file has none. */
export function findColumn(headers: readonly string[], wanted: string): number {
	const key = headerKey(wanted);
	return headers.findIndex((header) => headerKey(header) === key);
}

/** First mapping of the profile whose headers are all there; null when none fits. */
export function findMapping(profile: MappingProfile, headers: readonly string[]): number | null {
	const index = profile.mappings.findIndex((mapping) =>
		mapping.when.every((header) => findColumn(headers, header) >= 0),
	);
	return index < 0 ? null : index;
}

/** Reads the headers as one given dataset. */
export function readHeadersAs(dataset: Dataset, headers: readonly string[], mapping: Mapping | null): HeaderReading {
	const spec = DATASET_SPECS.find((one) => one.dataset === dataset) as DatasetSpec;
	return readWith(spec, headers, mapping);
}

/** Tells the dataset by its headers: all required fields there, most telling fields. Null when too little is known. */
export function recogniseHeaders(headers: readonly string[]): HeaderReading | null {
	let best: HeaderReading | null = null;
	let bestScore = 0;
	for (const spec of DATASET_SPECS) {
		const reading = readWith(spec, headers, null);
		const columns = spec.telling.map((name) => reading.columns.get(name)).filter((column) => column !== undefined);
		if (columns.every((column) => GENERIC.has(headerKey(headers[column] ?? '')))) continue;
		const isWhole = reading.missing.length === 0;
		// An incomplete file must be surer than a complete one before it is called an export at all.
		const telling = columns.length;
		if (telling < (isWhole ? 2 : 3)) continue;
		const score = isWhole ? 100 + telling : telling;
		if (score > bestScore) {
			best = reading;
			bestScore = score;
		}
	}
	return best;
}

/** True for a header that some dataset knows. */
export function isKnownHeader(header: string): boolean {
	return DATASET_SPECS.some((spec) => lookUp(spec, header) !== undefined);
}

/**
 * The whole header that a name cut at ten bytes began, such as 所属网格编 for 所属网格编码; the name itself when it is
 * a header, or when what begins so means different fields.
 */
export function completeCutHeader(name: string): string {
	const key = headerKey(name);
	if (key.length < 3 || isKnownHeader(name)) return name;
	let best: string | null = null;
	for (const spec of DATASET_SPECS) {
		const begun = spec.fields.flatMap((field) =>
			[field.name, ...field.headers]
				.filter((header) => headerKey(header).startsWith(key))
				.map((header) => ({ field, header })),
		);
		if (new Set(begun.map(({ field }) => field)).size > 1) return name;
		for (const { header } of begun) if (best === null || header.length < best.length) best = header;
	}
	return best ?? name;
}

/** How many cells of a row are headers that some dataset knows: what finds the header row under titles. */
export function countKnownHeaders(cells: readonly string[]): number {
	return Math.max(
		...DATASET_SPECS.map(
			(spec) => cells.filter((cell) => cell.length <= 30 && lookUp(spec, cell) !== undefined).length,
		),
	);
}

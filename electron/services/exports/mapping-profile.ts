// Mapping profiles: how an export that the header synonyms do not know becomes a dataset (issue 2 §3). JSON, validated
// with a message that names the path; unknown keys are refused. Must not read the export itself.

import { readFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { DATASETS } from '../../../shared/domain/codes.ts';
import { splitCsv } from './csv-text.ts';
import { ProfileError, schemaFault } from './profile-error.ts';
import { checkProfileMeaning } from './profile-validator.ts';
import { decodeWhole } from './text-encoding.ts';

const Cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const Join = z
	.strictObject({
		table: z.string().describe('Name of one of the tables'),
		column: z.string().describe('Column of the export whose value is looked up'),
		key: z.string().describe('Column of the table that is compared'),
		take: z.string().describe('Column of the table whose value is taken; an unknown key gives a blank'),
	})
	.describe('Looks a value up in a code table');

const FieldMapping = z
	.strictObject({
		column: z.string().optional().describe('Header of the column'),
		constant: Cell.optional().describe('The same value in every row'),
		template: z
			.string()
			.optional()
			.describe('Text with {Header} gaps; {Header:3} pads with zeros to three digits; blank when any gap is blank'),
		join: Join.optional(),
		order: z.enum(['auto', 'M/D/Y', 'D/M/Y']).optional().describe('Order of the numbers in a date such as 1/2/20'),
		zone: z
			.string()
			.regex(/^(?:shanghai|wall|[+-](?:0\d|1[0-4]):[0-5]\d)$/, 'must be shanghai, wall or an offset such as +08:00')
			.optional()
			.describe('Zone of times that carry none; wall = local wall clock, taken without conversion'),
		values: z.record(z.string(), Cell).optional().describe('Delivered value -> standard code or value'),
	})
	.refine(
		(field) =>
			[field.column, field.constant, field.template, field.join].filter((part) => part !== undefined).length === 1,
		{
			message: 'needs exactly one of column, constant, template, join',
		},
	);
export type FieldMapping = z.infer<typeof FieldMapping>;

const Mapping = z.strictObject({
	dataset: z.enum(DATASETS),
	when: z.array(z.string()).min(1).describe('Headers that must all be there for this mapping to fit'),
	fields: z.record(z.string(), FieldMapping).describe('Field of the dataset (snake_case) -> where it comes from'),
	ignore: z.array(z.string()).default([]).describe('Columns left out without a word'),
	useSynonyms: z.boolean().default(true).describe('Other columns are still recognised by their headers'),
});
export type Mapping = z.infer<typeof Mapping>;

const Table = z.union([
	z.strictObject({ rows: z.array(z.record(z.string(), Cell)) }),
	z.strictObject({ file: z.string().describe('CSV or JSON array beside the profile') }),
]);

/** A profile: one or more mappings, the first whose headers are all there is used. */
export const MappingProfile = z.strictObject({
	$schema: z.string().optional(),
	name: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be lower-case letters, digits and hyphens'),
	title: z.string().min(1),
	sourceSystem: z.string().min(1).default('default').describe('Name of the system that the exports come from'),
	encoding: z.enum(['utf-8', 'gb18030']).optional().describe('Encoding, where it must not be guessed'),
	coordinates: z
		.enum(['wgs84', 'gcj02', 'bd09', 'gk117', 'gk120', 'gk123'])
		.optional()
		.describe('Coordinate system of the source, where it must not be told from the grids; wgs84 stands for CGCS2000'),
	rootUnit: z
		.strictObject({ code: z.string().min(1), name: z.string().min(1), level: z.literal('district') })
		.optional(),
	createUnitsFromNames: z.boolean().default(false).describe('Make towns and villages that only events name'),
	tables: z.record(z.string(), Table).default({}).describe('Code tables for joins'),
	mappings: z.array(Mapping).min(1),
});
export type MappingProfile = z.infer<typeof MappingProfile>;

/** JSON Schema of a profile, as `gridhelm profiles --schema` prints it. */
export function profileJsonSchema(): unknown {
	return z.toJSONSchema(MappingProfile, { io: 'input' });
}

/** Validates a parsed profile. @throws ProfileError naming the path of the first fault */
export function parseProfile(value: unknown, name: string): MappingProfile {
	const result = MappingProfile.safeParse(value);
	if (!result.success) throw schemaFault(name, result.error.issues[0]);
	checkProfileMeaning(result.data, name);
	return result.data;
}

async function readTable(path: string): Promise<Record<string, string>[]> {
	const { text } = decodeWhole(await readFile(path));
	if (/^\s*\[/.test(text)) return z.array(z.record(z.string(), Cell)).parse(JSON.parse(text));
	const [header = [], ...rows] = splitCsv(text, ',');
	return rows
		.filter((row) => row.length > 1 || row[0] !== '')
		.map((row) => Object.fromEntries(header.map((key, index) => [key.trim(), row[index] ?? ''])));
}

/** Reads a profile and the code tables beside it; tables come back inline, so that the profile is plain data. */
export async function loadProfile(path: string): Promise<MappingProfile> {
	const name = basename(path);
	let value: unknown;
	try {
		value = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
	} catch (error) {
		const words =
			error instanceof SyntaxError
				? { en: `not JSON (${error.message})`, zh: `不是有效的 JSON（${error.message}）` }
				: { en: 'cannot be read', zh: '无法读取' };
		throw new ProfileError(name, '', words);
	}
	const profile = parseProfile(value, name);
	for (const [table, spec] of Object.entries(profile.tables)) {
		if (!('file' in spec)) continue;
		if (isAbsolute(spec.file) || spec.file.split(/[\\/]/).includes('..'))
			throw new ProfileError(name, `tables.${table}.file`, {
				en: 'must lie beside the profile',
				zh: '须与方案放在一起',
			});
		try {
			profile.tables[table] = { rows: await readTable(join(dirname(path), spec.file)) };
		} catch {
			throw new ProfileError(name, `tables.${table}.file`, {
				en: `"${spec.file}" cannot be read as CSV or a JSON array`,
				zh: `“${spec.file}”不能按 CSV 或 JSON 数组读取`,
			});
		}
	}
	return profile;
}

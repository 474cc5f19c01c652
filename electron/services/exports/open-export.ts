// What a file on disk is, before its rows are read: kind by content, encoding, header, dataset and mapping, or a
// refusal in plain words. Must not read records beyond the first lines, nor touch the cache.

import { open, stat } from 'node:fs/promises';
import { asOfFromFileName, asOfFromTitles } from './as-of-hint.ts';
import { findCsvLayout } from './csv-layout.ts';
import { findMapping, type HeaderReading, readHeadersAs, recogniseHeaders } from './header-recogniser.ts';
import { readJsonShape } from './json-shape.ts';
import type { MappingProfile } from './mapping-profile.ts';
import type { ExportLayout, ExportPlan, ExportRefusal, Finding } from './record-blocks.ts';
import { detectEncoding, makeCellDecoder, type TextEncodingName } from './text-encoding.ts';

const HEAD = 256 << 10;

export interface OpenExportOptions {
	profile?: MappingProfile;
}

/** True for a refusal. */
export function isRefusal(value: ExportPlan | ExportRefusal): value is ExportRefusal {
	return 'outcome' in value;
}

/** Looks at a file and says how it will be read, or why not. Never throws for any content of the file. */
export async function openExport(
	path: string,
	fileName: string,
	options: OpenExportOptions = {},
): Promise<ExportPlan | ExportRefusal> {
	const refusal = (code: string, more: Partial<ExportRefusal> = {}): ExportRefusal => ({
		fileName,
		kind: 'unknown',
		encoding: null,
		dataset: null,
		outcome: 'refused',
		code,
		params: {},
		...more,
	});
	const info = await stat(path).catch(() => null);
	if (info === null) return refusal('E_MISSING');
	if (!info.isFile()) return refusal('E_NOT_A_FILE');
	const profile = options.profile ?? null;
	const file = await open(path, 'r').catch(() => null);
	if (file === null) return refusal('E_UNREADABLE');
	try {
		const detected = await detectEncoding(file, info.size);
		if (typeof detected !== 'string') {
			const isBinary =
				detected.code !== 'E_EMPTY' && detected.code !== 'E_MOJIBAKE' && detected.code !== 'E_MIXED_ENCODING';
			return refusal(detected.code, {
				params: detected.params,
				encoding: isBinary ? 'binary' : null,
				outcome: detected.code === 'E_BINARY' ? 'ignored' : 'refused',
			});
		}
		const encoding: TextEncodingName =
			profile?.encoding === undefined || detected === 'utf-8-bom' ? detected : profile.encoding;
		const buffer = Buffer.allocUnsafe(Math.min(HEAD, info.size));
		await file.read(buffer, 0, buffer.length, 0);
		const start = encoding === 'utf-8-bom' ? 3 : 0;
		const head = makeCellDecoder(encoding)(buffer, start, buffer.length);
		const base = {
			path,
			fileName,
			byteSize: info.size,
			fileTimeS: Math.floor(info.mtimeMs / 1000),
			encoding,
			profile: profile?.name ?? null,
			rootUnit: profile?.rootUnit ?? null,
			createUnitsFromNames: profile?.createUnitsFromNames ?? false,
			sourceSystem: profile?.sourceSystem ?? 'default',
			asOfHintS: asOfFromFileName(fileName),
		};
		const first = head.trimStart()[0] ?? '';
		if (first === '') return refusal('E_EMPTY', { encoding });
		if (first === '<') return refusal('E_HTML', { encoding });
		if (first === '{' || first === '[') {
			const shape = await readJsonShape(path, encoding);
			if ('code' in shape) {
				return refusal(shape.code, {
					encoding,
					kind: shape.kind,
					params: shape.params,
					outcome: shape.code === 'E_NO_EXPORT' ? 'ignored' : 'refused',
				});
			}
			const layout: ExportLayout = {
				delimiter: 0,
				headerRowNo: 0,
				headers: shape.keys,
				mappingIndex: null,
				orientation: null,
			};
			const kind = shape.isGeoJson ? 'geojson' : 'json';
			const reading = chooseReading(shape.keys, profile, layout);
			// Lines can be no units or grids, whatever a name column may look like.
			const isRecords = reading !== null && reading.missing.length === 0 && /^event/.test(reading.spec.dataset);
			if (shape.layer !== null && !isRecords) {
				layout.mappingIndex = null;
				layout.orientation = shape.layer;
				return { ...base, kind, dataset: null, fields: [], findings: [], layout };
			}
			return judge(reading, layout, { ...base, kind }, refusal);
		}
		const found = findCsvLayout(head, profile);
		if (found === null) return refusal('E_NO_EXPORT', { encoding, kind: 'csv', outcome: 'ignored' });
		const layout: ExportLayout = {
			delimiter: found.delimiter.charCodeAt(0),
			headerRowNo: found.headerRowNo,
			headers: found.headers,
			mappingIndex: null,
			orientation: null,
		};
		const reading = chooseReading(found.headers, profile, layout);
		const asOfHintS = asOfFromTitles(found.titles) ?? base.asOfHintS;
		return judge(reading, layout, { ...base, kind: 'csv', asOfHintS }, refusal);
	} finally {
		await file.close();
	}
}

/** The profile's mapping where one fits, else the synonyms. */
function chooseReading(
	headers: readonly string[],
	profile: MappingProfile | null,
	layout: ExportLayout,
): HeaderReading | null {
	if (profile) {
		layout.mappingIndex = findMapping(profile, headers);
		const mapping = layout.mappingIndex === null ? undefined : profile.mappings[layout.mappingIndex];
		if (mapping) return readHeadersAs(mapping.dataset, headers, mapping);
	}
	return recogniseHeaders(headers);
}

function judge(
	reading: HeaderReading | null,
	layout: ExportLayout,
	base: Omit<ExportPlan, 'dataset' | 'fields' | 'findings' | 'layout'>,
	refusal: (code: string, more: Partial<ExportRefusal>) => ExportRefusal,
): ExportPlan | ExportRefusal {
	const { kind, encoding } = base;
	if (reading === null) return refusal('E_NO_EXPORT', { kind, encoding, outcome: 'ignored' });
	const { dataset } = reading.spec;
	if (reading.missing.length > 0) {
		return refusal('E_COLUMNS', { kind, encoding, dataset, params: { dataset, missing: reading.missing.join('、') } });
	}
	const findings: Finding[] = [];
	const list = (code: string, headers: string[]): void => {
		if (headers.length > 0)
			findings.push({
				code,
				count: headers.length,
				params: {
					columns: headers
						.map((header) => header.slice(0, 30))
						.slice(0, 20)
						.join('、'),
				},
			});
	};
	list('W_UNKNOWN_COLUMN', reading.unknown);
	list('W_PERSONAL_COLUMN', reading.personal);
	list('W_UNUSED_COLUMN', reading.shadowed);
	return { ...base, dataset, fields: reading.fields, findings, layout };
}

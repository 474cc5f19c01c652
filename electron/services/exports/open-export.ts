// What a file on disk is, before its rows are read: kind by content, encoding, header, dataset and mapping, or a
// refusal in plain words. Must not read records beyond the first lines, nor touch the cache.

import { stat } from 'node:fs/promises';
import { asOfFromFileName, asOfFromTitles } from './as-of-hint.ts';
import { type BytePlace, readBytes } from './byte-source.ts';
import { findCsvLayout } from './csv-layout.ts';
import { sniffForm } from './file-signature.ts';
import { findMapping, type HeaderReading, readHeadersAs, recogniseHeaders } from './header-recogniser.ts';
import { startsSequence } from './json-elements.ts';
import { readJsonShape } from './json-shape.ts';
import { isWorkbookArchive } from './list-parts.ts';
import type { MappingProfile } from './mapping-profile.ts';
import type { ExportLayout, ExportPart, ExportPlan, ExportRefusal, Finding } from './record-blocks.ts';
import { detectEncoding, makeCellDecoder, type TextEncodingName } from './text-encoding.ts';
import { ArchiveFault, openArchive } from './zip-archive.ts';

export interface OpenExportOptions {
	profile?: MappingProfile;
	/** Which part of the file; the file itself by default. */
	part?: ExportPart;
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
	const part = options.part ?? { members: [] };
	const place = { path, members: part.members };
	const info = await stat(path).catch(() => null);
	if (info === null) return refusal('E_MISSING');
	if (!info.isFile()) return refusal('E_NOT_A_FILE');
	const profile = options.profile ?? null;
	try {
		const byteSize = await sizeOf(place, info.size);
		const form = sniffForm(await readHead(place));
		if (form === 'zip') return refusal(await judgeArchive(place), { encoding: 'binary' });
		if (form !== 'text') {
			return refusal(form.code, { encoding: 'binary', outcome: form.code === 'E_BINARY' ? 'ignored' : 'refused' });
		}
		const detected = await detectEncoding(readBytes(place), byteSize);
		if ('code' in detected) {
			return refusal(detected.code, {
				encoding: detected.code === 'E_BINARY' || detected.code === 'E_ENCODING' ? 'binary' : null,
				outcome: detected.code === 'E_BINARY' ? 'ignored' : 'refused',
			});
		}
		const isStated = profile?.encoding !== undefined && /^(?:utf-8|gb18030)$/.test(detected.encoding);
		const encoding = isStated ? (profile?.encoding as TextEncodingName) : detected.encoding;
		const start = encoding === 'utf-8-bom' ? 3 : 0;
		const head = makeCellDecoder(encoding)(detected.head, start, detected.head.length);
		const base = {
			path,
			part,
			fileName,
			byteSize,
			diskSize: info.size,
			fileTimeS: Math.floor(info.mtimeMs / 1000),
			encoding,
			profile: profile?.name ?? null,
			rootUnit: profile?.rootUnit ?? null,
			createUnitsFromNames: profile?.createUnitsFromNames ?? false,
			sourceSystem: profile?.sourceSystem ?? 'default',
			asOfHintS: asOfFromFileName(fileName),
		};
		const first = head.replace(/^[\s\ufeff\p{Cc}]+/u, '')[0] ?? '';
		if (first === '') return refusal('E_EMPTY', { encoding });
		if (first === '<') return refusal('E_HTML', { encoding });
		if (first === '{' || first === '[') {
			const isSequence = startsSequence(head);
			const shape = await readJsonShape(place, encoding, isSequence);
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
				isSequence,
				headers: shape.keys,
				mappingIndex: null,
				orientation: null,
			};
			const { kind } = shape;
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
			isSequence: false,
			headers: found.headers,
			mappingIndex: null,
			orientation: null,
		};
		const reading = chooseReading(found.headers, profile, layout);
		const asOfHintS = asOfFromTitles(found.titles) ?? base.asOfHintS;
		return judge(reading, layout, { ...base, kind: 'csv', asOfHintS }, refusal);
	} catch (error) {
		if (error instanceof ArchiveFault) return refusal(error.code, { encoding: 'binary' });
		if (error instanceof Error && 'syscall' in error) return refusal('E_UNREADABLE');
		throw error;
	}
}

async function sizeOf(place: BytePlace, diskSize: number): Promise<number> {
	if (place.members.length === 0) return diskSize;
	const archive = await openArchive(place.path, place.members.slice(0, -1));
	archive.close();
	return archive.members.find(({ index }) => index === place.members.at(-1))?.byteSize ?? 0;
}

async function readHead(place: BytePlace): Promise<Buffer> {
	for await (const chunk of readBytes(place)) return Buffer.from(chunk.subarray(0, 4096));
	return Buffer.alloc(0);
}

/** Why an archive is not one export. */
async function judgeArchive(place: BytePlace): Promise<string> {
	const archive = await openArchive(place.path, place.members);
	archive.close();
	if (isWorkbookArchive(archive)) return 'E_WORKBOOK';
	return place.members.length > 0 ? 'E_ZIP_NESTED' : 'E_ZIP';
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

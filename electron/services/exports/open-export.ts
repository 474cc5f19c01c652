// What a file on disk is, before its rows are read: kind by content, encoding, header, dataset and mapping, or a
// refusal in plain words. Must not read records beyond the first lines, nor touch the cache.

import { stat } from 'node:fs/promises';
import { isSpecialGroupList } from '../privacy/special-groups.ts';
import { asOfFromFileName, asOfFromTitles } from './as-of-hint.ts';
import { type BytePlace, readBytes } from './byte-source.ts';
import { findCsvLayout } from './csv-layout.ts';
import { csvWidth, isHandMadeCsv, openCsvTable } from './csv-tables.ts';
import { sniffForm } from './file-signature.ts';
import { stampOf } from './file-stamp.ts';
import { findMapping, type HeaderReading, readHeadersAs, recogniseHeaders } from './header-recogniser.ts';
import { startsSequence } from './json-elements.ts';
import { readJsonShape } from './json-shape.ts';
import type { MappingProfile } from './mapping-profile.ts';
import { openTables, readHead } from './open-tables.ts';
import { oldSystemOf, refuseStatedCrs } from './projected-system.ts';
import type { ExportLayout, ExportPart, ExportPlan, ExportRefusal, Finding } from './record-blocks.ts';
import { findRegions } from './table-regions.ts';
import { type CellMerge, TableFault, type TableFile, type TableRow } from './table-source.ts';
import { detectEncoding, makeCellDecoder, type TextEncodingName } from './text-encoding.ts';
import { findWrittenOnce, sharedColumns, type WrittenOnce } from './written-once.ts';
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
	const opened = await lookAt(path, fileName, options);
	const { profile } = options;
	if (!profile || !isRefusal(opened) || opened.code !== 'E_NO_EXPORT') return opened;
	const wanted = profile.mappings.map(({ when }) => when.join('、')).join(' / ');
	return { ...opened, code: 'E_PROFILE_FIT', params: { profile: profile.name, wanted } };
}

async function lookAt(path: string, fileName: string, options: OpenExportOptions): Promise<ExportPlan | ExportRefusal> {
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
	const part = options.part ?? { members: [], table: null };
	const { members } = part;
	const place = { path, members };
	const info = await stat(path).catch(() => null);
	if (info === null) return refusal('E_MISSING');
	if (!info.isFile()) return refusal('E_NOT_A_FILE');
	const profile = options.profile ?? null;
	try {
		const byteSize = await sizeOf(place, info.size);
		const form = sniffForm(await readHead(place));
		if (typeof form !== 'string') {
			return refusal(form.code, { encoding: 'binary', outcome: form.code === 'E_BINARY' ? 'ignored' : 'refused' });
		}
		if (/\.gdbtable$/i.test(fileName)) return refusal('E_DATABASE', { encoding: 'binary' });
		if (form === 'compound' && /\.et$/i.test(fileName)) return refusal('E_ET', { encoding: 'binary' });
		const about = {
			path,
			part,
			fileName,
			byteSize,
			diskSize: info.size,
			fileStamp: stampOf(info),
			fileTimeS: Math.floor(info.mtimeMs / 1000),
			profile: profile?.name ?? null,
			rootUnit: profile?.rootUnit ?? null,
			createUnitsFromNames: profile?.createUnitsFromNames ?? false,
			sourceSystem: profile?.sourceSystem ?? 'default',
			asOfHintS: asOfFromFileName(fileName),
		};
		const tables = await openTables(place, byteSize);
		if (tables !== null) {
			try {
				return await openTable(tables, about, profile, refusal);
			} finally {
				tables.close();
			}
		}
		if (form === 'zip') return refusal(members.length > 0 ? 'E_ZIP_NESTED' : 'E_ZIP', { encoding: 'binary' });
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
		const base = { ...about, encoding };
		const first = head.replace(/^[\s\ufeff\p{Cc}]+/u, '')[0] ?? '';
		if (first === '') return refusal('E_EMPTY', { encoding });
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
				lastRowNo: null,
				isSequence,
				headers: shape.keys,
				mappingIndex: null,
				orientation: null,
			};
			const { kind } = shape;
			if (kind === 'geojson') refuseStatedCrs(head);
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
		const delimiter = found.delimiter.charCodeAt(0);
		const layout: ExportLayout = {
			delimiter,
			headerRowNo: found.headerRowNo,
			lastRowNo: null,
			isSequence: false,
			headers: found.headers,
			mappingIndex: null,
			orientation: null,
		};
		const reading = chooseReading(found.headers, profile, layout);
		const firstRows = found.firstRows.map((cells, index) => ({ rowNo: found.headerRowNo + 1 + index, cells }));
		const isGrouped = writtenOnceIn(firstRows, [], reading, layout, profile).columns.length > 0;
		if (await isHandMadeCsv(place, byteSize, encoding, head, profile, isGrouped)) {
			const shape = { delimiter, width: csvWidth(head, found.delimiter) };
			const opened = await openTable(openCsvTable(place, byteSize, encoding, shape), about, profile, refusal);
			if (!isRefusal(opened)) return { ...opened, layout: { ...opened.layout, delimiter } };
		}
		const asOfHintS = asOfFromTitles(found.titles) ?? base.asOfHintS;
		const around = { titles: found.titles.flat(), rows: found.firstRows };
		return judge(reading, layout, { ...base, kind: 'csv', asOfHintS }, refusal, around);
	} catch (error) {
		if (error instanceof ArchiveFault) return refusal(error.code, { encoding: 'binary' });
		if (error instanceof TableFault) {
			return refusal(error.code, {
				params: error.params,
				encoding: 'binary',
				outcome: error.code === 'E_BINARY' ? 'ignored' : 'refused',
			});
		}
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

type About = Omit<ExportPlan, 'kind' | 'encoding' | 'dataset' | 'fields' | 'findings' | 'layout'>;
type Refuse = (code: string, more?: Partial<ExportRefusal>) => ExportRefusal;

/** The stated table of a file, or the first that is an export: of the sheets that are shown, then of the hidden ones. */
async function openTable(
	file: TableFile,
	about: About,
	profile: MappingProfile | null,
	refusal: Refuse,
): Promise<ExportPlan | ExportRefusal> {
	const { kind, encoding } = file;
	const stated = about.part.table;
	const order = [...file.tables.keys()].sort(
		(a, b) => Number(file.tables[a]?.isHidden) - Number(file.tables[b]?.isHidden),
	);
	let best: ExportRefusal | null = null;
	for (const sheet of stated === null ? order : [stated.sheet]) {
		const table = file.tables[sheet];
		if (table === undefined) return refusal('E_CHANGED', { kind, encoding });
		for (const { firstRow, lastRow, rows, layout: found } of await findRegions(table, profile)) {
			if (stated !== null && firstRow !== stated.firstRow) continue;
			const layout: ExportLayout = {
				delimiter: 0,
				headerRowNo: found.headerBottom,
				lastRowNo: lastRow,
				isSequence: false,
				headers: found.headers,
				mappingIndex: null,
				orientation: null,
			};
			const reading = chooseReading(found.headers, profile, layout);
			const once = writtenOnceIn(rows, table.merges, reading, layout, profile);
			layout.writtenOnce = once.columns;
			const asOfHintS = asOfFromTitles(found.titles) ?? about.asOfHintS;
			const part = { ...about.part, table: { sheet, firstRow, lastRow } };
			const around = { titles: [...found.titles.flat(), table.name ?? ''], rows: rows.map(({ cells }) => cells) };
			const judged = judge(reading, layout, { ...about, part, kind, encoding, asOfHintS }, refusal, around);
			if (!isRefusal(judged)) {
				if (once.columns.length > 0) judged.findings.push(filledDown(once, found.headers));
				return judged;
			}
			if (best === null || (best.outcome === 'ignored' && judged.outcome === 'refused')) best = judged;
		}
	}
	// A page without a known table is what a system gives after the login has expired.
	if (kind === 'html' && (best === null || best.outcome === 'ignored')) return refusal('E_HTML', { encoding });
	return best ?? refusal('E_NO_EXPORT', { kind, encoding, outcome: 'ignored' });
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

/** Columns that the rows of a table say are written once a group. */
function writtenOnceIn(
	rows: readonly TableRow[],
	merges: readonly CellMerge[],
	reading: HeaderReading | null,
	{ headers, mappingIndex }: ExportLayout,
	profile: MappingProfile | null,
): WrittenOnce {
	if (reading === null) return { columns: [], rowCount: 0 };
	const mapping = mappingIndex === null ? null : (profile?.mappings[mappingIndex] ?? null);
	return findWrittenOnce(rows, sharedColumns(reading, mapping, headers), merges, reading.spec.dataset);
}

const filledDown = ({ columns, rowCount }: WrittenOnce, headers: readonly string[]): Finding => ({
	code: 'W_WRITTEN_ONCE',
	count: rowCount,
	params: { columns: columns.map((column) => (headers[column] ?? '').slice(0, 30)).join('、') },
});

function judge(
	reading: HeaderReading | null,
	layout: ExportLayout,
	base: Omit<ExportPlan, 'dataset' | 'fields' | 'findings' | 'layout'>,
	refusal: Refuse,
	around: { titles: readonly string[]; rows: readonly (readonly string[])[] } = { titles: [], rows: [] },
): ExportPlan | ExportRefusal {
	const { kind, encoding } = base;
	if (isSpecialGroupList(layout.headers, [base.fileName, ...around.titles], around.rows)) {
		return refusal('E_SPECIAL_GROUP', { kind, encoding });
	}
	if (reading === null) return refusal('E_NO_EXPORT', { kind, encoding, outcome: 'ignored' });
	const { dataset } = reading.spec;
	const old = oldSystemOf(layout.headers.join(' '));
	if (old !== null) return refusal('E_CRS_OLD', { kind, encoding, dataset, params: { system: old } });
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
	list('W_PROFILE_COLUMN', reading.absent);
	return { ...base, dataset, fields: reading.fields, findings, layout };
}

// Reads the records of an opened export as blocks, with the file's hash and what is to be said about it at the end.
// Memory is flat; a fault of a row is a rejection, a fault of the file ends in a refusal. Must not touch the cache.

import { stat } from 'node:fs/promises';
import { AreaBlockReader } from './area-block-reader.ts';
import { type ByteSource, openByteSource } from './byte-source.ts';
import { type CellBatch, makeTextBatch } from './cell-batch.ts';
import { ColumnStock } from './column-stock.ts';
import { ControlTotals } from './control-totals.ts';
import type { CoordinatePlan } from './coordinates/coordinate-columns.ts';
import { CsvScanner } from './csv-scanner.ts';
import { openCsvTable } from './csv-tables.ts';
import { ledgerSpecOf } from './datasets/ledger-specs.ts';
import { EventBlockReader } from './event-block-reader.ts';
import type { PlausibleBox } from './event-row-meaning.ts';
import { type FieldSources, resolveSources } from './field-source.ts';
import { stampOf } from './file-stamp.ts';
import { isRecord, JsonFault, readJson, textOfValue } from './json-elements.ts';
import { propertiesOf } from './json-shape.ts';
import { LedgerBlockReader } from './ledger-block-reader.ts';
import type { MappingProfile } from './mapping-profile.ts';
import { openTables } from './open-tables.ts';
import { readOrientation } from './orientation.ts';
import type { ExportPlan, ExportRefusal, ExportSummary, FileKind, Finding, RecordBlock } from './record-blocks.ts';
import { StepBlockReader } from './step-block-reader.ts';
import { readTableRows } from './table-rows.ts';
import { TableFault } from './table-source.ts';
import { isUtf8Encoding, makeCellDecoder, transcodeToUtf8 } from './text-encoding.ts';
import { ArchiveFault } from './zip-archive.ts';

export type { PlausibleBox } from './event-row-meaning.ts';

export interface ReadContext {
	/** The profile that the plan was made with; null without. */
	profile: MappingProfile | null;
	/** Where the district's coordinates can lie; null while it has no outline. */
	plausibleBox: PlausibleBox | null;
	/** How coordinates are read; absent or null: as degrees of WGS 84. */
	coordinates?: CoordinatePlan | null;
	/** Memory of the blocks, where they give it back. */
	stock?: ColumnStock;
	signal?: AbortSignal;
}

/** Makes blocks out of batches of cells; one implementation a dataset. */
interface BlockReader {
	rowsRead: number;
	readonly latestInstantS: number | null;
	read(batch: CellBatch, fraction: number, geometries?: readonly unknown[]): RecordBlock | null;
	/** Blocks that need all rows to be seen first. */
	finish?(): RecordBlock | null;
	findings(): Finding[];
}

/** Row counts at which export systems are known to cut (domain.md §6.1). */
const ROUND_CAPS = new Set([5_000, 10_000, 50_000, 65_535, 65_536, 100_000]);
const JSON_BATCH_ROWS = 8192;
const GEOMETRY_KINDS: ReadonlySet<FileKind> = new Set(['shapefile', 'kml']);

function makeReader(plan: ExportPlan, sources: FieldSources, context: ReadContext): BlockReader {
	switch (plan.dataset) {
		case 'event':
			return new EventBlockReader(
				sources,
				{
					plausibleBox: context.plausibleBox,
					fileTimeS: plan.fileTimeS,
					coordinates: context.coordinates ?? null,
				},
				context.stock ?? new ColumnStock(),
			);
		case 'event_step':
			return new StepBlockReader(sources, context.stock ?? new ColumnStock());
		case 'admin_unit':
		case 'grid':
			return new AreaBlockReader(plan.dataset, sources, plan.rootUnit);
		case null:
			throw new Error('a layer has no records');
		default:
			return new LedgerBlockReader(ledgerSpecOf(plan.dataset), sources, plan.fileTimeS);
	}
}

/** Reads the rows of a plan. Ends with the summary; `summary.refusal` says when nothing of it may be kept. */
export async function* readExport(plan: ExportPlan, context: ReadContext): AsyncGenerator<RecordBlock, ExportSummary> {
	const source = openByteSource({ path: plan.path, members: plan.part.members }, context.signal);
	const fault = (code: string, params: ExportRefusal['params']): ExportRefusal => ({
		fileName: plan.fileName,
		kind: plan.kind,
		encoding: plan.encoding,
		dataset: plan.dataset,
		outcome: 'refused',
		code,
		params,
	});
	const summary: ExportSummary = {
		sha256: '',
		rowsRead: 0,
		latestInstantS: null,
		findings: [],
		controlTotals: [],
		orientation: [],
		refusal: null,
	};
	try {
		if (plan.dataset === null) {
			const layers = await readOrientation(readElements(plan, source));
			summary.orientation = layers.orientation;
			summary.findings = layers.findings;
			summary.rowsRead = layers.rowsRead;
			if (layers.orientation.length === 0) summary.refusal = fault('E_NO_EXPORT', {});
		} else {
			const sources = resolveSources(plan, context.profile);
			const reader = makeReader(plan, sources, context);
			const late = yield* readKind(plan, source, sources, reader, summary);
			const last = reader.finish?.();
			if (last) yield last;
			if (late !== null) summary.refusal = fault(late.code, late.params);
			summary.rowsRead = reader.rowsRead;
			summary.latestInstantS = reader.latestInstantS;
			summary.findings = [...plan.findings, ...summary.findings, ...reader.findings()];
			if (ROUND_CAPS.has(reader.rowsRead))
				summary.findings.push({ code: 'W_CAP', count: reader.rowsRead, params: { rows: reader.rowsRead } });
			if (reader.rowsRead === 0) summary.refusal ??= fault('E_NO_ROWS', {});
		}
	} catch (error) {
		if (error instanceof JsonFault) summary.refusal = fault(error.code, { row: error.rowNo });
		else if (error instanceof ArchiveFault) summary.refusal = fault(error.code, {});
		else if (error instanceof TableFault) summary.refusal = fault(error.code, error.params);
		else throw error;
	}
	summary.sha256 = source.sha256();
	const after = await stat(plan.path).catch(() => null);
	const isSame = after !== null && stampOf(after) === plan.fileStamp;
	if (!isSame || (summary.refusal === null && source.bytesRead() !== plan.byteSize)) {
		summary.refusal ??= fault('E_CHANGED', {});
	}
	return summary;
}

/** Hands the cells of a plan to `take`, batch by batch, until it says false: for showing a file before it is read. */
export async function readCellBatches(
	plan: ExportPlan,
	sources: FieldSources,
	take: (batch: CellBatch) => boolean,
): Promise<void> {
	const source = openByteSource({ path: plan.path, members: plan.part.members });
	const reader: BlockReader = {
		rowsRead: 0,
		latestInstantS: null,
		read: (batch, fraction) =>
			take(batch) ? null : { dataset: 'grid', records: [], rejections: [], rowsRead: 0, fraction },
		findings: () => [],
	};
	const summary: ExportSummary = {
		sha256: '',
		rowsRead: 0,
		latestInstantS: null,
		findings: [],
		controlTotals: [],
		orientation: [],
		refusal: null,
	};
	for await (const _ of readKind(plan, source, sources, reader, summary)) return;
}

function readKind(
	plan: ExportPlan,
	source: ByteSource,
	sources: FieldSources,
	reader: BlockReader,
	summary: ExportSummary,
): AsyncGenerator<RecordBlock, LateFault> {
	if (plan.part.table !== null) return readTable(plan, plan.part.table.sheet, source, sources, reader, summary);
	return plan.kind === 'csv' ? readCsv(plan, source, sources, reader) : readRecords(plan, source, sources, reader);
}

type LateFault = { code: string; params: ExportRefusal['params'] } | null;

function readUtf8(plan: ExportPlan, source: ByteSource): AsyncGenerator<Buffer, void> {
	return transcodeToUtf8(source.chunks(), plan.encoding ?? 'utf-8');
}

function readElements(plan: ExportPlan, source: ByteSource): ReturnType<typeof readJson> {
	return readJson(readUtf8(plan, source), plan.layout.isSequence);
}

async function* readCsv(
	plan: ExportPlan,
	source: ByteSource,
	sources: FieldSources,
	reader: BlockReader,
): AsyncGenerator<RecordBlock, LateFault> {
	const { delimiter, headerRowNo } = plan.layout;
	// `|` may be the second byte of a GB18030 character; the other delimiters never are. In UTF-16 any byte may be.
	const encoding = plan.encoding ?? 'utf-8';
	const isTranscoded = !isUtf8Encoding(encoding) && (encoding !== 'gb18030' || delimiter === 0x7c);
	const scanner = new CsvScanner({
		delimiter,
		slotOfColumn: sources.slotOfColumn,
		slotCount: sources.slotCount,
		skipRows: headerRowNo,
		decode: makeCellDecoder(isTranscoded ? 'utf-8' : encoding),
	});
	const fraction = (): number => Math.min(1, source.bytesRead() / Math.max(1, plan.byteSize));
	let isFirst = plan.encoding === 'utf-8-bom';
	for await (const chunk of isTranscoded ? readUtf8(plan, source) : source.chunks()) {
		scanner.append(isFirst ? chunk.subarray(3) : chunk);
		isFirst = false;
		for (let batch = scanner.next(); batch !== null; batch = scanner.next()) {
			const block = reader.read(batch, fraction());
			if (block !== null) yield block;
		}
		if (scanner.endlessRowNo !== null) break;
	}
	scanner.finish();
	for (let batch = scanner.next(); batch !== null; batch = scanner.next()) {
		const block = reader.read(batch, 1);
		if (block !== null) yield block;
	}
	if (scanner.endlessRowNo !== null) return { code: 'E_OPEN_QUOTE', params: { row: scanner.endlessRowNo } };
	return scanner.isCut ? { code: 'E_TRUNCATED', params: { row: scanner.rowNo } } : null;
}

async function* readRecords(
	plan: ExportPlan,
	source: ByteSource,
	sources: FieldSources,
	reader: BlockReader,
): AsyncGenerator<RecordBlock, LateFault> {
	const keys = plan.layout.headers;
	const wanted = keys
		.map((key, column) => ({ key, slot: sources.slotOfColumn[column] as number }))
		.filter(({ slot }) => slot >= 0);
	let columns: string[][] = Array.from({ length: sources.slotCount }, () => []);
	let rowNos: number[] = [];
	let geometries: unknown[] = [];
	const flush = (): RecordBlock | null => {
		const block = reader.read(
			makeTextBatch(columns, Uint32Array.from(rowNos), false),
			Math.min(1, source.bytesRead() / Math.max(1, plan.byteSize)),
			plan.kind === 'geojson' ? geometries : undefined,
		);
		columns = Array.from({ length: sources.slotCount }, () => []);
		rowNos = [];
		geometries = [];
		return block;
	};
	for await (const { rowNo, value } of readElements(plan, source)) {
		const record = isRecord(value) ? propertiesOf(value) : {};
		for (const { key, slot } of wanted)
			columns[slot]?.push(textOfValue(Object.hasOwn(record, key) ? record[key] : null));
		rowNos.push(rowNo);
		geometries.push(isRecord(value) && value['type'] === 'Feature' ? value['geometry'] : null);
		if (rowNos.length < JSON_BATCH_ROWS) continue;
		const block = flush();
		if (block !== null) yield block;
	}
	const block = flush();
	if (block !== null) yield block;
	return null;
}

async function* readTable(
	plan: ExportPlan,
	sheet: number,
	source: ByteSource,
	sources: FieldSources,
	reader: BlockReader,
	summary: ExportSummary,
): AsyncGenerator<RecordBlock, LateFault> {
	// The bytes are read once for their hash; the format decides by itself in which order it wants them again.
	for await (const _ of source.chunks());
	const place = { path: plan.path, members: plan.part.members };
	const { delimiter, headers } = plan.layout;
	const file =
		plan.kind === 'csv'
			? openCsvTable(place, plan.byteSize, plan.encoding ?? 'utf-8', { delimiter, width: headers.length })
			: await openTables(place, plan.byteSize);
	try {
		const table = file?.tables[sheet];
		if (table === undefined) return { code: 'E_CHANGED', params: {} };
		const totals = new ControlTotals(plan.layout.headers);
		const batches = readTableRows(table, plan.layout, sources.slotOfColumn, sources.slotCount, totals);
		for await (const { batch, geometries, fraction } of batches) {
			const block = reader.read(batch, fraction, GEOMETRY_KINDS.has(plan.kind) ? geometries : undefined);
			if (block !== null) yield block;
		}
		summary.controlTotals = totals.found;
		const { differing } = totals;
		if (differing.length > 0) {
			const places = differing
				.slice(0, 5)
				.map((total) => `${total.label} ${total.column} ${total.stated}≠${total.counted}`);
			summary.findings.push({ code: 'W_TOTALS', count: differing.length, params: { places: places.join('；') } });
		}
		const formulas = table.emptyFormulas();
		if (formulas > 0) summary.findings.push({ code: 'W_FORMULA', count: formulas, params: {} });
		return null;
	} finally {
		file?.close();
	}
}

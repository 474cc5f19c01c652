// Bringing exports in: runs, batches, quarantine, profiles (cli.md).

import { z } from 'zod';
import { DATASETS } from '../../domain/codes.ts';
import { ERROR_CODES } from '../errors.ts';
import { Count, Instant } from './values.ts';

export const OUTCOMES = ['committed', 'dryRun', 'unchanged', 'held', 'refused', 'ignored'] as const;
export const FILE_KINDS = [
	'csv',
	'json',
	'ndjson',
	'geojson',
	'xlsx',
	'xls',
	'html',
	'spreadsheetml',
	'shapefile',
	'kml',
	'unknown',
] as const;
export const ENCODINGS = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be', 'binary'] as const;
export const IMPORT_MODES = ['full', 'increment'] as const;

/** Systems that coordinates arrive in; wgs84 stands for CGCS2000 as well, gk117 … for the 3° zones of Zhejiang. */
export const COORDINATE_SYSTEMS = ['wgs84', 'gcj02', 'bd09', 'gk117', 'gk120', 'gk123'] as const;

export const RowCounts = z.strictObject({
	read: Count,
	inserted: Count,
	updated: Count,
	unchanged: Count,
	folded: Count,
	quarantined: Count,
	vanished: Count,
});

const Finding = z.strictObject({ code: z.string(), count: Count, message: z.string(), messageEn: z.string() });

/** A subtotal or total of the sheet, compared with the rows it stands for. */
const ControlTotal = z.strictObject({
	row: Count,
	/** As the sheet says it: 小计, 合计, 城东街道小计. */
	label: z.string(),
	/** Header of the column; '' for a count of rows beside the label. */
	column: z.string(),
	stated: z.number(),
	counted: z.number(),
	isEqual: z.boolean(),
});

/** What became of one file; the shape `gridhelm import --json` prints. */
export const BatchReport = z.strictObject({
	batchId: Count.nullable(),
	file: z.string(),
	sha256: z.string().nullable(),
	dataset: z.enum(DATASETS).nullable(),
	kind: z.enum(FILE_KINDS),
	encoding: z.enum(ENCODINGS).nullable(),
	mode: z.enum(IMPORT_MODES).nullable(),
	asOf: Instant.nullable(),
	outcome: z.enum(OUTCOMES),
	rows: RowCounts,
	warnings: z.array(Finding),
	rejections: z.array(
		z.strictObject({
			code: z.string(),
			count: Count,
			first: z.strictObject({ row: Count, column: z.string().nullable() }),
		}),
	),
	/** Totals that the file itself states, beside what was read; those that differ first. */
	controlTotals: z.array(ControlTotal),
	/** Of a held file: what the operator must decide. */
	heldBy: z.enum(['quarantined', 'coordinates', 'vanished']).nullable(),
	/** One sentence: what happened, what still works, what to do. Chinese; `messageEn` is the same in English. */
	message: z.string(),
	messageEn: z.string(),
});

export const ImportStartInput = z.strictObject({
	/** References the host gave for chosen or uploaded files. */
	files: z.array(z.string().min(1)).min(1).max(200),
	/** Name of a known profile, or the reference of a profile file that the host registered. */
	profile: z.string().nullable().default(null),
	mode: z.enum(IMPORT_MODES).nullable().default(null),
	/** As-of that the operator states for all files of the run. */
	asOf: Instant.nullable().default(null),
	acceptHeld: z.boolean().default(false),
	/** System of the coordinates that the operator states for all files of the run. */
	coordinates: z.enum(COORDINATE_SYSTEMS).nullable().default(null),
	dryRun: z.boolean().default(false),
});
export const ImportRun = z.strictObject({
	runId: Count,
	state: z.enum(['running', 'done', 'cancelled', 'failed']),
	file: z.string().nullable(),
	fileIndex: Count,
	fileCount: Count,
	stage: z.enum(['reading', 'writing', 'indexing', 'done']),
	rowsRead: Count,
	/** 0 to 1 over the present file; null when unknown. */
	fraction: z.number().min(0).max(1).nullable(),
	secondsLeft: z.number().nonnegative().nullable(),
	reports: z.array(BatchReport),
	/** Why it failed, in Chinese; `failureCode` lets others word it. */
	failure: z.string().nullable(),
	failureCode: z.enum(ERROR_CODES).nullable(),
});

export const Batch = z.strictObject({
	batchId: Count,
	file: z.string(),
	sha256: z.string(),
	dataset: z.enum(DATASETS),
	kind: z.enum(FILE_KINDS),
	encoding: z.enum(ENCODINGS).nullable(),
	mode: z.enum(IMPORT_MODES),
	profile: z.string().nullable(),
	asOf: Instant.nullable(),
	committedAt: Instant,
	undoneAt: Instant.nullable(),
	rows: RowCounts,
	/** The batch whose rows it holds, corrected by hand; null for a file. */
	correctionOf: Count.nullable(),
	/** False when a later batch builds on it; `undoBlockedBy` names those. */
	canUndo: z.boolean(),
	undoBlockedBy: z.array(Count),
});

export const QuarantineRow = z.strictObject({
	quarantineId: Count,
	batchId: Count,
	file: z.string(),
	row: Count,
	column: z.string().nullable(),
	/** Spreadsheet address as in E47. */
	cell: z.string().nullable(),
	code: z.string(),
	message: z.string(),
	messageEn: z.string(),
	fix: z.string(),
	fixEn: z.string(),
	/** Whitelisted cells only. */
	cells: z.record(z.string(), z.string()),
	/** Columns that can be corrected by hand, in the order of the file; none where the row may not be kept. */
	columns: z.array(z.string()),
	/** Column → what was typed in its place. */
	corrections: z.record(z.string(), z.string()),
	correctedAt: Instant.nullable(),
});

/** A cell typed anew; null takes the correction back. */
export const CorrectRowInput = z.strictObject({
	quarantineId: Count,
	column: z.string().min(1).max(200),
	text: z.string().max(200).nullable(),
});
export const CorrectRowOutput = z.strictObject({ row: QuarantineRow });

/** Rows set aside as an xlsx for their sender. */
export const QuarantineBook = z.strictObject({
	fileName: z.string(),
	rows: Count,
	/** Bytes of the workbook. */
	base64: z.string(),
});

export const ProfileInfo = z.strictObject({ name: z.string(), title: z.string(), dataset: z.enum(DATASETS) });

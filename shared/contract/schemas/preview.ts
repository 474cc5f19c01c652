// The rehearsal of an import: what would happen to every file, and to the figures, before anything is changed.

import { z } from 'zod';
import { DATASETS } from '../../domain/codes.ts';
import { ERROR_CODES } from '../errors.ts';
import { BatchReport, COORDINATE_SYSTEMS, IMPORT_MODES, QuarantineRow } from './imports.ts';
import { AreaCode, Count, IndicatorCode, Instant, PeriodCode, ReadingLevelSchema } from './values.ts';

/** How a column came to its field, or why it has none. */
const MAPPED_BY = ['header', 'profile', 'personal', 'doubled', 'unknown', 'ignored'] as const;
/** Kinds of fault that a file may have although every row of it can be read. */
const DATA_FAULTS = ['halfDay', 'newWords', 'changedUnit', 'doubled', 'dayShift', 'utcHours', 'oldFile'] as const;

/** Kinds of delivered words that a person can give a code. */
export const WORD_KINDS = ['category', 'source', 'status', 'unit'] as const;
/** Kinds of personal data that are taken out; `column` = dropped unread. */
export const PERSONAL_KINDS = [
	'column',
	'name',
	'mobile',
	'landline',
	'identity',
	'bankCard',
	'plate',
	'address',
	'contact',
	'sensitiveText',
] as const;

const PreviewColumn = z.strictObject({
	/** As delivered. */
	header: z.string(),
	/** Field of the dataset (snake_case); null for a column that is left out. */
	field: z.string().nullable(),
	mappedBy: z.enum(MAPPED_BY),
	/** Cells of the first rows that may be shown, unlike ones first; '…' where a cell may not. */
	samples: z.array(z.string()).max(5),
});

/** A field that the dataset takes, for choosing one in the mapping. */
const PreviewField = z.strictObject({
	field: z.string(),
	/** Best known header. */
	title: z.string(),
	kind: z.enum(['code', 'word', 'instant', 'number', 'flag', 'text']),
	isRequired: z.boolean(),
});

/** Delivered words of the file that no dictionary knows, with the rows they stand in. */
const PreviewWord = z.strictObject({ kind: z.enum(WORD_KINDS), raw: z.string(), rows: Count });

/** What looks like a fault of the data rather than life. */
export const DataFault = z.strictObject({
	kind: z.enum(DATA_FAULTS),
	/** Rows concerned. */
	rows: Count,
	/** Towns concerned, in official order; empty = the whole file. */
	areas: z.array(AreaCode),
	message: z.string(),
	messageEn: z.string(),
});

export const FilePreview = z.strictObject({
	/** As an import would report it; `dryRun` where it would be written. */
	report: BatchReport,
	/** The operator must take it as it is (too many rows set aside, coordinates in doubt): counts are those of taking it. */
	isHeld: z.boolean(),
	/** Why it is held, in words. */
	heldBy: BatchReport.shape.heldBy,
	heldReason: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
	/** Profile it was read with. */
	profile: z.strictObject({ name: z.string(), title: z.string(), version: Count }).nullable(),
	columns: z.array(PreviewColumn),
	fields: z.array(PreviewField),
	quarantine: z.array(QuarantineRow).max(200),
	/** Personal data found and taken out, by kind: `column` counts columns dropped unread. */
	personal: z.array(z.strictObject({ kind: z.enum(PERSONAL_KINDS), count: Count })),
	unknownWords: z.array(PreviewWord).max(200),
	faults: z.array(DataFault),
});

/** One reading that the import would move. */
export const ReadingMove = z.strictObject({
	indicator: IndicatorCode,
	area: AreaCode,
	areaName: z.string(),
	level: ReadingLevelSchema,
	period: PeriodCode,
	before: z.number().nullable(),
	after: z.number().nullable(),
	/** Fault of the data that this move follows from, where one does. */
	fault: z.enum(DATA_FAULTS).nullable(),
});

export const PreviewInput = z.strictObject({
	files: z.array(z.string().min(1)).min(1).max(200),
	profile: z.string().nullable().default(null),
	mode: z.enum(IMPORT_MODES).nullable().default(null),
	asOf: Instant.nullable().default(null),
	coordinates: z.enum(COORDINATE_SYSTEMS).nullable().default(null),
});
export const PreviewRef = z.strictObject({ previewId: Count });
export const Preview = z.strictObject({
	previewId: Count,
	state: z.enum(['running', 'done', 'cancelled', 'failed']),
	file: z.string().nullable(),
	fileIndex: Count,
	fileCount: Count,
	stage: z.enum(['copying', 'reading', 'writing', 'comparing', 'done']),
	rowsRead: Count,
	fraction: z.number().min(0).max(1).nullable(),
	secondsLeft: z.number().nonnegative().nullable(),
	files: z.array(FilePreview),
	/** Readings that would change, district first, then towns in official order. */
	moves: z.array(ReadingMove).max(5_000),
	/** Readings compared. */
	comparedCount: Count,
	/** Why it failed, in Chinese; `failureCode` lets others word it. */
	failure: z.string().nullable(),
	failureCode: z.enum(ERROR_CODES).nullable(),
});

/** A profile as it is kept: its version grows with every change. */
export const StoredProfile = z.strictObject({
	name: z.string(),
	title: z.string(),
	datasets: z.array(z.enum(DATASETS)),
	version: Count,
	isRemembered: z.boolean(),
	savedAt: Instant.nullable(),
	/** The profile's JSON text, as `gridhelm profiles --schema` describes it. */
	json: z.string(),
});

// What reading an export yields: blocks of typed records with their row numbers, and rejections with a reason.
// Made by exports/ (meaning within a row), consumed by sync/ (meaning against the cache). Crosses a worker boundary.

import type { ENCODINGS, FILE_KINDS } from '../../../shared/contract/schemas/imports.ts';
import type { Dataset, LedgerDataset } from '../../../shared/domain/codes.ts';
import type { RawPoints } from './coordinates/coordinate-columns.ts';

/** Row kept out of the cache, with its address and whitelisted cells (never personal columns or free text). */
export interface Rejection {
	/** 1-based physical row in the file (header = 1), or feature index + 1 for JSON and GeoJSON. */
	rowNo: number;
	column: string | null;
	/** Spreadsheet address such as E47, null for JSON. */
	cell: string | null;
	code: string;
	cells: Record<string, string>;
	/** Cells of the whole row by physical column, scrubbed, null where none is read; null when it may not be kept. */
	kept: (string | null)[] | null;
}

/** Numeric event columns of a block, Float64Array with NaN for NULL. Instants in epoch seconds, flags 0/1. */
export const EVENT_NUMBER_COLUMNS = [
	'lng',
	'lat',
	'severity',
	'occurredAt',
	'reportedAt',
	'acceptedAt',
	'dispatchedAt',
	'signedAt',
	'disposedAt',
	'closedAt',
	'dueAt',
	'dueAtOrig',
	'pauseMinutes',
	'isSelfClosed',
	'reportedOnTime',
	'handlingLevel',
	'returnCnt',
	'reworkCnt',
	'extendCnt',
	'urgeCnt',
	'superviseLevel',
	'satisfaction',
	'isCrossDept',
	'isSensitive',
	'resultPublished',
	/** Characters of the description as delivered, of the title where there is none. */
	'textLength',
	/** A number made of the address as delivered; NaN where it names no place. */
	'placeKey',
	/** Bits DATE_ONLY of indicators/event-columns.ts; never NaN. */
	'dateOnly',
	/** Bits EVENT_FLAG that the row alone decides (selfClosed, reported flags, clockFault, acceptedFromReported …); never NaN. */
	'flags',
] as const;
export type EventNumberColumn = (typeof EVENT_NUMBER_COLUMNS)[number];

/**
 * Dictionary columns: each cell is an index into the file's growing word list of that column, -1 = NULL.
 * `category` words are l1 ␟ l2 (unit separator U+001F), `place` words town ␟ village ␟ grid ␟ micro, as delivered
 * after trimming and width folding; the others are the delivered word. Words never end mid-character.
 */
export const EVENT_WORD_COLUMNS = ['category', 'source', 'status', 'unit', 'limit', 'place'] as const;
export type EventWordColumn = (typeof EVENT_WORD_COLUMNS)[number];

/** Free text of an event, stored scrubbed; NULL where nothing was delivered or the class is sensitive. */
export const EVENT_TEXT_COLUMNS = ['title', 'description', 'address'] as const;
export type EventTextColumn = (typeof EVENT_TEXT_COLUMNS)[number];

export interface EventBlock {
	/** Coordinates as delivered, beside the converted ones in `numbers`; absent without such columns. */
	rawPoints?: RawPoints;
	dataset: 'event';
	rowCount: number;
	rowNo: Uint32Array;
	eventId: string[];
	/** JSON array text or null; absent when the file has no such column. */
	coUnits?: (string | null)[];
	/** Scrubbed texts, only of columns that the file has. */
	texts?: Partial<Record<EventTextColumn, (string | null)[]>>;
	numbers: Record<EventNumberColumn, Float64Array>;
	words: Record<EventWordColumn, Int32Array>;
	/** Words first met in this block, appended to each column's list. */
	newWords: Record<EventWordColumn, string[]>;
	/**
	 * Beside each of newWords: the standard code it maps to by the profile's dictionary or the default taxonomy
	 * (category, source, status; limit as W3, H24 …), null = unmapped. Always null for unit and place.
	 */
	newWordCodes: Record<EventWordColumn, (string | null)[]>;
	rejections: Rejection[];
	/** Data rows of the file covered so far (rejected ones included; title, blank and total rows not), and share of its bytes. */
	rowsRead: number;
	fraction: number;
}

/** Of a grid: its board, base data, risk and dates. Days are Shanghai day numbers, flags 0 or 1; null is not delivered. */
export interface GridFacts {
	boardInstalled: number | null;
	boardUpdatedOn: number | null;
	/** The board names the present staff. */
	boardCurrent: number | null;
	profileUpdatedOn: number | null;
	riskLevel: string | null;
	validFromOn: number | null;
	/** First day on which it no longer stands. */
	validToOn: number | null;
}

/** One administrative unit or grid, as delivered. Codes are TEXT, never padded. */
export interface AreaRecord {
	rowNo: number;
	code: string;
	name: string;
	shortName: string | null;
	level: 'district' | 'town' | 'village' | 'grid' | 'microGrid';
	parentCode: string | null;
	sortNo: number | null;
	unitType: string | null;
	gridType: 'base' | 'dedicated' | 'micro' | null;
	specialUnitType: string | null;
	stdCode: string | null;
	urbanRuralCode: string | null;
	divisionBasis: string | null;
	households: number | null;
	popResident: number | null;
	popRegistered: number | null;
	popFloating: number | null;
	areaM2: number | null;
	/** What only a grid's file tells; null for a unit. */
	gridFacts: GridFacts | null;
	isActive: boolean;
	/** GeoJSON geometry text in WGS 84, checked (closed, not self-crossing, rings the right way); null without one. */
	geometry: string | null;
}

export interface AreaBlock {
	dataset: 'admin_unit' | 'grid';
	records: AreaRecord[];
	rejections: Rejection[];
	rowsRead: number;
	fraction: number;
}

export interface StepBlock {
	dataset: 'event_step';
	rowCount: number;
	rowNo: Uint32Array;
	eventId: string[];
	numbers: Record<'seq' | 'opAt' | 'receivedAt' | 'dueAt' | 'usedWorkMinutes' | 'isTimeout', Float64Array>;
	words: Record<'node' | 'op' | 'fromUnit' | 'toUnit' | 'operatorRole', Int32Array>;
	newWords: Record<'node' | 'op' | 'fromUnit' | 'toUnit' | 'operatorRole', string[]>;
	rejections: Rejection[];
	rowsRead: number;
	fraction: number;
}

/** Words that name a place, as delivered; '' where not delivered. `grid` may hold the code or name of any area. */
export interface DeliveredPlace {
	town: string;
	village: string;
	grid: string;
}

/** A row of a ledger: cells in the order of the spec's columns, NULL where blank or not delivered. */
export interface LedgerRecord {
	rowNo: number;
	/** Words and units as delivered; an id that must be hashed before it is stored begins with TO_HASH. */
	cells: (string | number | null)[];
	/** Null when the row names no place. */
	place: DeliveredPlace | null;
}

/** Begins a cell whose text must never be stored, only its keyed hash. */
export const TO_HASH = '\u0000';

export interface LedgerBlock {
	dataset: LedgerDataset;
	records: LedgerRecord[];
	/** Latest instant that tells when the file was made, not after the file's own time; null without any. */
	latestInstantS: number | null;
	rejections: Rejection[];
	rowsRead: number;
	fraction: number;
}

export type RecordBlock = EventBlock | AreaBlock | StepBlock | LedgerBlock;

export interface Finding {
	code: string;
	count: number;
	/** Values for the gaps of the sentence. */
	params: Record<string, string | number>;
}

export type FileKind = Exclude<(typeof FILE_KINDS)[number], 'unknown'>;
export type FileEncoding = Exclude<(typeof ENCODINGS)[number], 'binary'>;

/** Which part of a file on disk is one export. */
export interface ExportPart {
	/** Positions in an archive and in an archive inside it, from outside in; empty for the file itself. */
	members: readonly number[];
	/** One table of a workbook: its sheet and the rows it stands in (null = to the end); null lets the reader choose. */
	table: { sheet: number; firstRow: number; lastRow: number | null } | null;
}

/** What a file turned out to be, before its rows are read. */
export interface ExportPlan {
	path: string;
	part: ExportPart;
	/** Name shown to people and kept as provenance; never a path. */
	fileName: string;
	byteSize: number;
	/** Size of the file on disk: of the archive, for a member of one. */
	diskSize: number;
	/** Tells this state of the file on disk from any later one. */
	fileStamp: string;
	/** Modification time of the file, epoch seconds. */
	fileTimeS: number;
	kind: FileKind;
	/** Null where the format itself says how text is stored. */
	encoding: FileEncoding | null;
	/**
	 * Null for a layer of roads or water: no record blocks come, only ExportSummary.orientation, which sync stores
	 * in orientation_layer (whole layer replaced, nothing counted).
	 */
	dataset: Dataset | null;
	profile: string | null;
	/** The district that the profile states (made when missing: parent of towns without one); null without. */
	rootUnit: { code: string; name: string; level: 'district' } | null;
	/** Units that only events name are made from their names, `name:<town>/<village>` (cli.md). */
	createUnitsFromNames: boolean;
	/** Name of the system the file comes from: the profile's, else 'default'. */
	sourceSystem: string;
	/** Fields that some column delivers (snake_case of domain.md §3). */
	fields: string[];
	/** As-of from a 统计/导出时间 line or the file name; null when only the rows can tell. */
	asOfHintS: number | null;
	findings: Finding[];
	/** How to read it again; means nothing outside exports/. */
	layout: ExportLayout;
}

/** Where the records of a file lie and what its columns are called. */
export interface ExportLayout {
	/** CSV: the delimiting byte; 0 for JSON. */
	delimiter: number;
	/** 1-based row of the header in a CSV, last one of it in a table; 0 for JSON. */
	headerRowNo: number;
	/** Last row of the table, null = to the end of the file. */
	lastRowNo: number | null;
	/** JSON objects one after another instead of a list. */
	isSequence: boolean;
	/** Header cells (CSV) or keys (JSON) as delivered. */
	headers: string[];
	/** Which mapping of the profile fits; null = header synonyms. */
	mappingIndex: number | null;
	/** Layer name of an orientation GeoJSON without a dataset. */
	orientation: 'road' | 'water' | null;
	/** Columns whose value stands only in the first row of its group, though no merge says so. */
	writtenOnce?: readonly number[];
}

/** Why a file was not taken; the cache stays as it was. */
export interface ExportRefusal {
	fileName: string;
	kind: FileKind | 'unknown';
	encoding: FileEncoding | 'binary' | null;
	dataset: Dataset | null;
	/** `refused`: a fault of the file; `held`: the operator must decide; `ignored`: no export at all. */
	outcome: 'refused' | 'held' | 'ignored';
	code: string;
	params: Record<string, string | number>;
}

/** A total that the sheet itself states, beside what was read. */
export interface ControlTotal {
	rowNo: number;
	/** As the sheet says it: 小计, 合计, 城东街道小计. */
	label: string;
	/** Header of the column; '' for a count of rows beside the label. */
	column: string;
	stated: number;
	counted: number;
}

/** What is known when the last block has been read. */
export interface ExportSummary {
	/** Of the file's bytes, lower-case hex, computed while reading. */
	sha256: string;
	rowsRead: number;
	/** Latest reported, accepted, disposed or closed instant in the rows (never a due time), epoch seconds; null without any. */
	latestInstantS: number | null;
	findings: Finding[];
	controlTotals: ControlTotal[];
	/** Orientation layers (roads, water) of a GeoJSON that is no dataset; each replaces the layer of that name. */
	orientation: { name: 'road' | 'water'; geojson: string }[];
	/**
	 * Set when the end of the file showed it to be no whole export (cut off, changed while read, wrong encoding far
	 * inside): nothing of it may be committed; the refusal is reported as if openExport had given it.
	 */
	refusal: ExportRefusal | null;
}

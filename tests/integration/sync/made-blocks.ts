// Hand-made blocks and a reader that yields them, so that sync is tested without any file. No personal data, no clock.

import { createHash } from 'node:crypto';
import {
	type AreaRecord,
	EVENT_NUMBER_COLUMNS,
	EVENT_WORD_COLUMNS,
	type EventBlock,
	type EventNumberColumn,
	type EventWordColumn,
	type ExportPlan,
	type ExportSummary,
	type RecordBlock,
	type Rejection,
	type StepBlock,
} from '../../../electron/services/exports/record-blocks.ts';
import type { ExportReader } from '../../../electron/services/sync/import-file.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';

/** One event as a test writes it: instants as ISO text, words as text, `town/village/grid` as place. */
export interface MadeEvent {
	id: string;
	rowNo?: number;
	place?: string;
	category?: string;
	source?: string;
	status?: string;
	unit?: string;
	limit?: string;
	coUnits?: string;
	at?: Partial<Record<EventNumberColumn, string | number>>;
}

/** Codes that words map to in these tests; others stay unmapped. */
const CODES: Readonly<Record<string, string>> = {
	已办结: '60',
	已归档: '70',
	处置中: '31',
	占道经营: '0402',
	网格员巡查: '01',
};

function number(value: string | number | undefined): number {
	if (value === undefined) return Number.NaN;
	return typeof value === 'number' ? value : (parseIso(value) ?? Number.NaN);
}

/** Splits events into blocks of `size` rows, each with the words first met in it. */
export function eventBlocks(events: readonly MadeEvent[], rejections: Rejection[] = [], size = 3): EventBlock[] {
	const lists = Object.fromEntries(EVENT_WORD_COLUMNS.map((name) => [name, [] as string[]])) as Record<
		EventWordColumn,
		string[]
	>;
	const blocks: EventBlock[] = [];
	for (let from = 0; from < Math.max(events.length, 1); from += size) {
		const part = events.slice(from, from + size);
		const newWords = Object.fromEntries(EVENT_WORD_COLUMNS.map((name) => [name, [] as string[]])) as Record<
			EventWordColumn,
			string[]
		>;
		const wordOf = (name: EventWordColumn, word: string | undefined): number => {
			if (word === undefined) return -1;
			const known = lists[name].indexOf(word);
			if (known >= 0) return known;
			newWords[name].push(word);
			return lists[name].push(word) - 1;
		};
		const words = Object.fromEntries(
			EVENT_WORD_COLUMNS.map((name) => [
				name,
				Int32Array.from(part, (event) => wordOf(name, event[name]?.replaceAll('/', '\u001f'))),
			]),
		) as Record<EventWordColumn, Int32Array>;
		const numbers = Object.fromEntries(
			EVENT_NUMBER_COLUMNS.map((name) => [
				name,
				Float64Array.from(part, (event) =>
					number(event.at?.[name] ?? (name === 'flags' || name === 'dateOnly' ? 0 : undefined)),
				),
			]),
		) as Record<EventNumberColumn, Float64Array>;
		const isLast = from + size >= events.length;
		const hasCoUnits = part.some((event) => event.coUnits !== undefined);
		blocks.push({
			dataset: 'event',
			rowCount: part.length,
			rowNo: Uint32Array.from(part, (event, index) => event.rowNo ?? from + index + 2),
			eventId: part.map((event) => event.id),
			...(hasCoUnits ? { coUnits: part.map((event) => event.coUnits ?? null) } : {}),
			numbers,
			words,
			newWords,
			newWordCodes: Object.fromEntries(
				EVENT_WORD_COLUMNS.map((name) => [name, newWords[name].map((word) => CODES[word] ?? null)]),
			) as Record<EventWordColumn, (string | null)[]>,
			rejections: isLast ? rejections : [],
			rowsRead: from + part.length + (isLast ? rejections.length : 0),
			fraction: isLast ? 1 : (from + part.length) / events.length,
		});
	}
	return blocks;
}

/** An area record with nothing but what is given. */
export function area(given: Pick<AreaRecord, 'code' | 'name' | 'level'> & Partial<AreaRecord>): AreaRecord {
	return {
		rowNo: 2,
		shortName: null,
		parentCode: null,
		sortNo: null,
		unitType: null,
		gridType: null,
		specialUnitType: null,
		stdCode: null,
		urbanRuralCode: null,
		divisionBasis: null,
		households: null,
		popResident: null,
		popRegistered: null,
		popFloating: null,
		areaM2: null,
		gridFacts: null,
		isActive: true,
		geometry: null,
		...given,
	};
}

/** A square polygon as GeoJSON text. */
export function square(west: number, south: number, size: number): string {
	const [east, north] = [west + size, south + size];
	return JSON.stringify({
		type: 'Polygon',
		coordinates: [
			[
				[west, south],
				[east, south],
				[east, north],
				[west, north],
				[west, south],
			],
		],
	});
}

export interface MadeStep {
	event: string;
	seq?: number;
	op?: string;
	at?: string;
	unit?: string;
}

/** One block of steps. */
export function stepBlock(steps: readonly MadeStep[]): StepBlock {
	const lists = {
		node: [] as string[],
		op: [] as string[],
		fromUnit: [] as string[],
		toUnit: [] as string[],
		operatorRole: [] as string[],
	};
	const index = (list: string[], word: string | undefined): number => {
		if (word === undefined) return -1;
		const known = list.indexOf(word);
		return known >= 0 ? known : list.push(word) - 1;
	};
	const none = () => new Int32Array(steps.length).fill(-1);
	const nan = () => new Float64Array(steps.length).fill(Number.NaN);
	return {
		dataset: 'event_step',
		rowCount: steps.length,
		rowNo: Uint32Array.from(steps, (_, i) => i + 2),
		eventId: steps.map((step) => step.event),
		numbers: {
			seq: Float64Array.from(steps, (step) => step.seq ?? Number.NaN),
			opAt: Float64Array.from(steps, (step) => number(step.at)),
			receivedAt: nan(),
			dueAt: nan(),
			usedWorkMinutes: nan(),
			isTimeout: nan(),
		},
		words: {
			node: none(),
			op: Int32Array.from(steps, (step) => index(lists.op, step.op)),
			fromUnit: none(),
			toUnit: Int32Array.from(steps, (step) => index(lists.toUnit, step.unit)),
			operatorRole: none(),
		},
		newWords: lists,
		rejections: [],
		rowsRead: steps.length,
		fraction: 1,
	};
}

export interface MadeExport {
	fileName: string;
	dataset: ExportPlan['dataset'];
	blocks: readonly RecordBlock[];
	plan?: Partial<ExportPlan>;
	/** Warnings of the reader. */
	findings?: ExportSummary['findings'];
	/** Content by which the file is known again; the name where not given. */
	content?: string;
}

const FILE_TIME = parseIso('2026-11-24T02:00:00+08:00') ?? 0;
const EVENT_FIELDS = [
	'event_id',
	'town_code',
	'village_code',
	'grid_code',
	'micro_code',
	'lng',
	'lat',
	'cat_l1',
	'cat_l2',
	'source',
	'status',
	'lead_unit',
	'limit_value',
	'reported_at',
	'accepted_at',
	'disposed_at',
	'closed_at',
	'due_at',
];

/** A reader that knows these exports by their path (= file name). */
export function madeReader(exports: readonly MadeExport[]): ExportReader {
	const byPath = new Map(exports.map((one) => [one.fileName, one]));
	return {
		async open(file) {
			const made = byPath.get(file.path);
			if (!made) {
				return {
					fileName: file.fileName,
					kind: 'unknown',
					encoding: null,
					dataset: null,
					outcome: 'ignored',
					code: 'E_NO_EXPORT',
					params: {},
				};
			}
			return {
				path: file.path,
				fileName: made.fileName,
				part: { members: [], table: null },
				byteSize: 1,
				diskSize: 1,
				fileStamp: '',
				fileTimeS: FILE_TIME,
				kind: 'csv',
				encoding: 'utf-8',
				dataset: made.dataset,
				profile: null,
				rootUnit: null,
				createUnitsFromNames: false,
				sourceSystem: 'default',
				fields: EVENT_FIELDS,
				asOfHintS: null,
				findings: [],
				layout: {
					delimiter: 44,
					headerRowNo: 1,
					lastRowNo: null,
					isSequence: false,
					headers: [],
					mappingIndex: null,
					orientation: null,
				},
				...made.plan,
			};
		},
		async *read(plan): AsyncGenerator<RecordBlock, ExportSummary> {
			const made = byPath.get(plan.path);
			if (!made) throw new Error('no such made export');
			let rowsRead = 0;
			for (const block of made.blocks) {
				rowsRead = block.rowsRead;
				yield block;
			}
			return {
				sha256: createHash('sha256')
					.update(made.content ?? made.fileName)
					.digest('hex'),
				rowsRead,
				latestInstantS: null,
				findings: made.findings ?? [],
				controlTotals: [],
				orientation: [],
				refusal: null,
			};
		},
	};
}

/** The fixed clock of these tests. */
export const NOW_S = parseIso('2026-11-24T08:00:00+08:00') ?? 0;

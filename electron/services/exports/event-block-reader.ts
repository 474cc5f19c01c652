// Makes event blocks out of batches of cells: columns first, then the meaning that a row alone decides.
// Must not know the cache: whether a place, a class or an event is known is for sync to say.

import { EVENT_FLAG } from '../indicators/event-columns.ts';
import { SCRUB_KINDS, type ScrubKind } from '../privacy/cut-spans.ts';
import { type CellBatch, isFooterText, ROW_FAULT } from './cell-batch.ts';
import { InstantColumn, NumberColumn, RememberedColumn, RowFaults, readCodes } from './column-readers.ts';
import type { ColumnStock } from './column-stock.ts';
import { CoordinateColumns, type CoordinatePlan } from './coordinates/coordinate-columns.ts';
import { mapSourceWord, mapStatusWord } from './dictionaries.ts';
import { EventRowMeaning, isKnownHarmless, type PlausibleBox } from './event-row-meaning.ts';
import { EVENT_INSTANTS, EVENT_NUMBERS, EVENT_SCALES, makeScaleParser } from './event-values.ts';
import { EventCategoryColumn, EventLimitColumn } from './event-word-columns.ts';
import type { FieldSource, FieldSources } from './field-source.ts';
import { mapByProfile } from './field-source.ts';
import { FreeTextColumn } from './free-text-column.ts';
import { keepRows } from './kept-rows.ts';
import { isPersonalId } from './personal-columns.ts';
import { PlaceColumn } from './place-words.ts';
import {
	EVENT_NUMBER_COLUMNS,
	EVENT_WORD_COLUMNS,
	type EventBlock,
	type EventNumberColumn,
	type EventTextColumn,
	type EventWordColumn,
	type Finding,
	type Rejection,
} from './record-blocks.ts';
import { makeRejection } from './rejections.ts';
import { measureOf } from './text-measures.ts';
import { cleanStoredWord, NO_WORD, SPOILT_WORD, WordList } from './word-list.ts';

type NumberArrays = Record<EventNumberColumn, Float64Array>;
type WordArrays = Record<EventWordColumn, Int32Array>;
type TextArrays = NonNullable<EventBlock['texts']>;

/** Free text columns and the field each comes from. */
const EVENT_TEXT_FIELDS: readonly (readonly [EventTextColumn, string])[] = [
	['title', 'title'],
	['description', 'desc_clean'],
	['address', 'addr_text'],
];

/** Code of the sentence that tells how much of a kind was cut from free text. */
const CUT_CODE: Readonly<Record<ScrubKind, string>> = {
	name: 'W_CUT_NAME',
	mobile: 'W_CUT_MOBILE',
	landline: 'W_CUT_LANDLINE',
	identity: 'W_CUT_IDENTITY',
	bankCard: 'W_CUT_BANK_CARD',
	plate: 'W_CUT_PLATE',
	address: 'W_CUT_ADDRESS',
	contact: 'W_CUT_CONTACT',
};

/** A word column that is one field and one dictionary. */
class SimpleWordColumn {
	readonly list: WordList;
	private readonly source: FieldSource;
	private readonly reader: RememberedColumn;

	constructor(source: FieldSource, mapWord: (word: string) => string | null) {
		this.source = source;
		this.list = new WordList(mapWord);
		this.reader = new RememberedColumn(source, (text) => this.list.indexOfCell(text, mapByProfile(source, text)));
	}

	read(batch: CellBatch, out: Int32Array, faults: RowFaults): void {
		this.reader.read(batch, out);
		for (let row = 0; row < batch.rowCount; row++) {
			if (out[row] === SPOILT_WORD) faults.add(row, 'E_CHARACTER', this.source);
		}
	}
}

interface WordColumn {
	list: WordList;
	read(batch: CellBatch, out: Int32Array, faults: RowFaults): void;
}

export class EventBlockReader {
	rowsRead = 0;
	private readonly sources: FieldSources;
	private readonly instants: { column: EventNumberColumn; bit: number; reader: InstantColumn }[] = [];
	private readonly numbers: { column: EventNumberColumn; reader: NumberColumn }[] = [];
	private readonly scales: { column: EventNumberColumn; reader: RememberedColumn }[] = [];
	private readonly words: Partial<Record<EventWordColumn, WordColumn>>;
	private readonly texts: { column: EventTextColumn; reader: FreeTextColumn }[] = [];
	private readonly coordinates: CoordinateColumns;
	private readonly meaning: EventRowMeaning;
	private readonly stock: ColumnStock;
	private silenced = 0;

	constructor(
		sources: FieldSources,
		options: { plausibleBox: PlausibleBox | null; fileTimeS: number; coordinates: CoordinatePlan | null },
		stock: ColumnStock,
	) {
		this.stock = stock;
		this.sources = sources;
		const { byField } = sources;
		for (const { field, column, bit, isDue } of EVENT_INSTANTS) {
			const source = byField.get(field);
			if (source) this.instants.push({ column, bit, reader: new InstantColumn(source, isDue) });
		}
		for (const { field, column } of EVENT_NUMBERS) {
			const source = byField.get(field);
			if (source) this.numbers.push({ column, reader: new NumberColumn(source) });
		}
		for (const { field, column, parse } of EVENT_SCALES) {
			const source = byField.get(field);
			if (!source || this.scales.some((scale) => scale.column === column)) continue;
			this.scales.push({ column, reader: new RememberedColumn(source, makeScaleParser(source, parse)) });
		}
		this.coordinates = new CoordinateColumns(byField, options.coordinates);
		this.words = {
			category: new EventCategoryColumn(byField),
			limit: new EventLimitColumn(byField),
			place: new PlaceColumn(byField),
		};
		const simple: [EventWordColumn, string, (word: string) => string | null][] = [
			['source', 'source', mapSourceWord],
			['status', 'status', mapStatusWord],
			['unit', 'lead_unit', () => null],
		];
		for (const [column, field, mapWord] of simple) {
			const source = byField.get(field);
			if (source) this.words[column] = new SimpleWordColumn(source, mapWord);
		}
		for (const [column, field] of EVENT_TEXT_FIELDS) {
			const source = byField.get(field);
			if (source) this.texts.push({ column, reader: new FreeTextColumn(source, column) });
		}
		const delivered = (column: EventNumberColumn): boolean =>
			[...this.instants, ...this.scales].some((one) => one.column === column);
		this.meaning = new EventRowMeaning({
			...options,
			hasAcceptance: delivered('acceptedAt'),
			hasSelfClosed: delivered('isSelfClosed'),
			hasReportedFlag: delivered('reportedOnTime'),
			categoryCodes: this.words.category?.list.codes ?? [],
			statusCodes: this.words.status?.list.codes ?? [],
		});
	}

	/** Latest reported, accepted, disposed or closed instant of the kept rows, not after the file's own time. */
	get latestInstantS(): number | null {
		return this.meaning.latestInstantS;
	}

	/** A block of the batch's records, or null when it holds none. */
	read(batch: CellBatch, fraction: number): EventBlock | null {
		const faults = new RowFaults();
		const numbers = {} as NumberArrays;
		const words = {} as WordArrays;
		const isGiven = new Set<EventNumberColumn>(['dateOnly', 'flags']);
		for (const column of EVENT_NUMBER_COLUMNS) numbers[column] = this.stock.float64(batch.rowCount);
		for (const { column, bit, reader } of this.instants) {
			reader.read(batch, numbers[column], numbers.dateOnly, bit, faults);
			isGiven.add(column);
		}
		for (const { column, reader } of [...this.numbers, ...this.scales]) {
			reader.read(batch, numbers[column]);
			isGiven.add(column);
		}
		this.coordinates.read(batch, numbers.lng, numbers.lat);
		isGiven.add('lng').add('lat');
		for (const column of EVENT_NUMBER_COLUMNS) if (!isGiven.has(column)) numbers[column].fill(Number.NaN);
		for (const column of EVENT_WORD_COLUMNS) {
			words[column] = this.stock.int32(batch.rowCount);
			const reader = this.words[column];
			if (reader) reader.read(batch, words[column], faults);
			else words[column].fill(NO_WORD);
		}
		const eventId = this.readIds(batch, faults);
		const coUnits = this.readCoUnits(batch);
		const texts: TextArrays = {};
		for (const { column, reader } of this.texts) texts[column] = reader.read(batch, measureOf(column, numbers));
		const rejections: Rejection[] = [];
		const kept = this.chooseRows(batch, faults, rejections, (row) => {
			const code = this.words.category?.list.codes[words.category[row] as number] ?? null;
			return numbers.isSensitive[row] !== 1 && isKnownHarmless(code);
		});
		if (kept !== null) keepRows(kept, numbers, words, eventId, coUnits, texts);
		const rowCount = kept === null ? batch.rowCount : kept.length;
		this.rowsRead += rowCount + rejections.length;
		if (rowCount === 0 && rejections.length === 0) return null;
		const rowNo = kept === null ? batch.rowNo.slice() : Uint32Array.from(kept, (row) => batch.rowNo[row] as number);
		const sourceWords = this.words.source?.list.words ?? [];
		const rawPoints = this.coordinates.isDelivered
			? { first: this.stock.float64(rowCount), second: this.stock.float64(rowCount) }
			: null;
		if (rawPoints) this.coordinates.convert(numbers, words.source, sourceWords, rawPoints);
		this.meaning.apply(rowCount, numbers, words);
		this.silenceSensitive(rowCount, numbers, texts);
		const newWords = {} as Record<EventWordColumn, string[]>;
		const newWordCodes = {} as Record<EventWordColumn, (string | null)[]>;
		for (const column of EVENT_WORD_COLUMNS) {
			const fresh = this.words[column]?.list.takeNew() ?? { words: [], codes: [] };
			newWords[column] = fresh.words;
			newWordCodes[column] = fresh.codes;
		}
		return {
			dataset: 'event',
			rowCount,
			rowNo,
			eventId,
			...(coUnits === null ? {} : { coUnits }),
			...(rawPoints === null ? {} : { rawPoints }),
			...(this.texts.length === 0 ? {} : { texts }),
			numbers,
			words,
			newWords,
			newWordCodes,
			rejections,
			rowsRead: this.rowsRead,
			fraction,
		};
	}

	/** What is to be said about the whole file once it is read. */
	findings(): Finding[] {
		const findings = this.meaning.findings();
		for (const column of ['category', 'source', 'status'] as const) {
			const list = this.words[column]?.list;
			if (!list) continue;
			const counts = this.meaning.countsOf(column);
			const unknown = list.words
				.map((word, index) => ({ word, index }))
				.filter(({ index }) => list.codes[index] === null);
			const count = unknown.reduce((sum, { index }) => sum + (counts[index] ?? 0), 0);
			if (count === 0) continue;
			const shown = unknown.filter(({ index }) => (counts[index] ?? 0) > 0);
			const words = shown.slice(0, 5).map(({ word }) => word.replace('\u001f', '/').slice(0, 30));
			findings.push({
				code:
					column === 'category' ? 'W_UNKNOWN_CATEGORY' : column === 'source' ? 'W_UNKNOWN_SOURCE' : 'W_UNKNOWN_STATUS',
				count,
				params: { words: words.join('、'), distinct: shown.length },
			});
		}
		const unreadable = this.numbers.reduce((sum, { reader }) => sum + reader.unreadable, this.coordinates.unreadable);
		findings.push(...this.coordinates.findings());
		if (unreadable > 0) findings.push({ code: 'W_NUMBER', count: unreadable, params: {} });
		for (const kind of SCRUB_KINDS) {
			const cut = this.texts.reduce((sum, { reader }) => sum + reader.counts[kind], 0);
			if (cut > 0) findings.push({ code: CUT_CODE[kind], count: cut, params: {} });
		}
		if (this.silenced > 0) findings.push({ code: 'W_SENSITIVE_TEXT', count: this.silenced, params: {} });
		return findings;
	}

	/** Of a sensitive matter only its class and its times are kept, never a word of its text (domain.md §6.4). */
	private silenceSensitive(rowCount: number, { flags, placeKey }: NumberArrays, texts: TextArrays): void {
		const columns = Object.values(texts);
		if (columns.length === 0) return;
		for (let row = 0; row < rowCount; row++) {
			if (((flags[row] as number) & EVENT_FLAG.sensitive) === 0) continue;
			if (columns.some((list) => list[row] !== null)) this.silenced++;
			for (const list of columns) list[row] = null;
			placeKey[row] = Number.NaN;
		}
	}

	private readIds(batch: CellBatch, faults: RowFaults): string[] {
		const source = this.sources.byField.get('event_id');
		if (!source) throw new Error('an event file without event_id passed recognition');
		const ids = readCodes(batch, source, faults);
		for (let row = 0; row < ids.length; row++) {
			const id = ids[row] as string;
			if (id === '' || isFooterText(id)) faults.add(row, 'E_ID', source);
			else if (isPersonalId(id)) faults.add(row, 'E_PERSONAL_ID', source);
			else if (id.includes('\ufffd')) faults.add(row, 'E_CHARACTER', source);
		}
		return ids;
	}

	private readonly coUnitTexts: (string | null)[] = [];
	private coUnitReader: RememberedColumn | null = null;

	private readCoUnits(batch: CellBatch): (string | null)[] | null {
		const source = this.sources.byField.get('co_units');
		if (!source) return null;
		this.coUnitReader ??= new RememberedColumn(source, (text) => {
			const parts = (text.startsWith('[') ? text.replace(/^\[|\]$|"/g, '') : text)
				.split(/[,,、;;/|\n]/)
				.map((part) => cleanStoredWord(part))
				.filter((part) => part !== '');
			return this.coUnitTexts.push(parts.length === 0 ? null : JSON.stringify(parts)) - 1;
		});
		const indexes = new Int32Array(batch.rowCount);
		this.coUnitReader.read(batch, indexes);
		return Array.from(indexes, (index) => this.coUnitTexts[index] ?? null);
	}

	/** Rows to keep, or null for all of them; fills `rejections`. */
	private chooseRows(
		batch: CellBatch,
		faults: RowFaults,
		rejections: Rejection[],
		mayKeepText: (row: number) => boolean,
	): number[] | null {
		for (let row = 0; row < batch.rowCount; row++) {
			const fault = batch.rowFault[row];
			if (fault !== ROW_FAULT.none) faults.addFirst(row, fault === ROW_FAULT.width ? 'E_WIDTH' : 'E_QUOTE');
		}
		if (faults.size === 0) return null;
		const kept: number[] = [];
		for (let row = 0; row < batch.rowCount; row++) {
			const fault = faults.get(row);
			if (!fault) kept.push(row);
			else if (!batch.isNoRecord(row))
				rejections.push(makeRejection(batch, row, fault.code, fault.source, this.sources, mayKeepText(row)));
		}
		return kept;
	}
}

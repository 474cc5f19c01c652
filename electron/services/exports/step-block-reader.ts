// Makes step blocks (流转记录) out of batches of cells. Opinions are never read.

import { type CellBatch, isFooterText, ROW_FAULT } from './cell-batch.ts';
import { InstantColumn, NumberColumn, RememberedColumn, RowFaults, readCodes } from './column-readers.ts';
import type { ColumnStock } from './column-stock.ts';
import { type FieldSource, type FieldSources, mapByProfile } from './field-source.ts';
import { keepOf } from './kept-rows.ts';
import { parseFlag } from './number-parser.ts';
import type { Finding, Rejection, StepBlock } from './record-blocks.ts';
import { makeRejection } from './rejections.ts';
import { NO_WORD, SPOILT_WORD, WordList } from './word-list.ts';

const NUMBERS = ['seq', 'opAt', 'receivedAt', 'dueAt', 'usedWorkMinutes', 'isTimeout'] as const;
const WORDS = ['node', 'op', 'fromUnit', 'toUnit', 'operatorRole'] as const;
type StepNumber = (typeof NUMBERS)[number];
type StepWord = (typeof WORDS)[number];

const INSTANT_FIELDS: readonly [string, StepNumber][] = [
	['op_at', 'opAt'],
	['received_at', 'receivedAt'],
	['due_at', 'dueAt'],
];
const WORD_FIELDS: readonly [string, StepWord][] = [
	['node', 'node'],
	['op', 'op'],
	['from_unit', 'fromUnit'],
	['to_unit', 'toUnit'],
	['operator_role', 'operatorRole'],
];

export class StepBlockReader {
	rowsRead = 0;
	readonly latestInstantS = null;
	private readonly sources: FieldSources;
	private readonly stock: ColumnStock;
	private readonly instants: { column: StepNumber; reader: InstantColumn }[] = [];
	private readonly numbers: { column: StepNumber; reader: NumberColumn }[] = [];
	private readonly timeout: RememberedColumn | null;
	private readonly words: { column: StepWord; source: FieldSource; list: WordList; reader: RememberedColumn }[] = [];

	constructor(sources: FieldSources, stock: ColumnStock) {
		this.sources = sources;
		this.stock = stock;
		const { byField } = sources;
		for (const [field, column] of INSTANT_FIELDS) {
			const source = byField.get(field);
			if (source) this.instants.push({ column, reader: new InstantColumn(source, column === 'dueAt') });
		}
		for (const [field, column] of [
			['seq', 'seq'],
			['used_work_minutes', 'usedWorkMinutes'],
		] as const) {
			const source = byField.get(field);
			if (source) this.numbers.push({ column, reader: new NumberColumn(source) });
		}
		const timeout = byField.get('is_timeout');
		this.timeout = timeout
			? new RememberedColumn(timeout, (text) => parseFlag(mapByProfile(timeout, text) ?? text))
			: null;
		for (const [field, column] of WORD_FIELDS) {
			const source = byField.get(field);
			if (!source) continue;
			const list = new WordList();
			const reader = new RememberedColumn(source, (text) => list.indexOfCell(mapByProfile(source, text) ?? text));
			this.words.push({ column, source, list, reader });
		}
	}

	read(batch: CellBatch, fraction: number): StepBlock | null {
		const { rowCount } = batch;
		const faults = new RowFaults();
		const unused = new Float64Array(rowCount);
		const numbers = Object.fromEntries(
			NUMBERS.map((column) => [column, this.stock.float64(rowCount).fill(Number.NaN)]),
		) as StepBlock['numbers'];
		const words = Object.fromEntries(
			WORDS.map((column) => [column, this.stock.int32(rowCount).fill(NO_WORD)]),
		) as StepBlock['words'];
		for (const { column, reader } of this.instants) reader.read(batch, numbers[column], unused, 0, faults);
		for (const { column, reader } of this.numbers) reader.read(batch, numbers[column]);
		this.timeout?.read(batch, numbers.isTimeout);
		for (const { column, source, reader } of this.words) {
			reader.read(batch, words[column]);
			for (let row = 0; row < rowCount; row++)
				if (words[column][row] === SPOILT_WORD) faults.add(row, 'E_CHARACTER', source);
		}
		const source = this.sources.byField.get('event_id') as FieldSource;
		const ids = readCodes(batch, source, faults);
		const rejections: Rejection[] = [];
		const kept: number[] = [];
		for (let row = 0; row < rowCount; row++) {
			if (batch.rowFault[row] !== ROW_FAULT.none)
				faults.addFirst(row, batch.rowFault[row] === ROW_FAULT.width ? 'E_WIDTH' : 'E_QUOTE');
			else if (ids[row] === '' || isFooterText(ids[row] as string)) faults.add(row, 'E_ID', source);
			const fault = faults.get(row);
			if (!fault) kept.push(row);
			else if (!batch.isNoRecord(row))
				rejections.push(makeRejection(batch, row, fault.code, fault.source, this.sources));
		}
		this.rowsRead += kept.length + rejections.length;
		if (kept.length === 0 && rejections.length === 0) return null;
		const newWords = Object.fromEntries(WORDS.map((column) => [column, [] as string[]])) as StepBlock['newWords'];
		for (const { column, list } of this.words) newWords[column] = list.takeNew().words;
		const pick = <T extends Float64Array | Int32Array>(array: T): T =>
			kept.length === rowCount ? array : keepOf(kept, array);
		return {
			dataset: 'event_step',
			rowCount: kept.length,
			rowNo: Uint32Array.from(kept, (row) => batch.rowNo[row] as number),
			eventId: kept.length === rowCount ? ids : kept.map((row) => ids[row] as string),
			numbers: Object.fromEntries(NUMBERS.map((column) => [column, pick(numbers[column])])) as StepBlock['numbers'],
			words: Object.fromEntries(WORDS.map((column) => [column, pick(words[column])])) as StepBlock['words'],
			newWords,
			rejections,
			rowsRead: this.rowsRead,
			fraction,
		};
	}

	findings(): Finding[] {
		return [];
	}
}

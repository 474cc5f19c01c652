// The word columns of an event that are made of two fields: the class (large and small) and the time limit.

import type { CellBatch } from './cell-batch.ts';
import { RememberedColumn, type RowFaults } from './column-readers.ts';
import { mapCategoryWord, mapLimitWord } from './dictionaries.ts';
import { type FieldSource, mapByProfile } from './field-source.ts';
import { UNIT_SEPARATOR } from './place-words.ts';
import { NO_WORD, PairTable, SPOILT_WORD, WordList } from './word-list.ts';

/** One part of the class: its own words, and the codes that the profile gives them. */
class CategoryPart {
	readonly words = new WordList();
	readonly profileCodes: (string | undefined)[] = [];
	readonly parts = new Int32Array(16_384);
	readonly source: FieldSource;
	private readonly reader: RememberedColumn;

	constructor(source: FieldSource) {
		this.source = source;
		this.reader = new RememberedColumn(source, (text) => {
			const index = this.words.indexOfCell(text);
			if (index >= 0) this.profileCodes[index] ??= mapByProfile(source, text);
			return index;
		});
	}

	read(batch: CellBatch): void {
		this.reader.read(batch, this.parts);
	}

	wordOf(row: number, faults: RowFaults): number {
		const word = this.parts[row] as number;
		if (word === SPOILT_WORD) faults.add(row, 'E_CHARACTER', this.source);
		return word < 0 ? NO_WORD : word;
	}
}

/** Words `l1 ␟ l2`; a single class column stands where the other is missing. */
export class EventCategoryColumn {
	readonly list = new WordList();
	private readonly first: CategoryPart | null;
	private readonly second: CategoryPart | null;
	private readonly pairs = new PairTable();

	constructor(byField: ReadonlyMap<string, FieldSource>) {
		const raw = byField.get('raw_category');
		const l1 = byField.get('cat_l1') ?? raw;
		const l2 = byField.get('cat_l2') ?? (byField.has('cat_l1') ? raw : undefined);
		this.first = l1 ? new CategoryPart(l1) : null;
		this.second = l2 ? new CategoryPart(l2) : null;
	}

	read(batch: CellBatch, out: Int32Array, faults: RowFaults): void {
		const { first, second } = this;
		first?.read(batch);
		second?.read(batch);
		for (let row = 0; row < batch.rowCount; row++) {
			const a = first?.wordOf(row, faults) ?? NO_WORD;
			const b = second?.wordOf(row, faults) ?? NO_WORD;
			out[row] = a < 0 && b < 0 ? NO_WORD : this.pairs.indexOf(a, b, () => this.makeWord(a, b));
		}
	}

	private makeWord(a: number, b: number): number {
		const l1 = this.first?.words.words[a] ?? '';
		const l2 = this.second?.words.words[b] ?? '';
		const given = this.second?.profileCodes[b] ?? this.first?.profileCodes[a];
		const code = given === undefined ? mapCategoryWord(l1, l2) : mapCategoryWord('', given);
		return this.list.indexOf(`${l1}${UNIT_SEPARATOR}${l2}`, code ?? undefined);
	}
}

/** Limit words as delivered (3个工作日), or value and unit from two columns (3 + 工作日). */
export class EventLimitColumn {
	readonly list = new WordList(mapLimitWord);
	private readonly source: FieldSource | null;
	private readonly reader: RememberedColumn | null;

	constructor(byField: ReadonlyMap<string, FieldSource>) {
		const word = byField.get('limit_word');
		const value = byField.get('limit_value');
		const type = byField.get('limit_type');
		this.source = word ?? (value && type ? joinSources(value, type) : null);
		const source = this.source;
		this.reader = source
			? new RememberedColumn(source, (text) => this.list.indexOfCell(text, mapByProfile(source, text)))
			: null;
	}

	read(batch: CellBatch, out: Int32Array, faults: RowFaults): void {
		if (!this.reader) {
			out.fill(NO_WORD);
			return;
		}
		this.reader.read(batch, out);
		for (let row = 0; row < batch.rowCount; row++) {
			if (out[row] === SPOILT_WORD) faults.add(row, 'E_CHARACTER', this.source);
		}
	}
}

function joinSources(value: FieldSource, type: FieldSource): FieldSource {
	return {
		...value,
		slot: -1,
		text: (batch, row) => {
			const amount = value.text(batch, row).trim();
			return amount === '' ? '' : `${amount}${type.text(batch, row).trim()}`;
		},
	};
}

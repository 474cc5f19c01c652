// How a row names its place, as one word `town ␟ village ␟ grid ␟ micro`: at each level the code where it stands, else
// the name. Whether such a place exists is for sync to say.

import type { CellBatch } from './cell-batch.ts';
import { RememberedColumn, type RowFaults } from './column-readers.ts';
import { type FieldSource, mapByProfile } from './field-source.ts';
import { CUT_CODE, NO_WORD, PairTable, SPOILT_WORD, WordList } from './word-list.ts';

export const UNIT_SEPARATOR = '\u001f';
const LEVELS = ['town', 'village', 'grid', 'micro'] as const;

class PlaceLevel {
	readonly words = new WordList();
	private readonly sources: FieldSource[] = [];
	private readonly readers: RememberedColumn[] = [];
	private readonly parts: Int32Array[] = [];

	constructor(byField: ReadonlyMap<string, FieldSource>, level: string) {
		for (const kind of ['code', 'name'] as const) {
			const source = byField.get(`${level}_${kind}`);
			if (!source) continue;
			this.sources.push(source);
			this.readers.push(
				new RememberedColumn(source, (text) => {
					const mapped = mapByProfile(source, text);
					if (mapped !== undefined) return this.words.indexOfCell(mapped);
					return kind === 'code' ? this.words.indexOfCodeCell(text) : this.words.indexOfCell(text);
				}),
			);
		}
	}

	get isDelivered(): boolean {
		return this.sources.length > 0;
	}

	read(batch: CellBatch): void {
		for (const [index, reader] of this.readers.entries()) {
			let part = this.parts[index];
			if (part === undefined || part.length < batch.rowCount) {
				part = new Int32Array(Math.max(batch.rowCount, 16_384));
				this.parts[index] = part;
			}
			reader.read(batch, part);
		}
	}

	wordOf(row: number, faults: RowFaults): number {
		let cut: FieldSource | null = null;
		for (const [index, part] of this.parts.entries()) {
			const word = part[row] as number;
			if (word >= 0) return word;
			if (word === CUT_CODE) cut ??= this.sources[index] ?? null;
			if (word === SPOILT_WORD) faults.add(row, 'E_CHARACTER', this.sources[index] ?? null);
		}
		// Lost digits cannot be won back, and no name stands beside them.
		if (cut !== null) faults.add(row, 'E_SCI', cut);
		return NO_WORD;
	}
}

export class PlaceColumn {
	readonly list = new WordList();
	private readonly levels: PlaceLevel[];
	private readonly pairs = [new PairTable(), new PairTable(), new PairTable()] as const;

	constructor(byField: ReadonlyMap<string, FieldSource>) {
		this.levels = LEVELS.map((level) => new PlaceLevel(byField, level));
	}

	read(batch: CellBatch, out: Int32Array, faults: RowFaults): void {
		const [town, village, grid, micro] = this.levels as [PlaceLevel, PlaceLevel, PlaceLevel, PlaceLevel];
		const [first, second, third] = this.pairs;
		for (const level of this.levels) if (level.isDelivered) level.read(batch);
		const next = (count: number): number => count;
		for (let row = 0; row < batch.rowCount; row++) {
			const t = town.wordOf(row, faults);
			const v = village.wordOf(row, faults);
			const g = grid.wordOf(row, faults);
			const m = micro.wordOf(row, faults);
			if (t < 0 && v < 0 && g < 0 && m < 0) {
				out[row] = NO_WORD;
				continue;
			}
			const units = first.indexOf(t, v, next);
			const unitGrid = second.indexOf(units, g, next);
			out[row] = third.indexOf(unitGrid, m, () =>
				this.list.indexOf(
					[town.words.words[t], village.words.words[v], grid.words.words[g], micro.words.words[m]]
						.map((word) => word ?? '')
						.join(UNIT_SEPARATOR),
				),
			);
		}
	}
}

// Reads the coordinates of a batch of event rows, in whatever cells they stand, and turns them into WGS 84 by the plan.
// Which system a source is in is decided in sync/, where the grids are known.

import type { CellBatch } from '../cell-batch.ts';
import { cleanCell } from '../cell-text.ts';
import { NumberColumn } from '../column-readers.ts';
import type { FieldSource } from '../field-source.ts';
import { readCoordinateCell } from './coordinate-text.ts';
import { type CoordinateChoice, isNoCoordinate, toWgs84 } from './detective.ts';
import { orientPair } from './systems.ts';

/** How a file's coordinates are read: by the word of its source column, else by the fallback. */
export interface CoordinatePlan {
	fallback: CoordinateChoice;
	bySource: Readonly<Record<string, CoordinateChoice>>;
}

/** Pairs as delivered, NaN for none. */
export interface RawPoints {
	first: Float64Array;
	second: Float64Array;
}

export class CoordinateColumns {
	/** Cells that hold something that is no coordinate. */
	unreadable = 0;
	private readonly lng: FieldSource | undefined;
	private readonly lat: FieldSource | undefined;
	private readonly both: FieldSource | undefined;
	private readonly numbers: NumberColumn[];
	private readonly plan: CoordinatePlan | null;
	private readonly choices: (CoordinateChoice | undefined)[] = [];
	/** Rows whose source is in a system that could not be told. */
	private untold = 0;

	constructor(byField: ReadonlyMap<string, FieldSource>, plan: CoordinatePlan | null) {
		this.lng = byField.get('lng');
		this.lat = byField.get('lat');
		this.both = byField.get('lng_lat');
		this.numbers = [this.lng, this.lat].flatMap((source) => (source ? [new NumberColumn(source)] : []));
		this.plan = plan;
	}

	/** False when the file has no coordinates at all. */
	get isDelivered(): boolean {
		return this.both !== undefined || (this.lng !== undefined && this.lat !== undefined);
	}

	get untoldRows(): number {
		return this.untold;
	}

	/** Fills `lng` and `lat` with the numbers as delivered. */
	read(batch: CellBatch, lng: Float64Array, lat: Float64Array): void {
		if (this.lng && this.lat) {
			for (const [index, out] of [lng, lat].entries()) this.numbers[index]?.read(batch, out);
			for (let row = 0; row < batch.rowCount; row++) {
				if (!Number.isNaN((lng[row] as number) + (lat[row] as number))) continue;
				const first = readCoordinateCell(this.lng.text(batch, row));
				const second = readCoordinateCell(this.lat.text(batch, row));
				const pair = first.length === 2 ? first : second.length === 2 ? second : [...first, ...second];
				this.put(row, pair, lng, lat, this.lng.text(batch, row) + this.lat.text(batch, row));
			}
			return;
		}
		lng.fill(Number.NaN);
		lat.fill(Number.NaN);
		if (!this.both) return;
		for (let row = 0; row < batch.rowCount; row++) {
			const text = this.both.text(batch, row);
			this.put(row, readCoordinateCell(text), lng, lat, text);
		}
	}

	private put(row: number, pair: readonly number[], lng: Float64Array, lat: Float64Array, text: string): void {
		const isWhole = pair.length === 2;
		if (!isWhole && cleanCell(text) !== '') this.unreadable++;
		lng[row] = isWhole ? (pair[0] as number) : Number.NaN;
		lat[row] = isWhole ? (pair[1] as number) : Number.NaN;
	}

	/**
	 * Turns delivered numbers into WGS 84 where the plan says how; without a plan they stay as they are. `source` and
	 * `words` are the source column. Gives back what was delivered.
	 */
	convert(lng: Float64Array, lat: Float64Array, source: Int32Array, words: readonly string[]): RawPoints {
		const raw = { first: lng.slice(), second: lat.slice() };
		if (!this.plan) return raw;
		for (let row = 0; row < lng.length; row++) {
			const first = lng[row] as number;
			const second = lat[row] as number;
			if (isNoCoordinate(first, second)) continue;
			const choice = this.choiceOf(source[row] as number, words);
			if (choice.degrees === 'wgs84' && first > 73 && second < 54) continue;
			const place = toWgs84(choice, first, second);
			// What is no coordinate of China is left to the test of where the district lies.
			if (place === null && orientPair(first, second) === null) continue;
			if (place === null) this.untold++;
			lng[row] = place?.[0] ?? Number.NaN;
			lat[row] = place?.[1] ?? Number.NaN;
		}
		return raw;
	}

	private choiceOf(word: number, words: readonly string[]): CoordinateChoice {
		const plan = this.plan as CoordinatePlan;
		if (word < 0) return plan.fallback;
		let choice = this.choices[word];
		if (choice === undefined) {
			const name = words[word] as string;
			choice = Object.hasOwn(plan.bySource, name) ? (plan.bySource[name] as CoordinateChoice) : plan.fallback;
			this.choices[word] = choice;
		}
		return choice;
	}
}

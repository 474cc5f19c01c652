// Reads the coordinates of a batch of event rows, in whatever cells they stand, and turns them into WGS 84 by the plan.
// Which system a source is in is decided in sync/, where the grids are known.

import { EVENT_FLAG } from '../../indicators/event-columns.ts';
import type { CellBatch } from '../cell-batch.ts';
import { cleanCell } from '../cell-text.ts';
import { NumberColumn } from '../column-readers.ts';
import type { FieldSource } from '../field-source.ts';
import type { Finding } from '../record-blocks.ts';
import { readCoordinateCell } from './coordinate-text.ts';
import { type CoordinateChoice, isNoCoordinate, toWgs84 } from './detective.ts';
import { orientPair } from './systems.ts';

/** How a file's coordinates are read: by the word of its source column, else by the fallback. */
export interface CoordinatePlan {
	/** Null: as degrees of WGS 84, as they stand. */
	fallback: CoordinateChoice | null;
	bySource: Readonly<Record<string, CoordinateChoice>>;
	/** Pairs (crowdKey) that too many rows share: no place of any of them. */
	crowds: readonly string[];
}

/** A delivered pair as a key. */
export function crowdKey(first: number, second: number): string {
	return `${first},${second}`;
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
	private readonly choices: (CoordinateChoice | null | undefined)[] = [];
	private readonly crowds: ReadonlySet<string>;
	private readonly crowdedX: ReadonlySet<number>;
	/** Rows whose source is in a system that could not be told. */
	private untold = 0;
	private crowded = 0;
	private failed = 0;

	constructor(byField: ReadonlyMap<string, FieldSource>, plan: CoordinatePlan | null) {
		this.lng = byField.get('lng');
		this.lat = byField.get('lat');
		this.both = byField.get('lng_lat');
		this.numbers = [this.lng, this.lat].flatMap((source) => (source ? [new NumberColumn(source)] : []));
		this.plan = plan;
		this.crowds = new Set(plan?.crowds);
		this.crowdedX = new Set(plan?.crowds.map((key) => Number(key.split(',')[0])));
	}

	/** False when the file has no coordinates at all. */
	get isDelivered(): boolean {
		return this.both !== undefined || (this.lng !== undefined && this.lat !== undefined);
	}

	/** What is to be said about the whole file once it is read. */
	findings(): Finding[] {
		const counts = { W_CRS_UNTOLD: this.untold, W_COORD_CROWD: this.crowded, W_COORD_NONE: this.failed };
		return Object.entries(counts).flatMap(([code, count]) => (count > 0 ? [{ code, count, params: {} }] : []));
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
	 * Turns delivered numbers into WGS 84 where the plan says how; without a plan they stay as they are. What is no place
	 * is taken out and flagged. `source` and `words` are the source column; `raw` is filled with what was delivered.
	 */
	convert(
		{ lng, lat, flags }: Record<'lng' | 'lat' | 'flags', Float64Array>,
		source: Int32Array,
		words: readonly string[],
		raw: RawPoints,
	): void {
		raw.first.set(lng);
		raw.second.set(lat);
		const takeOut = (row: number): void => {
			lng[row] = Number.NaN;
			lat[row] = Number.NaN;
			flags[row] = (flags[row] as number) | EVENT_FLAG.pointUnsure;
		};
		for (let row = 0; row < lng.length; row++) {
			const first = lng[row] as number;
			const second = lat[row] as number;
			if (isNoCoordinate(first, second)) {
				if (Number.isNaN(first + second)) continue;
				this.failed++;
				takeOut(row);
				continue;
			}
			if (this.crowdedX.has(first) && this.crowds.has(crowdKey(first, second))) {
				this.crowded++;
				takeOut(row);
				continue;
			}
			const choice = this.plan ? this.choiceOf(source[row] as number, words) : null;
			if (choice === null) continue;
			if (choice.degrees === 'wgs84' && first > 73 && second < 54) continue;
			const place = toWgs84(choice, first, second);
			// What is no coordinate of China is left to the test of where the district lies.
			if (place === null && orientPair(first, second) === null) continue;
			if (place === null) {
				this.untold++;
				takeOut(row);
				continue;
			}
			[lng[row], lat[row]] = place;
		}
	}

	private choiceOf(word: number, words: readonly string[]): CoordinateChoice | null {
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

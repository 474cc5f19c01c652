// What an event row alone decides: acceptance from the report, clock faults, usable coordinates, flag bits.
// Rules of figures.md (Events, Time). Must not know other rows or the cache.

import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import { DATE_ONLY, EVENT_FLAG } from '../indicators/event-columns.ts';
import { describeCategory } from './dictionaries.ts';
import type { EventNumberColumn, EventWordColumn, Finding } from './record-blocks.ts';

/** Where coordinates of the district can lie, degrees WGS 84. */
export interface PlausibleBox {
	west: number;
	south: number;
	east: number;
	north: number;
}

export interface MeaningOptions {
	plausibleBox: PlausibleBox | null;
	fileTimeS: number;
	hasAcceptance: boolean;
	hasSelfClosed: boolean;
	hasReportedFlag: boolean;
	/** Codes by word index; both grow while the file is read. */
	categoryCodes: readonly (string | null)[];
	statusCodes: readonly (string | null)[];
}

type Numbers = Record<EventNumberColumn, Float64Array>;
type Words = Record<EventWordColumn, Int32Array>;
type Counted = 'category' | 'source' | 'status';

/** Below this a coordinate is none: 0/0, and 4.9E-324 of a failed geocoder. */
const NO_COORDINATE = 1e-6;

/** True for a class that is known and none of the sensitive ones. */
export function isKnownHarmless(code: string | null): boolean {
	return code !== null && describeCategory(code)?.isSensitive === false;
}

export class EventRowMeaning {
	latestInstantS: number | null = null;
	private readonly options: MeaningOptions;
	private readonly counts: Record<Counted, number[]> = { category: [], source: [], status: [] };
	private readonly isSensitiveWord: boolean[] = [];
	private swapped = 0;
	private outside = 0;
	private clockFaults = 0;

	constructor(options: MeaningOptions) {
		this.options = options;
	}

	/** Rows per word of a column, by word index. */
	countsOf(column: Counted): readonly number[] {
		return this.counts[column];
	}

	apply(rowCount: number, numbers: Numbers, words: Words): void {
		this.countWords(rowCount, words);
		this.acceptFromReport(rowCount, numbers);
		this.locate(rowCount, numbers);
		this.flag(rowCount, numbers, words);
		this.findLatest(rowCount, numbers);
	}

	findings(): Finding[] {
		const found: Finding[] = [];
		if (this.swapped > 0) found.push({ code: 'W_COORD_SWAPPED', count: this.swapped, params: {} });
		if (this.outside > 0) found.push({ code: 'W_COORD_OUTSIDE', count: this.outside, params: {} });
		if (this.clockFaults > 0) found.push({ code: 'W_CLOCK', count: this.clockFaults, params: {} });
		return found;
	}

	private countWords(rowCount: number, words: Words): void {
		for (const column of ['category', 'source', 'status'] as const) {
			const counts = this.counts[column];
			const indexes = words[column];
			for (let row = 0; row < rowCount; row++) {
				const index = indexes[row] as number;
				if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
			}
		}
	}

	private acceptFromReport(rowCount: number, numbers: Numbers): void {
		const { acceptedAt, reportedAt, isSelfClosed, dateOnly, flags } = numbers;
		for (let row = 0; row < rowCount; row++) {
			const reported = reportedAt[row] as number;
			if (!Number.isNaN(acceptedAt[row] as number) || Number.isNaN(reported)) continue;
			if (this.options.hasAcceptance && isSelfClosed[row] !== 1) continue;
			acceptedAt[row] = reported;
			flags[row] = (flags[row] as number) | EVENT_FLAG.acceptedFromReported;
			if ((dateOnly[row] as number) & DATE_ONLY.reported)
				dateOnly[row] = (dateOnly[row] as number) | DATE_ONLY.accepted;
		}
	}

	private locate(rowCount: number, numbers: Numbers): void {
		const { lng, lat, flags } = numbers;
		const box = this.options.plausibleBox ?? { west: -180, south: -90, east: 180, north: 90 };
		const isInside = (x: number, y: number): boolean =>
			x >= box.west && x <= box.east && y >= box.south && y <= box.north;
		for (let row = 0; row < rowCount; row++) {
			const x = lng[row] as number;
			const y = lat[row] as number;
			const isNone = !(Math.abs(x) > NO_COORDINATE && Math.abs(y) > NO_COORDINATE);
			if (!isNone && isInside(x, y)) {
				flags[row] = (flags[row] as number) | EVENT_FLAG.hasPoint;
				continue;
			}
			// Wrong coordinates are never drawn; what they may mean is told by the counts.
			if (!isNone) {
				if (isInside(y, x)) this.swapped++;
				else this.outside++;
			}
			lng[row] = Number.NaN;
			lat[row] = Number.NaN;
		}
	}

	private flag(rowCount: number, numbers: Numbers, words: Words): void {
		const { acceptedAt, closedAt, dateOnly, flags, isSelfClosed, reportedOnTime, isSensitive, isCrossDept, reworkCnt } =
			numbers;
		const { hasSelfClosed, hasReportedFlag, statusCodes } = this.options;
		const base =
			(hasSelfClosed ? EVENT_FLAG.hasSelfClosedColumn : 0) | (hasReportedFlag ? EVENT_FLAG.hasReportedFlag : 0);
		for (let row = 0; row < rowCount; row++) {
			let bits = (flags[row] as number) | base;
			if (isSelfClosed[row] === 1) bits |= EVENT_FLAG.selfClosed;
			if (reportedOnTime[row] === 1) bits |= EVENT_FLAG.reportedOnTime;
			if (isCrossDept[row] === 1) bits |= EVENT_FLAG.crossDept;
			if (isSensitive[row] === 1 || this.isSensitiveClass(words.category[row] as number)) bits |= EVENT_FLAG.sensitive;
			const status = statusCodes[words.status[row] as number];
			if ((reworkCnt[row] as number) > 0 || status === '51' || status === '52') bits |= EVENT_FLAG.reworked;
			const accepted = acceptedAt[row] as number;
			const closed = closedAt[row] as number;
			if (closed < accepted) {
				const isByDay = ((dateOnly[row] as number) & (DATE_ONLY.accepted | DATE_ONLY.closed)) !== 0;
				if (!isByDay || dayOf(closed) < dayOf(accepted)) {
					bits |= EVENT_FLAG.clockFault;
					this.clockFaults++;
				}
			}
			flags[row] = bits;
		}
	}

	private isSensitiveClass(word: number): boolean {
		if (word < 0) return false;
		let known = this.isSensitiveWord[word];
		if (known === undefined) {
			const code = this.options.categoryCodes[word] ?? null;
			known = code !== null && describeCategory(code)?.isSensitive === true;
			this.isSensitiveWord[word] = known;
		}
		return known;
	}

	private findLatest(rowCount: number, numbers: Numbers): void {
		let latest = this.latestInstantS ?? Number.NEGATIVE_INFINITY;
		const limit = this.options.fileTimeS;
		for (const column of [numbers.reportedAt, numbers.acceptedAt, numbers.disposedAt, numbers.closedAt]) {
			for (let row = 0; row < rowCount; row++) {
				const atS = column[row] as number;
				if (atS > latest && atS <= limit) latest = atS;
			}
		}
		if (latest > Number.NEGATIVE_INFINITY) this.latestInstantS = latest;
	}
}

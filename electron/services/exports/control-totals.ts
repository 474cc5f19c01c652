// Subtotals and totals that a sheet states, compared with what was read above them. A difference is told, never mended.

import { parseNumber } from './number-parser.ts';
import type { ControlTotal } from './record-blocks.ts';

const LABEL = /(?:小计|合计|总计|累计)[:\uff1a]?$/;
const COUNT_LABEL = /^(?:合计|总计|共计?)[:\uff1a]?\s*(\d+)\s*[条件起宗个]/;
const RATE = /率|比例|占比|平均|均值|%/;
const MAX_TOTALS = 500;

/** Label of a total row, from its first cell that holds anything; null for any other row. */
export function totalLabel(cells: readonly string[]): string | null {
	const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
	// 合计 may be written wide: 合    计.
	const at = filled.slice(0, 3).findIndex((cell) => LABEL.test(cell.replace(/\s/g, '')) || COUNT_LABEL.test(cell));
	const label = filled[at];
	// Behind an event's number or a date, a title that ends so is a title.
	if (filled.slice(0, Math.max(0, at)).some((cell) => /\d{4}/.test(cell))) return null;
	if (label === undefined || label.length > 30) return null;
	return label.replace(/\s/g, '');
}

export class ControlTotals {
	readonly found: ControlTotal[] = [];
	private readonly headers: readonly string[];
	private readonly sums: Float64Array;
	private readonly groupSums: Float64Array;
	private readonly numbers: Uint32Array;
	private readonly words: Uint32Array;
	private rows = 0;
	private groupRows = 0;

	constructor(headers: readonly string[]) {
		this.headers = headers;
		this.sums = new Float64Array(headers.length);
		this.groupSums = new Float64Array(headers.length);
		this.numbers = new Uint32Array(headers.length);
		this.words = new Uint32Array(headers.length);
	}

	/** Counts a row of records. */
	take(cells: readonly string[]): void {
		this.rows++;
		this.groupRows++;
		for (let column = 0; column < this.headers.length && column < cells.length; column++) {
			const cell = cells[column] as string;
			if (cell === '') continue;
			// Most cells are words, and a word tells so by its first character.
			const first = cell.charCodeAt(0);
			const value = first > 0x39 && first < 0xff00 ? Number.NaN : parseNumber(cell);
			if (Number.isNaN(value)) {
				this.words[column] = (this.words[column] as number) + 1;
				continue;
			}
			this.numbers[column] = (this.numbers[column] as number) + 1;
			this.sums[column] = (this.sums[column] as number) + value;
			this.groupSums[column] = (this.groupSums[column] as number) + value;
		}
	}

	/** Compares a row of totals with the rows read so far: a 小计 with its group, others with all or their group. */
	compare(label: string, cells: readonly string[], rowNo: number): void {
		const counted = COUNT_LABEL.exec(label);
		let isGroup = label.includes('小计');
		const add = (column: string, stated: number, all: number, group: number): void => {
			if (!isGroup && !isEqualTotal(stated, all) && isEqualTotal(stated, group)) isGroup = true;
			if (this.found.length < MAX_TOTALS)
				this.found.push({ rowNo, label, column, stated, counted: round(isGroup ? group : all) });
		};
		if (counted) add('', Number(counted[1]), this.rows, this.groupRows);
		for (const [column, header] of this.headers.entries()) {
			const cell = (cells[column] ?? '').trim();
			const stated = parseNumber(cell);
			if (cell === '' || Number.isNaN(stated) || RATE.test(header)) continue;
			// A number under a column of words is how many rows there are.
			const isCount = (this.words[column] as number) > (this.numbers[column] as number);
			if (isCount) add(header, stated, this.rows, this.groupRows);
			else if ((this.numbers[column] as number) > 0)
				add(header, stated, this.sums[column] as number, this.groupSums[column] as number);
		}
		if (!isGroup) return;
		this.groupSums.fill(0);
		this.groupRows = 0;
	}

	/** Totals that disagree with the rows. */
	get differing(): ControlTotal[] {
		return this.found.filter(({ stated, counted }) => !isEqualTotal(stated, counted));
	}
}

/** True when a stated total is the counted one within rounding. */
export function isEqualTotal(first: number, second: number): boolean {
	return Math.abs(first - second) <= 1e-6 * Math.max(1, Math.abs(first));
}

function round(value: number): number {
	return Number(value.toPrecision(12));
}

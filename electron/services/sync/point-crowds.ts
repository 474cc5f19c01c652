// Counts how many rows of a file share one point, to tell a town's centroid from a place. Flat memory; knows nothing of
// coordinate systems.

import { CROWD, isNoCoordinate } from '../exports/coordinates/detective.ts';

/** Points beyond so many distinct ones are not counted any more: a centroid comes early and often. */
const MAX_POINTS = 1 << 20;

export class PointCrowds {
	private slots = new Int32Array(1 << 13).fill(-1);
	private first = new Float64Array(1 << 12);
	private second = new Float64Array(1 << 12);
	private rows = new Uint32Array(1 << 12);
	private count = 0;
	private readonly bits = new Float64Array(2);
	private readonly halves = new Int32Array(this.bits.buffer);

	/** Counts the pairs of a block, NaN and failures left out. */
	take(first: Float64Array, second: Float64Array, rowCount: number): void {
		for (let row = 0; row < rowCount; row += 1) {
			const x = first[row] as number;
			const y = second[row] as number;
			if (!isNoCoordinate(x, y)) this.add(x, y);
		}
	}

	/** Pairs that more rows share than a place is given to. */
	crowds(): [number, number][] {
		const found: [number, number][] = [];
		for (let at = 0; at < this.count; at += 1) {
			if ((this.rows[at] as number) > CROWD) found.push([this.first[at] as number, this.second[at] as number]);
		}
		return found;
	}

	private slotOf(x: number, y: number): number {
		const { bits, halves, slots } = this;
		bits[0] = x;
		bits[1] = y;
		let hash = 0x811c9dc5 | 0;
		for (let half = 0; half < 4; half += 1)
			hash = Math.imul(hash ^ (halves[half] as number), 0x01000193) ^ (hash >>> 13);
		const mask = slots.length - 1;
		let slot = (hash ^ (hash >>> 16)) & mask;
		for (;;) {
			const at = slots[slot] as number;
			if (at < 0 || (this.first[at] === x && this.second[at] === y)) return slot;
			slot = (slot + 1) & mask;
		}
	}

	private add(x: number, y: number): void {
		const slot = this.slotOf(x, y);
		const at = this.slots[slot] as number;
		if (at >= 0) {
			this.rows[at] = (this.rows[at] as number) + 1;
			return;
		}
		if (this.count >= MAX_POINTS) return;
		if (this.count === this.first.length) {
			this.grow();
			this.add(x, y);
			return;
		}
		this.slots[slot] = this.count;
		this.first[this.count] = x;
		this.second[this.count] = y;
		this.rows[this.count] = 1;
		this.count += 1;
	}

	private grow(): void {
		const size = this.first.length * 2;
		const [first, second, rows] = [new Float64Array(size), new Float64Array(size), new Uint32Array(size)];
		first.set(this.first);
		second.set(this.second);
		rows.set(this.rows);
		Object.assign(this, { first, second, rows, slots: new Int32Array(size * 2).fill(-1) });
		for (let at = 0; at < this.count; at += 1) this.slots[this.slotOf(first[at] as number, second[at] as number)] = at;
	}
}

// Gives each distinct run of bytes a small number, so that a repeated cell is decoded and understood once.
// Bytes are compared on every hit: a hash alone never decides.

/** Beyond this many entries or bytes nothing more is remembered: a column of unique texts must not fill the memory. */
const MAX_ENTRIES = 1 << 18;
const MAX_BYTES = 32 << 20;

export class ByteTable {
	private slots = new Int32Array(1024).fill(-1);
	private hashes = new Int32Array(512);
	private offsets = new Int32Array(513);
	private arena = Buffer.allocUnsafe(16 << 10);
	private count = 0;

	/** Number of the bytes, or -1 when they are new (then `add` may be called). */
	find(bytes: Uint8Array, start: number, end: number): number {
		const hash = hashBytes(bytes, start, end);
		const { slots, offsets, arena } = this;
		const mask = slots.length - 1;
		const length = end - start;
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const entry = slots[slot] as number;
			if (entry < 0) return -1;
			if (this.hashes[entry] !== hash) continue;
			const offset = offsets[entry] as number;
			if ((offsets[entry + 1] as number) - offset !== length) continue;
			let at = 0;
			while (at < length && arena[offset + at] === bytes[start + at]) at++;
			if (at === length) return entry;
		}
	}

	/** Remembers new bytes and returns their number, counted from 0; -1 when the table is full. */
	add(bytes: Uint8Array, start: number, end: number): number {
		const from = this.offsets[this.count] as number;
		const to = from + (end - start);
		if (this.count >= MAX_ENTRIES || to > MAX_BYTES) return -1;
		if (this.count + 1 > this.hashes.length) this.growEntries();
		if (to > this.arena.length) {
			const larger = Buffer.allocUnsafe(Math.max(to, this.arena.length * 2));
			this.arena.copy(larger, 0, 0, from);
			this.arena = larger;
		}
		this.arena.set(bytes.subarray(start, end), from);
		const entry = this.count++;
		this.hashes[entry] = hashBytes(bytes, start, end);
		this.offsets[entry + 1] = to;
		if (this.count * 2 > this.slots.length) this.growSlots();
		else this.place(entry);
		return entry;
	}

	private place(entry: number): void {
		const mask = this.slots.length - 1;
		let slot = (this.hashes[entry] as number) & mask;
		while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & mask;
		this.slots[slot] = entry;
	}

	private growSlots(): void {
		this.slots = new Int32Array(this.slots.length * 4).fill(-1);
		for (let entry = 0; entry < this.count; entry++) this.place(entry);
	}

	private growEntries(): void {
		const hashes = new Int32Array(this.hashes.length * 2);
		hashes.set(this.hashes);
		this.hashes = hashes;
		const offsets = new Int32Array(hashes.length + 1);
		offsets.set(this.offsets);
		this.offsets = offsets;
	}
}

function hashBytes(bytes: Uint8Array, start: number, end: number): number {
	let hash = 0x811c9dc5 | 0;
	for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
	return hash ^ (hash >>> 15);
}

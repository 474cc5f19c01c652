// Where the columns of blocks get their memory: what a block that was written has given back is used for the next one,
// so that a file of millions of rows makes no more arrays than a small one. Must not know what a column holds.

/** Room is made for a multiple of so many rows, so that blocks of about the same size fit. */
const STEP_ROWS = 1_024;
/** Widest element. */
const BYTES = 8;
/** Pieces kept: more than the columns of the blocks that are on the way at one time. */
const MAX_KEPT = 512;

export class ColumnStock {
	private readonly free: ArrayBuffer[] = [];

	/** Zeros, as a new array has them. */
	float64(rowCount: number): Float64Array {
		return new Float64Array(this.take(rowCount), 0, rowCount).fill(0);
	}

	/** Zeros, as a new array has them. */
	int32(rowCount: number): Int32Array {
		return new Int32Array(this.take(rowCount), 0, rowCount).fill(0);
	}

	/** Zeros, as a new array has them. */
	uint32(rowCount: number): Uint32Array {
		return new Uint32Array(this.take(rowCount), 0, rowCount).fill(0);
	}

	/** Takes memory that nobody looks at any more. */
	giveBack(pieces: readonly ArrayBuffer[]): void {
		for (const piece of pieces) if (this.free.length < MAX_KEPT) this.free.push(piece);
	}

	private take(rowCount: number): ArrayBuffer {
		const piece = this.free.pop();
		if (piece !== undefined && piece.byteLength >= rowCount * BYTES) return piece;
		return new ArrayBuffer(Math.ceil(rowCount / STEP_ROWS) * STEP_ROWS * BYTES);
	}
}

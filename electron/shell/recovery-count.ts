// Decides whether a failed page is loaded again, how soon, and when enough is enough. Pure but for the clock given.

export interface RecoveryCount {
	/** Counts one failure; `null` means stop, else the pause before the page is loaded again. */
	next(): number | null;
	/** A person asked for another try. */
	reset(): void;
	readonly count: number;
}

/** All below the five seconds in which a wall is back. */
const PAUSES_MS = [0, 250, 1_000, 2_000, 3_000];
/** Failures further apart than this have nothing to do with each other. */
const WINDOW_MS = 600_000;

/** @param clockMs monotonic */
export function createRecoveryCount(clockMs: () => number): RecoveryCount {
	let failuresAtMs: number[] = [];
	return {
		next() {
			const nowMs = clockMs();
			failuresAtMs = failuresAtMs.filter((atMs) => nowMs - atMs < WINDOW_MS);
			failuresAtMs.push(nowMs);
			return PAUSES_MS[failuresAtMs.length - 1] ?? null;
		},
		reset() {
			failuresAtMs = [];
		},
		get count() {
			return failuresAtMs.length;
		},
	};
}

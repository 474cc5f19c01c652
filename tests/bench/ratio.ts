// Side-by-side timing: every speed is a ratio of two works timed one after the other in one run.

/** Milliseconds that a work takes. */
export async function timeMs(work: () => Promise<unknown> | unknown): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

export function medianOf(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export interface Pairs {
	/** Median of the pairs' ratios, ours ÷ reference. */
	ratio: number;
	lowest: number;
	highest: number;
	/** Median absolute times, printed and never asserted. */
	oursMs: number;
	referenceMs: number;
	count: number;
}

/**
 * Times `count` pairs after `warmUps` unmeasured ones; who goes first alternates.
 * Each side returns the milliseconds that count, so that it can leave its preparation out.
 */
export async function timePairs(
	ours: (pair: number) => Promise<number>,
	reference: (pair: number) => Promise<number>,
	count: number,
	warmUps: number,
): Promise<Pairs> {
	const oursMs: number[] = [];
	const referenceMs: number[] = [];
	for (let pair = -warmUps; pair < count; pair++) {
		const isOursFirst = pair % 2 === 0;
		const first = isOursFirst ? await ours(pair) : await reference(pair);
		const second = isOursFirst ? await reference(pair) : await ours(pair);
		if (pair < 0) continue;
		oursMs.push(isOursFirst ? first : second);
		referenceMs.push(isOursFirst ? second : first);
	}
	const ratios = oursMs.map((ms, index) => ms / (referenceMs[index] ?? Number.NaN));
	return {
		ratio: medianOf(ratios),
		lowest: Math.min(...ratios),
		highest: Math.max(...ratios),
		oursMs: medianOf(oursMs),
		referenceMs: medianOf(referenceMs),
		count,
	};
}

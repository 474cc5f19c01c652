// Exact quantiles of a run of numbers by selection, not by sorting. Reorders the run it is given.

/** Puts the k-th smallest of values[from, to) at its sorted place; smaller ones before it. */
function select(values: Float64Array, from: number, to: number, k: number): number {
	let low = from;
	let high = to - 1;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const a = values[low] as number;
		const b = values[middle] as number;
		const c = values[high] as number;
		// Median of three keeps sorted and repeated input quick.
		const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
		let left = low;
		let right = high;
		while (left <= right) {
			while ((values[left] as number) < pivot) left += 1;
			while ((values[right] as number) > pivot) right -= 1;
			if (left <= right) {
				const kept = values[left] as number;
				values[left] = values[right] as number;
				values[right] = kept;
				left += 1;
				right -= 1;
			}
		}
		if (k <= right) high = right;
		else if (k >= left) low = left;
		else break;
	}
	return values[k] as number;
}

/**
 * Quantile of values[from, to) by linear interpolation between neighbours (the median of an even number is the
 * mean of the two middle values); null for an empty run.
 */
export function quantileOf(values: Float64Array, quantile: number, from = 0, to = values.length): number | null {
	const count = to - from;
	if (count <= 0) return null;
	const position = (count - 1) * quantile;
	const below = Math.floor(position);
	const lower = select(values, from, to, from + below);
	const rest = position - below;
	if (rest === 0) return lower;
	let upper = Number.POSITIVE_INFINITY;
	for (let at = from + below + 1; at < to; at += 1) upper = Math.min(upper, values[at] as number);
	return rest === 0.5 ? (lower + upper) / 2 : lower + (upper - lower) * rest;
}

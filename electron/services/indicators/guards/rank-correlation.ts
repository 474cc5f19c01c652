// Spearman's rank correlation with ties, and its 95 % interval (Fisher's z with the standard error of Bonett and
// Wright). Pure arithmetic.

const Z = 1.959963984540054;

/** Ranks from 1; equal values share the mean of their ranks. */
function ranksOf(values: readonly number[]): number[] {
	const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
	const ranks = new Array<number>(values.length).fill(0);
	for (let from = 0; from < order.length; ) {
		let to = from + 1;
		while (to < order.length && order[to]?.value === order[from]?.value) to += 1;
		for (let position = from; position < to; position += 1) ranks[order[position]?.at ?? 0] = (from + to + 1) / 2;
		from = to;
	}
	return ranks;
}

/** Null for fewer than four pairs, or where one side never varies. */
export function rankCorrelation(
	pairs: readonly (readonly [number, number])[],
): { rho: number; low: number; high: number } | null {
	const n = pairs.length;
	if (n < 4) return null;
	const first = ranksOf(pairs.map(([a]) => a));
	const second = ranksOf(pairs.map(([, b]) => b));
	const mean = (n + 1) / 2;
	let both = 0;
	let ofFirst = 0;
	let ofSecond = 0;
	for (let at = 0; at < n; at += 1) {
		const a = (first[at] as number) - mean;
		const b = (second[at] as number) - mean;
		both += a * b;
		ofFirst += a * a;
		ofSecond += b * b;
	}
	if (ofFirst === 0 || ofSecond === 0) return null;
	const rho = Math.min(1, Math.max(-1, both / Math.sqrt(ofFirst * ofSecond)));
	if (Math.abs(rho) === 1) return { rho, low: rho, high: rho };
	const spread = Z * Math.sqrt((1 + (rho * rho) / 2) / (n - 3));
	const centre = Math.atanh(rho);
	return { rho, low: Math.tanh(centre - spread), high: Math.tanh(centre + spread) };
}

// How alike two short words are, for suggestions that a person confirms. Nothing is ever matched by it.

function pairsOf(text: string): string[] {
	const chars = [...text.normalize('NFKC').replace(/[\s\u3000、,/·.\-_()“”]/g, '')];
	return [...chars, ...chars.slice(1).map((char, index) => `${chars[index]}${char}`)];
}

/** Share of characters and pairs of characters that two words have in common, 0 to 1. */
function likenessOf(one: string, other: string): number {
	const a = pairsOf(one);
	const b = pairsOf(other);
	if (a.length === 0 || b.length === 0) return 0;
	const rest = [...b];
	let common = 0;
	for (const pair of a) {
		const at = rest.indexOf(pair);
		if (at < 0) continue;
		common += 1;
		rest.splice(at, 1);
	}
	return (2 * common) / (a.length + b.length);
}

const LEAST = 0.34;

/** The candidates most alike, best first; none below a third in common. */
export function suggestAlike<T>(
	word: string,
	candidates: readonly T[],
	nameOf: (one: T) => string,
	limit: number,
): T[] {
	return candidates
		.map((one) => ({ one, score: likenessOf(word, nameOf(one)) }))
		.filter(({ score }) => score >= LEAST)
		.sort((a, b) => b.score - a.score)
		.slice(0, limit)
		.map(({ one }) => one);
}

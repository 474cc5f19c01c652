// The exact decomposition of a change between two sides of one figure into parts. Pure arithmetic: knows no area,
// no class and no words.

/** One part on one side: its share of the numerator and of the denominator; a sum has no denominator (null). */
export interface PartSide {
	num: number;
	den: number | null;
}

export interface PartPair<K> {
	key: K;
	from: PartSide;
	to: PartSide;
}

export interface Contribution<K> {
	key: K;
	mix: number;
	performance: number;
	total: number;
}

/**
 * Contributions to the change of Σnum ÷ Σden × scale. Mix: the part's weight moved while its rate differs from the
 * whole; performance: its own rate moved at its mean weight. Both sides are treated alike (swapping them turns every
 * sign), a part that exists on one side only is all mix, and the totals add up to the change.
 */
export function decomposeRate<K>(parts: readonly PartPair<K>[], scale: number): Contribution<K>[] {
	const from = wholeOf(parts.map((part) => part.from));
	const to = wholeOf(parts.map((part) => part.to));
	const reference = (rateOf(from) + rateOf(to)) / 2;
	return parts.map((part) => {
		const fromWeight = (part.from.den ?? 0) / from.den;
		const toWeight = (part.to.den ?? 0) / to.den;
		if (isUndivided(part.from) || isUndivided(part.to)) {
			const moved = part.to.num / to.den - part.from.num / from.den;
			const mix = scale * (moved - (toWeight - fromWeight) * reference);
			return { key: part.key, mix, performance: 0, total: mix };
		}
		const fromRate = part.from.den ? part.from.num / part.from.den : null;
		const toRate = part.to.den ? part.to.num / part.to.den : null;
		// A part without cases on a side has no rate there; what it would have been changes no sum.
		const before = fromRate ?? toRate ?? reference;
		const after = toRate ?? fromRate ?? reference;
		const mix = scale * (toWeight - fromWeight) * ((before + after) / 2 - reference);
		const performance = (scale * (fromWeight + toWeight) * (after - before)) / 2;
		return { key: part.key, mix, performance, total: mix + performance };
	});
}

/** Contributions to the change of a sum, or of a sum over one denominator a side (events per head). */
export function decomposeSum<K>(
	parts: readonly PartPair<K>[],
	scale: number,
	over: { from: number; to: number },
): Contribution<K>[] {
	return parts.map(({ key, from, to }) => {
		const total = scale * (to.num / over.to - from.num / over.from);
		return { key, mix: 0, performance: total, total };
	});
}

function wholeOf(sides: readonly PartSide[]): { num: number; den: number } {
	let num = 0;
	let den = 0;
	for (const side of sides) {
		num += side.num;
		den += side.den ?? 0;
	}
	return { num, den };
}

/** Something above the line and nothing below it: a part that has no rate and still moves the whole. */
function isUndivided({ num, den }: PartSide): boolean {
	return num !== 0 && !den;
}

function rateOf({ num, den }: { num: number; den: number }): number {
	return den === 0 ? 0 : num / den;
}

// The small-cell rule for counts of people's matters (domain.md §6.4): a count below k is not shown at the desk, nor one that
// the total would give away. Pure.

/** Fewest that a desk shows. */
export const DESK_K = 5;

/** The count, or null where fewer than k stand behind it; 0 is no group of people and is shown. */
export function shownCount(count: number): number | null {
	return count > 0 && count < DESK_K ? null : count;
}

/**
 * Counts of a breakdown whose total is shown: those below k are hidden, and the smallest others with them until the
 * hidden ones are at least two and k together, so that the total gives none away.
 */
export function hideSmallCells(counts: readonly number[]): (number | null)[] {
	const hidden = new Set<number>();
	for (const [index, count] of counts.entries()) if (count > 0 && count < DESK_K) hidden.add(index);
	if (hidden.size === 0) return [...counts];
	const sum = (): number => [...hidden].reduce((total, index) => total + (counts[index] ?? 0), 0);
	const others = [...counts.keys()]
		.filter((index) => !hidden.has(index) && (counts[index] ?? 0) > 0)
		.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
	for (const index of others) {
		if (hidden.size >= 2 && sum() >= DESK_K) break;
		hidden.add(index);
	}
	return counts.map((count, index) => (hidden.has(index) ? null : count));
}

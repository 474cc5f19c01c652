// The small-cell rule (domain.md §6.4): counts of people below k are not shown, nor one from which such a count could be
// worked out by a total. Pure.

/** Smallest count of people that a desk shows. */
export const SMALLEST_CELL = 5;

export interface ShownCell {
	count: number | null;
	hiding: 'none' | 'small' | 'complement';
}

/**
 * Hides every count from 1 to k − 1, and then the smallest others until what is hidden together reaches k in at least
 * two cells: a total beside them then gives nothing away.
 */
export function hideSmallCells(counts: readonly number[], k = SMALLEST_CELL): ShownCell[] {
	const cells = counts.map(
		(count): ShownCell => (count > 0 && count < k ? { count: null, hiding: 'small' } : { count, hiding: 'none' }),
	);
	const hidden = () => counts.filter((_, at) => cells[at]?.hiding !== 'none');
	const isSafe = (found: readonly number[]) =>
		found.length === 0 || (found.length > 1 && found.reduce((sum, count) => sum + count, 0) >= k);
	while (!isSafe(hidden())) {
		let least = -1;
		for (const [at, count] of counts.entries()) {
			if (cells[at]?.hiding !== 'none' || count === 0) continue;
			if (least < 0 || count < (counts[least] as number)) least = at;
		}
		if (least < 0) break;
		cells[least] = { count: null, hiding: 'complement' };
	}
	return cells;
}

/** A total of people, null below k. */
export function shownTotal(count: number, k = SMALLEST_CELL): number | null {
	return count >= k ? count : null;
}

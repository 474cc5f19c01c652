// Walks exactly the rows that a compiled formula counts inside a place, without making lists of them.

import type { Place } from './area-tree.ts';
import type { CompiledFormula } from './compile-formula.ts';
import type { EventIndex } from './event-index.ts';

/** Calls `visit` for each counted row, in the order of the cohort's own day. */
export function visitCounted(
	{ run, mask, want, tests }: CompiledFormula,
	index: EventIndex,
	place: Place,
	visit: (row: number) => void,
): void {
	for (let position = run.from; position < run.to; position += 1) {
		const row = run.rows === null ? position : (run.rows[position] as number);
		const at = index.place[row] as number;
		if (at < place.place || at > place.lastPlace) continue;
		if (((index.traits[row] as number) & mask) === want && tests.every((test) => test(row))) visit(row);
	}
}

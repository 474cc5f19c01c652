// Whether the outline of each grid is sound, as a field of the ledger of grids. Looks at outlines only when it is asked for.

import type { LedgerRows } from '../indicators/ledger-columns.ts';
import { BLANK } from '../indicators/ledger-columns.ts';

/** Grids in use by area id: true where one overlaps another or lies on a gap; grids without an outline are missing. */
export type OutlineFlaws = () => ReadonlyMap<number, boolean>;

/**
 * Rows with the field outline_flawed: 1, 0, blank without an outline. What no longer stands is on no present map and is
 * not flawed.
 */
export function withOutlineFlaws(rows: LedgerRows, inUse: ReadonlySet<number>, flaws: OutlineFlaws): LedgerRows {
	let kept: Int32Array | null = null;
	const column = (): Int32Array => {
		const byArea = flaws();
		return Int32Array.from(rows.areaId, (areaId) => {
			const isFlawed = byArea.get(areaId);
			if (isFlawed === undefined) return inUse.has(areaId) ? BLANK : 0;
			return isFlawed ? 1 : 0;
		});
	};
	return {
		...rows,
		column(field) {
			if (field !== 'outline_flawed') return rows.column(field);
			kept ??= column();
			return kept;
		},
	};
}

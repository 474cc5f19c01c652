// The peers that stand next to an area in a ranking. Pure.

/** At most `count` rows in their order, with the area as near to the middle as the ends allow. */
export function neighboursOf<R extends { area: string }>(rows: readonly R[], area: string, count: number): R[] {
	const at = rows.findIndex((row) => row.area === area);
	const from = Math.max(0, Math.min(at - Math.floor(count / 2), rows.length - count));
	return rows.slice(from, from + count);
}

// What was once published of a figure and stands differently now. Pure.

import type { Restatements } from '../../stores/indicators-store.ts';

type Restatement = Restatements['restatements'][number];

/** Published values of one figure that were restated, the newest statement of each period, oldest period first. */
export function restatementsOf(all: readonly Restatement[], indicator: string, area: string): Restatement[] {
	const newest = new Map<string, Restatement>();
	for (const one of all) {
		const { stated } = one;
		// A proof card is no publication; a change of anything but the value is not seen on a chart.
		if (one.snapshotId === null || stated.indicator !== indicator || stated.area !== area) continue;
		if (!one.changed.includes('value')) continue;
		const known = newest.get(stated.period);
		if (known === undefined || known.issuedAt < one.issuedAt) newest.set(stated.period, one);
	}
	return [...newest.values()].sort((a, b) => (a.stated.period < b.stated.period ? -1 : 1));
}

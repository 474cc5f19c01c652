// Handovers between units by their place in the course, so that what comes back is drawn as a way of its own and never as a
// circle. Smaller units of a place stand together. Pure.

/** The units of one event in order of their turns. */
export interface UnitPath {
	units: readonly { unit: string; isReturn: boolean }[];
	isClosed: boolean;
}

export interface FlowLink {
	hop: number;
	from: string | null;
	to: string | null;
	kind: 'forward' | 'return' | 'closed' | 'open';
	count: number;
}

/** Units that are named at each place of the course; what goes on past the last place ends there. */
const MOST_UNITS: readonly number[] = [5, 8, 4, 4, 3];
const MOST_HOPS: number = MOST_UNITS.length;

/** Links in order of place and size; every path ends once, so that the ends add up to the paths. */
export function flowOf(paths: readonly UnitPath[]): FlowLink[] {
	const named = namedUnits(paths);
	const nameAt = (hop: number, unit: string): string | null => (named[hop]?.has(unit) ? unit : null);
	const links = new Map<string, FlowLink>();
	const add = (link: Omit<FlowLink, 'count'>): void => {
		const key = JSON.stringify([link.hop, link.from, link.to, link.kind]);
		const known = links.get(key);
		if (known) known.count += 1;
		else links.set(key, { ...link, count: 1 });
	};
	for (const { units, isClosed } of paths) {
		const shown = units.slice(0, MOST_HOPS);
		for (const [hop, { unit }] of shown.entries()) {
			const next = shown[hop + 1];
			const from = nameAt(hop, unit);
			if (next) add({ hop, from, to: nameAt(hop + 1, next.unit), kind: next.isReturn ? 'return' : 'forward' });
			else add({ hop, from, to: null, kind: isClosed ? 'closed' : 'open' });
		}
	}
	return [...links.values()].sort((a, b) => a.hop - b.hop || b.count - a.count || compareNames(a, b));
}

function compareNames(a: FlowLink, b: FlowLink): number {
	const left = JSON.stringify([a.from, a.to, a.kind]);
	const right = JSON.stringify([b.from, b.to, b.kind]);
	return left < right ? -1 : left > right ? 1 : 0;
}

/** The units that are named at each place: those that most events pass through there. */
function namedUnits(paths: readonly UnitPath[]): Set<string>[] {
	const counts: Map<string, number>[] = Array.from({ length: MOST_HOPS }, () => new Map());
	for (const { units } of paths) {
		for (const [hop, { unit }] of units.slice(0, MOST_HOPS).entries()) {
			const at = counts[hop];
			at?.set(unit, (at.get(unit) ?? 0) + 1);
		}
	}
	return counts.map((at, hop) => {
		const order = [...at].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
		return new Set(order.slice(0, MOST_UNITS[hop]).map(([unit]) => unit));
	});
}

// "As then" and "as now" when grids were split or merged. As then, an event counts where its export put it; as now, at
// what became of that area. What nobody can tell counts one level up as 未落格, never by guess, so that totals stay.

import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { AreaLineage } from './area-lineage.ts';
import type { AreaTree } from './area-tree.ts';
import type { EngineSnapshot } from './event-columns.ts';
import { EVENT_FLAG } from './event-columns.ts';
import type { EventIndex } from './event-index.ts';
import { eventIndexOf } from './event-index.ts';
import { TRAIT } from './event-traits.ts';

export type AreaBasis = 'then' | 'now';

const asNow = new WeakMap<EngineSnapshot, EventIndex>();

/** The index of a snapshot on a basis, made once each; they are one where no area was ever changed. */
export function indexOnBasis(snapshot: EngineSnapshot, basis: AreaBasis | undefined): EventIndex {
	const index = eventIndexOf(snapshot);
	const { lineage } = snapshot;
	const asOfS = snapshot.asOfS ?? snapshot.ledgers?.asOfS ?? null;
	if (basis !== 'now' || lineage === undefined || lineage.isEmpty || asOfS === null) return index;
	let moved = asNow.get(snapshot);
	if (!moved) {
		moved = moveToSuccessors(index, lineage, dayOf(asOfS));
		asNow.set(snapshot, moved);
	}
	return moved;
}

function moveToSuccessors(index: EventIndex, lineage: AreaLineage, today: number): EventIndex {
	const { events, tree, snapshot } = index;
	const place = index.place.slice();
	const traits = index.traits.slice();
	const changed = new Set(
		tree.places.filter(({ code }) => lineage.changesOf(code).length > 0).map((each) => each.place),
	);
	const codeOfArea = new Map(snapshot.areas.map(({ areaId, code }) => [areaId, code]));
	const targets = new Map<string, number>();
	for (let row = 0; row < events.length; row += 1) {
		const at = place[row] as number;
		if (!changed.has(at)) continue;
		const day = dayOf((events.acceptedAt[row] as number) || (events.reportedAt[row] as number));
		const isUnsure = ((events.flags[row] as number) & EVENT_FLAG.pointUnsure) !== 0;
		const point = isUnsure ? null : (codeOfArea.get(events.geoAreaId[row] as number) ?? null);
		const key = `${at}/${day}/${point ?? ''}`;
		const target = targets.get(key) ?? targetOf(tree, lineage, at, day, today, point);
		targets.set(key, target);
		place[row] = target;
		const isGrid = tree.places[target]?.level === 'grid';
		traits[row] = isGrid ? (traits[row] as number) | TRAIT.located : (traits[row] as number) & ~TRAIT.located;
	}
	return {
		...index,
		place,
		traits,
		placeNow: (at, day) => (changed.has(at) ? targetOf(tree, lineage, at, Math.min(day, today), today, null) : at),
	};
}

/** Place number where an event of one place and day counts now. */
function targetOf(
	tree: AreaTree,
	lineage: AreaLineage,
	at: number,
	day: number,
	today: number,
	point: string | null,
): number {
	const from = tree.places[at];
	if (!from) return at;
	const targets = lineage
		.placeNow(from.code, day, today, point)
		// A successor that no list of areas has delivered yet: what stands above the old one.
		.map(({ code }) => tree.placeByCode.get(code) ?? from.parent ?? 0);
	const [first = at, ...others] = targets;
	return others.reduce((common, other) => commonAbove(tree, common, other), first);
}

/** The lowest place that both are inside of. */
function commonAbove(tree: AreaTree, first: number, second: number): number {
	let above = first;
	for (;;) {
		const place = tree.places[above];
		if (!place || (second >= place.place && second <= place.lastPlace)) return above;
		above = place.parent ?? 0;
	}
}

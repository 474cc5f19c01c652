// Trouble that was closed and came back (figures.md, OP08) as chains of records: each event accepted in the period with the
// ones it repeats. Sensitive ones are counted and never listed; points are rounded to about 100 m.

import type { z } from 'zod';
import type { MapChainsOutput } from '../../../shared/contract/schemas/map.ts';
import { UNMAPPED_CATEGORY } from '../../../shared/domain/codes.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import { getEventIds } from '../cache/event-queries.ts';
import { acceptedRows } from '../collaboration/event-cohorts.ts';
import type { EventScope } from '../events/event-service.ts';
import { describeCategory } from '../exports/dictionaries.ts';
import { placeOfCode } from '../indicators/area-tree.ts';
import { type EventIndex, eventIndexOf } from '../indicators/event-index.ts';
import { compileRecurrence, findEarlierOf } from '../indicators/recurrence.ts';
import { isSensitiveRow, type LabelPoints, shownPointOf } from './event-points.ts';

type Chains = z.infer<typeof MapChainsOutput>;

const MOST_CHAINS = 200;
/** Events that one chain goes back. */
const MOST_EVENTS = 20;

/** The rows of a chain, oldest first, that ends with `row`. */
function chainUpTo(index: EventIndex, row: number): number[] {
	const chain = [row];
	while (chain.length < MOST_EVENTS) {
		const earlier = findEarlierOf(index, chain[0] as number);
		if (earlier === null || chain.includes(earlier)) break;
		chain.unshift(earlier);
	}
	return chain;
}

/** Throws GridHelmError E_UNKNOWN_AREA. */
export function listMapChains(
	{ db, snapshot }: Pick<EventScope, 'db' | 'snapshot'>,
	labelPoints: LabelPoints,
	{ area, period }: { area: string; period: Period },
): Chains {
	const index = eventIndexOf(snapshot);
	const { events, tree } = index;
	const isRecurring = compileRecurrence(index);
	const again = acceptedRows(index, placeOfCode(tree, area), period).filter(isRecurring);
	const held = new Set<number>();
	const chains: number[][] = [];
	let sensitive = 0;
	for (const row of again.toSorted((a, b) => (events.acceptedAt[b] as number) - (events.acceptedAt[a] as number))) {
		if (held.has(row)) continue;
		const chain = chainUpTo(index, row);
		for (const one of chain) held.add(one);
		if (chain.some((one) => isSensitiveRow(index, one))) sensitive += 1;
		else chains.push(chain);
	}
	const total = chains.length + sensitive;
	chains.sort((a, b) => b.length - a.length);
	const instant = (atS: number) => (atS === 0 || atS > (snapshot.asOfS ?? 0) ? null : toIso(atS));
	return {
		asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS),
		total,
		sensitive,
		chains: chains.slice(0, MOST_CHAINS).map((chain) => {
			const last = chain.at(-1) as number;
			const known = describeCategory(snapshot.dict.get(events.categoryId[last] as number)?.code ?? UNMAPPED_CATEGORY);
			const ids = getEventIds(
				db,
				chain.map((row) => events.eventKey[row] as number),
			);
			return {
				class: { zh: known?.zh ?? '未分类', en: known?.en ?? 'Unclassified' },
				area: tree.places[index.place[last] as number]?.code ?? area,
				point: shownPointOf(index, labelPoints, last)?.point ?? null,
				events: chain.map((row, at) => ({
					eventId: ids[at] ?? '',
					acceptedAt: toIso(events.acceptedAt[row] as number),
					closedAt: instant(events.closedAt[row] as number),
				})),
			};
		}),
	};
}

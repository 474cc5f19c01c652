// The events open at the as-of (figures.md, Open at t), each judged by its own source's as-of. Kept per snapshot,
// so that the queue, the map and the wall speak of the same events.

import { periodOfDay } from '../../../shared/domain/period.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { Place } from './area-tree.ts';
import { HEADLINE, loadCatalogue } from './catalogue.ts';
import { compileFormula } from './compile-formula.ts';
import type { EventIndex } from './event-index.ts';
import { TRAIT } from './event-traits.ts';
import { windowOf } from './figure-tally.ts';
import { formulaOf } from './read-figure.ts';

/** An open event: its row in the columns and the as-of of its source (epoch seconds). */
export interface OpenEvent {
	row: number;
	asOfS: number;
	isPaused: boolean;
	/** Disposed at the as-of: nobody is late any more, whatever the clock says. */
	isDisposed: boolean;
}

const kept = new WeakMap<EventIndex, readonly OpenEvent[]>();

/** All open events of a snapshot, in row order. */
export function openEventsOf(index: EventIndex): readonly OpenEvent[] {
	let open = kept.get(index);
	if (!open) {
		open = findOpenEvents(index);
		kept.set(index, open);
	}
	return open;
}

function findOpenEvents(index: EventIndex): OpenEvent[] {
	const { asOfS } = index.snapshot;
	const entry = loadCatalogue().get('OPEN');
	if (asOfS === null || !entry) return [];
	const window = windowOf(index, periodOfDay('day', dayOf(asOfS)), null);
	const { run, mask, want, test } = compileFormula(formulaOf(entry, HEADLINE), index, window);
	const open: OpenEvent[] = [];
	for (const row of run.rows ?? []) {
		const traits = index.traits[row] as number;
		if ((traits & mask) !== want) continue;
		open.push({
			row,
			asOfS: window.asOfBySource[index.events.sourceSystemId[row] as number] as number,
			isPaused: (traits & TRAIT.paused) !== 0,
			isDisposed: test('disposed', row),
		});
	}
	return open;
}

const keptByKey = new WeakMap<EventIndex, ReadonlyMap<number, OpenEvent>>();

/** The open event with an event_key; undefined where that event is not open. */
export function openEventByKey(index: EventIndex, eventKey: number): OpenEvent | undefined {
	let byKey = keptByKey.get(index);
	if (!byKey) {
		byKey = new Map(openEventsOf(index).map((open) => [index.events.eventKey[open.row] as number, open]));
		keptByKey.set(index, byKey);
	}
	return byKey.get(eventKey);
}

/** Open events that count at a place or inside it. */
export function openEventsInside(index: EventIndex, place: Place): OpenEvent[] {
	return openEventsOf(index).filter(({ row }) => {
		const at = index.place[row] as number;
		return at >= place.place && at <= place.lastPlace;
	});
}

/** Hours since the limit of the longest overdue open event, at the as-of; null where none is overdue. */
export function longestOverdueHours(index: EventIndex, place: Place): number | null {
	let longestS = 0;
	for (const { row, asOfS, isPaused, isDisposed } of openEventsInside(index, place)) {
		const dueAt = index.events.dueAt[row] as number;
		if (dueAt !== 0 && !isPaused && !isDisposed) longestS = Math.max(longestS, asOfS - dueAt);
	}
	return longestS > 0 ? longestS / 3600 : null;
}

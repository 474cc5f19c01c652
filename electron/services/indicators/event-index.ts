// What the figures need of a snapshot beside its columns, made once a revision: traits of each event that no
// period changes, its place, and orders by accepted, due and closed day, so that a month never scans five years.

import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { AreaTree } from './area-tree.ts';
import { makeAreaTree } from './area-tree.ts';
import type { DayOrder } from './day-order.ts';
import { orderByDay } from './day-order.ts';
import type { EngineSnapshot, EventColumns } from './event-columns.ts';
import type { EventField } from './event-fields.ts';
import { deliveredFields } from './event-fields.ts';
import { judgeRows, locateRows, TRAIT } from './event-traits.ts';
import { readPopulations } from './population.ts';

export interface EventIndex {
	snapshot: EngineSnapshot;
	events: EventColumns;
	tree: AreaTree;
	populations: readonly (number | null)[];
	place: Uint16Array | Uint32Array;
	verdict: Uint8Array;
	traits: Uint32Array;
	accepted: DayOrder;
	due: DayOrder;
	/** Limit, or acceptance where only a reported flag exists; 0 for none. */
	dueInstant: Uint32Array;
	closed: DayOrder;
	/** Made when first asked for. */
	reported(): DayOrder;
	dispatched(): DayOrder;
	/** Latest acceptance (epoch seconds); 0 without any. */
	lastAcceptedS: number;
	/** Largest source system id that an event names. */
	largestSourceId: number;
	/** Shanghai day of the first acceptance; null when nothing was delivered. */
	firstDay: number | null;
	/** "As now" only: where what stood at a place on a day (Shanghai) counts today. */
	placeNow?: (place: number, day: number) => number;
	/** Which fields that figures need were delivered somewhere. */
	fields: Readonly<Record<EventField, boolean>>;
}

const indexes = new WeakMap<EngineSnapshot, EventIndex>();

/** The index of a snapshot, made at the first call and kept as long as the snapshot. */
export function eventIndexOf(snapshot: EngineSnapshot): EventIndex {
	let index = indexes.get(snapshot);
	if (!index) {
		index = makeEventIndex(snapshot);
		indexes.set(snapshot, index);
	}
	return index;
}

function makeEventIndex(snapshot: EngineSnapshot): EventIndex {
	const { events } = snapshot;
	const tree = makeAreaTree(snapshot.areas);
	const { verdict, traits } = judgeRows(snapshot);
	const place = locateRows(snapshot, tree, verdict, traits);
	const dueInstant = dueInstants(events, traits);
	const accepted = orderByDay(events.acceptedAt);
	const firstRow = accepted.rows === null ? (accepted.starts[0] as number) : (accepted.rows[0] ?? events.length);
	return {
		snapshot,
		events,
		tree,
		populations: readPopulations(tree),
		place,
		verdict,
		traits,
		accepted,
		due: orderByDay(dueInstant),
		dueInstant,
		closed: orderByDay(events.closedAt),
		reported: once(() => orderByDay(reportInstants(events))),
		dispatched: once(() => orderByDay(events.dispatchedAt)),
		lastAcceptedS: largest(events.acceptedAt),
		largestSourceId: largest(events.sourceSystemId),
		firstDay: firstRow < events.length ? dayOf(events.acceptedAt[firstRow] as number) : null,
		fields: deliveredFields(snapshot, traits),
	};
}

function dueInstants(events: EventColumns, traits: Uint32Array): Uint32Array {
	const dueAt = events.dueAt.slice();
	for (let row = 0; row < dueAt.length; row += 1) {
		if (((traits[row] as number) & TRAIT.flagOnly) !== 0) dueAt[row] = events.acceptedAt[row] as number;
	}
	return dueAt;
}

/** The time of the report; acceptance where none was delivered. */
function reportInstants({ reportedAt, acceptedAt }: EventColumns): Uint32Array {
	return reportedAt.map((atS, row) => atS || (acceptedAt[row] as number));
}

/** Computes a value at the first call and keeps it. */
function once<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => {
		made ??= make();
		return made;
	};
}

function largest(column: Uint16Array | Uint32Array): number {
	let found = 0;
	for (let row = 0; row < column.length; row += 1) {
		const value = column[row] as number;
		if (value > found) found = value;
	}
	return found;
}

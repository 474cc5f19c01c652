// G(t): the base and dedicated grids in force on a day, and the grid-days on which a patrol is required.

import type { EventIndex } from './event-index.ts';
import { BLANK } from './ledger-columns.ts';
import type { LedgerWindow } from './ledger-window.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** First day and first day no longer in force of a grid, by place number; [0, 0) for what is no grid. */
export interface GridSpans {
	from: Int32Array;
	to: Int32Array;
}

const kept = new WeakMap<EventIndex, GridSpans>();
const OPEN_END = 2_147_483_647;

/** Spans of all grids of a snapshot. */
export function gridSpansOf(index: EventIndex): GridSpans {
	let spans = kept.get(index);
	if (!spans) {
		spans = readSpans(index);
		kept.set(index, spans);
	}
	return spans;
}

function readSpans({ tree, snapshot }: EventIndex): GridSpans {
	const from = new Int32Array(tree.places.length);
	const to = new Int32Array(tree.places.length);
	const rows = snapshot.ledgers?.rows('grid');
	const starts = rows?.column('start_on');
	const ends = rows?.column('end_on');
	if (!rows || !starts || !ends) return { from, to };
	for (let row = 0; row < rows.length; row += 1) {
		const place = tree.placeByAreaId.get(rows.areaId[row] as number);
		if (place === undefined) continue;
		from[place] = starts[row] === BLANK ? 0 : (starts[row] as number);
		to[place] = ends[row] === BLANK ? OPEN_END : (ends[row] as number);
	}
	return { from, to };
}

/** Required grid-days by place: working days of the period on which the grid was in force and that are over at t. */
export function gridWorkdays(index: EventIndex, calendar: WorkingCalendar, window: LedgerWindow): Float64Array {
	const { from, to } = gridSpansOf(index);
	return Float64Array.from(from, (start, place) =>
		calendar.countWorkingDays(Math.max(start, window.period.startDay), Math.min(to[place] as number, window.openDay)),
	);
}

/** True where a grid-day is a required one. */
export function requiredGridDay(
	index: EventIndex,
	calendar: WorkingCalendar,
	window: LedgerWindow,
): (place: number, day: number) => boolean {
	const { from, to } = gridSpansOf(index);
	return (place, day) =>
		day < window.openDay && day >= (from[place] as number) && day < (to[place] as number) && calendar.isWorkingDay(day);
}

// Counting for the lists beside a filter: each list counts what passes every other choice. By cells where the frame is
// an area and days, which is the everyday question; row by row where the frame is a set of events of its own.

import { childrenOf, type Place } from '../indicators/area-tree.ts';
import type { EventIndex } from '../indicators/event-index.ts';
import { dayMark, type FilterCells, filterCellsOf } from './filter-cells.ts';
import { dayBounds, FAILS, failingTest, failTables } from './filter-tests.ts';
import { type EventFrame, type FrameQuestion, requirePeriod } from './frame-rows.ts';

/** Counts by dict id, severity, position among the places one level below, and day mark (see filter-cells.ts). */
export interface FacetCounts {
	total: number;
	category: Uint32Array;
	source: Uint32Array;
	unit: Uint32Array;
	status: Uint32Array;
	severity: Uint32Array;
	areas: Uint32Array;
	days: Uint32Array;
}

const LAST_MARK = dayMark(0xffff_ffff);

/** Counts of nothing. `size`: largest dict id plus one. */
export function noCounts(size: number, children: number): FacetCounts {
	const words = () => new Uint32Array(size);
	return {
		total: 0,
		category: words(),
		source: words(),
		unit: words(),
		status: words(),
		severity: new Uint32Array(256),
		areas: new Uint32Array(children),
		days: new Uint32Array(LAST_MARK + 1),
	};
}

function add(counts: Uint32Array, at: number, count: number): void {
	counts[at] = (counts[at] as number) + count;
}

/** Place → position among the places one level below; −1 for every other place. */
function childPositions({ tree }: EventIndex, place: Place): Int32Array {
	const positions = new Int32Array(tree.places.length).fill(-1);
	for (const [at, child] of childrenOf(tree, place).entries()) positions.fill(at, child.place, child.lastPlace + 1);
	return positions;
}

/** Whether a filter's frame is no more than an area and days, so that cells can answer it. */
export function isAnsweredByCells({ filter }: Pick<FrameQuestion, 'filter'>): boolean {
	const isDelivered = filter.state === undefined || filter.state === 'accepted';
	return isDelivered && !filter.proof && !filter.lights && filter.number === undefined;
}

/** First position in [from, to) whose day mark is at least `mark`; `to` where there is none. */
function firstFrom(dayMarks: Uint16Array, from: number, to: number, mark: number): number {
	let low = from;
	let high = to;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((dayMarks[middle] as number) < mark) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Adds the events of a cell. Words and severity count `events`; the rest is counted by who calls. */
function addWords(counts: FacetCounts, cells: FilterCells, cell: number, fails: number, events: number): void {
	if ((fails & ~FAILS.category) === 0) add(counts.category, cells.categoryId[cell] as number, events);
	if ((fails & ~FAILS.source) === 0) add(counts.source, cells.sourceId[cell] as number, events);
	if ((fails & ~FAILS.unit) === 0) add(counts.unit, cells.unitId[cell] as number, events);
	if ((fails & ~FAILS.status) === 0) add(counts.status, cells.statusId[cell] as number, events);
	if ((fails & ~FAILS.severity) === 0) add(counts.severity, cells.severity[cell] as number, events);
}

/** Marks [from, to) that a period holds and those that the chosen days hold; rows without acceptance have mark 0. */
function markRanges({ filter }: FrameQuestion) {
	const period = filter.period === undefined ? null : requirePeriod(filter.period);
	const hasDays = filter.from !== undefined || filter.to !== undefined;
	const [fromS, toS] = dayBounds(filter);
	return {
		frame: period === null ? null : { from: period.startDay + 1, to: period.endDay + 1 },
		chosen: hasDays ? { from: Math.max(1, dayMark(fromS)), to: dayMark(toS) + 1 } : null,
	};
}

/** The counts of a filter whose frame is an area and days (isAnsweredByCells). */
export function countCells(question: FrameQuestion, index: EventIndex, place: Place, size: number): FacetCounts {
	const cells = filterCellsOf(index);
	const counts = noCounts(size, childrenOf(index.tree, place).length);
	const tables = failTables(question.snapshot, question.filter);
	const { frame, chosen } = markRanges(question);
	const positions = childPositions(index, place);
	const { dayMark: marks, place: places, starts } = cells;
	const { days, areas } = counts;
	const isEverywhere = place.place === 0;
	const [firstPlace, lastPlace] = [place.place, place.lastPlace];

	function countInside(from: number, to: number): number {
		if (isEverywhere) return Math.max(0, to - from);
		let inside = 0;
		for (let at = from; at < to; at += 1) {
			const own = places[at] as number;
			if (own >= firstPlace && own <= lastPlace) inside += 1;
		}
		return inside;
	}
	function addDays(from: number, to: number): void {
		for (let at = from; at < to; at += 1) {
			const own = places[at] as number;
			if (own >= firstPlace && own <= lastPlace) add(days, marks[at] as number, 1);
		}
	}
	function addDaysAndAreas(from: number, to: number): number {
		let inside = 0;
		for (let at = from; at < to; at += 1) {
			const own = places[at] as number;
			if (own < firstPlace || own > lastPlace) continue;
			inside += 1;
			add(days, marks[at] as number, 1);
			const child = positions[own] as number;
			if (child >= 0) add(areas, child, 1);
		}
		return inside;
	}

	for (let cell = 0; cell < cells.length; cell += 1) {
		const fails =
			(tables.category[cells.categoryId[cell] as number] as number) |
			(tables.source[cells.sourceId[cell] as number] as number) |
			(tables.unit[cells.unitId[cell] as number] as number) |
			(tables.status[cells.statusId[cell] as number] as number) |
			(tables.severity[cells.severity[cell] as number] as number);
		// Who fails two choices is in no list.
		if ((fails & (fails - 1)) !== 0) continue;
		let from = starts[cell] as number;
		let to = starts[cell + 1] as number;
		if (frame !== null) {
			from = firstFrom(marks, from, to, frame.from);
			to = firstFrom(marks, from, to, frame.to);
		}
		const first = chosen === null ? from : firstFrom(marks, from, to, chosen.from);
		const end = chosen === null ? to : firstFrom(marks, first, to, chosen.to);
		if (fails !== 0) {
			addWords(counts, cells, cell, fails, countInside(first, end));
			continue;
		}
		addDays(from, first);
		const inside = addDaysAndAreas(first, end);
		addDays(end, to);
		counts.total += inside;
		addWords(counts, cells, cell, 0, inside);
	}
	days[0] = 0;
	return counts;
}

/** The counts of a filter over the rows of its frame. */
export function countFrame(
	question: FrameQuestion & { findByNumber?: Parameters<typeof failingTest>[2] },
	{ index, place, rows }: EventFrame,
	size: number,
): FacetCounts {
	const { categoryId, sourceId, unitId, statusId, severity, acceptedAt } = index.events;
	const counts = noCounts(size, childrenOf(index.tree, place).length);
	const failing = failingTest(question.snapshot, question.filter, question.findByNumber);
	const positions = childPositions(index, place);
	for (let each = 0; each < rows.length; each += 1) {
		const row = rows[each] as number;
		const fails = failing(row);
		if ((fails & (fails - 1)) !== 0) continue;
		if ((fails & ~FAILS.category) === 0) add(counts.category, categoryId[row] as number, 1);
		if ((fails & ~FAILS.source) === 0) add(counts.source, sourceId[row] as number, 1);
		if ((fails & ~FAILS.unit) === 0) add(counts.unit, unitId[row] as number, 1);
		if ((fails & ~FAILS.status) === 0) add(counts.status, statusId[row] as number, 1);
		if ((fails & ~FAILS.severity) === 0) add(counts.severity, severity[row] as number, 1);
		if ((fails & ~FAILS.day) === 0) add(counts.days, dayMark(acceptedAt[row] as number), 1);
		if (fails !== 0) continue;
		counts.total += 1;
		const child = positions[index.place[row] as number] ?? -1;
		if (child >= 0) add(counts.areas, child, 1);
	}
	counts.days[0] = 0;
	return counts;
}

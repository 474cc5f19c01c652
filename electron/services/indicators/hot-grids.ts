// Grids with unusually many events of one first-level class (figures.md, OP10): at least 5 in the 7 days up to t, and at
// least the mean plus two standard deviations of the eight weeks before. Self-closed events do not count.

import { UNMAPPED_CATEGORY } from '../../../shared/domain/codes.ts';
import { rowsOfCohort } from './cohort-rows.ts';
import type { Formula } from './definition-schema.ts';
import type { FigureWindow, RowTest } from './event-conditions.ts';
import { compileCohort } from './event-conditions.ts';
import type { EventIndex } from './event-index.ts';
import { TRAIT } from './event-traits.ts';

const WEEK_S = 604_800;
const WEEKS_BEFORE = 8;
const FEWEST = 5;
const CLASSES = 100;

/** Weekly counts by place and class, and the first-level class of each row. */
interface WeeklyCounts {
	/** place × 100 + class → counts of the last week and the eight before it. */
	counts: Map<number, Uint32Array>;
	keyOf(row: number): number;
}

/** The one first-level class that a hot-grid formula looks at; null for each of them. */
export function classOf({ value }: Formula): number | null {
	return value.kind === 'count' && value.classL1 !== undefined ? Number(value.classL1) : null;
}

/** Place numbers of the hot grids; `isAsked` may leave rows out (a handling unit). */
export function findHotGrids(
	index: EventIndex,
	window: FigureWindow,
	classL1: number | null,
	isAsked: RowTest | null,
): Set<number> {
	const { counts } = countWeeks(index, window, isAsked);
	const hot = new Set<number>();
	for (const [key, weeks] of counts) {
		if (isChosen(key, classL1) && isHot(weeks)) hot.add(Math.floor(key / CLASSES));
	}
	return hot;
}

/** Events whose class is unusually many in their grid. */
export function compileHotGridTest(index: EventIndex, window: FigureWindow, classL1: number | null): RowTest {
	const { counts, keyOf } = countWeeks(index, window, null);
	const hot = new Set([...counts].filter(([key, weeks]) => isChosen(key, classL1) && isHot(weeks)).map(([key]) => key));
	return (row) => hot.has(keyOf(row));
}

/** A grid with unusually many events of one first-level class, with what it is measured against. */
export interface HotGrid {
	place: number;
	/** Two digits. */
	classL1: string;
	now: number;
	mean: number;
	/** Mean plus two standard deviations. */
	bound: number;
	/** The last week and the eight before it, oldest first. */
	weeks: number[];
}

/** Every hot grid by class, those furthest above their bound first. */
export function listHotGrids(index: EventIndex, window: FigureWindow): HotGrid[] {
	const found: HotGrid[] = [];
	for (const [key, weeks] of countWeeks(index, window, null).counts) {
		if (!isHot(weeks)) continue;
		found.push({
			...readHotKey(key),
			now: weeks[0] ?? 0,
			...boundOf(weeks),
			weeks: [...weeks].reverse(),
		});
	}
	return found.sort((a, b) => b.now - b.bound - (a.now - a.bound) || a.place - b.place);
}

/** Which grids were hot by class at the end of each of the last weeks, the present one last; keys as of hotKey. */
export function listHotWeeks(index: EventIndex, window: FigureWindow, weeks: number): Set<number>[] {
	const endS = Math.min(window.endS, window.maxAsOfS);
	return Array.from({ length: weeks }, (_, at) => {
		const back = weeks - 1 - at;
		const limitS = endS - back * WEEK_S;
		const earlier: FigureWindow = {
			...window,
			endS: limitS,
			asOfBySource: window.asOfBySource.map((asOfS) => Math.min(asOfS, limitS)),
			minAsOfS: Math.min(window.minAsOfS, limitS),
			maxAsOfS: Math.min(window.maxAsOfS, limitS),
		};
		const { counts } = countWeeks(index, back === 0 ? window : earlier, null);
		return new Set([...counts].flatMap(([key, own]) => (isHot(own) ? [key] : [])));
	});
}

/** Place and first-level class as one number, the same in every week. */
export function hotKey(place: number, classL1: string): number {
	return place * CLASSES + Number(classL1);
}

/** The reverse of hotKey. */
export function readHotKey(key: number): { place: number; classL1: string } {
	return { place: Math.floor(key / CLASSES), classL1: String(key % CLASSES).padStart(2, '0') };
}

function isChosen(key: number, classL1: number | null): boolean {
	return classL1 === null || key % CLASSES === classL1;
}

function isHot(weeks: Uint32Array): boolean {
	const now = weeks[0] ?? 0;
	return now >= FEWEST && now >= boundOf(weeks).bound;
}

function boundOf(weeks: Uint32Array): { mean: number; bound: number } {
	const before = weeks.subarray(1);
	const mean = before.reduce((sum, count) => sum + count, 0) / WEEKS_BEFORE;
	const variance = before.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (WEEKS_BEFORE - 1);
	return { mean, bound: mean + 2 * Math.sqrt(variance) };
}

function countWeeks(index: EventIndex, window: FigureWindow, isAsked: RowTest | null): WeeklyCounts {
	const { events, traits, place, snapshot } = index;
	const { acceptedAt, sourceSystemId, categoryId } = events;
	const classes = new Uint8Array(65_536).fill(Number(UNMAPPED_CATEGORY.slice(0, 2)));
	for (const [id, { code }] of snapshot.dict)
		if (code !== null && id < classes.length) classes[id] = Number(code.slice(0, 2));
	const keyOf = (row: number): number =>
		(place[row] as number) * CLASSES + (classes[categoryId[row] as number] as number);
	const run = rowsOfCohort('acceptedIn63Days', index, window);
	const isIn = compileCohort('acceptedIn63Days', index, window);
	const mask = TRAIT.invalid | TRAIT.notAccepted | TRAIT.selfClosed | TRAIT.located;
	const counts = new Map<number, Uint32Array>();
	// The same by position in a table, because looking into a map for every row takes three times as long.
	const slots = new Uint32Array(index.tree.places.length * CLASSES);
	const found: Uint32Array[] = [];
	for (let position = run.from; position < run.to; position += 1) {
		const row = run.rows === null ? position : (run.rows[position] as number);
		if (((traits[row] as number) & mask) !== TRAIT.located || !isIn(row)) continue;
		if (isAsked !== null && !isAsked(row)) continue;
		const t = Math.min(window.endS, window.asOfBySource[sourceSystemId[row] as number] as number);
		const key = keyOf(row);
		const slot = slots[key] as number;
		const weeks = slot === 0 ? new Uint32Array(WEEKS_BEFORE + 1) : (found[slot - 1] as Uint32Array);
		if (slot === 0) {
			slots[key] = found.push(weeks);
			counts.set(key, weeks);
		}
		const week = Math.floor((t - (acceptedAt[row] as number)) / WEEK_S);
		weeks[week] = (weeks[week] as number) + 1;
	}
	return { counts, keyOf };
}

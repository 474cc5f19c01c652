// Which rows can belong to a cohort, found by day orders and not by reading all rows.

import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { DayOrder } from './day-order.ts';
import type { Cohort } from './definition-schema.ts';
import type { FigureWindow } from './event-conditions.ts';
import { DAYS_OF_COHORT, isClosedAt } from './event-conditions.ts';
import type { EventIndex } from './event-index.ts';
import { TRAIT } from './event-traits.ts';

/** Positions [from, to) of `rows`, or of the columns themselves where `rows` is null. */
export interface RowRun {
	rows: Uint32Array | null;
	from: number;
	to: number;
}

/** Accepted rows of a cohort (valid or not), each once. Instants after a source's as-of may be among them. */
export function rowsOfCohort(cohort: Cohort, index: EventIndex, window: FigureWindow): RowRun {
	const days = DAYS_OF_COHORT[cohort];
	if (days !== undefined) {
		const order = cohort === 'closedIn28Days' ? index.closed : index.accepted;
		return runOfDays(
			order,
			dayOf(Math.min(window.endS, window.minAsOfS)) - days,
			dayOf(Math.min(window.endS, window.maxAsOfS)) + 1,
		);
	}
	switch (cohort) {
		case 'acceptedInPeriod':
			return runOfDays(index.accepted, window.startDay, window.endDay);
		case 'closedInPeriod':
			return runOfDays(index.closed, window.startDay, window.endDay);
		case 'dueInPeriod':
			return runOfDays(index.due, window.startDay, window.endDay);
		case 'dispatchedInPeriod':
			return runOfDays(index.dispatched(), window.startDay, window.endDay);
		case 'reportedInPeriod':
			return runOfDays(index.reported(), window.startDay, window.endDay);
		case 'openAt':
			return openRows(index, window);
		default:
			throw new Error(`cohort ${cohort} has no rows`);
	}
}

function runOfDays(order: DayOrder, fromDay: number, toDay: number): RowRun {
	const last = order.starts.length - 1;
	const clamp = (day: number): number => Math.min(Math.max(day, 0), last);
	return { rows: order.rows, from: order.starts[clamp(fromDay)] as number, to: order.starts[clamp(toDay)] as number };
}

const MOMENTS_KEPT = 64;
const keptOpen = new WeakMap<EventIndex, Map<string, RowRun>>();

/** Exactly the accepted rows open at t, kept by moment: several figures ask for the same. */
function openRows(index: EventIndex, window: FigureWindow): RowRun {
	const key = `${Math.min(window.endS, window.maxAsOfS + 1)}/${window.asOfS}`;
	let kept = keptOpen.get(index);
	if (!kept) {
		kept = new Map();
		keptOpen.set(index, kept);
	}
	let run = kept.get(key);
	if (!run) {
		const rows = findOpenRows(index, window);
		run = { rows, from: 0, to: rows.length };
		if (kept.size >= MOMENTS_KEPT) kept.delete(kept.keys().next().value ?? '');
		kept.set(key, run);
	}
	return run;
}

/** Days within which nearly every event is closed. */
const SHORT_DAYS = 45;
const SHORT_S = SHORT_DAYS * 86_400;
const keptLong = new WeakMap<EventIndex, { rows: Uint32Array; isLong: Uint8Array }>();

/** Accepted rows that can be open long after it: never closed, re-opened, or closed late; found once a revision. */
function longRows(index: EventIndex): { rows: Uint32Array; isLong: Uint8Array } {
	let found = keptLong.get(index);
	if (!found) {
		const { acceptedAt, closedAt, length } = index.events;
		const isLong = new Uint8Array(length);
		let count = 0;
		for (let row = 0; row < length; row += 1) {
			const accepted = acceptedAt[row] as number;
			const closed = closedAt[row] as number;
			const isShort = closed !== 0 && closed - accepted <= SHORT_S;
			if (accepted === 0 || (isShort && ((index.traits[row] as number) & TRAIT.reopened) === 0)) continue;
			isLong[row] = 1;
			count += 1;
		}
		const rows = new Uint32Array(count);
		for (let row = length - 1; row >= 0; row -= 1) {
			if (isLong[row] === 0) continue;
			count -= 1;
			rows[count] = row;
		}
		found = { rows, isLong };
		keptLong.set(index, found);
	}
	return found;
}

/** Looks at the rows that can be open long, and at those accepted a short time before t. */
function findOpenRows(index: EventIndex, window: FigureWindow): Uint32Array {
	const moments = window.asOfBySource.map((asOfS) => Math.min(window.endS, asOfS));
	const { rows: long, isLong } = longRows(index);
	const lately = runOfDays(
		index.accepted,
		dayOf(Math.min(window.endS, window.minAsOfS)) - SHORT_DAYS - 1,
		dayOf(Math.min(window.endS, window.maxAsOfS)) + 1,
	);
	const runs = [{ rows: long, from: 0, to: long.length }, lately];
	const found = new Uint32Array(runs.reduce((sum, { from, to }) => sum + to - from, 0));
	const { acceptedAt, closedAt, sourceSystemId } = index.events;
	const { traits } = index;
	let count = 0;
	for (const run of runs) {
		for (let position = run.from; position < run.to; position += 1) {
			const row = run.rows === null ? position : (run.rows[position] as number);
			const t = moments[sourceSystemId[row] as number] as number;
			const at = acceptedAt[row] as number;
			if (at === 0 || at > t || (run === lately && isLong[row] === 1)) continue;
			if (((traits[row] as number) & TRAIT.reopened) !== 0) {
				if (isClosedAt(index, row, t)) continue;
			} else if (closedAt[row] !== 0 && (closedAt[row] as number) <= t) continue;
			found[count] = row;
			count += 1;
		}
	}
	return found.slice(0, count).sort();
}

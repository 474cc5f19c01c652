// The one place where a declared formula becomes code: cohort, conditions and exclusions turn into functions
// over the event columns for one window. Everything that counts, explains or lists a figure goes through here.

import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { Cohort, Condition, Exclusion, Formula } from './definition-schema.ts';
import { EVENT_FLAG } from './event-columns.ts';
import type { DayOrder, EventIndex } from './event-index.ts';
import { dueInstant, TRAIT, VERDICTS } from './event-index.ts';

/** A reporting period and what is known: seconds are epoch seconds, days Shanghai day numbers, ends exclusive. */
export interface FigureWindow {
	startS: number;
	endS: number;
	startDay: number;
	endDay: number;
	/** As-of by source system id; what lies after it has not happened. */
	asOfBySource: Uint32Array;
	/** Smallest and largest as-of of the sources in use. */
	minAsOfS: number;
	maxAsOfS: number;
}

/** Rows to look at: positions [from, to) of an order, or of the rows themselves where `rows` is null. */
export interface Segment {
	rows: Uint32Array | null;
	from: number;
	to: number;
}

/** Rungs of a proof's ladder, in order. */
export type Rung = Exclude<(typeof VERDICTS)[number], 'valid'> | 'notAccepted' | Exclusion;

/** Verdicts of `classify`: the row is no part of the figure, or counts; above 0 it fell at rung `verdict - 1`. */
export const OUT = -1;
export const COUNTS = 0;

export interface CompiledFormula {
	rungs: readonly Rung[];
	/** Rows that can count; each row at most once. */
	segments: readonly Segment[];
	classify(row: number): number;
	/** The numerator of a ratio; false for every other kind of value. */
	isHit(row: number): boolean;
	/** Duration in hours; for medians only. */
	measure(row: number): number;
	/** A declared condition, for the parts of a proof. */
	test(condition: Condition, row: number): boolean;
}

type RowTest = (row: number) => boolean;

/** Compiles a formula for one snapshot and one window. */
export function compileFormula(formula: Formula, index: EventIndex, window: FigureWindow): CompiledFormula {
	const conditions = compileConditions(index, window);
	const exclusions = compileExclusions(index);
	const isInCohort = compileCohort(formula.cohort, index, window);
	const within = formula.within.map((name) => conditions[name]);
	const excluded = formula.exclude.map((name) => exclusions[name]);
	const { verdict, events } = index;
	const { acceptedAt, sourceSystemId } = events;
	const { asOfBySource } = window;
	const notAccepted = VERDICTS.length;
	const value = formula.value;

	function classify(row: number): number {
		if (!isInCohort(row)) return OUT;
		for (const test of within) if (!test(row)) return OUT;
		const invalid = verdict[row] as number;
		if (invalid !== 0) return invalid;
		const accepted = acceptedAt[row] as number;
		if (accepted === 0 || accepted > (asOfBySource[sourceSystemId[row] as number] as number)) return notAccepted;
		for (let rung = 0; rung < excluded.length; rung += 1) {
			if ((excluded[rung] as RowTest)(row)) return notAccepted + 1 + rung;
		}
		return COUNTS;
	}

	return {
		rungs: [...(VERDICTS.slice(1) as Exclude<(typeof VERDICTS)[number], 'valid'>[]), 'notAccepted', ...formula.exclude],
		segments: segmentsOf(formula.cohort, index, window),
		classify,
		isHit: value.kind === 'ratio' ? conditions[value.numerator] : () => false,
		measure: (row) => hoursToClose(index, row),
		test: (condition, row) => conditions[condition](row),
	};
}

/** Every row of the snapshot, for the ladder: records that could not even be counted belong to it. */
export function everyRow(index: EventIndex): Segment[] {
	return [{ rows: null, from: 0, to: index.events.length }];
}

/** Closed − accepted − pauses in hours; in whole days where either time is date-only (figures.md, Time). */
function hoursToClose(index: EventIndex, row: number): number {
	const { closedAt, acceptedAt, pauseMinutes } = index.events;
	const closed = closedAt[row] as number;
	const accepted = acceptedAt[row] as number;
	const pauseHours = (pauseMinutes[row] as number) / 60;
	const isWholeDays = ((index.traits[row] as number) & TRAIT.wholeDays) !== 0;
	return (isWholeDays ? (dayOf(closed) - dayOf(accepted)) * 24 : (closed - accepted) / 3600) - pauseHours;
}

/** Closed at `t`: closing time not after t and not re-worked or re-opened after it. */
export function isClosedAt(index: EventIndex, row: number, t: number): boolean {
	const closedAt = index.events.closedAt[row] as number;
	if (closedAt === 0 || closedAt > t) return false;
	if (((index.traits[row] as number) & TRAIT.reopened) === 0) return true;
	// A re-opening without a time of its own counts from the closing that it undid.
	return Math.max(index.events.reopenedAt[row] as number, closedAt) > t;
}

function compileConditions(index: EventIndex, window: FigureWindow): Record<Condition, RowTest> {
	const { events, traits } = index;
	const { asOfBySource, endS } = window;
	const { flags, severity, dueAt, dueAtOrig, disposedAt, closedAt, statusClosedAt, sourceSystemId } = events;
	const asOf = (row: number): number => asOfBySource[sourceSystemId[row] as number] as number;
	const momentOf = (row: number): number => Math.min(endS, asOf(row));
	const has = (row: number, trait: number): boolean => ((traits[row] as number) & trait) !== 0;
	const disposal = (row: number): number => (disposedAt[row] as number) || (closedAt[row] as number);
	const isDisposedAt = (row: number, t: number): boolean => disposal(row) !== 0 && disposal(row) <= t;

	function isInLimit(row: number, limitS: number): boolean {
		if (limitS === 0) return ((flags[row] as number) & EVENT_FLAG.reportedOnTime) !== 0 && has(row, TRAIT.flagOnly);
		return isDisposedAt(row, Math.min(limitS, asOf(row)));
	}

	return {
		closed: (row) => {
			if (isClosedAt(index, row, asOf(row))) return true;
			// A closing status without a closing time counts from the as-of of the export that brought it.
			return closedAt[row] === 0 && has(row, TRAIT.closingStatus) && (statusClosedAt[row] as number) <= asOf(row);
		},
		disposed: (row) => isDisposedAt(row, asOf(row)),
		disposedInLimit: (row) => isInLimit(row, dueAt[row] as number),
		disposedInOriginalLimit: (row) => isInLimit(row, (dueAtOrig[row] as number) || (dueAt[row] as number)),
		undisposed: (row) => !isDisposedAt(row, momentOf(row)),
		notPaused: (row) => !has(row, TRAIT.paused),
		overdueOrNoLimit: (row) => (dueAt[row] as number) < momentOf(row),
		severityOneOrTwo: (row) => severity[row] === 1 || severity[row] === 2,
		selfClosed: (row) => has(row, TRAIT.selfClosed),
		unlocated: (row) => !has(row, TRAIT.located),
	};
}

function compileExclusions(index: EventIndex): Record<Exclusion, RowTest> {
	const { events, traits } = index;
	return {
		noLimit: (row) => dueInstant(events, row) === 0,
		selfClosed: (row) => ((traits[row] as number) & TRAIT.selfClosed) !== 0,
		clockFault: (row) => ((traits[row] as number) & TRAIT.clockFault) !== 0,
	};
}

function compileCohort(cohort: Cohort, index: EventIndex, window: FigureWindow): RowTest {
	const { events } = index;
	const { acceptedAt, reportedAt, closedAt, sourceSystemId } = events;
	const { startS, endS, asOfBySource } = window;
	const isIn = (row: number, atS: number): boolean =>
		atS >= startS && atS < endS && atS <= (asOfBySource[sourceSystemId[row] as number] as number);
	// Where it was never accepted, the reported time says to which period a record belongs.
	const arrival = (row: number): number => (acceptedAt[row] as number) || (reportedAt[row] as number);
	switch (cohort) {
		case 'acceptedInPeriod':
			return (row) => isIn(row, arrival(row));
		case 'closedInPeriod':
			return (row) => isIn(row, closedAt[row] as number);
		case 'dueInPeriod':
			return (row) => isIn(row, dueInstant(events, row) || arrival(row));
		case 'openAt':
			return (row) => {
				const t = Math.min(endS, asOfBySource[sourceSystemId[row] as number] as number);
				const at = arrival(row);
				return at !== 0 && at <= t && !isClosedAt(index, row, t);
			};
	}
}

function daySegment(order: DayOrder, fromDay: number, toDay: number): Segment {
	const last = order.starts.length - 1;
	const clamp = (day: number): number => Math.min(Math.max(day, 0), last);
	return { rows: order.rows, from: order.starts[clamp(fromDay)] as number, to: order.starts[clamp(toDay)] as number };
}

function segmentsOf(cohort: Cohort, index: EventIndex, window: FigureWindow): Segment[] {
	switch (cohort) {
		case 'acceptedInPeriod':
			return [daySegment(index.accepted, window.startDay, window.endDay)];
		case 'closedInPeriod':
			return [daySegment(index.closed, window.startDay, window.endDay)];
		case 'dueInPeriod':
			return [daySegment(index.due, window.startDay, window.endDay)];
		case 'openAt':
			return openSegments(index, window);
	}
}

/**
 * Rows that can be open at t: those accepted by then, or those closed since then with those never closed,
 * whichever are fewer.
 */
function openSegments(index: EventIndex, window: FigureWindow): Segment[] {
	const earliest = Math.min(window.endS, window.minAsOfS);
	const latest = Math.min(window.endS, window.maxAsOfS);
	const acceptedBefore = daySegment(index.accepted, 0, dayOf(latest) + 1);
	const closedSince = daySegment(index.closed, dayOf(earliest), Number.MAX_SAFE_INTEGER);
	const { unclosed } = index;
	if (acceptedBefore.to - acceptedBefore.from <= closedSince.to - closedSince.from + unclosed.length) {
		return [acceptedBefore];
	}
	return [{ rows: unclosed, from: 0, to: unclosed.length }, withoutReopened(index, closedSince)];
}

/** Re-opened rows stand among the unclosed ones already. */
function withoutReopened(index: EventIndex, segment: Segment): Segment {
	const rows = new Uint32Array(segment.to - segment.from);
	let count = 0;
	for (let position = segment.from; position < segment.to; position += 1) {
		const row = segment.rows === null ? position : (segment.rows[position] as number);
		if (((index.traits[row] as number) & TRAIT.reopened) !== 0) continue;
		rows[count] = row;
		count += 1;
	}
	return { rows, from: 0, to: count };
}

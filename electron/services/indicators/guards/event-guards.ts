// Guards over the events themselves (domain.md §5.7): shares of a cohort that call for a look. Counts only; what a
// guard means is said elsewhere.

import { dateFromDay, dayFromDate, dayOf, wallClockOf } from '../../../../shared/domain/shanghai-time.ts';
import type { Place } from '../area-tree.ts';
import { compileFormula } from '../compile-formula.ts';
import { Formula } from '../definition-schema.ts';
import { DATE_ONLY } from '../event-columns.ts';
import type { EventIndex } from '../event-index.ts';
import { TRAIT } from '../event-traits.ts';
import { windowOf } from '../figure-tally.ts';
import type { FigureQuestion } from '../read-figure.ts';
import { visitCounted } from '../visit-counted.ts';

/** Cases of a guard among those that could be one; null where a field it needs was never delivered. */
export interface GuardShare {
	num: number;
	den: number;
}

const cohort = (name: 'acceptedInPeriod' | 'closedInPeriod', exclude: readonly 'selfClosed'[]) =>
	Formula.parse({
		cohort: name,
		within: [],
		exclude,
		value: { kind: 'count' },
		parts: [{ part: 'counted', when: null, light: 'none' }],
		fields: [],
	});
const ACCEPTED = cohort('acceptedInPeriod', []);
const CLOSED = cohort('closedInPeriod', []);
const CLOSED_NOT_SELF = cohort('closedInPeriod', ['selfClosed']);

const QUICK_S = 60;
const BACKDATED_S = 600;
const LATE_HOUR = 23;
const LAST_DAYS = 3;
/** From this severity on an event is minor. */
const MINOR = 3;

type Judge = (row: number) => boolean | null;

/** Counts rows by a judge; null rows could be none of it. */
function share({ index, period, asOfS }: FigureQuestion, place: Place, formula: Formula, judge: Judge): GuardShare {
	const compiled = compileFormula(formula, index, windowOf(index, period, asOfS));
	const found = { num: 0, den: 0 };
	visitCounted(compiled, index, place, (row) => {
		const verdict = judge(row);
		if (verdict === null) return;
		found.den += 1;
		if (verdict) found.num += 1;
	});
	return found;
}

const hasAny = (column: Uint32Array): boolean => column.some((value) => value !== 0);
const isTimed = ({ events }: EventIndex, row: number, bits: number): boolean =>
	((events.dateOnly[row] as number) & bits) === 0;

/** Closed within a minute of the report. */
export function quickCloses(question: FigureQuestion, place: Place): GuardShare | null {
	const { index } = question;
	const { reportedAt, closedAt } = index.events;
	if (!hasAny(reportedAt) || !hasAny(closedAt)) return null;
	return share(question, place, CLOSED, (row) => {
		if (reportedAt[row] === 0 || !isTimed(index, row, DATE_ONLY.reported | DATE_ONLY.closed)) return null;
		const took = (closedAt[row] as number) - (reportedAt[row] as number);
		return took >= 0 && took < QUICK_S;
	});
}

/** Self-closed events reported from 23:00 on. */
export function lateReports(question: FigureQuestion, place: Place): GuardShare | null {
	const { index } = question;
	const { reportedAt } = index.events;
	if (!hasAny(reportedAt) || !hasSelfClosed(index)) return null;
	return share(question, place, ACCEPTED, (row) => {
		const isMeant = ((index.traits[row] as number) & TRAIT.selfClosed) !== 0 && reportedAt[row] !== 0;
		if (!isMeant || !isTimed(index, row, DATE_ONLY.reported)) return null;
		return wallClockOf(reportedAt[row] as number).hour >= LATE_HOUR;
	});
}

/** Minor self-closed events on the last three days of their month; of whole months only. */
export function monthEndReports(question: FigureQuestion, place: Place): GuardShare | null {
	const { index } = question;
	if (!hasSelfClosed(index)) return null;
	const { acceptedAt, severity } = index.events;
	return share(question, place, ACCEPTED, (row) => {
		if (((index.traits[row] as number) & TRAIT.selfClosed) === 0) return null;
		const level = severity[row] as number;
		if (level !== 0 && level < MINOR) return null;
		const { year, month, day } = dateFromDay(dayOf(acceptedAt[row] as number));
		return day > daysOfMonth(year, month) - LAST_DAYS;
	});
}

/** Per cent that the last three days would have if every day were alike. */
export function evenMonthEnd({ period }: FigureQuestion): number {
	let last = 0;
	for (let day = period.startDay; day < period.endDay; day += 1) {
		const { year, month, day: date } = dateFromDay(day);
		if (date > daysOfMonth(year, month) - LAST_DAYS) last += 1;
	}
	return (100 * last) / (period.endDay - period.startDay);
}

function daysOfMonth(year: number, month: number): number {
	return dayFromDate(year, month + 1, 1) - dayFromDate(year, month, 1);
}

/** Not self-closed and closed within ten minutes of acceptance. */
export function recordedAfterwards(question: FigureQuestion, place: Place): GuardShare | null {
	const { index } = question;
	const { acceptedAt, closedAt } = index.events;
	if (!hasAny(closedAt)) return null;
	return share(question, place, CLOSED_NOT_SELF, (row) => {
		if (!isTimed(index, row, DATE_ONLY.accepted | DATE_ONLY.closed)) return null;
		return Math.abs((closedAt[row] as number) - (acceptedAt[row] as number)) < BACKDATED_S;
	});
}

/** Closed events whose clock had been stopped. */
export function pausedEvents(question: FigureQuestion, place: Place): GuardShare | null {
	const { pauseMinutes } = question.index.events;
	if (!hasAny(pauseMinutes)) return null;
	return share(question, place, CLOSED_NOT_SELF, (row) => pauseMinutes[row] !== 0);
}

/** All closed events, self-closed ones included. */
export function closedCount(question: FigureQuestion, place: Place): number {
	return share(question, place, CLOSED, () => true).den;
}

function hasSelfClosed(index: EventIndex): boolean {
	return index.traits.some((bits) => (bits & TRAIT.selfClosed) !== 0);
}

/** Days of the period that have been, those without any event, and the events of a usual day; over the whole district. */
export function missingDays({ index, period }: FigureQuestion): { days: number; without: number; usual: number } {
	const { asOfS } = index.snapshot;
	const from = Math.max(period.startDay, index.firstDay ?? period.endDay);
	// The day of the as-of is still running.
	const to = Math.min(period.endDay, asOfS === null ? period.startDay : dayOf(asOfS + 1));
	const { starts } = index.accepted;
	let without = 0;
	for (let day = from; day < to; day += 1) if (starts[day] === starts[day + 1]) without += 1;
	const days = Math.max(0, to - from);
	const events = days === 0 ? 0 : (starts[to] as number) - (starts[from] as number);
	return { days, without, usual: days === without ? 0 : events / (days - without) };
}

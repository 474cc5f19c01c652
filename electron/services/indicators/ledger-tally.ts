// One ledger formula in one window counted for every area at once: each row is judged once, then running totals over
// places make any area a difference of two numbers. Kept per snapshot; the proof reads the same verdicts.

import type { EventIndex } from './event-index.ts';
import type { Amount } from './ledger-amounts.ts';
import { amountOf } from './ledger-amounts.ts';
import type { LedgerRows } from './ledger-columns.ts';
import type { LedgerScope, LedgerTest } from './ledger-conditions.ts';
import { compileAll, compileLedgerCondition, placesOf } from './ledger-conditions.ts';
import { candidateRows } from './ledger-day-order.ts';
import type { LedgerFormula, LedgerReason } from './ledger-formula-schema.ts';
import { compileMembership } from './ledger-membership.ts';
import type { LedgerWindow } from './ledger-window.ts';
import { dayFieldOf, numberOf } from './ledger-window.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Verdict of a member that counts; above 0 it fell at rung `verdict - 1`. */
export const LEDGER_COUNTS = 0;

export interface LedgerTally {
	rows: LedgerRows;
	/** Rows of the ladder, those that fell included. */
	members: Uint32Array;
	/** By member. */
	verdict: Uint8Array;
	/** Rungs in order. */
	rungs: readonly LedgerReason[];
	place: Uint32Array;
	/** True for a counted row that the numerator has too; every counted row where that is no matter of rows. */
	isHit: LedgerTest;
	num: Amount;
	den: Amount;
}

/** Judges all rows and adds them up. */
export function tallyLedger(
	index: EventIndex,
	calendar: WorkingCalendar,
	formula: LedgerFormula,
	rows: LedgerRows,
	window: LedgerWindow,
	units: ReadonlySet<number> | null,
): LedgerTally {
	const place = placesOf(index, rows);
	const countsAt = placesCounted(index, formula, rows, place, window);
	const scope: LedgerScope = { index, calendar, window, source: formula.dataset, rows, place, countsAt };
	const { members, verdict } = judgeRows(formula, scope, units);
	const counted = members.filter((_, at) => verdict[at] === LEDGER_COUNTS);
	return {
		rows,
		members,
		verdict,
		rungs: rungsOf(formula),
		place: countsAt,
		isHit: formula.num.of === 'rows' ? compileAll(formula.num.where, scope) : () => true,
		num: amountOf(formula.num, formula, scope, counted),
		den: amountOf(formula.den, formula, scope, counted),
	};
}

/**
 * Where rows add up. As now, a row counts at what became of its area since its day (or since t, where it has none); what
 * nobody can tell counts one level up. An area that states its own sum keeps it: it is no sum of rows.
 */
function placesCounted(
	{ placeNow }: EventIndex,
	formula: LedgerFormula,
	rows: LedgerRows,
	place: Uint32Array,
	{ lastDay }: LedgerWindow,
): Uint32Array {
	if (placeNow === undefined || formula.ownRowFirst) return place;
	const { when } = formula;
	const isDated = when.by === 'happened' || when.by === 'due' || when.by === 'lastDays';
	const column = isDated ? rows.column(when.field) : null;
	const day = isDated && column !== null ? dayFieldOf(when.field, column) : () => Number.NaN;
	return place.map((at, row) => placeNow(at, Number.isNaN(day(row)) ? lastDay : day(row)));
}

function rungsOf(formula: LedgerFormula): LedgerReason[] {
	return [
		...(formula.latestPer === undefined ? [] : (['superseded'] as const)),
		...formula.exclude.map(({ reason }) => reason),
	];
}

function judgeRows(
	formula: LedgerFormula,
	scope: LedgerScope,
	units: ReadonlySet<number> | null,
): Pick<LedgerTally, 'members' | 'verdict'> {
	const within = compileAll(formula.where, scope);
	const isMember = compileMembership(formula.when, scope, within);
	const unit = formula.unitField === undefined ? null : scope.rows.column(formula.unitField);
	const isAsked: LedgerTest = (row) => units === null || (unit !== null && units.has(unit[row] as number));
	const members = candidateRows(formula.when, scope).filter((row) => isMember(row) && within(row) && isAsked(row));
	const excluded = formula.exclude.map(({ when }) => compileLedgerCondition(when, scope));
	const latest = formula.latestPer === undefined ? null : latestRows(formula, scope, members);
	const shift = latest === null ? 1 : 2;
	const verdict = Uint8Array.from(members, (row) => {
		if (latest !== null && !latest.has(row)) return 1;
		const fallen = excluded.findIndex((test) => test(row));
		return fallen < 0 ? LEDGER_COUNTS : fallen + shift;
	});
	return { members, verdict };
}

/** Of the rows of one value the one with the latest time, then the last by key. */
function latestRows(formula: LedgerFormula, { rows }: LedgerScope, members: Uint32Array): Set<number> {
	const field = 'field' in formula.when ? formula.when.field : '';
	const per = rows.column(formula.latestPer ?? '');
	const at = rows.column(field);
	if (per === null || at === null) return new Set();
	const time = numberOf(at);
	const latest = new Map<number, number>();
	for (const row of members) {
		const known = latest.get(per[row] as number);
		if (known === undefined || time(row) >= time(known)) latest.set(per[row] as number, row);
	}
	return new Set(latest.values());
}

// Which rows of a ledger belong to a period or to the instant t, turned from the declaration into a row test.

import { type Period, parsePeriod } from '../../../shared/domain/period.ts';
import { BLANK, type LedgerColumn, type LedgerReader } from './ledger-columns.ts';
import type { LedgerScope, LedgerTest } from './ledger-conditions.ts';
import type { Membership } from './ledger-formula-schema.ts';
import { dayFieldOf, dueEndOf, numberOf, startOf } from './ledger-window.ts';

const NEVER: LedgerTest = () => false;

/** Compiles a membership for one window; the newest row is the newest of those `within` lets in. */
export function compileMembership(when: Membership, scope: LedgerScope, within: LedgerTest = () => true): LedgerTest {
	const { rows, window } = scope;
	const { period, asOfS, tS, lastDay } = window;
	switch (when.by) {
		case 'all':
			return () => true;
		case 'happened': {
			const column = rows.column(when.field);
			if (column === null) return NEVER;
			const at = startOf(when.field, column);
			return (row) => at(row) >= period.startS && at(row) < period.endS && at(row) <= asOfS;
		}
		case 'due': {
			const column = rows.column(when.field);
			if (column === null) return NEVER;
			const at = dueEndOf(when.field, column);
			return (row) => at(row) >= period.startS && at(row) < period.endS && at(row) <= asOfS;
		}
		case 'span':
			return compileSpan(when.field, scope);
		case 'inForce': {
			const from = rows.column(when.from);
			const to = rows.column(when.to);
			const start = from === null ? () => Number.NaN : startOf(when.from, from);
			const end = to === null ? () => Number.NaN : startOf(when.to, to);
			return (row) => !(start(row) > tS) && !(end(row) <= tS);
		}
		case 'newest':
			return compileNewest(when, scope, within);
		case 'lastDays': {
			const column = rows.column(when.field);
			if (column === null) return NEVER;
			const day = dayFieldOf(when.field, column);
			const at = startOf(when.field, column);
			return (row) => at(row) <= tS && day(row) <= lastDay && day(row) > lastDay - when.days;
		}
	}
}

const keptSpans = new WeakMap<LedgerColumn, readonly [id: number, span: Period][]>();

/** The period codes of a column, each with its number. */
function spansOf(column: LedgerColumn, ledgers: LedgerReader): readonly [number, Period][] {
	let spans = keptSpans.get(column);
	if (!spans) {
		spans = [...new Set<number>(column)].flatMap((id): [number, Period][] => {
			const span = id === BLANK ? null : parsePeriod(ledgers.textOf(id));
			return span === null ? [] : [[id, span]];
		});
		keptSpans.set(column, spans);
	}
	return spans;
}

/** Numbers of the period codes that lie in the period and have begun at the as-of. */
export function spansInside(field: string, { rows, window, index }: LedgerScope): ReadonlySet<number> {
	const column = rows.column(field);
	const { ledgers } = index.snapshot;
	if (column === null || !ledgers) return new Set();
	const { period, asOfS } = window;
	const inside = spansOf(column, ledgers).filter(
		([, span]) => span.startDay >= period.startDay && span.endDay <= period.endDay && span.startS <= asOfS,
	);
	return new Set(inside.map(([id]) => id));
}

function compileSpan(field: string, scope: LedgerScope): LedgerTest {
	const column = scope.rows.column(field);
	const inside = spansInside(field, scope);
	if (column === null || inside.size === 0) return NEVER;
	return (row) => inside.has(column[row] as number);
}

/** Of the rows not after t, the newest of each area and of each value of the other fields; a blank day is the oldest. */
function compileNewest(
	when: Extract<Membership, { by: 'newest' }>,
	{ rows, window }: LedgerScope,
	within: LedgerTest,
): LedgerTest {
	const column = rows.column(when.field);
	const at = column === null ? () => Number.NaN : startOf(when.field, column);
	const others = when.per
		.map((field) => rows.column(field))
		.filter((each) => each !== null)
		.map(numberOf);
	const newest = new Map<number | string, { row: number; atS: number }>();
	for (let row = 0; row < rows.length; row += 1) {
		const atS = Number.isNaN(at(row)) ? Number.NEGATIVE_INFINITY : at(row);
		if (atS > window.tS || !within(row)) continue;
		const areaId = rows.areaId[row] as number;
		const key = others.length === 0 ? areaId : [areaId, ...others.map((read) => read(row))].join();
		const known = newest.get(key);
		if (!known || atS >= known.atS) newest.set(key, { row, atS });
	}
	const chosen = new Set([...newest.values()].map(({ row }) => row));
	return (row) => chosen.has(row);
}

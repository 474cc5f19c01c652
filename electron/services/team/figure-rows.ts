// The rows of a ledger that a figure of the catalogue counts, to be divided by kind: what is counted here adds up to the
// figure, because the engine's own verdicts are read. Computes no figure.

import type { LedgerDataset } from '../../../shared/domain/codes.ts';
import { type Period, periodOfDay, shiftPeriod } from '../../../shared/domain/period.ts';
import type { Place } from '../indicators/area-tree.ts';
import { type Catalogue, HEADLINE } from '../indicators/catalogue.ts';
import { calendarOf } from '../indicators/district-calendar.ts';
import type { EngineSnapshot } from '../indicators/event-columns.ts';
import { type EventIndex, eventIndexOf } from '../indicators/event-index.ts';
import { BLANK, type LedgerRows } from '../indicators/ledger-columns.ts';
import { type LedgerScope, placesOf } from '../indicators/ledger-conditions.ts';
import { ledgerAsOf, ledgerFormulaOf, ledgerTallyOf } from '../indicators/ledger-figure.ts';
import type { LedgerFormula, Membership } from '../indicators/ledger-formula-schema.ts';
import { compileMembership } from '../indicators/ledger-membership.ts';
import { LEDGER_COUNTS } from '../indicators/ledger-tally.ts';
import { type LedgerWindow, ledgerWindowOf, numberOf } from '../indicators/ledger-window.ts';
import { type FigureQuestion, questionInForce } from '../indicators/read-figure.ts';

/** What the page reads: one revision and the definitions in force. */
export interface TeamScope {
	snapshot: EngineSnapshot;
	catalogue: Catalogue;
}

/** Chosen rows of one ledger. */
export interface ChosenRows {
	rows: LedgerRows;
	/** Row numbers. */
	chosen: readonly number[];
	/** Place number of any row. */
	place: Uint32Array;
	/** True for a chosen row that the numerator has too. */
	isHit(row: number): boolean;
}

/** The question that asks the engine for a figure; null for a code the catalogue does not have. */
export function questionOf(
	{ snapshot, catalogue }: TeamScope,
	code: string,
	period: Period,
	variant = HEADLINE,
): FigureQuestion | null {
	const entry = catalogue.get(code);
	if (!entry?.formulas.has(variant)) return null;
	const index = eventIndexOf(snapshot);
	return questionInForce({ index, catalogue, entry, variant, period, asOfS: null, units: null });
}

/**
 * The period that a figure is made for: figures of what happened that are made only quarterly stand, in anything shorter,
 * for the last whole quarter inside or before; those of a state at t always have one.
 */
export function periodOfFigure(scope: TeamScope, code: string, period: Period, variant = HEADLINE): Period {
	const question = questionOf(scope, code, period, variant);
	if (!question || period.kind === 'quarter' || period.kind === 'year') return period;
	const formula = ledgerFormulaOf(question.entry, variant);
	const { updatePeriods } = question.entry.definition;
	const isSurvey = formula !== null && formula.when.by === 'span';
	const isOfState = formula === null || formula.when.by === 'inForce' || formula.when.by === 'newest';
	if (isOfState || (!isSurvey && updatePeriods.some((kind) => kind !== 'quarter' && kind !== 'year'))) return period;
	const quarter = periodOfDay('quarter', period.endDay - 1);
	return quarter.endDay > period.endDay ? shiftPeriod(quarter, -1) : quarter;
}

function windowAt(index: EventIndex, period: Period): LedgerWindow | null {
	const asOfS = ledgerAsOf(index, null);
	return asOfS === null || period.startS > asOfS ? null : ledgerWindowOf(period, asOfS);
}

/** The rows that a figure counts inside a place; null where its ledger, or the period, was never delivered. */
export function rowsOfFigure(
	scope: TeamScope,
	code: string,
	period: Period,
	inside: Place,
	variant = HEADLINE,
): ChosenRows | null {
	const question = questionOf(scope, code, period, variant);
	const formula: LedgerFormula | null = question && ledgerFormulaOf(question.entry, question.variant);
	if (!question || !formula) return null;
	const { index } = question;
	const rows = index.snapshot.ledgers?.rows(formula.dataset) ?? null;
	const window = windowAt(index, period);
	if (rows === null || window === null) return null;
	const tally = ledgerTallyOf(question, formula, rows, window);
	const chosen: number[] = [];
	for (let at = 0; at < tally.members.length; at += 1) {
		const row = tally.members[at] as number;
		const place = tally.place[row] as number;
		if (tally.verdict[at] !== LEDGER_COUNTS || place < inside.place || place > inside.lastPlace) continue;
		chosen.push(row);
	}
	return { rows, chosen, place: tally.place, isHit: tally.isHit };
}

/** The rows of a ledger that belong to a period by a declared membership, inside a place; null as above. */
export function rowsOfLedger(
	{ snapshot }: TeamScope,
	dataset: LedgerDataset,
	when: Membership,
	period: Period,
	inside: Place,
): ChosenRows | null {
	const index = eventIndexOf(snapshot);
	const rows = snapshot.ledgers?.rows(dataset) ?? null;
	const window = windowAt(index, period);
	if (rows === null || window === null) return null;
	const place = placesOf(index, rows);
	const scope: LedgerScope = {
		index,
		calendar: calendarOf(snapshot),
		window,
		source: dataset,
		rows,
		place,
		countsAt: place,
	};
	const isMember = compileMembership(when, scope);
	const chosen: number[] = [];
	for (let row = 0; row < rows.length; row += 1) {
		const at = place[row] as number;
		if (at >= inside.place && at <= inside.lastPlace && isMember(row)) chosen.push(row);
	}
	return { rows, chosen, place, isHit: () => true };
}

/** Reads a number of each row; NaN for what was not delivered. */
export function numbersOf(rows: LedgerRows, field: string): (row: number) => number {
	const column = rows.column(field);
	return column === null ? () => Number.NaN : numberOf(column);
}

/** True where some row has the field. */
export function isFieldDelivered(rows: LedgerRows, field: string): boolean {
	const read = numbersOf(rows, field);
	for (let row = 0; row < rows.length; row += 1) if (!Number.isNaN(read(row))) return true;
	return false;
}

/** Reads the word of each row by its code, else as delivered; '' for none. */
export function wordsOf({ snapshot }: TeamScope, rows: LedgerRows, field: string): (row: number) => string {
	const column = rows.column(field);
	if (column === null) return () => '';
	if (rows.kindOf(field) === 'text') {
		return (row) => (column[row] === BLANK ? '' : (snapshot.ledgers?.textOf(column[row] as number) ?? ''));
	}
	return (row) => {
		const word = snapshot.dict.get(column[row] as number);
		return word ? (word.code ?? word.raw) : '';
	};
}

/** Rows by their word, the most frequent first; equal ones by the word. */
export function groupRows(
	chosen: readonly number[],
	wordOf: (row: number) => string,
): [word: string, rows: number[]][] {
	const groups = new Map<string, number[]>();
	for (const row of chosen) {
		const word = wordOf(row);
		const group = groups.get(word);
		if (group) group.push(row);
		else groups.set(word, [row]);
	}
	return [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

/** Sum of what was delivered; null where nothing was. */
export function sumOfRows(rows: readonly number[], read: (row: number) => number): number | null {
	let sum: number | null = null;
	for (const row of rows) if (!Number.isNaN(read(row))) sum = (sum ?? 0) + read(row);
	return sum;
}

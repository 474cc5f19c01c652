// A reading's amounts from a ledger formula: connected, delivered, enough, and the value. Small denominators say so.

import type { ReadingStatus } from '../../../shared/domain/codes.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import type { Place } from './area-tree.ts';
import type { CatalogueEntry } from './catalogue.ts';
import type { DefinitionFile } from './definition-schema.ts';
import { calendarOf } from './district-calendar.ts';
import type { EventIndex } from './event-index.ts';
import type { LedgerReader, LedgerRows } from './ledger-columns.ts';
import { BLANK } from './ledger-columns.ts';
import type { LedgerFormula } from './ledger-formula-schema.ts';
import type { LedgerTally } from './ledger-tally.ts';
import { tallyLedger } from './ledger-tally.ts';
import type { LedgerWindow } from './ledger-window.ts';
import { dayFieldOf, ledgerWindowOf } from './ledger-window.ts';

/** Below this in a denominator a figure is 样本不足. */
const SMALLEST_SAMPLE = 5;

/** What a ledger figure is asked for. */
export interface LedgerQuestion {
	index: EventIndex;
	entry: CatalogueEntry;
	variant: string;
	period: Period;
	/** Latest as-of to use (epoch seconds); null: that of the data. */
	asOfS: number | null;
	units: { name: string } | null;
}

export interface LedgerAmounts {
	num: number | null;
	den: number | null;
	value: number | null;
	n: number;
	status: ReadingStatus;
}

const NOTHING = { num: null, den: null, value: null, n: 0 } as const;

/** The formula of a variant where it stands on ledgers; null where it stands on events. */
export function ledgerFormulaOf(entry: CatalogueEntry, variant: string): LedgerFormula | null {
	const formula = entry.formulas.get(variant);
	return formula && 'dataset' in formula ? formula : null;
}

/** As-of used: that of the newest event export, else of the newest file at all, or an earlier one asked for. */
export function ledgerAsOf(index: EventIndex, asOfS: number | null): number | null {
	const newest = index.snapshot.asOfS ?? index.snapshot.ledgers?.asOfS ?? null;
	if (newest === null) return null;
	return asOfS === null ? newest : Math.min(newest, asOfS);
}

/** Datasets that must be there: those of the definition, unless a variant stands on another ledger than the headline. */
function datasetsOf({ definition }: CatalogueEntry, formula: LedgerFormula): DefinitionFile['datasets'] {
	const headline = definition.formula;
	return 'dataset' in headline && headline.dataset === formula.dataset ? definition.datasets : [];
}

/** The amounts of one area. */
export function readLedgerAmounts(question: LedgerQuestion, formula: LedgerFormula, place: Place): LedgerAmounts {
	const { index, entry, period } = question;
	const { ledgers, connected } = index.snapshot;
	const rows = ledgers?.rows(formula.dataset) ?? null;
	const isConnected =
		rows !== null &&
		datasetsOf(entry, formula).every((dataset) => connected.has(dataset)) &&
		hasFields(rows, formula) &&
		!(formula.isDistrictOnly && place.level !== 'district') &&
		!(question.units !== null && formula.unitField === undefined);
	if (!isConnected || !ledgers) return { ...NOTHING, status: 'notConnected' };
	const asOfS = ledgerAsOf(index, question.asOfS);
	const firstDay = firstDayOf(rows, formula, ledgers);
	if (asOfS === null || period.startS > asOfS || (firstDay !== null && period.endDay <= firstDay)) {
		return { ...NOTHING, status: 'notDelivered' };
	}
	const tally = ledgerTallyOf(question, formula, rows, ledgerWindowOf(period, asOfS));
	const num = tally.num(place);
	const den = tally.den(place);
	if (num === null || den === null) return { ...NOTHING, status: 'notConnected' };
	const isEnough = den >= SMALLEST_SAMPLE;
	const scale = formula.value.scale * (formula.value.isAnnual ? annualFactor(period) : 1);
	return {
		num,
		den,
		n: Math.floor(den),
		value: isEnough ? (scale * num) / den : null,
		status: isEnough ? 'ok' : 'insufficient',
	};
}

/** True where the whole period lies between the first delivered day and the as-of. */
export function isLedgerComplete(question: LedgerQuestion, formula: LedgerFormula): boolean {
	const { index, period } = question;
	const { ledgers } = index.snapshot;
	const rows = ledgers?.rows(formula.dataset) ?? null;
	const asOfS = ledgerAsOf(index, question.asOfS);
	if (!ledgers || rows === null || asOfS === null) return false;
	const firstDay = firstDayOf(rows, formula, ledgers);
	return asOfS >= period.endS - 1 && (firstDay === null || period.startDay >= firstDay);
}

/** 12 ÷ months of the period; weeks and days by their part of the year. */
function annualFactor(period: Period): number {
	switch (period.kind) {
		case 'month':
			return 12;
		case 'quarter':
			return 4;
		case 'year':
			return 1;
		default:
			return 365 / (period.endDay - period.startDay);
	}
}

const delivered = new WeakMap<LedgerRows, Map<string, boolean>>();

function hasFields(rows: LedgerRows, formula: LedgerFormula): boolean {
	return rows.length === 0 || formula.fields.every((oneOf) => oneOf.some((field) => isDelivered(rows, field)));
}

function isDelivered(rows: LedgerRows, field: string): boolean {
	let fields = delivered.get(rows);
	if (!fields) {
		fields = new Map();
		delivered.set(rows, fields);
	}
	let found = fields.get(field);
	if (found === undefined) {
		const column = rows.column(field);
		found = column?.some((value) => value !== BLANK && !Number.isNaN(value)) ?? false;
		fields.set(field, found);
	}
	return found;
}

const firstDays = new WeakMap<LedgerRows, Map<string, number | null>>();

/** First day that a ledger tells of by the field that its rows belong to a period by; null where it tells of a state. */
function firstDayOf(rows: LedgerRows, { when, since }: LedgerFormula, ledgers: LedgerReader): number | null {
	const field = since ?? ('field' in when && when.by !== 'newest' ? when.field : null);
	if (field === null) return null;
	let fields = firstDays.get(rows);
	if (!fields) {
		fields = new Map();
		firstDays.set(rows, fields);
	}
	let first = fields.get(field);
	if (first === undefined) {
		first = findFirstDay(rows, field, when.by === 'span', ledgers);
		fields.set(field, first);
	}
	return first;
}

function findFirstDay(rows: LedgerRows, field: string, isSpan: boolean, ledgers: LedgerReader): number | null {
	const column = rows.column(field);
	if (column === null) return null;
	let first = Number.POSITIVE_INFINITY;
	if (isSpan) {
		for (const id of new Set<number>(column)) {
			const span = id === BLANK ? null : parsePeriod(ledgers.textOf(id));
			if (span) first = Math.min(first, span.startDay);
		}
	} else {
		const day = dayFieldOf(field, column);
		for (let row = 0; row < rows.length; row += 1) if (day(row) < first) first = day(row);
	}
	return Number.isFinite(first) ? first : null;
}

const TALLIES_KEPT = 2_000;
const kept = new WeakMap<EventIndex, Map<string, LedgerTally>>();

/** The tally of a variant in a window, from the store of this snapshot or counted now. */
export function ledgerTallyOf(
	{ index, entry, variant, units }: LedgerQuestion,
	formula: LedgerFormula,
	rows: LedgerRows,
	window: LedgerWindow,
): LedgerTally {
	const key = [
		entry.definition.code,
		entry.definition.version,
		variant,
		window.period.code,
		window.asOfS,
		units?.name ?? '',
	].join('|');
	let ofIndex = kept.get(index);
	if (!ofIndex) {
		ofIndex = new Map();
		kept.set(index, ofIndex);
	}
	let tally = ofIndex.get(key);
	if (!tally) {
		const ids = units === null ? null : (index.snapshot.ledgers?.unitIds(units.name) ?? new Set<number>());
		tally = tallyLedger(index, calendarOf(index.snapshot), formula, rows, window, ids);
		if (ofIndex.size >= TALLIES_KEPT) ofIndex.delete(ofIndex.keys().next().value ?? '');
		ofIndex.set(key, tally);
	}
	return tally;
}

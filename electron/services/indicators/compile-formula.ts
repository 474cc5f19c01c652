// The one place where a declared formula becomes code: cohort, conditions and exclusions turn into bit masks and
// row tests for one window. Everything that counts, explains or lists a figure goes through here.

import type { RowRun } from './cohort-rows.ts';
import { rowsOfCohort } from './cohort-rows.ts';
import type { Condition, Exclusion, Formula } from './definition-schema.ts';
import type { FigureWindow, RowTest } from './event-conditions.ts';
import {
	compileCohort,
	compileCondition,
	DAYS_OF_COHORT,
	EXCLUSION_BITS,
	TRAIT_CONDITIONS,
} from './event-conditions.ts';
import type { EventIndex } from './event-index.ts';
import { TRAIT, VERDICTS } from './event-traits.ts';
import { classOf, compileHotGridTest } from './hot-grids.ts';
import { compileRecurrence } from './recurrence.ts';
import { measureOf } from './time-to-close.ts';

/** Rungs of a proof's ladder, in order. */
export type Rung = Exclude<(typeof VERDICTS)[number], 'valid'> | 'notAccepted' | Exclude<Exclusion, 'noDueTime'>;

/** Verdicts of `classify`: the row is no part of the figure, or counts; above 0 it fell at rung `verdict - 1`. */
export const OUT = -1;
export const COUNTS = 0;

export interface CompiledFormula {
	rungs: readonly Rung[];
	/** The verdict of any row, with the rung at which it fell. */
	classify(row: number): number;
	/** Rows to count: those of `run` whose traits under `mask` are `want` and that pass all `tests`. */
	run: RowRun;
	mask: number;
	want: number;
	tests: readonly RowTest[];
	/** The numerator of a ratio; null for every other kind of value. */
	isHit: RowTest | null;
	/** Duration in hours; for medians only. */
	measure(row: number): number;
	/** A declared condition, for the parts of a proof. */
	test(condition: Condition, row: number): boolean;
}

/** Compiles a formula for one snapshot and one window. `classify` and the counting members agree on every row. */
export function compileFormula(formula: Formula, index: EventIndex, window: FigureWindow): CompiledFormula {
	const conditions = new Map<Condition, RowTest>();
	function testOf(condition: Condition): RowTest {
		let test = conditions.get(condition);
		if (!test) {
			test = compileAnyCondition(condition, formula, index, window);
			conditions.set(condition, test);
		}
		return test;
	}
	return {
		rungs: [
			...(VERDICTS.slice(1) as Exclude<(typeof VERDICTS)[number], 'valid'>[]),
			'notAccepted',
			...formula.exclude.map(rungOf),
		],
		classify: compileVerdict(formula, index, window, testOf),
		run: rowsOfCohort(formula.cohort, index, window),
		...compileMask(formula),
		tests: compileTests(formula, index, window, testOf),
		isHit: formula.value.kind === 'ratio' ? testOf(formula.value.numerator) : null,
		measure: measureOf(formula, index),
		test: (condition, row) => testOf(condition)(row),
	};
}

/** Conditions that look at other events stand in files of their own. */
function compileAnyCondition(condition: Condition, formula: Formula, index: EventIndex, window: FigureWindow): RowTest {
	if (condition === 'recurring') return compileRecurrence(index);
	if (condition === 'inHotGrid') return compileHotGridTest(index, window, classOf(formula));
	return compileCondition(condition, index, window);
}

function rungOf(exclusion: Exclusion): Rung {
	return exclusion === 'noDueTime' ? 'noLimit' : exclusion;
}

type TestOf = (condition: Condition) => RowTest;

function compileVerdict(
	formula: Formula,
	index: EventIndex,
	window: FigureWindow,
	testOf: TestOf,
): (row: number) => number {
	const isInCohort = compileCohort(formula.cohort, index, window);
	const within = formula.within.map(testOf);
	const excluded = formula.exclude.map((name) => EXCLUSION_BITS[name]);
	const isAccepted = compileAccepted(index, window);
	const { verdict, traits } = index;
	const notAccepted = VERDICTS.length;
	return (row) => {
		if (!isInCohort(row) || !within.every((test) => test(row))) return OUT;
		if (formula.isOfAll) return COUNTS;
		const invalid = verdict[row] as number;
		if (invalid !== 0) return invalid;
		if (!isAccepted(row)) return notAccepted;
		const rung = excluded.findIndex((bit) => ((traits[row] as number) & bit) !== 0);
		return rung < 0 ? COUNTS : notAccepted + 1 + rung;
	};
}

function compileAccepted(index: EventIndex, { asOfBySource }: FigureWindow): RowTest {
	const { acceptedAt, sourceSystemId } = index.events;
	return (row) =>
		acceptedAt[row] !== 0 && (acceptedAt[row] as number) <= (asOfBySource[sourceSystemId[row] as number] as number);
}

/** Validity, exclusions and the conditions that a bit decides, as one comparison. */
function compileMask(formula: Formula): { mask: number; want: number } {
	let mask: number = formula.isOfAll ? 0 : TRAIT.invalid | TRAIT.notAccepted;
	let want = 0;
	for (const name of formula.exclude) mask |= EXCLUSION_BITS[name];
	for (const name of formula.within) {
		const trait = TRAIT_CONDITIONS[name];
		if (!trait) continue;
		mask |= trait.bit;
		if (trait.isSet) want |= trait.bit;
	}
	return { mask, want };
}

/** What the mask and the run do not settle: later conditions, and instants after an as-of where some can be. */
function compileTests(formula: Formula, index: EventIndex, window: FigureWindow, testOf: TestOf): RowTest[] {
	const tests = formula.within.filter((name) => !TRAIT_CONDITIONS[name]).map(testOf);
	if (formula.cohort === 'openAt') return tests;
	const isLately = DAYS_OF_COHORT[formula.cohort] !== undefined;
	if (isLately || window.minAsOfS < window.endS) tests.push(compileCohort(formula.cohort, index, window));
	if (!formula.isOfAll && !formula.cohort.startsWith('accepted') && window.minAsOfS < index.lastAcceptedS)
		tests.push(compileAccepted(index, window));
	return tests;
}

// The records behind a figure: each row of the snapshot with its verdict, and the event keys of a figure or of
// one part of it, so that what is listed is exactly what was counted.

import type { Period } from '../../../shared/domain/period.ts';
import { type AreaBasis, indexOnBasis } from './area-basis.ts';
import type { Place } from './area-tree.ts';
import { placeOfCode } from './area-tree.ts';
import type { Catalogue } from './catalogue.ts';
import { HEADLINE } from './catalogue.ts';
import type { CompiledFormula } from './compile-formula.ts';
import { COUNTS, compileFormula, OUT } from './compile-formula.ts';
import { checkVariant, entryOf, findUnit } from './compute-readings.ts';
import type { EngineSnapshot } from './event-columns.ts';
import { windowOf } from './figure-tally.ts';
import { ledgerFormulaOf } from './ledger-figure.ts';
import type { FigureQuestion } from './read-figure.ts';
import { formulaOf, readFigure } from './read-figure.ts';
import { entryInForce } from './settings/definition-version.ts';

export interface ProofQuestion {
	indicator: string;
	area: string;
	period: Period;
	variant?: string | undefined;
	basis?: AreaBasis | undefined;
	/** Epoch seconds. */
	asOfS?: number | undefined;
	/** Handling unit by delivered word, mapped code or another name. */
	unit?: string | undefined;
}

/** `num`: the numerator (all of a count or a median); `missed`: what the denominator has and the numerator lacks. */
export type ProofPart = 'all' | 'num' | 'missed';

/**
 * Finds what a proof is asked of.
 * @throws GridHelmError E_UNKNOWN_AREA, E_UNKNOWN_INDICATOR, E_UNKNOWN_VARIANT, E_NOT_FOUND (unit)
 */
export function findFigure(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	input: ProofQuestion,
): { question: FigureQuestion; place: Place } {
	const index = indexOnBasis(snapshot, input.basis);
	const entry = entryInForce(entryOf(catalogue, input.indicator), input.period);
	const variant = input.variant ?? HEADLINE;
	checkVariant(entry, variant);
	const place = placeOfCode(index.tree, input.area);
	const asOfS = input.asOfS ?? null;
	const units = input.unit === undefined ? null : findUnit(index, input.unit);
	return { question: { index, catalogue, entry, variant, period: input.period, asOfS, units }, place };
}

/** Calls `visit` for each record of the figure's ladder with its verdict (see compile-formula.ts), in row order. */
export function walkFigure(
	question: FigureQuestion,
	place: Place,
	visit: (row: number, verdict: number, compiled: CompiledFormula) => void,
): CompiledFormula {
	const { index, entry, variant, period, asOfS } = question;
	const unitIds = question.units?.ids ?? null;
	const compiled = compileFormula(formulaOf(entry, variant), index, windowOf(index, period, asOfS));
	for (let row = 0; row < index.events.length; row += 1) {
		const at = index.place[row] as number;
		if (at < place.place || at > place.lastPlace) continue;
		if (unitIds !== null && !unitIds.has(index.events.unitId[row] as number)) continue;
		const verdict = compiled.classify(row);
		if (verdict !== OUT) visit(row, verdict, compiled);
	}
	return compiled;
}

/** True where a figure has records at all: not 未接入 and not 未报送. */
export function hasRecords(question: FigureQuestion, place: Place): boolean {
	const { status } = readFigure(question, place);
	return status === 'ok' || status === 'insufficient';
}

/**
 * Event keys of a figure or a part of it, in row order (accepted day, then key); a figure over a ledger has none.
 * @throws GridHelmError as findFigure
 */
export function listProofKeys(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	input: ProofQuestion & { part: ProofPart },
): Uint32Array {
	const { question, place } = findFigure(snapshot, catalogue, input);
	const keys: number[] = [];
	if (!hasRecords(question, place) || ledgerFormulaOf(question.entry, question.variant)) return new Uint32Array();
	walkFigure(question, place, (row, verdict, compiled) => {
		if (verdict !== COUNTS) return;
		const isInPart =
			input.part === 'all' || (compiled.isHit === null || compiled.isHit(row)) === (input.part === 'num');
		if (isInPart) keys.push(question.index.events.eventKey[row] as number);
	});
	return Uint32Array.from(keys);
}

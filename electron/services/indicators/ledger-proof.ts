// The ladder of a figure that stands on a ledger: its rows, those excluded by reason, the denominator, the files. It
// reads the same verdicts that were counted.

import type { Place } from './area-tree.ts';
import { ledgerAsOf, ledgerFormulaOf, ledgerTallyOf } from './ledger-figure.ts';
import type { LedgerFormula, LedgerReason, LedgerSourceName } from './ledger-formula-schema.ts';
import type { LedgerTally } from './ledger-tally.ts';
import { LEDGER_COUNTS } from './ledger-tally.ts';
import { ledgerWindowOf } from './ledger-window.ts';
import type { FigureQuestion } from './read-figure.ts';

/** Counts of one figure's rows. */
export interface LedgerLadder {
	startCount: number;
	counted: number;
	excluded: { reason: LedgerReason; count: number }[];
	parts: { part: 'met' | 'missed' | 'counted'; count: number; light: LedgerFormula['lights']['met'] }[];
	batches: Map<number, { allRows: number; rows: number }>;
	source: LedgerSourceName;
	/** Positions of the first counted rows. */
	rows: number[];
}

/** Climbs the ladder of a ledger figure that has rows; null for a figure over events. */
export function climbLedger(question: FigureQuestion, place: Place, limit: number): LedgerLadder | null {
	const formula = ledgerFormulaOf(question.entry, question.variant);
	if (formula === null) return null;
	const tally = tallyOfQuestion(question, formula);
	if (tally === null) return null;
	const ladder: LedgerLadder = {
		startCount: 0,
		counted: 0,
		excluded: [],
		parts: [],
		batches: new Map(),
		source: formula.dataset,
		rows: [],
	};
	const fallen = new Map<number, number>();
	let met = 0;
	for (const { row, verdict } of rowsInside(tally, place)) {
		ladder.startCount += 1;
		const counts = ladder.batches.get(tally.rows.batchId[row] as number) ?? { allRows: 0, rows: 0 };
		ladder.batches.set(tally.rows.batchId[row] as number, counts);
		counts.allRows += 1;
		if (verdict !== LEDGER_COUNTS) {
			fallen.set(verdict, (fallen.get(verdict) ?? 0) + 1);
			continue;
		}
		counts.rows += 1;
		ladder.counted += 1;
		if (ladder.rows.length < limit) ladder.rows.push(row);
		if (tally.isHit(row)) met += 1;
	}
	ladder.excluded = tally.rungs
		.map((reason, at) => ({ reason, count: fallen.get(at + 1) ?? 0 }))
		.filter(({ count }) => count > 0);
	const { lights } = formula;
	const isOfRows = formula.num.of === 'rows' && formula.num.where.length > 0;
	ladder.parts = isOfRows
		? [
				{ part: 'met', count: met, light: lights.met },
				{ part: 'missed', count: ladder.counted - met, light: lights.missed },
			]
		: [{ part: 'counted', count: ladder.counted, light: 'none' }];
	return ladder;
}

function tallyOfQuestion(question: FigureQuestion, formula: LedgerFormula): LedgerTally | null {
	const rows = question.index.snapshot.ledgers?.rows(formula.dataset) ?? null;
	const asOfS = ledgerAsOf(question.index, question.asOfS);
	if (rows === null || asOfS === null) return null;
	return ledgerTallyOf(question, formula, rows, ledgerWindowOf(question.period, asOfS));
}

function* rowsInside(
	{ members, verdict, place }: LedgerTally,
	inside: Place,
): Generator<{ row: number; verdict: number }> {
	for (let at = 0; at < members.length; at += 1) {
		const row = members[at] as number;
		const where = place[row] as number;
		if (where >= inside.place && where <= inside.lastPlace) yield { row, verdict: verdict[at] as number };
	}
}

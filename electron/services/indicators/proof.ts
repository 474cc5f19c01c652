// The proof of a figure: definition, division, the ladder from all records down to the denominator, parts, files
// and a short code over all of it, so that a copied card can be checked later.

import type { z } from 'zod';
import type { ProofOutput } from '../../../shared/contract/schemas/indicators.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { Catalogue } from './catalogue.ts';
import { COUNTS } from './compile-formula.ts';
import type { EngineSnapshot } from './event-columns.ts';
import { ledgerFormulaOf } from './ledger-figure.ts';
import { climbLedger } from './ledger-proof.ts';
import type { ProofQuestion } from './proof-rows.ts';
import { findFigure, hasRecords, walkFigure } from './proof-rows.ts';
import { formulaOf, readFigure } from './read-figure.ts';
import { checkCodeOf } from './snapshots/check-code.ts';

export type Proof = z.infer<typeof ProofOutput>;

/** What only the cache knows of the records. */
export interface ProofSources {
	/** The file of a batch; `arrivedAt` in epoch seconds. */
	batch(batchId: number): { file: string; sha256: string; arrivedAt: number };
	/** Event ids in the order of the keys. */
	eventIds(keys: readonly number[]): string[];
}

/** Counts of one figure's records. */
interface Ladder {
	startCount: number;
	counted: number;
	excluded: Proof['excluded'];
	parts: Proof['parts'];
	batches: Map<number, { allRows: number; rows: number }>;
	/** Keys of the first counted records. */
	keys: number[];
}

/**
 * The proof of one figure; `startCount` less all `excluded` is the denominator (or the count).
 * @throws GridHelmError E_UNKNOWN_AREA, E_UNKNOWN_INDICATOR, E_UNKNOWN_VARIANT
 */
export function computeProof(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	input: ProofQuestion & { limit: number },
	cache: ProofSources,
): Proof {
	const { question, place } = findFigure(snapshot, catalogue, input);
	const reading = readFigure(question, place);
	const { definition, formulas } = question.entry;
	const isFilled = hasRecords(question, place);
	const ledger = isFilled ? climbLedger(question, place, input.limit) : null;
	const isOfEvents = isFilled && ledgerFormulaOf(question.entry, question.variant) === null;
	const ladder: Ladder = ledger
		? { ...ledger, keys: [] }
		: isOfEvents
			? climb(question, place, input.limit)
			: emptyLadder();
	const sources = [...ladder.batches]
		.map(([batchId, counts]) => {
			const { file, sha256, arrivedAt } = cache.batch(batchId);
			return { file, sha256, batchId, arrivedAt: toIso(arrivedAt), ...counts };
		})
		.sort((a, b) => b.allRows - a.allRows || a.batchId - b.batchId);
	return {
		definition: definition.definition,
		version: definition.version,
		reading,
		num: reading.num,
		den: reading.den,
		value: reading.value,
		startCount: ladder.startCount,
		excluded: ladder.excluded,
		parts: ladder.parts,
		variants: [...formulas.keys()]
			.filter((variant) => variant !== question.variant)
			.map((variant) => readFigure({ ...question, variant }, place)),
		sources,
		records: ledger ? (snapshot.ledgers?.keys(ledger.source, ledger.rows) ?? []) : cache.eventIds(ladder.keys),
		recordTotal: ladder.counted,
		checkCode: checkCodeOf(
			reading,
			sources.map(({ sha256 }) => sha256),
		),
	};
}

function emptyLadder(): Ladder {
	return { startCount: 0, counted: 0, excluded: [], parts: [], batches: new Map(), keys: [] };
}

function climb(...[question, place, limit]: [...Parameters<typeof readFigure>, number]): Ladder {
	const ladder = emptyLadder();
	const { parts } = formulaOf(question.entry, question.variant);
	const { batchId, eventKey } = question.index.events;
	const fallen = new Map<number, number>();
	const partCounts = parts.map(() => 0);
	const { rungs } = walkFigure(question, place, (row, verdict, compiled) => {
		ladder.startCount += 1;
		const batch = batchId[row] as number;
		const counts = ladder.batches.get(batch) ?? { allRows: 0, rows: 0 };
		ladder.batches.set(batch, counts);
		counts.allRows += 1;
		if (verdict !== COUNTS) {
			fallen.set(verdict, (fallen.get(verdict) ?? 0) + 1);
			return;
		}
		counts.rows += 1;
		ladder.counted += 1;
		if (ladder.keys.length < limit) ladder.keys.push(eventKey[row] as number);
		const part = parts.findIndex(({ when }) => when === null || compiled.test(when, row));
		if (part >= 0) partCounts[part] = (partCounts[part] ?? 0) + 1;
	});
	ladder.excluded = rungs
		.map((reason, at) => ({ reason, count: fallen.get(at + 1) ?? 0 }))
		.filter(({ count }) => count > 0);
	ladder.parts = parts.map(({ part, light }, at) => ({ part, light, count: partCounts[at] ?? 0 }));
	return ladder;
}

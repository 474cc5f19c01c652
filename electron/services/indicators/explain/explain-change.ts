// Why a figure changed: two sides of one figure, divided into the same parts, each part's share of the difference.
// Reads figures only; decides nothing about good or bad.

import type { z } from 'zod';
import { GridHelmError } from '../../../../shared/contract/errors.ts';
import type { ExplainInput, ExplainOutput } from '../../../../shared/contract/schemas/explain.ts';
import type { Period } from '../../../../shared/domain/period.ts';
import { parsePeriod, periodOfDay, shiftPeriod } from '../../../../shared/domain/period.ts';
import { dayOf, toIso } from '../../../../shared/domain/shanghai-time.ts';
import { indexOnBasis } from '../area-basis.ts';
import { type Place, placeOfCode } from '../area-tree.ts';
import { type Catalogue, HEADLINE } from '../catalogue.ts';
import { checkVariant, entryOf } from '../compute-readings.ts';
import { isRunning, questionBefore } from '../earlier-figure.ts';
import type { EngineSnapshot } from '../event-columns.ts';
import type { FigureQuestion } from '../read-figure.ts';
import { readFigure, usedAsOf } from '../read-figure.ts';
import { entryInForce } from '../settings/definition-version.ts';
import { yearBefore } from '../year-before.ts';
import { type Contribution, decomposeRate, decomposeSum, type PartPair, type PartSide } from './decompose-change.ts';
import { type ComparedSide, divideFigure, type FigurePart } from './divide-figure.ts';
import { type ExplainedStep, sayExplanation } from './explain-sentence.ts';
import { amountsOf, type FigureMeasure, measureOf } from './figure-measure.ts';
import { judgeParts } from './unusual-parts.ts';

export type Explanation = z.infer<typeof ExplainOutput>;
type Question = Omit<z.output<typeof ExplainInput>, 'period'> & { period: Period };

const WEEK_S = 604_800;

/**
 * Contributions to the difference between two periods or two areas; they add up to it.
 * @throws GridHelmError E_UNKNOWN_AREA, E_UNKNOWN_INDICATOR, E_UNKNOWN_VARIANT, E_PERIOD
 */
export function explainChange(snapshot: EngineSnapshot, catalogue: Catalogue, input: Question): Explanation {
	const index = indexOnBasis(snapshot, input.basis);
	const entry = entryInForce(entryOf(catalogue, input.indicator), input.period);
	const variant = input.variant ?? HEADLINE;
	checkVariant(entry, variant);
	const place = placeOfCode(index.tree, input.area);
	const { against } = input;
	const asked = { index, catalogue, entry, variant, period: input.period, asOfS: null, units: null };
	const question = entry.definition.isLive && against.kind === 'previous' ? liveQuestion(asked) : asked;
	const earlier = earlierSide(question, place, against);
	const to: ComparedSide = { question, place, reading: readFigure(question, place) };
	const from: ComparedSide = { ...earlier, reading: readFigure(earlier.question, earlier.place) };
	const measure = measureOf(entry, variant, from.reading, to.reading);
	const explanation: Explanation = {
		asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS),
		status: 'noValue',
		method: measure?.kind === 'share' ? 'rate' : 'sum',
		by: input.by,
		from: from.reading,
		to: to.reading,
		isLikeForLike: earlier.isLikeForLike,
		isLunarAligned: earlier.isLunarAligned,
		change: null,
		mix: 0,
		performance: 0,
		steps: [],
		rest: null,
		sentence: { zh: [], en: [] },
	};
	if (from.reading.value === null || to.reading.value === null) return explanation;
	const change = to.reading.value - from.reading.value;
	const pairs = measure && divideFigure(from, to, measure, input.by);
	if (!measure || !pairs) return { ...explanation, status: 'notDivisible', change };
	return { ...explanation, status: 'ok', change, ...contributions({ from, to, measure, pairs, change, input }) };
}

/** A live figure stands at the as-of whatever period is asked. */
function liveQuestion(question: FigureQuestion): FigureQuestion {
	const usedS = usedAsOf(question.index, null);
	return usedS === null ? question : { ...question, period: periodOfDay('day', dayOf(usedS)) };
}

interface EarlierSide {
	question: FigureQuestion;
	place: Place;
	isLikeForLike: boolean;
	isLunarAligned: boolean;
}

function earlierSide(question: FigureQuestion, place: Place, against: Question['against']): EarlierSide {
	const side = { question, place, isLikeForLike: false, isLunarAligned: false };
	switch (against.kind) {
		case 'area':
			return { ...side, place: placeOfCode(question.index.tree, against.area) };
		case 'period': {
			const period = parsePeriod(against.period);
			if (!period) {
				throw new GridHelmError('E_PERIOD', `“${against.period}”不是有效的期间。`, { period: against.period });
			}
			return { ...side, question: { ...question, period } };
		}
		case 'lastYear': {
			const { period, isLunarAligned } = yearBefore(question.period);
			return {
				...side,
				question: questionBefore(question, period),
				isLunarAligned,
				isLikeForLike: isRunning(question),
			};
		}
		case 'previous': {
			const usedS = usedAsOf(question.index, null);
			if (question.entry.definition.isLive && usedS !== null) {
				const atS = usedS - WEEK_S;
				return { ...side, question: { ...question, period: periodOfDay('day', dayOf(atS)), asOfS: atS } };
			}
			const before = questionBefore(question, shiftPeriod(question.period, -1));
			return { ...side, question: before, isLikeForLike: isRunning(question) };
		}
	}
}

interface Compared {
	from: ComparedSide;
	to: ComparedSide;
	measure: FigureMeasure;
	pairs: PartPair<FigurePart>[];
	change: number;
	input: Question;
}

function contributions(compared: Compared): Pick<Explanation, 'mix' | 'performance' | 'steps' | 'rest' | 'sentence'> {
	const { from, to, measure, pairs, change, input } = compared;
	const inOrder = contributionsOf(compared).sort((a, b) => Math.abs(b.total) - Math.abs(a.total));
	const pairOf = new Map(pairs.map((pair) => [pair.key, pair]));
	const kept = inOrder.slice(0, input.limit);
	const counts = kept.map(({ key }) => ({ part: key, count: pairOf.get(key)?.to.num ?? 0 }));
	// Weeks of all parts, so that what is left for 未落格 is right.
	const all = pairs.map(({ key, to: { num } }) => ({ part: key, count: num }));
	const isOverTime = from.place === to.place && measure.kind === 'sum';
	const judged = isOverTime ? judgeParts(to, input.by === 'area' ? all : counts, input.by) : new Map();
	const steps = kept.map((contribution): ExplainedStep => {
		const pair = pairOf.get(contribution.key);
		const part = contribution.key;
		const { indicator, period, variant } = to.reading;
		return {
			key: part.key,
			name: part.name,
			mix: contribution.mix,
			performance: contribution.performance,
			total: contribution.total,
			from: toSide(pair?.from, amountsOf(from.reading).den, measure),
			to: toSide(pair?.to, amountsOf(to.reading).den, measure),
			unusual: judged.get(part.key) ?? null,
			figure: { indicator, area: (part.place ?? to.place).code, period, variant },
		};
	});
	const folded = inOrder.slice(input.limit);
	const sums = { mix: sumOf(inOrder, 'mix'), performance: sumOf(inOrder, 'performance') };
	return {
		...sums,
		steps,
		rest:
			folded.length === 0
				? null
				: {
						count: folded.length,
						mix: sumOf(folded, 'mix'),
						performance: sumOf(folded, 'performance'),
						total: sumOf(folded, 'total'),
					},
		sentence: sayExplanation({
			...{ from, to, change, ...sums, steps },
			against: input.against.kind,
			isFromProvable: from.question.asOfS === null && parsePeriod(from.reading.period) !== null,
			isRate: measure.kind === 'share',
		}),
	};
}

function contributionsOf({ from, to, measure, pairs }: Compared): Contribution<FigurePart>[] {
	if (measure.kind === 'share') return decomposeRate(pairs, measure.scale);
	const over = (side: ComparedSide): number => (measure.kind === 'perHead' ? (side.reading.den ?? 1) : 1);
	return decomposeSum(pairs, measure.scale, { from: over(from), to: over(to) });
}

function toSide(
	side: PartSide | undefined,
	whole: number | null,
	{ kind, scale }: FigureMeasure,
): ExplainedStep['from'] {
	const num = side?.num ?? 0;
	if (kind === 'sum') return { num: null, den: null, value: num };
	const den = kind === 'perHead' ? whole : (side?.den ?? 0);
	return { num, den, value: den ? (scale * num) / den : null };
}

function sumOf(contributions: readonly Contribution<FigurePart>[], member: 'mix' | 'performance' | 'total'): number {
	return contributions.reduce((sum, contribution) => sum + contribution[member], 0);
}

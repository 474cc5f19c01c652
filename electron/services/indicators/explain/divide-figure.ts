// The parts of a figure on both sides of a comparison, with the figure that each of them can be proved by.

import { childrenOf, type Place } from '../area-tree.ts';
import type { FigureQuestion, Reading } from '../read-figure.ts';
import { readFigure } from '../read-figure.ts';
import type { PartPair, PartSide } from './decompose-change.ts';
import { type EventDivision, eventParts, partName } from './event-parts.ts';
import type { FigureMeasure } from './figure-measure.ts';
import { amountsOf } from './figure-measure.ts';

export type Division = 'area' | EventDivision;

/** One side of a comparison: what is asked, where, and what it came to. */
export interface ComparedSide {
	question: FigureQuestion;
	place: Place;
	reading: Reading;
}

export interface FigurePart {
	key: string;
	name: { zh: string; en: string };
	/** Area whose figure proves the part; null for the compared area itself. */
	place: Place | null;
}

const NOTHING: PartSide = { num: 0, den: null };
const REST: FigurePart = { key: '', name: { zh: '未落格', en: 'not at a grid' }, place: null };

/** The parts of both sides; null where they do not give the figure back. */
export function divideFigure(
	from: ComparedSide,
	to: ComparedSide,
	measure: FigureMeasure,
	division: Division,
): PartPair<FigurePart>[] | null {
	if (division === 'area') return divideByArea(from, to, measure);
	const formula = to.question.entry.formulas.get(to.question.variant);
	// Words divide figures of events only; a ledger's rows carry others.
	if (!formula || 'dataset' in formula) return null;
	const before = eventParts(from.question, from.place, division);
	const after = eventParts(to.question, to.place, division);
	const pairs = [...new Set([...before.keys(), ...after.keys()])].map((key) => ({
		key: { key, name: partName(key, division), place: null },
		from: before.get(key) ?? NOTHING,
		to: after.get(key) ?? NOTHING,
	}));
	return isWhole(pairs, from.reading, to.reading, measure) ? pairs : null;
}

function divideByArea(from: ComparedSide, to: ComparedSide, measure: FigureMeasure): PartPair<FigurePart>[] | null {
	if (from.place !== to.place) return null;
	const children = childrenOf(to.question.index.tree, to.place);
	if (children.length === 0) return null;
	const pairs: PartPair<FigurePart>[] = [];
	for (const child of children) {
		const before = readFigure(from.question, child);
		const after = readFigure(to.question, child);
		const isDivided = before.num !== null && before.den !== null && after.num !== null && after.den !== null;
		const isRead = measure.kind === 'sum' ? before.value !== null && after.value !== null : isDivided;
		if (!isRead) return null;
		pairs.push({
			key: { key: child.code, name: { zh: child.name, en: child.name }, place: child },
			from: amountsOf(before),
			to: amountsOf(after),
		});
	}
	const rest = {
		key: REST,
		from: remainder(amountsOf(from.reading), pairs, 'from', measure),
		to: remainder(amountsOf(to.reading), pairs, 'to', measure),
	};
	if (isBelowZero(rest.from) || isBelowZero(rest.to)) return null;
	const hasRest = [rest.from, rest.to].some(({ num, den }) => num > 0 || (den ?? 0) > 0);
	return hasRest ? [...pairs, rest] : pairs;
}

function remainder(
	whole: PartSide,
	pairs: readonly PartPair<FigurePart>[],
	side: 'from' | 'to',
	{ kind }: FigureMeasure,
): PartSide {
	let { num, den } = whole;
	for (const pair of pairs) {
		num -= pair[side].num;
		if (den !== null) den -= pair[side].den ?? 0;
	}
	// Residents are one denominator for all parts; they are not divided among them.
	return { num: withoutDust(num), den: kind === 'perHead' || den === null ? null : withoutDust(den) };
}

/** What is left of weighted sums after subtracting all their parts is 0, not the last bit of a fraction. */
function withoutDust(value: number): number {
	return Math.abs(value) < 1e-7 ? 0 : value;
}

function isBelowZero({ num, den }: PartSide): boolean {
	return num < 0 || (den ?? 0) < 0;
}

/** True where the parts add up to both readings: distinct counts and shared cases do not. */
function isWhole(pairs: readonly PartPair<FigurePart>[], from: Reading, to: Reading, { kind }: FigureMeasure): boolean {
	const adds = (side: 'from' | 'to', reading: Reading): boolean => {
		const whole = amountsOf(reading);
		const num = pairs.reduce((sum, pair) => sum + pair[side].num, 0);
		const den = pairs.reduce((sum, pair) => sum + (pair[side].den ?? 0), 0);
		return num === whole.num && (kind !== 'share' || den === whole.den);
	};
	return adds('from', from) && adds('to', to);
}

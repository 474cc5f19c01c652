// The guards beside an area's figures: what was counted, whether it reaches the mark, and the question in words.

import type { z } from 'zod';
import type { GuardsOutput } from '../../../../shared/contract/schemas/guards.ts';
import { GUARDS } from '../../../../shared/contract/schemas/guards.ts';
import type { Period } from '../../../../shared/domain/period.ts';
import { dayOf, toIso } from '../../../../shared/domain/shanghai-time.ts';
import { type Place, placeOfCode } from '../area-tree.ts';
import { type Catalogue, HEADLINE } from '../catalogue.ts';
import type { EngineSnapshot } from '../event-columns.ts';
import { eventIndexOf } from '../event-index.ts';
import { eventParts } from '../explain/event-parts.ts';
import type { FigureQuestion } from '../read-figure.ts';
import { readFigure } from '../read-figure.ts';
import { number } from '../sentence-parts.ts';
import {
	closedCount,
	evenMonthEnd,
	type GuardShare,
	lateReports,
	missingDays,
	monthEndReports,
	pausedEvents,
	quickCloses,
	recordedAfterwards,
} from './event-guards.ts';
import { GUARD_WORDS, type GuardName } from './guard-words.ts';
import { eventShareScale, standardise } from './standardise.ts';

type Guard = z.infer<typeof GuardsOutput>['guards'][number];

/** What a guard came to. `other` is the second number of its question. */
interface Finding {
	num: number | null;
	den: number | null;
	value: number | null;
	other: number | null;
	isRaised: boolean;
}

/** Fewer cases than this are chance. */
const FEWEST_CASES = 5;
/** From these marks on the question is worth asking: per cent, points, or as said. [M] */
const MARK = { quick: 5, late: 10, recorded: 5, extended: 5, paused: 10, rated: 30, returned: 30, mix: 2, usual: 5 };
/** Times the even share of the month's last days. */
const CROWDED = 2;

/** Reads what stands in ledgers only: returns of a period, and how many were near or past their limit. */
export type CountReturns = (period: Period, eventInside: (eventKey: number) => boolean) => GuardShare | null;

/**
 * All guards, or those of one figure, in a fixed order.
 * @throws GridHelmError E_UNKNOWN_AREA
 */
export function listGuards(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	input: { area: string; period: Period; indicator?: string | undefined },
	countReturns: CountReturns,
): z.infer<typeof GuardsOutput> {
	const index = eventIndexOf(snapshot);
	const place = placeOfCode(index.tree, input.area);
	const chosen = GUARDS.filter((guard) => {
		const { protects } = GUARD_WORDS[guard];
		return input.indicator === undefined || protects.length === 0 || protects.includes(input.indicator);
	});
	const ask = (code: string): FigureQuestion | null => {
		const entry = catalogue.get(code);
		return entry
			? { index, catalogue, entry, variant: HEADLINE, period: input.period, asOfS: null, units: null }
			: null;
	};
	const base = ask('OPEN');
	const guards = chosen.map((guard) => toGuard(guard, base && findingOf(guard, base, place, ask, countReturns)));
	return { asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS), guards };
}

type Ask = (code: string) => FigureQuestion | null;

function findingOf(
	guard: GuardName,
	base: FigureQuestion,
	place: Place,
	ask: Ask,
	countReturns: CountReturns,
): Finding | null {
	switch (guard) {
		case 'quickClose':
			return shareFinding(quickCloses(base, place), MARK.quick);
		case 'lateNight':
			return shareFinding(lateReports(base, place), MARK.late);
		case 'monthEnd': {
			const isWholeMonths = base.period.kind !== 'day' && base.period.kind !== 'week';
			const even = evenMonthEnd(base);
			return isWholeMonths ? shareFinding(monthEndReports(base, place), CROWDED * even, even) : null;
		}
		case 'sameText':
			return null;
		case 'recordedAfter':
			return shareFinding(recordedAfterwards(base, place), MARK.recorded);
		case 'extendedLimit':
			return extendedFinding(ask('OP04'), place);
		case 'pausedClock':
			return shareFinding(pausedEvents(base, place), MARK.paused);
		case 'defaultRating':
			return ratingFinding(ask('PP03'), place);
		case 'returnNearLimit':
			return shareFinding(countReturns(base.period, insideOf(base, place)), MARK.returned);
		case 'classMix':
			return mixFinding(ask('OP04'), place);
		case 'partialPeriod':
			return partialFinding(base);
		case 'missingDays': {
			const { days, without, usual } = missingDays(base);
			const isRaised = without > 0 && usual >= MARK.usual;
			return { num: without, den: days, value: without, other: usual, isRaised };
		}
	}
}

function shareFinding(found: GuardShare | null, mark: number, other: number | null = null): Finding | null {
	if (found === null) return null;
	const { num, den } = found;
	const value = den < FEWEST_CASES ? null : (100 * num) / den;
	return { num, den, value, other, isRaised: value !== null && num >= FEWEST_CASES && value >= mark };
}

/** How much of the on-time rate rests on limits that were moved. */
function extendedFinding(question: FigureQuestion | null, place: Place): Finding | null {
	if (!question?.entry.formulas.has('orig')) return null;
	const headline = readFigure(question, place);
	const original = readFigure({ ...question, variant: 'orig' }, place);
	if (original.status === 'notConnected') return null;
	const value = headline.value === null || original.value === null ? null : headline.value - original.value;
	const num = headline.num === null || original.num === null ? null : headline.num - original.num;
	return { num, den: headline.den, value, other: original.value, isRaised: (value ?? 0) >= MARK.extended };
}

/** Share of the closed that was rated, and the rate if silence were satisfaction. */
function ratingFinding(question: FigureQuestion | null, place: Place): Finding | null {
	if (!question) return null;
	const rated = readFigure(question, place);
	if (rated.num === null || rated.den === null) return null;
	const closed = Math.max(closedCount(question, place), rated.den);
	if (closed < FEWEST_CASES) return { num: rated.den, den: closed, value: null, other: null, isRaised: false };
	const value = (100 * rated.den) / closed;
	const other = (100 * (rated.num + closed - rated.den)) / closed;
	return { num: rated.den, den: closed, value, other, isRaised: value < MARK.rated };
}

function mixFinding(question: FigureQuestion | null, place: Place): Finding | null {
	const root = question?.index.tree.places[0];
	const scale = question && eventShareScale(question, place);
	if (!question || !root || scale === null || place === root) return null;
	const { value: crude, den, status } = readFigure(question, place);
	if (status === 'notConnected') return null;
	const adjusted = standardise(eventParts(question, place, 'category'), eventParts(question, root, 'category'), scale);
	const value = crude === null || adjusted.value === null ? null : adjusted.value - crude;
	return { num: null, den, value, other: adjusted.value, isRaised: Math.abs(value ?? 0) >= MARK.mix };
}

function partialFinding({ index, period }: FigureQuestion): Finding {
	const { asOfS } = index.snapshot;
	const days = period.endDay - period.startDay;
	const been = asOfS === null ? 0 : Math.min(Math.max(dayOf(asOfS) + 1 - period.startDay, 0), days);
	const isRunning = asOfS !== null && asOfS < period.endS - 1 && been > 0;
	return { num: been, den: days, value: been, other: days, isRaised: isRunning };
}

/** True for the events that count inside a place. */
function insideOf({ index }: FigureQuestion, place: Place): (eventKey: number) => boolean {
	const inside = new Set<number>();
	for (let row = 0; row < index.events.length; row += 1) {
		const at = index.place[row] as number;
		if (at >= place.place && at <= place.lastPlace) inside.add(index.events.eventKey[row] as number);
	}
	return (eventKey) => inside.has(eventKey);
}

function toGuard(guard: GuardName, finding: Finding | null): Guard {
	const { name, protects, unit, question, needs } = GUARD_WORDS[guard];
	const head = { guard, name, protects: [...protects], unit };
	if (finding === null) {
		const nothing = { num: null, den: null, value: null, isRaised: false, question: { zh: '', en: '' } };
		return { ...head, ...nothing, status: 'notConnected', missing: needs };
	}
	const { num, den, value, other, isRaised } = finding;
	const decimals = unit.zh === '天' ? 0 : 1;
	const fill = (text: string): string =>
		text.replace('{value}', number(Math.abs(value ?? 0), decimals)).replace('{other}', number(other ?? 0, decimals));
	// Below its mark there is nothing to check.
	const words = isRaised ? { zh: fill(question.zh), en: fill(question.en) } : { zh: '', en: '' };
	return {
		...{ ...head, num, den, value, isRaised, question: words, missing: null },
		status: value === null ? 'insufficient' : 'ok',
	};
}

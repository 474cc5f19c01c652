// What the weeks since the first day of a special action say beside the weeks before: counts exactly as OP08 (accepted,
// came back) and OP04 (due, on time), of one class at one place. Pure over the index; decides nothing about causes.

import type { z } from 'zod';
import type { ActionEffect } from '../../../shared/contract/schemas/special-actions.ts';
import { UNMAPPED_CATEGORY } from '../../../shared/domain/codes.ts';
import { type Period, periodOfDays } from '../../../shared/domain/period.ts';
import { toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import type { Place } from '../indicators/area-tree.ts';
import { type Catalogue, HEADLINE } from '../indicators/catalogue.ts';
import { compileFormula } from '../indicators/compile-formula.ts';
import { entryOf } from '../indicators/compute-readings.ts';
import type { RowTest } from '../indicators/event-conditions.ts';
import type { EventIndex } from '../indicators/event-index.ts';
import { windowOf } from '../indicators/figure-tally.ts';
import { formulaOf, usedAsOf } from '../indicators/read-figure.ts';
import { entryInForce } from '../indicators/settings/definition-version.ts';
import { visitCounted } from '../indicators/visit-counted.ts';
import { wilsonInterval } from '../indicators/wilson-interval.ts';

type Effect = z.infer<typeof ActionEffect>;
type Week = Effect['weeks'][number];

const WEEK_DAYS = 7;
const WEEKS_BEFORE = 8;
/** Two years of weeks from the first day, the earliest ones. */
const MOST_WEEKS_AFTER = 104;
/** Numerator and denominator: came back among accepted, on time among due. */
const RECURRENCE = 'OP08';
const ON_TIME = 'OP04';

/** An action as the figures see it; days are Shanghai day numbers, `lastDay` null while it runs. */
export interface ActionSpan {
	place: Place;
	classCode: string;
	firstDay: number;
	lastDay: number | null;
}

/** Rows of a first- or second-level class; what is mapped to no class is 9999. */
function classTest(index: EventIndex, classCode: string): RowTest {
	const { dict } = index.snapshot;
	const { categoryId } = index.events;
	return (row) => (dict.get(categoryId[row] as number)?.code ?? UNMAPPED_CATEGORY).startsWith(classCode);
}

interface Tally {
	num: number;
	den: number;
}

/** Numerator and denominator of an indicator in a period, of the taken rows alone. */
function tallyWeek(
	index: EventIndex,
	catalogue: Catalogue,
	indicator: string,
	place: Place,
	period: Period,
	isTaken: RowTest,
): Tally {
	const formula = formulaOf(entryInForce(entryOf(catalogue, indicator), period), HEADLINE);
	const compiled = compileFormula(formula, index, windowOf(index, period, null));
	const tally = { num: 0, den: 0 };
	visitCounted(compiled, index, place, (row) => {
		if (!isTaken(row)) return;
		tally.den += 1;
		if (compiled.isHit?.(row)) tally.num += 1;
	});
	return tally;
}

/** The weeks that were delivered whole, oldest first, as days from the first of the action. */
function wholeWeeks(index: EventIndex, { firstDay, lastDay }: ActionSpan): { period: Period; kind: Week['kind'] }[] {
	const asOfS = usedAsOf(index, null);
	if (asOfS === null || index.firstDay === null) return [];
	const weeks: { period: Period; kind: Week['kind'] }[] = [];
	for (let at = -WEEKS_BEFORE; at < MOST_WEEKS_AFTER; at += 1) {
		const from = firstDay + at * WEEK_DAYS;
		const period = periodOfDays(from, from + WEEK_DAYS);
		if (period.startDay < index.firstDay) continue;
		if (period.endS > asOfS + 1) break;
		const isOver = lastDay !== null && from + WEEK_DAYS - 1 > lastDay;
		weeks.push({ period, kind: at < 0 ? 'before' : isOver ? 'since' : 'during' });
	}
	return weeks;
}

function shareOf(tallies: readonly Tally[]): Effect['onTime']['before'] {
	const num = tallies.reduce((sum, tally) => sum + tally.num, 0);
	const den = tallies.reduce((sum, tally) => sum + tally.den, 0);
	if (den === 0) return { num, den, value: null, low: null, high: null };
	const { low, high } = wilsonInterval(num, den);
	return { num, den, value: (num / den) * 100, low: low * 100, high: high * 100 };
}

/**
 * Weekly events during ÷ before with the 95 % interval that chance alone in two counts leaves: the share of one count in
 * both is a Wilson interval. Null without a week on both sides or without any event before.
 */
export function weeklyRatio(before: Effect['before'], during: Effect['during']): Effect['ratio'] {
	const all = before.accepted + during.accepted;
	if (before.weeks === 0 || during.weeks === 0 || before.accepted === 0) return null;
	const scale = before.weeks / during.weeks;
	const { low, high } = wilsonInterval(during.accepted, all);
	return {
		value: (during.accepted / before.accepted) * scale,
		low: (low / (1 - low)) * scale,
		high: high < 1 ? (high / (1 - high)) * scale : null,
	};
}

function verdictOf(before: Effect['before'], during: Effect['during'], ratio: Effect['ratio']): Effect['verdict'] {
	if (before.weeks === 0 || during.weeks === 0) return 'tooEarly';
	if (ratio === null) return 'unclear';
	if (ratio.high !== null && ratio.high < 1) return 'fewer';
	return ratio.low > 1 ? 'more' : 'unclear';
}

/** The whole comparison. */
export function actionEffect(index: EventIndex, catalogue: Catalogue, span: ActionSpan): Effect {
	const isTaken = classTest(index, span.classCode);
	const whole = index.tree.places[0] as Place;
	const weeks = wholeWeeks(index, span).map(({ period, kind }) => ({
		kind,
		firstDay: toIsoDate(period.startDay),
		again: tallyWeek(index, catalogue, RECURRENCE, span.place, period, isTaken),
		onTime: tallyWeek(index, catalogue, ON_TIME, span.place, period, isTaken),
		everywhere:
			span.place === whole || kind === 'since'
				? 0
				: tallyWeek(index, catalogue, RECURRENCE, whole, period, isTaken).den,
	}));
	const sideOf = (kind: Week['kind']) => {
		const own = weeks.filter((week) => week.kind === kind);
		const accepted = own.reduce((sum, { again }) => sum + again.den, 0);
		return {
			count: { weeks: own.length, accepted },
			recurrence: shareOf(own.map(({ again }) => again)),
			onTime: shareOf(own.map(({ onTime }) => onTime)),
			elsewhere: own.reduce((sum, { everywhere }) => sum + everywhere, 0) - accepted,
		};
	};
	const before = sideOf('before');
	const during = sideOf('during');
	const ratio = weeklyRatio(before.count, during.count);
	return {
		weeks: weeks.map(({ firstDay, kind, again, onTime }) => ({
			firstDay,
			kind,
			accepted: again.den,
			recurring: again.num,
			due: onTime.den,
			onTime: onTime.num,
		})),
		before: before.count,
		during: during.count,
		ratio,
		verdict: verdictOf(before.count, during.count, ratio),
		recurrence: { before: before.recurrence, during: during.recurrence },
		onTime: { before: before.onTime, during: during.onTime },
		elsewhere: span.place === whole ? null : { before: before.elsewhere, during: during.elsewhere },
	};
}

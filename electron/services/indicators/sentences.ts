// Three sentences that state readings, by a fixed grammar in both languages: the last whole day, a period, and
// now. Every number taken from a reading names it. Nothing is said that no reading says.

import type { z } from 'zod';
import type { SentencesOutput } from '../../../shared/contract/schemas/briefing.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { periodOfDay } from '../../../shared/domain/period.ts';
import { dayOf, toIso } from '../../../shared/domain/shanghai-time.ts';
import type { Place } from './area-tree.ts';
import { levelBelow, placeOfCode, placesAtLevel } from './area-tree.ts';
import type { Catalogue } from './catalogue.ts';
import { HEADLINE } from './catalogue.ts';
import { entryOf } from './compute-readings.ts';
import { isRunning, liveFigure, previousFigure } from './earlier-figure.ts';
import type { EngineSnapshot } from './event-columns.ts';
import type { EventIndex } from './event-index.ts';
import { eventIndexOf } from './event-index.ts';
import { changeOf } from './figure-change.ts';
import type { FigureQuestion, Reading } from './read-figure.ts';
import { readFigure } from './read-figure.ts';
import type { RedQueue } from './red-queue.ts';
import { queueOf } from './red-queue.ts';
import type { Sentence, SentencePart } from './sentence-parts.ts';
import { beforeWords, cite, dateWords, number, say, weekdayWords } from './sentence-parts.ts';
import { usualBand } from './usual-band.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export type Sentences = z.infer<typeof SentencesOutput>;

/** An area and what is known of it; the same for all three sentences. */
export interface SentenceSubject {
	index: EventIndex;
	catalogue: Catalogue;
	calendar: WorkingCalendar;
	place: Place;
}

/** Rates that the sentence of a period speaks of, the first that has a value. */
const RATES = ['OP04', 'OP03'] as const;
/** An area that moves the whole by less than this (percentage points) does not hold it back. */
const SMALLEST_DRAG = 0.05;

/**
 * The desk's sentences.
 * @throws GridHelmError E_UNKNOWN_AREA
 */
export function computeSentences(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	calendar: WorkingCalendar,
	input: { area: string; period: Period },
	nowS: number,
): Sentences {
	const index = eventIndexOf(snapshot);
	const place = placeOfCode(index.tree, input.area);
	const subject = { index, catalogue, calendar, place };
	const sentences = [
		sayLastDay(subject),
		sayPeriod(subject, input.period),
		sayNow(subject, queueOf(index, calendar, place, 0, nowS)),
	];
	return {
		asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS),
		sentences: sentences.filter((sentence) => sentence !== null),
	};
}

/** The last day that was delivered whole; null without data. */
export function lastWholeDay(snapshot: EngineSnapshot): Period | null {
	return snapshot.asOfS === null ? null : periodOfDay('day', dayOf(snapshot.asOfS + 1) - 1);
}

/** A headline question about a subject. */
export function askAbout({ index, catalogue }: SentenceSubject, code: string, period: Period): FigureQuestion {
	return { index, catalogue, entry: entryOf(catalogue, code), variant: HEADLINE, period, asOfS: null, units: null };
}

/** What came in on the last whole day, against its usual number. */
export function sayLastDay(subject: SentenceSubject): Sentence | null {
	const day = lastWholeDay(subject.index.snapshot);
	if (day === null) return null;
	const question = askAbout(subject, 'OP01', day);
	const reading = readFigure(question, subject.place);
	if (reading.value === null) return null;
	const date = dateWords(day.startDay);
	const count = cite(number(reading.value), reading);
	const zh: SentencePart[] = [say(`${date.zh}受理 `), count, say(' 件')];
	const en: SentencePart[] = [count, say(` ${reading.value === 1 ? 'event' : 'events'} accepted on ${date.en}`)];
	const band = usualBand(question, subject.place, subject.calendar);
	if (band && band.mean > 0) {
		const percent = Math.round((100 * (reading.value - band.mean)) / band.mean);
		const weekday = weekdayWords(day.startDay);
		const mean = number(band.mean, band.mean < 10 ? 1 : 0);
		const size = cite(`${number(Math.abs(percent))}%`, reading);
		if (percent === 0) {
			zh.push(say(`，与前八个${weekday.zh}的均值 ${mean} 件持平`));
			en.push(say(`, level with the mean of the eight ${weekday.en} before (${mean})`));
		} else {
			zh.push(say(`，比前八个${weekday.zh}的均值 ${mean} 件${percent > 0 ? '多' : '少'} `), size);
			en.push(
				say(', '),
				size,
				say(` ${percent > 0 ? 'above' : 'below'} the mean of the eight ${weekday.en} before (${mean})`),
			);
		}
	}
	const most = readBelow(subject, question).sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
	// One event says nothing about where most of them are.
	if (most?.value && most.value > 1) {
		const share = cite(number(most.value), most);
		zh.push(say(`；${most.areaName}最多，`), share, say(' 件'));
		en.push(say(`; most in ${most.areaName} (`), share, say(')'));
	}
	return { topic: 'lastDay', day: day.code, zh: [...zh, say('。')], en: [...en, say('.')] };
}

/** The rate of a period: its change, its distance to the target, and who holds it back. */
export function sayPeriod(subject: SentenceSubject, period: Period): Sentence | null {
	for (const code of RATES) {
		const question = askAbout(subject, code, period);
		const reading = readFigure(question, subject.place);
		if (reading.value === null) continue;
		const { definition } = question.entry;
		const value = cite(`${number(reading.value, 1)}%`, reading);
		const zh: SentencePart[] = [say(`${definition.name.zh} `), value];
		const en: SentencePart[] = [say(`${definition.name.en} `), value];
		addChange(question, subject.place, reading, zh, en);
		addTarget(question, reading, zh, en);
		addDrags(subject, question, reading, zh, en);
		return { topic: 'period', day: null, zh: [...zh, say('。')], en: [...en, say('.')] };
	}
	return null;
}

function addChange(
	question: FigureQuestion,
	place: Place,
	reading: Reading,
	zh: SentencePart[],
	en: SentencePart[],
): void {
	const previous = previousFigure(question, place);
	const change = changeOf(question.entry, reading, previous);
	if (!change) return;
	const before = beforeWords(question.period.kind);
	const size = number(Math.abs(change.amount), 1);
	if (size === '0.0') {
		zh.push(say(`，${before.zh}持平`));
		en.push(say(`, level with ${before.en}`));
		return;
	}
	// A running period stands beside the same stretch of the one before, which no whole figure proves.
	const points = cite(size, isRunning(question) ? reading : previous);
	zh.push(say(`，${before.zh}${change.amount > 0 ? '升' : '降'} `), points, say(' 个百分点'));
	en.push(say(`, ${change.amount > 0 ? 'up' : 'down'} `), points, say(` pp on ${before.en}`));
}

function addTarget(question: FigureQuestion, reading: Reading, zh: SentencePart[], en: SentencePart[]): void {
	const { light } = question.entry.definition;
	if (light.kind !== 'value' || reading.value === null) return;
	const short = light.target - reading.value;
	if (short <= 0) {
		zh.push(say(`，达到 ${light.target}% 的目标`));
		en.push(say(`, meeting the target of ${light.target}%`));
		return;
	}
	const points = cite(number(short, 1), reading);
	zh.push(say('，距目标差 '), points, say(' 个百分点'));
	en.push(say(', '), points, say(' pp short of the target'));
}

/** The two areas without which the rate would be highest. */
function addDrags(
	subject: SentenceSubject,
	question: FigureQuestion,
	whole: Reading,
	zh: SentencePart[],
	en: SentencePart[],
): void {
	const drags = readBelow(subject, question)
		.map((reading) => ({ reading, effect: effectOf(whole, reading) }))
		.filter(({ reading, effect }) => reading.value !== null && effect <= -SMALLEST_DRAG)
		.sort((a, b) => a.effect - b.effect)
		.slice(0, 2);
	if (drags.length === 0) return;
	zh.push(say('；'));
	en.push(say('; '));
	drags.forEach(({ reading }, at) => {
		const value = cite(`${number(reading.value ?? 0, 1)}%`, reading);
		zh.push(say(`${at > 0 ? '、' : ''}${reading.areaName} `), value);
		en.push(say(`${at > 0 ? ' and ' : ''}${reading.areaName} `), value);
	});
	zh.push(say(' 拖累最多'));
	en.push(say(' held it back most'));
}

/** Percentage points by which an area moves the whole: the whole less the whole without it. */
function effectOf(whole: Reading, part: Reading): number {
	const den = (whole.den ?? 0) - (part.den ?? 0);
	if (den <= 0 || whole.value === null) return 0;
	return whole.value - (100 * ((whole.num ?? 0) - (part.num ?? 0))) / den;
}

/** The same figure one level down; none where only one area stands there. */
function readBelow({ index, place }: SentenceSubject, question: FigureQuestion): Reading[] {
	const level = levelBelow(index.tree, place);
	const places = level === null ? [] : placesAtLevel(index.tree, level, place);
	return places.length < 2 ? [] : places.map((each) => readFigure(question, each));
}

/** What is overdue at the as-of, and what still falls due today by the clock. */
export function sayNow(subject: SentenceSubject, queue: RedQueue): Sentence | null {
	const { index, place } = subject;
	const day = lastWholeDay(index.snapshot);
	if (day === null) return null;
	const live = (code: string): Reading | null => liveFigure(askAbout(subject, code, day), place, 0);
	const overdue = live('OP05');
	const open = live('OPEN');
	if (open === null || open.value === null) return null;
	if (overdue === null || overdue.value === null) {
		const count = cite(number(open.value), open);
		return { topic: 'now', day: null, zh: [say('在办 '), count, say(' 件。')], en: [count, say(' open.')] };
	}
	const count = cite(number(overdue.value), overdue);
	const zh: SentencePart[] = [say('逾期在办 '), count, say(' 件')];
	const en: SentencePart[] = [count, say(' overdue')];
	const urgent = live('URGENT');
	if (overdue.value > 0 && urgent !== null && urgent.value !== null) {
		const urgentCount = cite(number(urgent.value), urgent);
		zh.push(say('，其中特急、紧急 '), urgentCount, say(' 件'));
		en.push(say(', '), urgentCount, say(' of them critical or urgent'));
	}
	zh.push(say(`；今日还有 ${number(queue.dueToday)} 件到期`));
	en.push(say(`; another ${number(queue.dueToday)} fall${queue.dueToday === 1 ? 's' : ''} due today`));
	if (queue.dueInTwoHours > 0) {
		zh.push(say(`，${number(queue.dueInTwoHours)} 件在两小时内`));
		en.push(say(`, ${number(queue.dueInTwoHours)} within two hours`));
	}
	return { topic: 'now', day: null, zh: [...zh, say('。')], en: [...en, say('.')] };
}

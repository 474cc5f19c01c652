// The sentences of a briefing, by a fixed grammar in both languages. Every number that a reading gives cites it; nothing
// is said that no reading says.

import type { Period } from '../../../shared/domain/period.ts';
import { periodOfDay, shiftPeriod } from '../../../shared/domain/period.ts';
import { dateFromDay, dayOf, wallClockOf } from '../../../shared/domain/shanghai-time.ts';
import { isRunning, previousFigure } from '../indicators/earlier-figure.ts';
import { explainChange } from '../indicators/explain/explain-change.ts';
import { changeOf } from '../indicators/figure-change.ts';
import type { Reading } from '../indicators/read-figure.ts';
import { finalFromS, readFigure } from '../indicators/read-figure.ts';
import { beforeWords, cite, dateWords, number, type SentencePart, say } from '../indicators/sentence-parts.ts';
import { usualBand } from '../indicators/usual-band.ts';
import { type askFor, type BriefingScope, placesBelow, readFor } from './briefing-scope.ts';
import { changeWords, valueWords } from './figure-words.ts';

/** One sentence in both languages. */
export interface Said {
	zh: SentencePart[];
	en: SentencePart[];
}

/** Figures whose move a paper tells, in this order, where they have a value. */
const CHANGES = ['OP03', 'OP04', 'OP09', 'OP07', 'OP08', 'TM05', 'CO01', 'CO02', 'PP03'] as const;

const MONTHS_EN = [
	...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
	...['August', 'September', 'October', 'November', 'December'],
];

/** A stretch in words: 11月21日（周六）至22日（周日）, 第47周（11月16日至22日）, 2026年10月. */
export function stretchWords(period: Period): { zh: string; en: string } {
	const first = dateFromDay(period.startDay);
	const last = dateFromDay(period.endDay - 1);
	switch (period.kind) {
		case 'day':
			return dateWords(period.startDay);
		case 'days': {
			const [from, to] = [dateWords(period.startDay), dateWords(period.endDay - 1)];
			return { zh: `${from.zh}至${to.zh}`, en: `${from.en} to ${to.en}` };
		}
		case 'week': {
			const [from, to] = [dateWords(period.startDay), dateWords(period.endDay - 1)];
			const week = Number(period.code.slice(6));
			return {
				zh: `第${week}周（${first.month}月${first.day}日至${last.month}月${last.day}日）`,
				en: `week ${week} (${from.en} to ${to.en})`,
			};
		}
		case 'month':
			return { zh: `${first.year}年${first.month}月`, en: `${MONTHS_EN[first.month - 1]} ${first.year}` };
		case 'quarter':
			return { zh: `${first.year}年第${period.code.slice(5)}季度`, en: period.code };
		case 'year':
			return { zh: `${first.year}年`, en: period.code };
	}
}

/** The word before a stretch: days are `on`, all others `in`. */
function inWord({ kind }: Period): string {
	return kind === 'day' || kind === 'days' ? 'on' : 'in';
}

/** What came in, against its usual number, and where most of it was. */
export function sayAccepted(scope: BriefingScope): Said | null {
	const asked = readFor(scope, 'OP01');
	if (!asked || asked.reading.value === null) return null;
	const { question, reading } = asked;
	const value = asked.reading.value;
	const stretch = stretchWords(scope.period);
	const count = cite(number(value), reading);
	const zh: SentencePart[] = [say(`${stretch.zh}，${scope.place.name}受理事件 `), count, say(' 件')];
	const en: SentencePart[] = [
		say(`${scope.place.name} accepted `),
		count,
		say(` events ${inWord(scope.period)} ${stretch.en}`),
	];
	const band = usualBand(question, scope.place, scope.calendar);
	if (band && band.mean > 0) {
		const [mean, low, high] = [number(band.mean), number(band.low), number(band.high)];
		const where = value > band.high ? 'above' : value < band.low ? 'below' : 'inside';
		const zhWhere = { above: '高于', below: '低于', inside: '处于' }[where];
		zh.push(say(`，${zhWhere}通常范围 ${low} 至 ${high} 件（同期均值 ${mean} 件）`));
		en.push(say(`, ${where} the usual band of ${low} to ${high} (mean ${mean})`));
	}
	const most = placesBelow(scope)
		.map((place) => readFigure(question, place))
		.sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
		.slice(0, 3)
		.filter(({ value: each }) => (each ?? 0) > 1);
	if (most.length > 0) {
		zh.push(say('；'));
		en.push(say('; most in '));
		most.forEach((each, at) => {
			const share = cite(number(each.value ?? 0), each);
			zh.push(say(`${at > 0 ? '、' : ''}${each.areaName} `), share, say(' 件'));
			en.push(say(`${at > 0 ? ', ' : ''}${each.areaName} (`), share, say(')'));
		});
		zh.push(say('居前'));
	}
	return { zh: [...zh, say('。')], en: [...en, say('.')] };
}

/** What was closed in the stretch. */
export function sayClosed(scope: BriefingScope): Said | null {
	const closure = readFor(scope, 'OP03');
	if (!closure || closure.reading.num === null || closure.reading.value === null) return null;
	const { reading, question } = closure;
	const value = valueWords(question.entry, reading);
	const done = cite(number(reading.num ?? 0), reading);
	const zh = [say('其中已结案 '), done, say(' 件，办结率 '), cite(value.zh, reading), say('。')];
	const en = [done, say(' of them are closed, a closure rate of '), cite(value.en, reading), say('.')];
	return { zh, en };
}

/** The month or week under way, or the last one, whichever the paper speaks of: value, change, target. */
export function sayMoves(scope: BriefingScope, period: Period, limit: number): Said[] {
	const told: Said[] = [];
	for (const code of CHANGES) {
		if (told.length >= limit) break;
		const asked = readFor(scope, code, period);
		if (!asked || asked.reading.value === null) continue;
		told.push(sayMove(scope, asked.question, asked.reading, told.length === 0));
	}
	return told;
}

function sayMove(
	scope: BriefingScope,
	question: NonNullable<ReturnType<typeof askFor>>,
	reading: Reading,
	namesStretch: boolean,
): Said {
	const { definition } = question.entry;
	const value = valueWords(question.entry, reading);
	const stretch = stretchWords(question.period);
	const zh: SentencePart[] = [say(`${namesStretch ? stretch.zh : ''}${definition.name.zh} `), cite(value.zh, reading)];
	const en: SentencePart[] = [
		say(`${definition.name.en}${namesStretch ? ` ${inWord(question.period)} ${stretch.en}` : ''}: `),
		cite(value.en, reading),
	];
	const previous = previousFigure(question, scope.place);
	const change = changeOf(question.entry, reading, previous);
	const moved = change && changeWords(change);
	const before = beforeWords(question.period.kind);
	if (moved) {
		// A running period stands beside the same stretch of the one before, which no whole figure proves.
		const proof = isRunning(question) ? reading : previous;
		zh.push(say(`，${before.zh}`), cite(moved.zh, proof));
		en.push(say(', '), cite(moved.en, proof), say(` on ${before.en}`));
	} else if (change) {
		zh.push(say(`，${before.zh}持平`));
		en.push(say(`, level with ${before.en}`));
	}
	const target = definition.light.kind === 'value' ? definition.light.target : null;
	if (target !== null && reading.value !== null) {
		const isMet = definition.direction === 'up' ? reading.value >= target : reading.value <= target;
		const targetText = `${number(target, Number.isInteger(target) ? 0 : 1)}${definition.unit.zh === '%' ? '%' : ` ${definition.unit.zh}`}`;
		const targetEn = `${number(target, Number.isInteger(target) ? 0 : 1)}${definition.unit.en === '%' ? '%' : ` ${definition.unit.en}`}`;
		zh.push(say(isMet ? `，达到目标 ${targetText}` : `，未达目标 ${targetText}`));
		en.push(say(isMet ? `, meeting the target of ${targetEn}` : `, short of the target of ${targetEn}`));
	}
	return { zh: [...zh, say('。')], en: [...en, say('.')] };
}

/** Why the on-time rate moved: the sentence of its exact decomposition. */
export function sayWhy(scope: BriefingScope, period: Period): Said | null {
	const asked = readFor(scope, 'OP04', period);
	if (!asked || asked.reading.value === null) return null;
	const explained = explainChange(scope.index.snapshot, scope.catalogue, {
		indicator: 'OP04',
		area: scope.place.code,
		period,
		against: { kind: 'previous' },
		by: 'area',
		limit: 3,
	});
	return explained.status === 'ok' ? explained.sentence : null;
}

/** Grids whose last seven days stand out from their own eight weeks. */
export function sayHotspots(scope: BriefingScope): Said | null {
	const day = periodOfDay('day', scope.period.endDay - 1);
	const asked = readFor(scope, 'OP10', day);
	if (!asked || asked.reading.value === null) return null;
	const { reading, question } = asked;
	if (reading.value === 0) {
		return {
			zh: [say('近七日没有超出自身常态的热点网格（'), cite('0', reading), say(' 个）。')],
			en: [say('No grid stands out from its own eight weeks ('), cite('0', reading), say(').')],
		};
	}
	const zh = [say('近七日热点网格 '), cite(number(reading.value ?? 0), reading), say(' 个')];
	const en = [cite(number(reading.value ?? 0), reading), say(' hotspot grids in the last seven days')];
	const most = placesBelow(scope)
		.map((place) => readFigure(question, place))
		.filter(({ value }) => (value ?? 0) > 0)
		.sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
		.slice(0, 3);
	most.forEach((each, at) => {
		zh.push(say(at === 0 ? '，其中' : '、'), say(`${each.areaName} `), cite(number(each.value ?? 0), each), say(' 个'));
		en.push(say(at === 0 ? ': ' : ', '), say(`${each.areaName} `), cite(number(each.value ?? 0), each));
	});
	return { zh: [...zh, say('，建议复核同类诉求。')], en: [...en, say('; check for matters of one kind.')] };
}

/** As-of, and whether the figures of the stretch are final. */
export function sayData(scope: BriefingScope): Said {
	const { asOfS } = scope.index.snapshot;
	if (asOfS === null) return { zh: [say('尚未导入事件数据。')], en: [say('No events have been imported yet.')] };
	const clock = wallClockOf(asOfS);
	const time = `${String(clock.hour).padStart(2, '0')}:${String(clock.minute).padStart(2, '0')}`;
	const date = dateWords(dayOf(asOfS));
	const isFinal = asOfS >= finalFromS(scope.period);
	return {
		zh: [say(`本期数据截至${date.zh}${time}，${isFinal ? '为终值' : '为初值，后续报送可能修订'}。`)],
		en: [
			say(`Data as of ${date.en}, ${time}; the figures are ${isFinal ? 'final' : 'preliminary and may be restated'}.`),
		],
	};
}

/** The month that a paper of the day or week speaks of: the one under way, in its first days the one before. */
export function monthOf(scope: BriefingScope): Period {
	const lastDay = scope.period.endDay - 1;
	const month = periodOfDay('month', lastDay);
	return lastDay - month.startDay < 5 ? shiftPeriod(month, -1) : month;
}

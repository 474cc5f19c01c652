// What the wall's overview shows (design.md §3): four figures of now, four of the last final month, lights by
// area and three sentences. A whitelist: counts, shares, area codes and area names; no event, no unit, no person.

import type { z } from 'zod';
import type { WallOverview as WallOverviewSchema } from '../../../shared/contract/schemas/wall.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { periodOfDay, periodsEndingAt, shiftPeriod } from '../../../shared/domain/period.ts';
import { dayOf, toIso } from '../../../shared/domain/shanghai-time.ts';
import { computeAreaLights } from './area-lights.ts';
import type { Place } from './area-tree.ts';
import type { Catalogue } from './catalogue.ts';
import { liveFigure, liveSeries, periodSeries, previousFigure } from './earlier-figure.ts';
import type { EngineSnapshot } from './event-columns.ts';
import type { EventIndex } from './event-index.ts';
import { eventIndexOf } from './event-index.ts';
import type { FigureChange } from './figure-change.ts';
import { changeOf } from './figure-change.ts';
import { openEventsInside } from './open-events.ts';
import type { Reading } from './read-figure.ts';
import { finalFromS, readFigure } from './read-figure.ts';
import { noLights, openEventClock, queueOf } from './red-queue.ts';
import { textOf } from './sentence-parts.ts';
import type { SentenceSubject } from './sentences.ts';
import { askAbout, lastWholeDay, sayLastDay, sayNow, sayPeriod } from './sentences.ts';
import { usualBand } from './usual-band.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export type WallOverview = z.infer<typeof WallOverviewSchema>;
type WallFigure = Pick<WallOverview['closure'], 'value' | 'status' | 'light' | 'change' | 'series' | 'target'>;

const DAYS_SHOWN = 14;
const WEEKS_SHOWN = 12;
const MONTHS_SHOWN = 12;
const NEXT_DAYS = 4;

const NOT_CONNECTED: WallFigure = {
	value: null,
	status: 'notConnected',
	light: 'none',
	change: null,
	series: [],
	target: null,
};

/** The overview of the whole district; `nowS` in epoch seconds. */
export function computeWallOverview(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	calendar: WorkingCalendar,
	nowS: number,
): WallOverview {
	const index = eventIndexOf(snapshot);
	const place = index.tree.places[0];
	if (!place) throw new Error('an area tree always has a root');
	const subject: SentenceSubject = { index, catalogue, calendar, place };
	const month = lastFinalMonth(snapshot);
	const queue = queueOf(index, calendar, place, 0, nowS);
	const lights = computeAreaLights(snapshot, calendar, nowS);
	const gridLights = noLights();
	for (const { level, light } of lights) if (level === 'grid') gridLights[light] += 1;
	const monthly = (code: string): WallFigure => (month === null ? NOT_CONNECTED : monthFigure(subject, code, month));
	const overdue = liveWallFigure(subject, 'OP05');
	const open = liveWallFigure(subject, 'OPEN');
	const sentences = [sayLastDay(subject), month && sayPeriod(subject, month), sayNow(subject, queue)];
	return {
		asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS),
		now: toIso(nowS),
		acceptedLastDay: lastDayFigure(subject),
		open: {
			...open,
			byLight: queue.counts,
			awaitingVerification: queue.awaitingVerification,
			inHandling: queue.inHandling,
			awaitingStart: queue.awaitingStart,
		},
		overdueOpen: {
			...overdue,
			sharePercent: overdue.value === null || !open.value ? null : (100 * overdue.value) / open.value,
			oldestDays: longestOverdueDays(index, calendar, place),
		},
		dueToday: {
			...NOT_CONNECTED,
			...(overdue.status === 'ok' ? { value: queue.dueToday, status: 'ok' } : { status: overdue.status }),
			inTwoHours: queue.dueInTwoHours,
			nextDays: dueOnNextDays(index, place, nowS),
		},
		month: month?.code ?? null,
		closure: monthly('OP03'),
		onTime: monthly('OP04'),
		medianHours: monthly('OP09'),
		unlocatedShare: monthly('UNLOC'),
		areas: lights
			.filter(({ level }) => level === 'town' || level === 'grid')
			.map(({ area, light, open: count }) => ({ area, light, open: count })),
		gridLights,
		sentences: sentences
			.filter((sentence) => sentence !== null)
			.map(({ topic, zh, en }) => ({ topic: topic === 'period' ? 'month' : topic, zh: textOf(zh), en: textOf(en) })),
	};
}

/** The newest month that is final at the as-of; null without data. */
export function lastFinalMonth(snapshot: EngineSnapshot): Period | null {
	if (snapshot.asOfS === null) return null;
	let month = shiftPeriod(periodOfDay('month', dayOf(snapshot.asOfS)), -1);
	if (finalFromS(month) > snapshot.asOfS) month = shiftPeriod(month, -1);
	return month;
}

function figureOf(
	reading: Reading,
	change: FigureChange | null,
	series: readonly Reading[],
	target: number | null,
): WallFigure {
	return {
		value: reading.value,
		status: reading.status,
		light: reading.light,
		change,
		series: series.map(({ period, value, status }) => ({ period, value, status })),
		target,
	};
}

function targetOf(subject: SentenceSubject, code: string): number | null {
	const light = subject.catalogue.get(code)?.definition.light;
	return light !== undefined && 'target' in light ? light.target : null;
}

function lastDayFigure(subject: SentenceSubject): WallOverview['acceptedLastDay'] {
	const day = lastWholeDay(subject.index.snapshot);
	if (day === null) return { ...NOT_CONNECTED, day: null, usual: null, low: null, high: null };
	const question = askAbout(subject, 'OP01', day);
	const reading = readFigure(question, subject.place);
	const weekBefore = readFigure({ ...question, period: shiftPeriod(day, -7) }, subject.place);
	const series = periodsEndingAt(day, DAYS_SHOWN).map((period) => readFigure({ ...question, period }, subject.place));
	const band = usualBand(question, subject.place, subject.calendar);
	return {
		...figureOf(reading, changeOf(question.entry, reading, weekBefore), series, null),
		day: day.code,
		usual: band?.mean ?? null,
		low: band?.low ?? null,
		high: band?.high ?? null,
	};
}

function liveWallFigure(subject: SentenceSubject, code: string): WallFigure {
	const day = lastWholeDay(subject.index.snapshot);
	if (day === null) return NOT_CONNECTED;
	const question = askAbout(subject, code, day);
	const reading = liveFigure(question, subject.place, 0);
	const weekBefore = liveFigure(question, subject.place, 1);
	if (reading === null) return NOT_CONNECTED;
	const change = weekBefore && changeOf(question.entry, reading, weekBefore);
	return figureOf(reading, change, liveSeries(question, subject.place, WEEKS_SHOWN), targetOf(subject, code));
}

function monthFigure(subject: SentenceSubject, code: string, month: Period): WallFigure {
	const question = askAbout(subject, code, month);
	const reading = readFigure(question, subject.place);
	const change = changeOf(question.entry, reading, previousFigure(question, subject.place));
	return figureOf(reading, change, periodSeries(question, subject.place, MONTHS_SHOWN), targetOf(subject, code));
}

/** Days over of the longest overdue open event on its own clock at the as-of; null where none is overdue. */
function longestOverdueDays(index: EventIndex, calendar: WorkingCalendar, place: Place): number | null {
	let longest = 0;
	for (const open of openEventsInside(index, place)) {
		if (open.isPaused || open.isDisposed) continue;
		longest = Math.max(longest, openEventClock(index, calendar, open, open.asOfS).overdueDays ?? 0);
	}
	return longest > 0 ? longest : null;
}

/** What falls due on each of the next days, by what is open at the as-of. */
function dueOnNextDays(index: EventIndex, place: Place, nowS: number): WallOverview['dueToday']['nextDays'] {
	const today = dayOf(nowS);
	const counts = new Array<number>(NEXT_DAYS).fill(0);
	for (const { row, isPaused, isDisposed } of openEventsInside(index, place)) {
		const at = dayOf(index.events.dueAt[row] as number) - today - 1;
		if (!isPaused && !isDisposed && at >= 0 && at < NEXT_DAYS) counts[at] = (counts[at] ?? 0) + 1;
	}
	return counts.map((count, at) => ({ day: periodOfDay('day', today + 1 + at).code, count }));
}

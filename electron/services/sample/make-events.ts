// The events of the sample district, day by day, as a stream: nothing of a day stays in memory after it.
// When and where matters arise; how one goes on from there is event-life.ts.

import { dateFromDay, dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import type { District, Grid } from './district.ts';
import {
	CHANNELS,
	CLOSING_WORDS,
	EVENT_CLASSES,
	type EventClass,
	OPENING_WORDS,
	SEASONS,
	SOURCES,
	SPOT_WORDS,
} from './event-classes.ts';
import { type EventLife, liveEvent } from './event-life.ts';
import { dayKind } from './office-clock.ts';
import { makeRandom, makeWeightedPick, pickInteger, pickOne, type Random } from './random.ts';

export interface SampleEvent extends EventLife {
	id: string;
	class: EventClass;
	source: string;
	sourceCode: string;
	title: string;
	description: string;
	townName: string;
	/** Empty when the export does not know it. */
	villageName: string;
	gridCode: string;
	lng: number | null;
	lat: number | null;
}

export interface EventOptions {
	seed: number;
	/** Exact number of events. */
	eventCount: number;
	years: number;
	/** As-of of the export, epoch seconds: nothing later has happened. */
	endS: number;
}

/** Matters that come back in one grid for some days. */
interface HotSpot {
	gridIndex: number;
	class: EventClass;
	fromDay: number;
	toDay: number;
}

type Pick = (random: Random) => number;

/** All events in order of their report. */
export function* makeEvents(district: District, options: EventOptions): Generator<SampleEvent> {
	const { seed, eventCount, years, endS } = options;
	const random = makeRandom(seed, 'events');
	const lastDay = dayOf(endS);
	const { year, month, day } = dateFromDay(lastDay);
	const firstDay =
		dayOf(startOfDay(lastDay)) -
		Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year - years, month - 1, day)) / 86_400_000);
	const typhoonDay = findTyphoonDay(lastDay, random);
	const where = makePlacePicks(district, random);
	const what = makeClassPicks();
	const from = Object.fromEntries(
		Object.entries(CHANNELS).map(([channel, weights]) => [channel, makeWeightedPick(weights)]),
	) as Record<EventClass['channel'], Pick>;
	const hotSpots = makeHotSpots(district, firstDay, lastDay, where, random);

	const weights: number[] = [];
	for (let day = firstDay; day <= lastDay; day += 1)
		weights.push(dayWeight(day, firstDay, lastDay, endS, typhoonDay, random));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	let cumulated = 0;
	let made = 0;
	for (let day = firstDay; day <= lastDay; day += 1) {
		cumulated += weights[day - firstDay] as number;
		const count = day === lastDay ? eventCount - made : Math.round((cumulated / total) * eventCount) - made;
		const { month } = dateFromDay(day);
		const classPick = day === typhoonDay ? what.typhoon : (what.months[month - 1] as Pick);
		const storm = day === typhoonDay ? makeWeightedPick([1, 1, 2, 3, 3, 3, 4, 6]) : null;
		const latest = Math.min(startOfDay(day + 1), endS + 1) - startOfDay(day);
		const hot = hotSpots.filter((spot) => spot.fromDay <= day && day <= spot.toDay);
		const drafts: { second: number; class: EventClass; sourceIndex: number; grid: Grid }[] = [];
		for (let i = 0; i < count; i += 1) {
			const spot = hot.length > 0 && random() < 0.012 * hot.length ? pickOne(random, hot) : null;
			const eventClass = spot?.class ?? (EVENT_CLASSES[classPick(random)] as EventClass);
			const sourceIndex = (from[eventClass.channel] as Pick)(random);
			const pick = eventClass.urban > 0 ? where.urban : eventClass.urban < 0 ? where.rural : where.any;
			const grid = district.grids[spot?.gridIndex ?? pick(random)] as Grid;
			drafts.push({
				second: pickSecond(sourceIndex, day, latest, storm, random),
				class: eventClass,
				sourceIndex,
				grid,
			});
		}
		drafts.sort((a, b) => a.second - b.second);
		const date = dateFromDay(day);
		const prefix = `LQ${date.year}${String(date.month).padStart(2, '0')}${String(date.day).padStart(2, '0')}`;
		for (let i = 0; i < drafts.length; i += 1) {
			const draft = drafts[i] as (typeof drafts)[number];
			const source = SOURCES[draft.sourceIndex] as (typeof SOURCES)[number];
			const town = district.towns[draft.grid.townIndex] as District['towns'][number];
			const life = liveEvent(random, {
				class: draft.class,
				isPatrol: draft.sourceIndex < 2,
				isPublic: draft.sourceIndex >= 2 && draft.sourceIndex < 7,
				reportedS: startOfDay(day) + draft.second,
				endS,
				townIndex: draft.grid.townIndex,
				townName: town.name,
				villageName: draft.grid.villageName,
			});
			yield {
				...life,
				id: prefix + String(i + 1).padStart(5, '0'),
				class: draft.class,
				source: source.name,
				sourceCode: source.code,
				...describe(draft.class, life.isSelfClosed, draft.sourceIndex, random),
				townName: town.name,
				...locate(district, draft.grid, draft.sourceIndex, random),
			};
		}
		made += count;
	}
}

/** The last typhoon season before the end: one day between late July and mid September. */
function findTyphoonDay(lastDay: number, random: Random): number {
	const { year, month } = dateFromDay(lastDay);
	const season = month > 9 ? year : year - 1;
	return dayOf(Date.UTC(season, 6, 22) / 1000) + pickInteger(random, 0, 50);
}

/** Expected volume of a day relative to a plain working day. */
function dayWeight(
	day: number,
	firstDay: number,
	lastDay: number,
	endS: number,
	typhoonDay: number,
	random: Random,
): number {
	const { month, day: date, weekday } = dateFromDay(day);
	const kind = dayKind(day);
	const byWeekday = [1.1, 1.04, 1, 0.98, 1, 0.76, 0.68][weekday - 1] as number;
	const byMonth = [0.95, 0.82, 1, 1.01, 1.03, 1.07, 1.1, 1.08, 1.03, 0.98, 1, 1.02][month - 1] as number;
	let weight = byMonth * (kind === 'work' ? Math.max(0.95, byWeekday) : kind === 'weekend' ? byWeekday : 0.55);
	// Spring Festival and National Day are the quietest; around them the grid is busy.
	if (kind === 'holiday' && (month === 1 || month === 2)) weight *= 0.7;
	if (kind === 'work' && month === 12 && date > 20) weight *= 1.08;
	weight *= 0.92 + (0.16 * (day - firstDay)) / Math.max(1, lastDay - firstDay);
	weight *= 0.9 + 0.2 * random();
	if (day === typhoonDay) weight *= 2.9;
	if (day === typhoonDay + 1) weight *= 1.5;
	// The last day is cut off at the as-of; nights are quiet.
	if (day === lastDay) weight *= ((endS + 1 - startOfDay(day)) / 86_400) ** 1.3;
	return weight;
}

/** Picks of a class index for each month, and for the typhoon day (emergencies and water at least fourfold). */
function makeClassPicks(): { months: Pick[]; typhoon: Pick } {
	const months = Array.from({ length: 12 }, (_, month) =>
		makeWeightedPick(EVENT_CLASSES.map((item) => item.weight * (SEASONS[item.season][month] as number))),
	);
	const stormy = new Map([
		['1001', 28],
		['1002', 24],
		['1007', 9],
		['1008', 6],
		['0504', 15],
		['0505', 4],
		['0501', 5],
		['0306', 4],
		['0508', 4],
		['0406', 4],
	]);
	const typhoon = makeWeightedPick(EVENT_CLASSES.map((item) => item.weight * (stormy.get(item.code) ?? 0.55)));
	return { months, typhoon };
}

function makePlacePicks(district: District, random: Random): { any: Pick; urban: Pick; rural: Pick } {
	const main = district.grids.slice(0, district.mainGridCount);
	const base = main.map((grid) => {
		const people = grid.population ?? 700;
		const town = district.towns[grid.townIndex] as District['towns'][number];
		// Skewed as in life: a few grids have several times the matters of their neighbours.
		const restless = Math.exp((random() + random() + random() - 1.5) * 1.1);
		return { weight: people * restless, isUrban: town.unitType === '街道' };
	});
	return {
		any: makeWeightedPick(base.map((item) => item.weight)),
		urban: makeWeightedPick(base.map((item) => item.weight * (item.isUrban ? 1.25 : 0.55))),
		rural: makeWeightedPick(base.map((item) => item.weight * (item.isUrban ? 0.3 : 2))),
	};
}

/** Three hot spots in the last days and one a month before. */
function makeHotSpots(
	district: District,
	firstDay: number,
	lastDay: number,
	where: { any: Pick; urban: Pick },
	random: Random,
): HotSpot[] {
	const classes = ['0401', '0302', '0504', '0602', '0409', '0202'].map(
		(code) => EVENT_CLASSES.find((item) => item.code === code) as EventClass,
	);
	const spots: HotSpot[] = [];
	for (let index = 0; index < 3; index += 1) {
		spots.push({
			gridIndex: where.urban(random),
			class: classes[index] as EventClass,
			fromDay: lastDay - pickInteger(random, 6, 9),
			toDay: lastDay,
		});
	}
	for (let day = firstDay + 20; day < lastDay - 30; day += pickInteger(random, 25, 40)) {
		spots.push({
			gridIndex: where.any(random),
			class: pickOne(random, classes),
			fromDay: day,
			toDay: day + pickInteger(random, 4, 12),
		});
	}
	return spots.filter((spot) => spot.gridIndex < district.mainGridCount);
}

const OFFICE_HOURS = makeWeightedPick([0, 0, 0, 0, 0, 0, 1, 3, 11, 15, 14, 8, 3, 5, 12, 13, 11, 7, 3, 2, 1, 0, 0, 0]);
const PUBLIC_HOURS = makeWeightedPick([
	1, 0.6, 0.4, 0.3, 0.3, 0.6, 2, 5, 9, 10, 9, 7, 6, 6, 8, 9, 8, 7, 6, 7, 6, 4, 3, 2,
]);
const ALL_HOURS = makeWeightedPick([3, 3, 3, 3, 3, 3, 4, 5, 5, 5, 5, 4, 4, 4, 5, 5, 5, 5, 5, 5, 4, 4, 4, 3]);

/** Second of the day of a report: the grid walks in office hours, the public calls until late, sensors never sleep. */
function pickSecond(sourceIndex: number, day: number, latest: number, storm: Pick | null, random: Random): number {
	const isOfficial = sourceIndex < 2 || (sourceIndex >= 5 && sourceIndex < 10);
	const isSensor = sourceIndex === 10 || sourceIndex === 11;
	const hours = isSensor ? ALL_HOURS : isOfficial && dayKind(day) === 'work' ? OFFICE_HOURS : PUBLIC_HOURS;
	for (let attempt = 0; attempt < 30; attempt += 1) {
		const hour = storm && random() < 0.6 ? storm(random) + 12 : hours(random);
		const second = hour * 3600 + Math.floor(random() * 3600);
		if (second < latest) return second;
	}
	return Math.floor(random() * latest);
}

function describe(
	eventClass: EventClass,
	isSelfClosed: boolean,
	sourceIndex: number,
	random: Random,
): { title: string; description: string } {
	const finding = pickOne(random, eventClass.findings);
	const closing = isSelfClosed ? CLOSING_WORDS.self : sourceIndex < 2 ? CLOSING_WORDS.grid : CLOSING_WORDS.public;
	const opening = OPENING_WORDS[sourceIndex] as string;
	return {
		title: finding,
		description: `${opening}：${pickOne(random, SPOT_WORDS)}${finding}，${pickOne(random, closing)}。`,
	};
}

/** What the export knows of the place. About 3 % have neither grid nor point, 1 % a point in another grid. */
function locate(
	district: District,
	grid: Grid,
	sourceIndex: number,
	random: Random,
): { villageName: string; gridCode: string; lng: number | null; lat: number | null } {
	const isPatrol = sourceIndex < 2;
	const lot = random();
	if (lot < (isPatrol ? 0.005 : 0.095)) {
		return { villageName: random() < 0.6 ? grid.villageName : '', gridCode: '', lng: null, lat: null };
	}
	const known = { villageName: grid.villageName, gridCode: grid.code };
	if (!isPatrol && lot < 0.17) return { ...known, lng: null, lat: null };
	const home = random() < 0.01 ? (district.grids[pickInteger(random, 0, district.mainGridCount - 1)] as Grid) : grid;
	const spots = home.spots.length / 2;
	const index = Math.floor(spots * random() * random());
	const angle = random() * 6.283_185_307;
	const reach = home.spread * Math.sqrt(random());
	const lng = Math.round(((home.spots[index * 2] as number) + reach * Math.cos(angle)) * 1e6) / 1e6;
	const lat = Math.round(((home.spots[index * 2 + 1] as number) + reach * Math.sin(angle)) * 1e6) / 1e6;
	if (!isPatrol && lot < 0.2) return { ...known, gridCode: '', lng, lat };
	return { ...known, lng, lat };
}

// How many events of a filter there are by class, source, unit, status, severity, area and day, in one pass over the
// packed columns. A list counts what passes every other choice of the filter, so that its own can be changed.

import type { z } from 'zod';
import type { EventFacetsOutput, FacetValue } from '../../../shared/contract/schemas/event-facets.ts';
import { dateFromDay, dayFromDate, SHANGHAI_OFFSET_S, toIso, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import { describeCategory } from '../exports/dictionaries.ts';
import type { EngineSnapshot } from '../indicators/event-columns.ts';
import { nameCategory, nameSource, nameStatus } from './event-shapes.ts';
import { FAILS, type FindByNumber, failingTest } from './filter-tests.ts';
import { type EventFrame, type FrameQuestion, frameOf } from './frame-rows.ts';

type Facets = z.infer<typeof EventFacetsOutput>;
type Word = { raw: string; code: string | null };
type Namer = (word: Word) => { code: string; zh: string; en: string };

const DAY_S = 86_400;
const LAST_DAY = Math.floor((0xffff_ffff + SHANGHAI_OFFSET_S) / DAY_S);
/** Most bars of a step before the next longer one is taken. */
const MAX_DAY_BARS = 62;
const MAX_WEEK_BARS = 80;
const MAX_BARS = 400;

const nameUnit: Namer = ({ raw }) => ({ code: raw, zh: raw, en: raw });
const nameDomain: Namer = (word) => {
	const category = nameCategory(word);
	const known = describeCategory(category.code);
	if (!known) return { code: category.code.slice(0, 2), zh: '其他', en: 'Other' };
	return { code: known.groupCode, zh: known.groupZh, en: known.groupEn };
};
/** All words without a code stand together as unclassified; one of them would lend the rest its name. */
const nameClass: Namer = (word) => nameCategory({ raw: word.code === null ? '' : word.raw, code: word.code });

/** Counts by word id as a list by code, most frequent first. */
function toValues(snapshot: EngineSnapshot, counts: Uint32Array, name: Namer, isCounted = true): FacetValue[] {
	const values = new Map<string, FacetValue>();
	for (let id = 1; id < counts.length; id += 1) {
		const count = counts[id] as number;
		const word = count === 0 ? undefined : snapshot.dict.get(id);
		if (!word) continue;
		const { code, zh, en } = name(word);
		const known = values.get(code);
		if (known) known.count += count;
		else values.set(code, { code, zh, en, count });
	}
	const byCode = (a: FacetValue, b: FacetValue) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
	return [...values.values()].sort((a, b) => (isCounted ? b.count - a.count : 0) || byCode(a, b));
}

const kept = new WeakMap<EngineSnapshot, Facets['all']>();

/** Every value of the district, with the count of all its events. */
function allValues(snapshot: EngineSnapshot, size: number): Facets['all'] {
	let all = kept.get(snapshot);
	if (!all) {
		const { categoryId, sourceId, unitId, statusId } = snapshot.events;
		const list = (ids: Uint16Array, name: Namer) => {
			const counts = new Uint32Array(size);
			for (let row = 0; row < ids.length; row += 1) bump(counts, ids[row] as number);
			return toValues(snapshot, counts, name, false);
		};
		all = {
			categories: list(categoryId, nameClass),
			sources: list(sourceId, nameSource),
			units: list(unitId, nameUnit),
			statuses: list(statusId, nameStatus),
		};
		kept.set(snapshot, all);
	}
	return all;
}

function bump(counts: Uint32Array, at: number): void {
	counts[at] = (counts[at] as number) + 1;
}

/** Place → position among the places one level below; −1 for the place itself. */
function childPositions({ index, place }: EventFrame) {
	const children = index.tree.places.filter((one) => one.parent === place.place && one.place !== place.place);
	const positions = new Int32Array(index.tree.places.length).fill(-1);
	for (const [at, child] of children.entries()) positions.fill(at, child.place, child.lastPlace + 1);
	return { children, positions };
}

/** First day of the week (Monday) or month that a day lies in. */
function startOfStep(day: number, step: Facets['days']['step']): number {
	if (step === 'day') return day;
	const { year, month, weekday } = dateFromDay(day);
	return step === 'week' ? day - weekday + 1 : dayFromDate(year, month, 1);
}

function nextStep(day: number, step: Facets['days']['step']): number {
	if (step === 'day') return day + 1;
	if (step === 'week') return day + 7;
	const { year, month } = dateFromDay(day);
	return dayFromDate(year, month + 1, 1);
}

/** Bars from the first to the last day that has events; the newest ones where there are too many. */
function toBars(counts: Uint32Array): Facets['days'] {
	const first = counts.findIndex((count) => count > 0);
	if (first < 0) return { step: 'day', bars: [] };
	const last = counts.findLastIndex((count) => count > 0);
	const span = last - first + 1;
	const step = span <= MAX_DAY_BARS ? 'day' : span <= 7 * MAX_WEEK_BARS ? 'week' : 'month';
	const bars: Facets['days']['bars'] = [];
	for (let from = startOfStep(first, step); from <= last; from = nextStep(from, step)) {
		const end = nextStep(from, step);
		let count = 0;
		for (let day = from; day < end; day += 1) count += counts[day] ?? 0;
		bars.push({ from: toIsoDate(from), to: toIsoDate(end - 1), count });
	}
	return { step, bars: bars.slice(-MAX_BARS) };
}

/**
 * The counts of a filter.
 * @throws GridHelmError as frameOf
 */
export function countFacets(question: FrameQuestion & { findByNumber?: FindByNumber }): Facets {
	const { snapshot, filter } = question;
	const frame = frameOf(question);
	let size = 1;
	for (const id of snapshot.dict.keys()) size = Math.max(size, id + 1);
	const all = allValues(snapshot, size);
	const words = () => new Uint32Array(size);
	const [category, source, unit, status] = [words(), words(), words(), words()];
	const severity = new Uint32Array(256);
	const days = new Uint32Array(LAST_DAY + 1);
	const { children, positions } = frame ? childPositions(frame) : { children: [], positions: new Int32Array(0) };
	const areas = new Uint32Array(children.length);
	let total = 0;
	if (frame) {
		const { categoryId, sourceId, unitId, statusId, severity: severities, acceptedAt } = snapshot.events;
		const { place } = frame.index;
		const failing = failingTest(snapshot, filter, question.findByNumber);
		const bumpDay = (row: number) => {
			const atS = acceptedAt[row] as number;
			if (atS !== 0) bump(days, Math.floor((atS + SHANGHAI_OFFSET_S) / DAY_S));
		};
		const { rows } = frame;
		for (let each = 0; each < rows.length; each += 1) {
			const row = rows[each] as number;
			switch (failing(row)) {
				case 0: {
					total += 1;
					bump(category, categoryId[row] as number);
					bump(source, sourceId[row] as number);
					bump(unit, unitId[row] as number);
					bump(status, statusId[row] as number);
					bump(severity, severities[row] as number);
					bumpDay(row);
					const child = positions[place[row] as number] ?? -1;
					if (child >= 0) bump(areas, child);
					break;
				}
				case FAILS.category:
					bump(category, categoryId[row] as number);
					break;
				case FAILS.source:
					bump(source, sourceId[row] as number);
					break;
				case FAILS.unit:
					bump(unit, unitId[row] as number);
					break;
				case FAILS.status:
					bump(status, statusId[row] as number);
					break;
				case FAILS.severity:
					bump(severity, severities[row] as number);
					break;
				case FAILS.day:
					bumpDay(row);
					break;
				default:
			}
		}
	}
	return {
		asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS),
		total,
		domains: toValues(snapshot, category, nameDomain),
		categories: toValues(snapshot, category, nameClass),
		sources: toValues(snapshot, source, nameSource),
		units: toValues(snapshot, unit, nameUnit),
		statuses: toValues(snapshot, status, nameStatus),
		severities: [1, 2, 3, 4, 0].flatMap((level) => {
			const count = severity[level] as number;
			return count === 0 ? [] : [{ code: String(level), zh: String(level), en: String(level), count }];
		}),
		areas: children.map(({ code, name }, at) => ({ area: code, name, count: areas[at] as number })),
		days: toBars(days),
		all,
	};
}

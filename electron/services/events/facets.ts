// How many events of a filter there are by class, source, unit, status, severity, area and day, as the lists beside the
// filter show them. A list counts what passes every other choice of the filter, so that its own can be changed.

import type { z } from 'zod';
import type { EventFacetsOutput, FacetValue } from '../../../shared/contract/schemas/event-facets.ts';
import { dateFromDay, dayFromDate, toIso, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import { describeCategory } from '../exports/dictionaries.ts';
import { childrenOf, placeOfCode } from '../indicators/area-tree.ts';
import type { EngineSnapshot } from '../indicators/event-columns.ts';
import { eventIndexOf } from '../indicators/event-index.ts';
import { nameCategory, nameSource, nameStatus } from './event-shapes.ts';
import { countCells, countFrame, isAnsweredByCells, noCounts } from './facet-counts.ts';
import { filterCellsOf } from './filter-cells.ts';
import type { FindByNumber } from './filter-tests.ts';
import { type FrameQuestion, frameOf } from './frame-rows.ts';

type Facets = z.infer<typeof EventFacetsOutput>;
type Word = { raw: string; code: string | null };
type Namer = (word: Word) => { code: string; zh: string; en: string };

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
		const cells = filterCellsOf(eventIndexOf(snapshot));
		const list = (ids: Uint16Array, name: Namer) => {
			const counts = new Uint32Array(size);
			for (let cell = 0; cell < cells.length; cell += 1) {
				const id = ids[cell] as number;
				const events = (cells.starts[cell + 1] as number) - (cells.starts[cell] as number);
				counts[id] = (counts[id] as number) + events;
			}
			return toValues(snapshot, counts, name, false);
		};
		all = {
			categories: list(cells.categoryId, nameClass),
			sources: list(cells.sourceId, nameSource),
			units: list(cells.unitId, nameUnit),
			statuses: list(cells.statusId, nameStatus),
		};
		kept.set(snapshot, all);
	}
	return all;
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

/** Bars from the first to the last day that has events (counts by day mark); the newest ones where there are too many. */
function toBars(counts: Uint32Array): Facets['days'] {
	let first = 0;
	while (first < counts.length && counts[first] === 0) first += 1;
	if (first === counts.length) return { step: 'day', bars: [] };
	let last = counts.length - 1;
	while (counts[last] === 0) last -= 1;
	const span = last - first + 1;
	const step = span <= MAX_DAY_BARS ? 'day' : span <= 7 * MAX_WEEK_BARS ? 'week' : 'month';
	const bars: Facets['days']['bars'] = [];
	for (let from = startOfStep(first - 1, step); from < last; from = nextStep(from, step)) {
		const end = nextStep(from, step);
		let count = 0;
		for (let mark = from + 1; mark <= end; mark += 1) count += counts[mark] ?? 0;
		bars.push({ from: toIsoDate(from), to: toIsoDate(end - 1), count });
	}
	return { step, bars: bars.slice(-MAX_BARS) };
}

/** Counts of a filter and the places that its areas stand for; null while there are no areas. */
function countFilter(question: FrameQuestion & { findByNumber?: FindByNumber }, size: number) {
	if (isAnsweredByCells(question)) {
		const index = eventIndexOf(question.snapshot);
		const root = index.tree.places[0];
		if (!root) return null;
		const { area } = question.filter;
		const place = area === undefined ? root : placeOfCode(index.tree, area);
		return { counts: countCells(question, index, place, size), children: childrenOf(index.tree, place) };
	}
	const frame = frameOf(question);
	return frame && { counts: countFrame(question, frame, size), children: childrenOf(frame.index.tree, frame.place) };
}

/**
 * The counts of a filter.
 * @throws GridHelmError as frameOf
 */
export function countFacets(question: FrameQuestion & { findByNumber?: FindByNumber }): Facets {
	const { snapshot } = question;
	let size = 1;
	for (const id of snapshot.dict.keys()) size = Math.max(size, id + 1);
	const { counts, children } = countFilter(question, size) ?? { counts: noCounts(size, 0), children: [] };
	return {
		asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS),
		total: counts.total,
		domains: toValues(snapshot, counts.category, nameDomain),
		categories: toValues(snapshot, counts.category, nameClass),
		sources: toValues(snapshot, counts.source, nameSource),
		units: toValues(snapshot, counts.unit, nameUnit),
		statuses: toValues(snapshot, counts.status, nameStatus),
		severities: [1, 2, 3, 4, 0].flatMap((level) => {
			const count = counts.severity[level] as number;
			return count === 0 ? [] : [{ code: String(level), zh: String(level), en: String(level), count }];
		}),
		areas: children.map(({ code, name }, at) => ({ area: code, name, count: counts.areas[at] as number })),
		days: toBars(counts.days),
		all: allValues(snapshot, size),
	};
}

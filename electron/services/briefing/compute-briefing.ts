// The briefing of a day (or weekend block), a week or a month: sections of sentences and tables from readings alone.
// The same data, area and clock give the same paper.

import type { z } from 'zod';
import type { BriefingOutput } from '../../../shared/contract/schemas/briefing.ts';
import { DATASETS } from '../../../shared/domain/codes.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { periodOfDay, shiftPeriod } from '../../../shared/domain/period.ts';
import { dayOf, toIso } from '../../../shared/domain/shanghai-time.ts';
import type { StoredEvent } from '../cache/event-queries.ts';
import { placeOfCode } from '../indicators/area-tree.ts';
import type { Catalogue } from '../indicators/catalogue.ts';
import { periodSeries } from '../indicators/earlier-figure.ts';
import type { EngineSnapshot } from '../indicators/event-columns.ts';
import { eventIndexOf } from '../indicators/event-index.ts';
import { queueOf } from '../indicators/red-queue.ts';
import { sayNow } from '../indicators/sentences.ts';
import type { WorkingCalendar } from '../indicators/working-calendar.ts';
import { type BriefingScope, readFor } from './briefing-scope.ts';
import {
	monthOf,
	type Said,
	sayAccepted,
	sayClosed,
	sayData,
	sayHotspots,
	sayMoves,
	sayWhy,
	stretchWords,
} from './briefing-sentences.ts';
import { areaTable, dimensionTable, redTable } from './briefing-tables.ts';
import type { Words } from './figure-words.ts';
import { lastBlock } from './last-block.ts';

export type Briefing = z.infer<typeof BriefingOutput>;
export type BriefingKind = Briefing['kind'];
type Section = Briefing['sections'][number];

export interface BriefingSources {
	/** Stored events by key, in any order. */
	eventsOf(keys: readonly number[]): StoredEvent[];
	snapshot: EngineSnapshot;
	catalogue: Catalogue;
	calendar: WorkingCalendar;
	nowS: number;
	centreName: string;
	isDemo: boolean;
}

const TITLES: Record<BriefingKind, Words> = {
	day: { zh: '网格治理工作日报', en: 'Daily briefing on grid governance' },
	week: { zh: '网格治理工作周报', en: 'Weekly briefing on grid governance' },
	month: { zh: '网格治理工作月报', en: 'Monthly briefing on grid governance' },
};
const TREND_POINTS = 12;

/**
 * The paper of one kind for an area.
 * @throws GridHelmError E_UNKNOWN_AREA
 */
export function computeBriefing(sources: BriefingSources, input: { kind: BriefingKind; area: string }): Briefing {
	const { snapshot, catalogue, calendar, nowS, eventsOf } = sources;
	const index = eventIndexOf(snapshot);
	const place = placeOfCode(index.tree, input.area);
	const head = {
		kind: input.kind,
		centreName: sources.centreName,
		isDemo: sources.isDemo,
		area: place.code,
		areaName: place.name,
		level: place.level,
		title: TITLES[input.kind],
		asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS),
		writtenAt: toIso(nowS),
		missing: DATASETS.filter((dataset) => !snapshot.connected.has(dataset)),
	};
	if (snapshot.asOfS === null) return { ...head, period: null, sections: [], definitions: [] };
	const period = stretchOf(input.kind, calendar, snapshot.asOfS);
	const scope: BriefingScope = { index, catalogue, calendar, place, eventsOf, period, nowS, cited: new Map() };
	const sections = input.kind === 'day' ? dayPaper(scope) : longPaper(scope, input.kind);
	return {
		...head,
		period: period.code,
		sections,
		definitions: [...scope.cited.values()].map(({ definition }) => ({
			indicator: definition.code,
			version: definition.version,
			name: definition.name,
			definition: definition.definition,
		})),
	};
}

/** What a paper looks back on: the last day or block of days off, the last whole week, the last whole month. */
function stretchOf(kind: BriefingKind, calendar: WorkingCalendar, asOfS: number): Period {
	if (kind === 'day') return lastBlock(calendar, asOfS);
	return shiftPeriod(periodOfDay(kind, dayOf(asOfS + 1)), -1);
}

function dayPaper(scope: BriefingScope): Section[] {
	const month = monthOf(scope);
	return [
		section('overview', '一、总体情况', 'Overview', [sayAccepted(scope), sayClosed(scope)]),
		section('reds', '二、红灯与督办', 'Red lights', [sayReds(scope)], redTable(scope)),
		section('change', '三、本月走势与原因', 'The month and why it moved', [
			...sayMoves(scope, month, 3),
			sayWhy(scope, month),
		]),
		section('hotspots', '四、热点', 'Hotspots', [sayHotspots(scope)]),
		section('data', '五、数据情况', 'The data', [sayData(scope)]),
	];
}

function longPaper(scope: BriefingScope, kind: 'week' | 'month'): Section[] {
	const { period } = scope;
	const sections = [
		section(
			'overview',
			'一、总体情况',
			'Overview',
			[sayAccepted(scope), sayClosed(scope)],
			null,
			trendOf(scope, 'OP01'),
		),
		section(
			'change',
			'二、主要变化与原因',
			'What changed, and why',
			[...sayMoves(scope, period, kind === 'month' ? 8 : 5), sayWhy(scope, period)],
			null,
			trendOf(scope, 'OP04'),
		),
		section('towns', '三、各区域情况', 'By area', [], areaTable(scope)),
		section('reds', '四、红灯与督办', 'Red lights', [sayReds(scope)], redTable(scope)),
		section('hotspots', '五、热点', 'Hotspots', [sayHotspots(scope)]),
	];
	if (kind === 'month')
		sections.push(section('dimensions', '六、指标总表', 'All indicators', [], dimensionTable(scope)));
	const number = kind === 'month' ? '七' : '六';
	sections.push(section('data', `${number}、数据情况`, 'The data', [sayData(scope)]));
	return sections;
}

function sayReds(scope: BriefingScope): Said | null {
	const { index, calendar, place, nowS } = scope;
	for (const code of ['OP05', 'OPEN', 'URGENT']) {
		const entry = scope.catalogue.get(code);
		if (entry?.definition.audience === 'catalogue') scope.cited.set(code, entry);
	}
	return sayNow(scope, queueOf(index, calendar, place, 0, nowS));
}

/** Twelve points of a figure up to the stretch; null without values. */
function trendOf(scope: BriefingScope, code: string): Section['trend'] {
	const asked = readFor(scope, code);
	if (!asked) return null;
	const { definition } = asked.question.entry;
	const points = periodSeries(asked.question, scope.place, TREND_POINTS).map(({ period, value }) => ({
		period,
		value,
	}));
	if (points.every(({ value }) => value === null)) return null;
	const stretch = stretchWords(scope.period);
	return {
		title: { zh: `${definition.name.zh}走势（至${stretch.zh}）`, en: `${definition.name.en} up to ${stretch.en}` },
		unit: definition.unit,
		target: definition.light.kind === 'value' ? definition.light.target : null,
		points,
	};
}

function section(
	key: Section['key'],
	zh: string,
	en: string,
	said: readonly (Said | null)[],
	table: Section['table'] = null,
	trend: Section['trend'] = null,
): Section {
	const sentences = said
		.filter((sentence) => sentence !== null)
		.map(({ zh: inZh, en: inEn }) => ({ zh: inZh, en: inEn }));
	return { key, title: { zh, en }, sentences, table, trend };
}

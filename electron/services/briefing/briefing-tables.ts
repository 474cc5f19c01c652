// The tables of a briefing: who must be chased, the areas one level down, the indicators by dimension. Cells carry
// the number behind their text and the figure it comes from.

import type { z } from 'zod';
import type { BriefingOutput } from '../../../shared/contract/schemas/briefing.ts';
import { DIMENSIONS, type Dimension, dimensionOf } from '../../../shared/domain/dimensions.ts';
import { limitClockOf, parseIso } from '../../../shared/domain/shanghai-time.ts';
import { toEventRow } from '../events/event-shapes.ts';
import { previousFigure } from '../indicators/earlier-figure.ts';
import { changeOf } from '../indicators/figure-change.ts';
import type { Reading } from '../indicators/read-figure.ts';
import { readFigure } from '../indicators/read-figure.ts';
import { queueOf } from '../indicators/red-queue.ts';
import { number } from '../indicators/sentence-parts.ts';
import { askFor, type BriefingScope, placesBelow, readFor } from './briefing-scope.ts';
import { changeWords, valueWords, type Words } from './figure-words.ts';

type Table = NonNullable<z.infer<typeof BriefingOutput>['sections'][number]['table']>;
type Cell = Table['rows'][number][number];
type ColumnKind = Table['columns'][number]['kind'];

/** Figures of the table of areas, in this order, where the catalogue has them. */
const AREA_COLUMNS = ['OP01', 'OP03', 'OP04', 'OP05', 'OP09', 'CO01', 'PP03'] as const;
const REDS_SHOWN = 10;

const DIMENSION_WORDS: Record<Dimension, Words> = {
	operation: { zh: '运行', en: 'Operation' },
	team: { zh: '队伍', en: 'Team' },
	depth: { zh: '深度与精细', en: 'Depth' },
	participation: { zh: '参与与认同', en: 'Participation' },
	disclosure: { zh: '公开', en: 'Disclosure' },
	digital: { zh: '数字', en: 'Digital' },
	collaboration: { zh: '协同', en: 'Collaboration' },
	mechanism: { zh: '机制', en: 'Mechanism' },
	guarantee: { zh: '保障', en: 'Guarantees' },
};
const LIGHT_WORDS: Record<Reading['light'], Words> = {
	green: { zh: '绿', en: 'green' },
	yellow: { zh: '黄', en: 'yellow' },
	red: { zh: '红', en: 'red' },
	deepRed: { zh: '深红', en: 'deep red' },
	none: { zh: '', en: '' },
};

function words(text: Words): Cell {
	return { text, value: null, figure: null };
}

function plain(text: string): Cell {
	return words({ zh: text, en: text });
}

function figureOf({ indicator, area, period, variant }: Reading): Cell['figure'] {
	return { indicator, area, period, variant };
}

function kindOf(unit: string, valueKind: string): ColumnKind {
	if (unit === '%') return 'percent';
	return valueKind === 'count' ? 'count' : 'decimal';
}

function dueWords(iso: string | null): string {
	const atS = iso === null ? null : parseIso(iso);
	if (atS === null) return '—';
	const { clock, time } = limitClockOf(atS);
	return `${clock.month}-${clock.day} ${time}`;
}

/** The most pressing open events with their units and what they are over; null where nothing presses. */
export function redTable(scope: BriefingScope): Table | null {
	const queue = queueOf(scope.index, scope.calendar, scope.place, REDS_SHOWN, scope.nowS);
	if (queue.rows.length === 0) return null;
	const clocks = new Map(queue.rows.map((row) => [row.eventKey, row]));
	const byKey = new Map(scope.eventsOf([...clocks.keys()]).map((event) => [event.eventKey, event]));
	const rows = queue.rows.flatMap(({ eventKey }, at): Cell[][] => {
		const stored = byKey.get(eventKey);
		if (!stored) return [];
		const event = toEventRow(stored, clocks.get(eventKey) ?? null);
		const overdue = event.overdue;
		const size = overdue ? number(Math.abs(overdue.amount), 1) : '—';
		const unit = overdue?.clock === 'workHours' ? { zh: '工作时', en: 'work hours' } : { zh: '小时', en: 'hours' };
		const side = (overdue?.amount ?? 0) >= 0 ? { zh: '超', en: 'over by' } : { zh: '剩', en: 'left' };
		const isJustDue = overdue !== null && Number(size) === 0;
		return [
			[
				plain(String(at + 1)),
				plain(event.eventId),
				words({ zh: event.category.zh, en: event.category.en }),
				plain([event.townName, event.placeName].filter(Boolean).join(' ') || '—'),
				plain(event.leadUnit ?? '—'),
				plain(dueWords(event.dueAt)),
				{
					text: isJustDue
						? { zh: '刚到期', en: 'just due' }
						: overdue
							? { zh: `${side.zh} ${size} ${unit.zh}`, en: `${side.en} ${size} ${unit.en}` }
							: { zh: '—', en: '—' },
					value: overdue?.amount ?? null,
					figure: null,
				},
			],
		];
	});
	return {
		caption: { zh: '应催办事件（按紧急程度与剩余时间）', en: 'Events to chase, most pressing first' },
		columns: [
			{ title: { zh: '序号', en: 'No.' }, kind: 'text' },
			{ title: { zh: '事件编号', en: 'Event' }, kind: 'text' },
			{ title: { zh: '类别', en: 'Class' }, kind: 'text' },
			{ title: { zh: '属地', en: 'Place' }, kind: 'text' },
			{ title: { zh: '承办单位', en: 'Unit' }, kind: 'text' },
			{ title: { zh: '时限', en: 'Due' }, kind: 'text' },
			{ title: { zh: '超时', en: 'Over' }, kind: 'decimal' },
		],
		rows,
	};
}

/** The areas one level down with their main figures, in official order; null where there are none. */
export function areaTable(scope: BriefingScope): Table | null {
	const places = placesBelow(scope);
	if (places.length < 2) return null;
	const questions = AREA_COLUMNS.flatMap((code) => {
		const own = readFor(scope, code);
		return own && own.reading.status === 'ok' ? [own.question] : [];
	});
	if (questions.length === 0) return null;
	return {
		caption: { zh: '各区域主要指标', en: 'Main figures by area' },
		columns: [
			{ title: { zh: '区域', en: 'Area' }, kind: 'text' },
			...questions.map(({ entry }) => {
				const { name, unit, formula } = entry.definition;
				return {
					title: { zh: `${name.zh}（${unit.zh}）`, en: `${name.en} (${unit.en})` },
					kind: kindOf(unit.zh, formula.value.kind),
				};
			}),
		],
		rows: [scope.place, ...places].map((place) => [
			plain(place.name),
			...questions.map((question): Cell => {
				const reading = readFigure(question, place);
				const text = valueWords(question.entry, reading);
				const { zh, en } = question.entry.definition.unit;
				const bare = { zh: text.zh.replace(zh, '').trim(), en: text.en.replace(en, '').trim() };
				return { text: bare, value: reading.value, figure: figureOf(reading) };
			}),
		]),
	};
}

/** Every indicator that has a value, by dimension: value, change, target, light. */
export function dimensionTable(scope: BriefingScope): Table | null {
	const rows: Cell[][] = [];
	for (const dimension of DIMENSIONS) {
		for (const { definition } of scope.catalogue.values()) {
			if (definition.audience !== 'catalogue' || dimensionOf(definition.code) !== dimension) continue;
			const question = askFor(scope, definition.code);
			if (!question) continue;
			const reading = readFigure(question, scope.place);
			if (reading.status !== 'ok') {
				scope.cited.delete(definition.code);
				continue;
			}
			const change = changeOf(question.entry, reading, previousFigure(question, scope.place));
			const moved = change && changeWords(change);
			const target = definition.light.kind === 'value' ? definition.light.target : null;
			rows.push([
				words(DIMENSION_WORDS[dimension]),
				words({ zh: `${definition.code} ${definition.name.zh}`, en: `${definition.code} ${definition.name.en}` }),
				{ text: valueWords(question.entry, reading), value: reading.value, figure: figureOf(reading) },
				words(moved ?? { zh: '—', en: '—' }),
				target === null
					? plain('—')
					: { text: { zh: number(target), en: number(target) }, value: target, figure: null },
				words(LIGHT_WORDS[reading.light]),
			]);
		}
	}
	if (rows.length === 0) return null;
	return {
		caption: { zh: '指标总表', en: 'All indicators' },
		columns: [
			{ title: { zh: '维度', en: 'Dimension' }, kind: 'text' },
			{ title: { zh: '指标', en: 'Indicator' }, kind: 'text' },
			{ title: { zh: '本期值', en: 'Value' }, kind: 'decimal' },
			{ title: { zh: '变化', en: 'Change' }, kind: 'text' },
			{ title: { zh: '目标', en: 'Target' }, kind: 'decimal' },
			{ title: { zh: '评级', en: 'Light' }, kind: 'text' },
		],
		rows,
	};
}

// The board: each indicator of the catalogue for one area and period, with what stood before, its usual band and
// twelve points. Live indicators ignore the period.

import type { z } from 'zod';
import type { BoardOutput } from '../../../shared/contract/schemas/indicators.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { Place } from './area-tree.ts';
import { placeOfCode } from './area-tree.ts';
import type { Catalogue } from './catalogue.ts';
import { HEADLINE } from './catalogue.ts';
import { entryOf } from './compute-readings.ts';
import { liveFigure, liveSeries, periodSeries, previousFigure } from './earlier-figure.ts';
import type { EngineSnapshot } from './event-columns.ts';
import { eventIndexOf } from './event-index.ts';
import { changeOf } from './figure-change.ts';
import { longestOverdueHours } from './open-events.ts';
import type { FigureQuestion, Reading } from './read-figure.ts';
import { readFigure } from './read-figure.ts';
import { usualBand } from './usual-band.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export type Board = z.infer<typeof BoardOutput>;
export type BoardRow = Board['rows'][number];

const POINTS = 12;
/** Readings that a desk opens with, most telling first; the later ones stand in for what is missing. */
const CORE_READINGS = ['OP01', 'OP04', 'OP05', 'DF01', 'DF02', 'PP03', 'OP03', 'OP09', 'OP02', 'OP06'];
const CORE_COUNT = 6;
const MISSING = new Set(['notConnected', 'notDelivered']);

/**
 * The board of an area and a period.
 * @throws GridHelmError E_UNKNOWN_AREA
 */
export function computeBoard(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	calendar: WorkingCalendar,
	input: { area: string; period: Period; rows?: 'all' | 'headline' },
): Board {
	const index = eventIndexOf(snapshot);
	const place = placeOfCode(index.tree, input.area);
	const rows: BoardRow[] = [];
	for (const entry of catalogue.values()) {
		if (entry.definition.audience !== 'catalogue') continue;
		const question = { index, catalogue, entry, variant: HEADLINE, period: input.period, asOfS: null, units: null };
		rows.push(boardRow(question, place, calendar));
	}
	const shown = input.rows === 'headline' ? headlineRows(rows) : rows;
	return { asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS), rows: shown };
}

/** The six core readings in their order; where one is not connected or not delivered the next one stands for it. */
function headlineRows(rows: readonly BoardRow[]): BoardRow[] {
	const ranked = CORE_READINGS.flatMap((code) => rows.filter(({ reading }) => reading.indicator === code));
	const hasData = ({ reading }: BoardRow): boolean => !MISSING.has(reading.status);
	const chosen = new Set([...ranked.filter(hasData), ...ranked].slice(0, CORE_COUNT));
	return ranked.filter((row) => chosen.has(row));
}

/** One indicator of the board. */
export function boardRow(question: FigureQuestion, place: Place, calendar: WorkingCalendar): BoardRow {
	return question.entry.definition.isLive ? liveRow(question, place) : periodRow(question, place, calendar);
}

function periodRow(question: FigureQuestion, place: Place, calendar: WorkingCalendar): BoardRow {
	const reading = readFigure(question, place);
	const previous = previousFigure(question, place);
	const { definition, formulas } = question.entry;
	const isNeutralCount = definition.direction === 'neutral' && formulas.get(HEADLINE)?.value.kind === 'count';
	const band = isNeutralCount ? usualBand(question, place, calendar) : null;
	return {
		reading,
		previous: previous.value === null ? null : previous,
		change: changeOf(question.entry, reading, previous),
		band: band && { low: band.low, high: band.high },
		series: periodSeries(question, place, POINTS).map(toPoint),
		note: null,
	};
}

function liveRow(question: FigureQuestion, place: Place): BoardRow {
	const reading = liveFigure(question, place, 0) ?? readFigure(question, place);
	const previous = liveFigure(question, place, 1);
	return {
		reading,
		previous: previous === null || previous.value === null ? null : previous,
		change: previous && changeOf(question.entry, reading, previous),
		band: null,
		series: liveSeries(question, place, POINTS).map(toPoint),
		note: overdueNote(question, place, reading),
	};
}

/** Share of the open events and the oldest overdue one, at the as-of. */
function overdueNote(question: FigureQuestion, place: Place, reading: Reading): BoardRow['note'] {
	const { index, catalogue } = question;
	const open = liveFigure({ ...question, entry: entryOf(catalogue, 'OPEN') }, place, 0)?.value;
	if (reading.value === null || open === null || open === undefined) return null;
	return {
		openCount: open,
		sharePercent: open === 0 ? null : (100 * reading.value) / open,
		oldestHours: longestOverdueHours(index, place),
	};
}

/** A reading as a point of a series. */
export function toPoint({ period, value, n, status, complete }: Reading): BoardRow['series'][number] {
	return { period, value, n, status, complete };
}

// The 指标 page: every indicator of the catalogue for one area and period, each with how many areas report it and where the
// area stands among its peers. Assembled from the engine's own readings; computes no figure itself.

import type { z } from 'zod';
import type { IndicatorListOutput, IndicatorPageOutput } from '../../../../shared/contract/schemas/indicator-pages.ts';
import { dimensionOf } from '../../../../shared/domain/dimensions.ts';
import type { Period } from '../../../../shared/domain/period.ts';
import { toIso } from '../../../../shared/domain/shanghai-time.ts';
import { type AreaBasis, indexOnBasis } from '../area-basis.ts';
import type { Place } from '../area-tree.ts';
import { levelBelow, placeOfCode, placesAtLevel } from '../area-tree.ts';
import { boardRow } from '../board.ts';
import type { Catalogue, CatalogueEntry } from '../catalogue.ts';
import { HEADLINE } from '../catalogue.ts';
import { entryOf } from '../compute-readings.ts';
import { lastYearFigure, liveFigure } from '../earlier-figure.ts';
import type { EngineSnapshot } from '../event-columns.ts';
import type { EventIndex } from '../event-index.ts';
import { eventIndexOf } from '../event-index.ts';
import { changeOf } from '../figure-change.ts';
import { rankPlaces } from '../ranking.ts';
import type { FigureQuestion, Reading } from '../read-figure.ts';
import { readFigure } from '../read-figure.ts';
import type { WorkingCalendar } from '../working-calendar.ts';

export type IndicatorList = z.infer<typeof IndicatorListOutput>;
export type IndicatorListRow = IndicatorList['rows'][number];
export type IndicatorPage = z.infer<typeof IndicatorPageOutput>;

/** What every page of the indicators reads: one revision, the definitions in force, the calendar. */
export interface PageScope {
	snapshot: EngineSnapshot;
	catalogue: Catalogue;
	calendar: WorkingCalendar;
}

/**
 * All indicators in catalogue order.
 * @throws GridHelmError E_UNKNOWN_AREA
 */
export function listIndicators(scope: PageScope, input: { area: string; period: Period }): IndicatorList {
	const index = eventIndexOf(scope.snapshot);
	const place = placeOfCode(index.tree, input.area);
	const listed = [...scope.catalogue.values()].filter(({ definition }) => definition.audience === 'catalogue');
	const rows = listed.map((entry) => toListRow(scope, questionOf(scope, index, entry, input.period), place));
	return { asOf: asOfText(scope.snapshot), rows };
}

/**
 * One indicator with what its page needs beside trend, ranking and explanation.
 * @throws GridHelmError E_UNKNOWN_AREA, E_UNKNOWN_INDICATOR
 */
export function readIndicatorPage(
	scope: PageScope,
	input: { indicator: string; area: string; period: Period; basis?: AreaBasis | undefined },
): IndicatorPage {
	const index = indexOnBasis(scope.snapshot, input.basis);
	const place = placeOfCode(index.tree, input.area);
	const entry = entryOf(scope.catalogue, input.indicator);
	const question = questionOf(scope, index, entry, input.period);
	const before = entry.definition.isLive ? null : lastYearFigure(question, place);
	const row = toListRow(scope, question, place);
	const variants = [...entry.formulas.keys()].filter((variant) => variant !== HEADLINE);
	return {
		asOf: asOfText(scope.snapshot),
		row,
		yearBefore: before === null || before.value === null ? null : before,
		yearChange: before && changeOf(entry, row.reading, before),
		variants: variants.map((variant) => readNow({ ...question, variant }, place)),
		datasets: [...entry.definition.datasets],
		hasLineage: scope.snapshot.lineage?.isEmpty === false,
	};
}

/** Datasets that a definition needs and that were never committed. */
export function missingDatasets(snapshot: EngineSnapshot, { definition }: CatalogueEntry): IndicatorListRow['missing'] {
	return definition.datasets.filter((dataset) => !snapshot.connected.has(dataset));
}

function questionOf(scope: PageScope, index: EventIndex, entry: CatalogueEntry, period: Period): FigureQuestion {
	return { index, catalogue: scope.catalogue, entry, variant: HEADLINE, period, asOfS: null, units: null };
}

function toListRow(scope: PageScope, question: FigureQuestion, place: Place): IndicatorListRow {
	const { entry } = question;
	return {
		...boardRow(question, place, scope.calendar),
		dimension: dimensionOf(entry.definition.code),
		coverage: coverageOf(question, place),
		peers: peerPlaceOf(question, place),
		missing: missingDatasets(scope.snapshot, entry),
	};
}

/** The figure of the period, or of now for a live one. */
function readNow(question: FigureQuestion, place: Place): Reading {
	const live = question.entry.definition.isLive ? liveFigure(question, place, 0) : null;
	return live ?? readFigure(question, place);
}

function coverageOf(question: FigureQuestion, place: Place): IndicatorListRow['coverage'] {
	const { tree } = question.index;
	const level = levelBelow(tree, place);
	if (level === null) return null;
	const places = placesAtLevel(tree, level, place);
	const reported = places.filter((one) => {
		const { status } = readNow(question, one);
		return status === 'ok' || status === 'insufficient';
	});
	return { level, reported: reported.length, total: places.length };
}

/** Areas of the same level and class in the whole district, the place itself among them. */
function peersOf(index: EventIndex, place: Place): Place[] {
	const root = index.tree.places[0];
	if (!root || place.level === 'district') return [];
	return placesAtLevel(index.tree, place.level, root).filter(({ peerGroup }) => peerGroup === place.peerGroup);
}

function peerPlaceOf(question: FigureQuestion, place: Place): IndicatorListRow['peers'] {
	const { direction, isLive } = question.entry.definition;
	// A neutral figure has no better and worse; a live count grows with the area, not with its work.
	if (direction === 'neutral' || isLive) return null;
	const rows = rankPlaces(question, peersOf(question.index, place));
	const rank = rows.find((row) => row.reading.area === place.code)?.rank ?? null;
	if (rank === null) return null;
	return { rank, of: rows.filter((row) => row.rank !== null).length, peerGroup: place.peerGroup };
}

function asOfText({ asOfS }: EngineSnapshot): string | null {
	return asOfS === null ? null : toIso(asOfS);
}

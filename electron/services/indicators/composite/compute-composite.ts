// The composite index 网格治理指数 (domain.md §5.6): scores of indicators, nine dimensions, the index, its grade, what
// costs points, and the rank among peers. Reads figures; knows no formula.

import type { z } from 'zod';
import type { CompositeOutput, CompositesOutput } from '../../../../shared/contract/schemas/composite.ts';
import type { ReadingLevel } from '../../../../shared/domain/codes.ts';
import type { Period } from '../../../../shared/domain/period.ts';
import { toIso } from '../../../../shared/domain/shanghai-time.ts';
import { type Place, placeOfCode, placesAtLevel } from '../area-tree.ts';
import { type Catalogue, HEADLINE } from '../catalogue.ts';
import type { EngineSnapshot } from '../event-columns.ts';
import { type EventIndex, eventIndexOf } from '../event-index.ts';
import type { FigureQuestion, Reading } from '../read-figure.ts';
import { readFigure } from '../read-figure.ts';
import type { CompositeWeights } from './composite-weights.ts';
import { figureScore } from './figure-score.ts';

export type Composite = z.infer<typeof CompositeOutput>;
type CompositeRow = Composite['peers'][number];
type DimensionScore = Composite['dimensions'][number];
type ScoredIndicator = DimensionScore['indicators'][number];

/** Deductions that are shown. */
const SHOWN_DEDUCTIONS = 3;

interface Scale {
	index: EventIndex;
	catalogue: Catalogue;
	weights: CompositeWeights;
	period: Period;
}

/** An index with its parts. */
type Scored = Pick<Composite, 'score' | 'grade' | 'available' | 'dimensions'>;

/**
 * The index of one area with its peers.
 * @throws GridHelmError E_UNKNOWN_AREA
 */
export function computeComposite(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	weights: CompositeWeights,
	input: { area: string; period: Period },
): Composite {
	const index = eventIndexOf(snapshot);
	const scale: Scale = { index, catalogue, weights, period: input.period };
	const place = placeOfCode(index.tree, input.area);
	const scored = scorePlace(scale, place);
	const peers = rowsOfLevel(scale, place.level)
		.filter(({ peerGroup }) => peerGroup === place.peerGroup)
		.sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
	return {
		asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS),
		area: place.code,
		areaName: place.name,
		level: place.level,
		period: input.period.code,
		version: weights.version,
		...scored,
		deductions: deductionsOf(scored),
		peers,
		rank: peers.find(({ area }) => area === place.code)?.rank ?? null,
		rankedCount: peers.filter(({ rank }) => rank !== null).length,
	};
}

/**
 * The index of every area of a level inside another, in official order.
 * @throws GridHelmError E_UNKNOWN_AREA
 */
export function listComposites(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	weights: CompositeWeights,
	input: { level: ReadingLevel; area?: string | undefined; period: Period },
): z.infer<typeof CompositesOutput> {
	const index = eventIndexOf(snapshot);
	const scale: Scale = { index, catalogue, weights, period: input.period };
	const inside = input.area === undefined ? null : placeOfCode(index.tree, input.area);
	const kept = inside && new Set(placesAtLevel(index.tree, input.level, inside).map(({ code }) => code));
	return {
		asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS),
		period: input.period.code,
		version: weights.version,
		rows: rowsOfLevel(scale, input.level).filter(({ area }) => kept === null || kept.has(area)),
	};
}

const KEPT_LEVELS = 40;
const keptRows = new WeakMap<EventIndex, Map<string, { scale: Scale; rows: CompositeRow[] }>>();

/** All areas of a level with their ranks, in official order; kept per revision, catalogue and weights. */
function rowsOfLevel(scale: Scale, level: ReadingLevel): CompositeRow[] {
	let kept = keptRows.get(scale.index);
	if (!kept) {
		kept = new Map();
		keptRows.set(scale.index, kept);
	}
	const key = `${level}/${scale.period.code}`;
	const known = kept.get(key);
	if (known && known.scale.catalogue === scale.catalogue && known.scale.weights === scale.weights) return known.rows;
	const root = scale.index.tree.places[0];
	const rows = (root ? placesAtLevel(scale.index.tree, level, root) : []).map((place) => toRow(scale, place));
	// Grids are read by grade on the map, never by a ranked name (domain.md §5.6).
	if (level !== 'grid') for (const peers of groupByPeers(rows)) rankRows(peers);
	if (kept.size >= KEPT_LEVELS) kept.delete(kept.keys().next().value ?? '');
	kept.set(key, { scale, rows });
	return rows;
}

function toRow(scale: Scale, place: Place): CompositeRow {
	const { score, grade, available, dimensions } = scorePlace(scale, place);
	const { code, name, level, peerGroup } = place;
	const scores = dimensions.map((dimension) => dimension.score);
	return { area: code, areaName: name, level, peerGroup, score, grade, available, rank: null, dimensions: scores };
}

function groupByPeers(rows: readonly CompositeRow[]): CompositeRow[][] {
	const groups = new Map<string, CompositeRow[]>();
	for (const row of rows) groups.set(row.peerGroup, [...(groups.get(row.peerGroup) ?? []), row]);
	return [...groups.values()];
}

/** Ties share a rank; without a score there is none. */
function rankRows(peers: readonly CompositeRow[]): void {
	for (const row of peers) {
		const { score } = row;
		if (score !== null) row.rank = 1 + peers.filter((other) => other.score !== null && other.score > score).length;
	}
}

function scorePlace(scale: Scale, place: Place): Scored {
	const { weights } = scale;
	const dimensions = weights.dimensions.map((dimension) => scoreDimension(scale, place, dimension));
	const all = sumOf(dimensions, ({ weight }) => weight);
	const present = dimensions.filter(({ score }) => score !== null);
	const there = sumOf(present, ({ weight }) => weight);
	const available = all === 0 ? 0 : there / all;
	const isEnough = there > 0 && available >= weights.smallestShare;
	if (!isEnough) return { score: null, grade: null, available, dimensions };
	const score = sumOf(present, (dimension) => dimension.weight * (dimension.score ?? 0)) / there;
	for (const dimension of present) spreadLoss(dimension, dimension.weight / there);
	const grade = weights.grades.find(({ from }) => score >= from)?.grade ?? 'E';
	return { score, grade, available, dimensions };
}

function scoreDimension(
	scale: Scale,
	place: Place,
	{ dimension, weight, indicators }: CompositeWeights['dimensions'][number],
): DimensionScore {
	const scored = indicators.map((member) => scoreIndicator(scale, place, member));
	const there = sumOf(scored, (each) => (each.score === null ? 0 : each.weight));
	const needed = sumOf(scored, (each) => (each.score === null && each.isExempt ? 0 : each.weight));
	const available = needed === 0 ? 0 : there / needed;
	const isEnough = there > 0 && available >= scale.weights.smallestShare;
	const score = isEnough ? sumOf(scored, (each) => each.weight * (each.score ?? 0)) / there : null;
	return { dimension, weight, score, available, lost: 0, indicators: scored };
}

function scoreIndicator(
	{ index, catalogue, period }: Scale,
	place: Place,
	{ indicator, weight, isOptional }: CompositeWeights['dimensions'][number]['indicators'][number],
): ScoredIndicator {
	const entry = catalogue.get(indicator);
	// What the district has switched off is no hole.
	if (!entry || entry.definition.audience === 'internal') {
		return { indicator, weight, score: null, isExempt: true, lost: 0, reading: null };
	}
	const question: FigureQuestion = { index, catalogue, entry, variant: HEADLINE, period, asOfS: null, units: null };
	const reading = readFigure(question, place);
	const score = figureScore(question, place, reading);
	const isExempt = score === null && isNoHole(question, place, reading, isOptional);
	return { indicator, weight, score, isExempt, lost: 0, reading };
}

/** An optional ledger that nobody keeps, a figure of the district asked below it, or one without better and worse. */
function isNoHole({ entry }: FigureQuestion, place: Place, reading: Reading, isOptional: boolean): boolean {
	const { rollUp, light } = entry.definition;
	if (light.kind === 'none' || (rollUp === 'DIR' && place.level !== 'district')) return true;
	return isOptional && reading.status === 'notConnected';
}

/** Divides what a dimension is short of 100 among its indicators; `share` is its part of the index. */
function spreadLoss(dimension: DimensionScore, share: number): void {
	const there = sumOf(dimension.indicators, ({ score, weight }) => (score === null ? 0 : weight));
	for (const each of dimension.indicators) {
		if (each.score !== null) each.lost = (share * each.weight * (100 - each.score)) / there;
	}
	dimension.lost = sumOf(dimension.indicators, ({ lost }) => lost);
}

function deductionsOf({ dimensions }: Scored): Composite['deductions'] {
	return dimensions
		.flatMap(({ dimension, indicators }) =>
			indicators.flatMap(({ indicator, lost, reading }) =>
				reading !== null && lost > 0 ? [{ indicator, dimension, lost, reading }] : [],
			),
		)
		.sort((a, b) => b.lost - a.lost)
		.slice(0, SHOWN_DEDUCTIONS);
}

function sumOf<T>(items: readonly T[], pick: (item: T) => number): number {
	return items.reduce((sum, item) => sum + pick(item), 0);
}

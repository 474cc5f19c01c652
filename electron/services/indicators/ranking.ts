// Ranking of the areas one level down, among peers only (domain.md §2.2): shares by their Wilson bound, counts
// and medians by value, both in the indicator's direction. Areas without a value are listed and not ranked.

import type { z } from 'zod';
import type { RankingOutput } from '../../../shared/contract/schemas/indicators.ts';
import { PEER_GROUPS } from '../../../shared/domain/codes.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import { type AreaBasis, indexOnBasis } from './area-basis.ts';
import type { Place } from './area-tree.ts';
import { levelBelow, placeOfCode, placesAtLevel } from './area-tree.ts';
import type { Catalogue } from './catalogue.ts';
import { HEADLINE } from './catalogue.ts';
import { entryOf } from './compute-readings.ts';
import type { EngineSnapshot } from './event-columns.ts';
import type { FigureQuestion, Reading } from './read-figure.ts';
import { readFigure } from './read-figure.ts';
import { wilsonInterval } from './wilson-interval.ts';

export type Ranking = z.infer<typeof RankingOutput>;
export type RankingRow = Ranking['groups'][number]['rows'][number];

/**
 * Peer groups of the next level down, each in rank order, unranked areas last in official order.
 * @throws GridHelmError E_UNKNOWN_AREA, E_UNKNOWN_INDICATOR
 */
export function computeRanking(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	input: { indicator: string; area: string; period: Period; basis?: AreaBasis | undefined },
): Ranking {
	const index = indexOnBasis(snapshot, input.basis);
	const entry = entryOf(catalogue, input.indicator);
	const above = placeOfCode(index.tree, input.area);
	const level = levelBelow(index.tree, above);
	const asOf = snapshot.asOfS === null ? null : toIso(snapshot.asOfS);
	if (level === null) return { asOf, level: null, groups: [] };
	const places = placesAtLevel(index.tree, level, above);
	const question = { index, catalogue, entry, variant: HEADLINE, period: input.period, asOfS: null, units: null };
	const groups: Ranking['groups'] = [];
	for (const peerGroup of PEER_GROUPS) {
		const peers = places.filter((place) => place.peerGroup === peerGroup);
		if (peers.length === 0) continue;
		groups.push({ peerGroup, rows: rankPlaces(question, peers) });
	}
	return { asOf, level, groups };
}

/** Peers in rank order, those without a value last as given. */
export function rankPlaces(question: FigureQuestion, peers: readonly Place[]): RankingRow[] {
	const value = question.entry.formulas.get(question.variant)?.value;
	const scale = value?.kind === 'ratio' ? value.scale : null;
	const rows = peers.map((place) => toRow(readFigure(question, place), scale));
	return rankRows(rows, question.entry.definition.direction !== 'down');
}

function toRow(reading: Reading, scale: number | null): RankingRow {
	if (scale === null || reading.value === null || reading.num === null || reading.den === null) {
		return { reading, low: null, high: null, rank: null };
	}
	const { low, high } = wilsonInterval(reading.num, reading.den);
	return { reading, low: scale * low, high: scale * high, rank: null };
}

/** What a row is ranked by, larger is better. Where lower is better, the bound of the opposite share counts. */
function meritOf(row: RankingRow, isUp: boolean): number {
	const bound = isUp ? row.low : row.high;
	return (isUp ? 1 : -1) * (bound ?? row.reading.value ?? 0);
}

function rankRows(rows: readonly RankingRow[], isUp: boolean): RankingRow[] {
	const ranked = rows
		.filter(({ reading }) => reading.value !== null)
		.map((row) => ({ row, merit: meritOf(row, isUp) }))
		.sort((a, b) => b.merit - a.merit);
	let rank = 0;
	const inOrder = ranked.map(({ row, merit }, at) => {
		if (merit !== ranked[at - 1]?.merit) rank = at + 1;
		return { ...row, rank };
	});
	return [...inOrder, ...rows.filter(({ reading }) => reading.value === null)];
}

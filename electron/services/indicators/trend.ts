// A figure over time with the middle half of the areas one level down beside it. A gap is a gap, never zero.

import type { z } from 'zod';
import type { TrendOutput } from '../../../shared/contract/schemas/indicators.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { periodsEndingAt } from '../../../shared/domain/period.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import { type AreaBasis, indexOnBasis } from './area-basis.ts';
import { levelBelow, placeOfCode, placesAtLevel } from './area-tree.ts';
import { toPoint } from './board.ts';
import type { Catalogue } from './catalogue.ts';
import { HEADLINE } from './catalogue.ts';
import { entryOf } from './compute-readings.ts';
import type { EngineSnapshot } from './event-columns.ts';
import { quantileOf } from './quantile.ts';
import { readFigure } from './read-figure.ts';

export type Trend = z.infer<typeof TrendOutput>;

/** Fewer areas with a value than this have no middle half. */
const FEWEST_PEERS = 4;

/**
 * `count` periods ending with the given one, oldest first.
 * @throws GridHelmError E_UNKNOWN_AREA, E_UNKNOWN_INDICATOR
 */
export function computeTrend(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	input: { indicator: string; area: string; period: Period; count: number; basis?: AreaBasis | undefined },
): Trend {
	const index = indexOnBasis(snapshot, input.basis);
	const entry = entryOf(catalogue, input.indicator);
	const place = placeOfCode(index.tree, input.area);
	const peerLevel = levelBelow(index.tree, place);
	const peers = peerLevel === null ? [] : placesAtLevel(index.tree, peerLevel, place);
	const points: Trend['points'] = [];
	const bands: Trend['peers'] = [];
	for (const period of periodsEndingAt(input.period, input.count)) {
		const question = { index, catalogue, entry, variant: HEADLINE, period, asOfS: null, units: null };
		points.push(toPoint(readFigure(question, place)));
		const values = peers.map((peer) => readFigure(question, peer).value).filter((value) => value !== null);
		const isEnough = values.length >= FEWEST_PEERS;
		const quartile = (share: number): number | null => (isEnough ? quantileOf(Float64Array.from(values), share) : null);
		bands.push({ period: period.code, q1: quartile(0.25), q3: quartile(0.75) });
	}
	return { asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS), points, peers: bands, peerLevel };
}

// The study's hypotheses (domain.md §5.5, resources/hypotheses.json) looked at across areas: does a cause in one period
// rank the areas as its effect does one or two periods later. Only with enough areas, and never more than a clue.

import type { z } from 'zod';
import hypotheses from '../../../../resources/hypotheses.json' with { type: 'json' };
import type { CorrelationsOutput } from '../../../../shared/contract/schemas/guards.ts';
import type { ReadingLevel } from '../../../../shared/domain/codes.ts';
import type { Period } from '../../../../shared/domain/period.ts';
import { shiftPeriod } from '../../../../shared/domain/period.ts';
import { toIso } from '../../../../shared/domain/shanghai-time.ts';
import { type AreaTree, type Place, placesAtLevel } from '../area-tree.ts';
import { type Catalogue, HEADLINE } from '../catalogue.ts';
import type { EngineSnapshot } from '../event-columns.ts';
import { type EventIndex, eventIndexOf } from '../event-index.ts';
import { readFigure } from '../read-figure.ts';
import { rankCorrelation } from './rank-correlation.ts';

type Correlations = z.infer<typeof CorrelationsOutput>;
type Pair = Correlations['pairs'][number];

/** Every hypothesis at every lag; the effect in the period asked for, the cause before it. */
export function listCorrelations(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	input: { period: Period; level?: ReadingLevel | undefined },
): Correlations {
	const index = eventIndexOf(snapshot);
	const level = input.level ?? widestLevel(index.tree);
	const root = index.tree.places[0];
	const places = root ? placesAtLevel(index.tree, level, root).filter(({ isActive }) => isActive) : [];
	const values = makeValues(index, catalogue, places);
	const pairs = hypotheses.pairs.flatMap(({ cause, effect }) =>
		hypotheses.lags.map((lag): Pair => {
			const causes = values(cause, shiftPeriod(input.period, -lag));
			const effects = values(effect, input.period);
			return { cause, effect, lag, ...correlate(causes, effects) };
		}),
	);
	return { asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS), level, caveat: hypotheses.caveat, pairs };
}

/** The widest level with enough areas; grids where none has. */
function widestLevel(tree: AreaTree): ReadingLevel {
	const root = tree.places[0];
	const isEnough = (level: ReadingLevel): boolean =>
		root !== undefined && placesAtLevel(tree, level, root).length >= hypotheses.smallestSample;
	return (['town', 'village'] as const).find(isEnough) ?? 'grid';
}

type Values = readonly (number | null)[] | null;

/** Values of all places by indicator and period, each read once; null where it is not connected at all. */
function makeValues(
	index: EventIndex,
	catalogue: Catalogue,
	places: readonly Place[],
): (code: string, period: Period) => Values {
	const kept = new Map<string, Values>();
	return (code, period) => {
		const key = `${code}/${period.code}`;
		const known = kept.get(key);
		if (known !== undefined) return known;
		const entry = catalogue.get(code);
		const readings = entry
			? places.map((place) =>
					readFigure({ index, catalogue, entry, variant: HEADLINE, period, asOfS: null, units: null }, place),
				)
			: [];
		const isConnected = readings.some(({ status }) => status !== 'notConnected');
		const found = isConnected ? readings.map(({ value }) => value) : null;
		kept.set(key, found);
		return found;
	};
}

function correlate(causes: Values, effects: Values): Pick<Pair, 'n' | 'rho' | 'low' | 'high' | 'status'> {
	const nothing = { n: 0, rho: null, low: null, high: null };
	if (causes === null || effects === null) return { ...nothing, status: 'notConnected' };
	const pairs: [number, number][] = [];
	causes.forEach((cause, at) => {
		const effect = effects[at];
		if (cause !== null && effect !== null && effect !== undefined) pairs.push([cause, effect]);
	});
	const n = pairs.length;
	if (n < hypotheses.smallestSample) return { ...nothing, n, status: 'tooFew' };
	return { n, status: 'ok', ...(rankCorrelation(pairs) ?? { rho: null, low: null, high: null }) };
}

// 结构调整后: what a share would be if every area had the class mix of the whole (direct standardisation by first-level
// class). Classes that an area does not have are left out and the coverage says so.

import type { z } from 'zod';
import type { StandardisedOutput } from '../../../../shared/contract/schemas/guards.ts';
import type { Period } from '../../../../shared/domain/period.ts';
import { toIso } from '../../../../shared/domain/shanghai-time.ts';
import { levelBelow, type Place, placeOfCode, placesAtLevel } from '../area-tree.ts';
import { type Catalogue, HEADLINE } from '../catalogue.ts';
import { entryOf } from '../compute-readings.ts';
import type { EngineSnapshot } from '../event-columns.ts';
import { eventIndexOf } from '../event-index.ts';
import type { PartSide } from '../explain/decompose-change.ts';
import { eventParts } from '../explain/event-parts.ts';
import { measureOf } from '../explain/figure-measure.ts';
import type { FigureQuestion } from '../read-figure.ts';
import { readFigure } from '../read-figure.ts';
import { entryInForce } from '../settings/definition-version.ts';

/** Below this part of the whole the adjusted share says nothing. */
const LEAST_COVERAGE = 0.5;

/** Share of `parts` by the weights of `whole`; null where too little of the whole is covered. */
export function standardise(
	parts: ReadonlyMap<string, PartSide>,
	whole: ReadonlyMap<string, PartSide>,
	scale: number,
): { value: number | null; coverage: number } {
	let all = 0;
	let covered = 0;
	let sum = 0;
	for (const [key, { den: weight }] of whole) {
		all += weight ?? 0;
		const part = parts.get(key);
		if (!part?.den || !weight) continue;
		covered += weight;
		sum += (weight * part.num) / part.den;
	}
	const coverage = all === 0 ? 0 : covered / all;
	return { value: covered > 0 && coverage >= LEAST_COVERAGE ? (scale * sum) / covered : null, coverage };
}

/** Scale of a figure that is a share of events; null for any other. */
export function eventShareScale(question: FigureQuestion, place: Place): number | null {
	const formula = question.entry.formulas.get(question.variant);
	if (!formula || 'dataset' in formula) return null;
	const reading = readFigure(question, place);
	const measure = measureOf(question.entry, question.variant, reading, reading);
	return measure?.kind === 'share' ? measure.scale : null;
}

/**
 * The areas one level down, as they are and with the class mix of the area asked for.
 * @throws GridHelmError E_UNKNOWN_AREA, E_UNKNOWN_INDICATOR
 */
export function listStandardised(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	input: { indicator: string; area: string; period: Period },
): z.infer<typeof StandardisedOutput> {
	const index = eventIndexOf(snapshot);
	const entry = entryInForce(entryOf(catalogue, input.indicator), input.period);
	const place = placeOfCode(index.tree, input.area);
	const question = { index, catalogue, entry, variant: HEADLINE, period: input.period, asOfS: null, units: null };
	const level = levelBelow(index.tree, place);
	const scale = eventShareScale(question, place);
	const whole = readFigure(question, place);
	const head = { asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS), level, whole };
	if (scale === null || level === null) return { ...head, status: scale === null ? 'notDivisible' : 'ok', rows: [] };
	const weights = eventParts(question, place, 'category');
	const rows = placesAtLevel(index.tree, level, place).map((each) => {
		const reading = readFigure(question, each);
		const { value, coverage } = standardise(eventParts(question, each, 'category'), weights, scale);
		// Too few cases stay too few, whatever they are weighed by.
		return { reading, standardised: reading.value === null ? null : value, coverage };
	});
	return { ...head, status: 'ok', rows };
}

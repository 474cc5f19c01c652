// The score of one reading: which number its light is judged by, and by what rule.

import type { Place } from '../area-tree.ts';
import { type FigureQuestion, type Reading, readFigure } from '../read-figure.ts';
import { scoreInBand, scoreOf } from './score-figure.ts';

/** Score of a figure, 0 to 100; null where it has no value or its definition knows no better and worse. */
export function figureScore(question: FigureQuestion, place: Place, reading: Reading): number | null {
	const { light } = question.entry.definition;
	if (reading.value === null || light.kind === 'none') return null;
	if (light.kind === 'value') return scoreOf(reading.value, light.target, light.warning);
	if (light.kind === 'band') return scoreInBand(reading.value, light);
	const whole = question.catalogue.get(light.of);
	if (!whole) return null;
	const { value } = readFigure({ ...question, entry: whole }, place);
	if (value === null) return null;
	return scoreOf(value === 0 ? 0 : (100 * reading.value) / value, light.target, light.warning);
}

// The score of one reading: which number its light is judged by, and by what rule.

import { type Place, placesAtLevel } from '../area-tree.ts';
import { HEADLINE } from '../catalogue.ts';
import { type FigureQuestion, type Reading, readFigure } from '../read-figure.ts';
import { scoreInBand, scoreOf } from './score-figure.ts';

/** Score of a figure, 0 to 100; null where it has no value or its definition knows no better and worse. */
export function figureScore(question: FigureQuestion, place: Place, reading: Reading): number | null {
	const { light } = question.entry.definition;
	if (reading.value === null || light.kind === 'none') return null;
	if (light.kind === 'value') return scoreOf(reading.value, light.target, light.warning);
	if (light.kind === 'band') return scoreInBand(reading.value, light);
	const whole = light.kind === 'shareOf' ? countOf(question, place, light.of) : gridsInside(question, place);
	if (whole === null) return null;
	return scoreOf(whole === 0 ? 0 : (100 * reading.value) / whole, light.target, light.warning);
}

function countOf(question: FigureQuestion, place: Place, code: string): number | null {
	const entry = question.catalogue.get(code);
	return entry ? readFigure({ ...question, entry, variant: HEADLINE }, place).value : null;
}

/** Base and dedicated grids in use inside a place. */
function gridsInside({ index }: FigureQuestion, place: Place): number {
	return placesAtLevel(index.tree, 'grid', place).filter(({ isActive }) => isActive).length;
}

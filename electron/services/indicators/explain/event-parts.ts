// One figure of events divided by a delivered word: its first-level class, its source or its lead unit. Counts exactly
// the rows that the figure counts.

import { UNMAPPED_CATEGORY } from '../../../../shared/domain/codes.ts';
import { describeCategory, describeSource } from '../../exports/dictionaries.ts';
import type { Place } from '../area-tree.ts';
import { compileFormula } from '../compile-formula.ts';
import type { EventIndex } from '../event-index.ts';
import { windowOf } from '../figure-tally.ts';
import type { FigureQuestion } from '../read-figure.ts';
import { formulaOf, questionInForce } from '../read-figure.ts';
import { visitCounted } from '../visit-counted.ts';
import type { PartSide } from './decompose-change.ts';

export type EventDivision = 'category' | 'source' | 'unit';

/** Key of events that carry no word at all. */
const NO_WORD = '';
const UNMAPPED_GROUP = UNMAPPED_CATEGORY.slice(0, 2);

/** Numerator and denominator (null for counts) of each part that has rows, by key. */
export function eventParts(question: FigureQuestion, place: Place, division: EventDivision): Map<string, PartSide> {
	const { index, entry, variant, period, asOfS } = questionInForce(question);
	const formula = formulaOf(entry, variant);
	const compiled = compileFormula(formula, index, windowOf(index, period, asOfS));
	const { isHit } = compiled;
	const { column, keys } = dividedBy(index, division);
	const counted = new Uint32Array(keys.length);
	const hits = new Uint32Array(keys.length);
	visitCounted(compiled, index, place, (row) => {
		const id = column[row] as number;
		counted[id] = (counted[id] as number) + 1;
		if (isHit?.(row)) hits[id] = (hits[id] as number) + 1;
	});
	const parts = new Map<string, PartSide>();
	for (let id = 0; id < counted.length; id += 1) {
		if (counted[id] === 0) continue;
		const key = keys[id] ?? NO_WORD;
		const side = parts.get(key) ?? { num: 0, den: isHit === null ? null : 0 };
		side.num += (isHit === null ? counted : hits)[id] as number;
		if (side.den !== null) side.den += counted[id] as number;
		parts.set(key, side);
	}
	return parts;
}

/** The column of a division and the key of each of its ids. */
function dividedBy(
	{ events, snapshot }: EventIndex,
	division: EventDivision,
): { column: Uint16Array | Uint32Array; keys: string[] } {
	const column = division === 'category' ? events.categoryId : division === 'source' ? events.sourceId : events.unitId;
	let largest = 0;
	for (let row = 0; row < column.length; row += 1) largest = Math.max(largest, column[row] as number);
	const keys = Array.from({ length: largest + 1 }, (_, id) => {
		const word = snapshot.dict.get(id);
		if (!word) return NO_WORD;
		if (division === 'category') return (word.code ?? UNMAPPED_CATEGORY).slice(0, 2);
		return word.code ?? word.raw;
	});
	return { column, keys };
}

/** What a key is called. */
export function partName(key: string, division: EventDivision): { zh: string; en: string } {
	if (key === NO_WORD) return { zh: '未填', en: 'not stated' };
	if (division === 'unit') return { zh: key, en: key };
	if (division === 'source') {
		const known = describeSource(key);
		return { zh: known?.zh ?? key, en: known?.en ?? key };
	}
	if (key === UNMAPPED_GROUP) return { zh: '未分类', en: 'Unclassified' };
	const known = describeCategory(`${key}01`);
	return { zh: known?.groupZh ?? key, en: known?.groupEn ?? key };
}

// In how many of the ten fields of the work each grid had an event (domain.md, DF07), and what that is above the grid:
// the mean of the grids, each times its households.

import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { EventIndex } from './event-index.ts';
import { gridSpansOf } from './ledger-grids.ts';
import { populationAt } from './ledger-population.ts';

/** First-level classes that are fields of the work. */
const FIELDS = ['01', '02', '03', '04', '05', '06', '07', '08', '10', '11'];

/** Fields of each grid, and running totals before each place of fields and of ten, times households. */
export interface FieldTally {
	kind: 'fields';
	fields: Uint8Array;
	num: Float64Array;
	den: Float64Array;
}

/** Counts the fields of the rows that count; households are those of `tS` (epoch seconds). */
export function countFields(index: EventIndex, rows: Uint32Array, tS: number): FieldTally {
	const { tree, place, snapshot, events } = index;
	const bitOf = new Uint16Array(65_536);
	for (const [id, { code }] of snapshot.dict) {
		const at = code === null ? -1 : FIELDS.indexOf(code.slice(0, 2));
		if (at >= 0 && id < bitOf.length) bitOf[id] = 1 << at;
	}
	const met = new Uint16Array(tree.places.length);
	for (let position = 0; position < rows.length; position += 1) {
		const row = rows[position] as number;
		const at = place[row] as number;
		met[at] = (met[at] as number) | (bitOf[events.categoryId[row] as number] as number);
	}
	const fields = Uint8Array.from(met, countBits);
	const households = populationAt(index, 'households', tS);
	const num = new Float64Array(tree.places.length + 1);
	const den = new Float64Array(tree.places.length + 1);
	const { asOfS } = snapshot;
	// As now, the grids of today are what is weighed.
	const isInForce = compileGridInForce(index, dayOf(index.placeNow && asOfS !== null ? asOfS : tS));
	for (const { place: at, level } of tree.places) {
		const weight = level === 'grid' && isInForce(at) ? (households[at] ?? 0) : 0;
		num[at + 1] = (num[at] as number) + weight * (fields[at] as number);
		den[at + 1] = (den[at] as number) + weight * FIELDS.length;
	}
	return { kind: 'fields', fields, num, den };
}

/** By place number: a grid in force on the day; by whether it is in use where nothing tells of days. */
function compileGridInForce(index: EventIndex, day: number): (place: number) => boolean {
	const { tree, snapshot } = index;
	if (!snapshot.ledgers?.rows('grid')) return (place) => tree.places[place]?.isActive === true;
	const { from, to } = gridSpansOf(index);
	return (place) => day >= (from[place] as number) && day < (to[place] as number);
}

/** Fields and ten of a grid; above it both times the households of the grids inside. */
export function fieldsInside(
	{ fields, num, den }: FieldTally,
	{ place, lastPlace, level }: { place: number; lastPlace: number; level: string },
): { num: number; den: number } {
	if (level === 'grid') return { num: fields[place] as number, den: FIELDS.length };
	const between = (totals: Float64Array): number => (totals[lastPlace + 1] as number) - (totals[place] as number);
	return { num: between(num), den: between(den) };
}

function countBits(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
	return count;
}

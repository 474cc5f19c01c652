// Residents and households of areas at t (figures.md): the newest pop_aggregate row not after t, else the area's own
// column, else the sum of its children if every one has it, else none.

import { childrenOf } from './area-tree.ts';
import type { EngineArea } from './event-columns.ts';
import type { EventIndex } from './event-index.ts';
import { numberOf, startOf } from './ledger-window.ts';

export type PopulationField = 'households' | 'residents';

const COLUMNS: Record<PopulationField, { row: string; own: (area: EngineArea) => number | null }> = {
	households: { row: 'households', own: (area) => area.households },
	residents: { row: 'pop_resident', own: (area) => area.popResident },
};

const MOMENTS_KEPT = 64;
const kept = new WeakMap<EventIndex, Map<string, (number | null)[]>>();

/** By place number at an instant (epoch seconds); null is "not delivered", never 0. */
export function populationAt(index: EventIndex, field: PopulationField, tS: number): readonly (number | null)[] {
	const key = `${field}/${tS}`;
	let ofIndex = kept.get(index);
	if (!ofIndex) {
		ofIndex = new Map();
		kept.set(index, ofIndex);
	}
	let found = ofIndex.get(key);
	if (!found) {
		found = readPopulation(index, field, tS);
		if (ofIndex.size >= MOMENTS_KEPT) ofIndex.delete(ofIndex.keys().next().value ?? '');
		ofIndex.set(key, found);
	}
	return found;
}

function readPopulation(index: EventIndex, field: PopulationField, tS: number): (number | null)[] {
	const { tree, snapshot } = index;
	const stated = statedAt(index, field, tS);
	const micro = new Map<number, (number | null)[]>();
	const own = new Map<number, number | null>();
	for (const area of snapshot.areas) {
		const place = tree.placeByAreaId.get(area.areaId);
		if (place === undefined) continue;
		const value = stated.get(area.areaId) ?? COLUMNS[field].own(area);
		if (area.level !== 'microGrid') own.set(place, value);
		else if (area.isActive) micro.set(place, [...(micro.get(place) ?? []), value]);
	}
	const values: (number | null)[] = new Array(tree.places.length).fill(null);
	// Children stand after their parent, so from the end every child is known before its parent asks.
	for (let number = tree.places.length - 1; number >= 0; number -= 1) {
		const place = tree.places[number];
		if (!place) continue;
		const parts = childrenOf(tree, place)
			.filter((child) => child.isActive)
			.map((child) => values[child.place] ?? null)
			.concat(micro.get(number) ?? []);
		values[number] = own.get(number) ?? sumOf(parts);
	}
	return values;
}

/** By area id: the newest row not after t that has the field. */
function statedAt(index: EventIndex, field: PopulationField, tS: number): Map<number, number> {
	const stated = new Map<number, number>();
	const rows = index.snapshot.ledgers?.rows('pop_aggregate');
	const column = rows?.column(COLUMNS[field].row);
	const asOf = rows?.column('as_of_on');
	if (!rows || !column || !asOf) return stated;
	const amountOf = numberOf(column);
	const atOf = startOf('as_of_on', asOf);
	const newest = new Map<number, number>();
	for (let row = 0; row < rows.length; row += 1) {
		const atS = atOf(row);
		const value = amountOf(row);
		const areaId = rows.areaId[row] as number;
		if (Number.isNaN(value) || areaId === 0 || !(atS <= tS) || atS < (newest.get(areaId) ?? -1)) continue;
		newest.set(areaId, atS);
		stated.set(areaId, value);
	}
	return stated;
}

function sumOf(parts: readonly (number | null)[]): number | null {
	if (parts.length === 0) return null;
	let sum = 0;
	for (const part of parts) {
		if (part === null) return null;
		sum += part;
	}
	return sum;
}

// Residents of an area (figures.md): its own column, else the sum of its children if every one has it, else none.

import type { AreaTree, Place } from './area-tree.ts';
import { childrenOf } from './area-tree.ts';

/** Residents by place number; null is "not delivered", never 0. */
export function readPopulations(tree: AreaTree): (number | null)[] {
	const populations: (number | null)[] = new Array(tree.places.length).fill(null);
	// Children stand after their parent, so from the end every child is known before its parent asks.
	for (let number = tree.places.length - 1; number >= 0; number -= 1) {
		const place = tree.places[number];
		if (place) populations[number] = place.popResident ?? sumOfChildren(tree, place, populations);
	}
	return populations;
}

function sumOfChildren(tree: AreaTree, place: Place, populations: readonly (number | null)[]): number | null {
	const parts = childrenOf(tree, place)
		.filter((child) => child.isActive)
		.map((child) => populations[child.place] ?? null)
		.concat(place.microPopulations);
	if (parts.length === 0) return null;
	let sum = 0;
	for (const part of parts) {
		if (part === null) return null;
		sum += part;
	}
	return sum;
}

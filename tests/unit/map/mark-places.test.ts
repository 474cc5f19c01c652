// Marks that lie on each other part; marks that stand alone do not move.

import { describe, expect, it } from 'vitest';
import { separateMarks } from '../../../renderer/map/mark-places.ts';

describe('separateMarks', () => {
	it('parts two marks on the same spot by their width', () => {
		const [first, second] = separateMarks(
			[
				{ x: 100, y: 100 },
				{ x: 100, y: 100 },
			],
			20,
			20,
		);
		expect(Math.hypot((second?.x ?? 0) - (first?.x ?? 0), (second?.y ?? 0) - (first?.y ?? 0))).toBeCloseTo(20, 5);
	});

	it('leaves marks alone that do not touch', () => {
		const places = [
			{ x: 10, y: 10 },
			{ x: 60, y: 10 },
		];
		expect(separateMarks(places, 20, 20)).toEqual(places);
	});

	it('never moves a mark farther than it may', () => {
		const heap = Array.from({ length: 30 }, () => ({ x: 50, y: 50 }));
		for (const { x, y } of separateMarks(heap, 20, 12)) {
			expect(Math.hypot(x - 50, y - 50)).toBeLessThanOrEqual(12 + 1e-9);
		}
	});
});

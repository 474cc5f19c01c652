// The small-cell rule: nothing below k is shown, and nothing from which it could be worked out.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadSteps } from '../../../electron/services/team/load-steps.ts';
import { foldRare } from '../../../electron/services/team/people-cells.ts';
import { hideSmallCells, SMALLEST_CELL } from '../../../electron/services/team/small-cells.ts';

test('a lone small cell takes the smallest other one with it; nothing stays as it is', () => {
	expect(hideSmallCells([17, 6, 3])).toEqual([
		{ count: 17, hiding: 'none' },
		{ count: null, hiding: 'complement' },
		{ count: null, hiding: 'small' },
	]);
	expect(hideSmallCells([10, 0, 5])).toEqual([10, 0, 5].map((count) => ({ count, hiding: 'none' })));
	expect(hideSmallCells([3])).toEqual([{ count: null, hiding: 'small' }]);
});

test('two small cells that together are still too few take a third', () => {
	expect(hideSmallCells([9, 1, 2, 12]).map(({ hiding }) => hiding)).toEqual(['complement', 'small', 'small', 'none']);
	expect(hideSmallCells([9, 3, 2, 12]).map(({ hiding }) => hiding)).toEqual(['none', 'small', 'small', 'none']);
});

test('whatever the counts: no small one is shown, and what a total leaves is no small one either', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (counts) => {
			const cells = hideSmallCells(counts);
			for (const [at, { count }] of cells.entries()) {
				if (count !== null) expect(count === 0 || count >= SMALLEST_CELL).toBe(true);
				if (count !== null) expect(count).toBe(counts[at]);
			}
			const hidden = counts.filter((_, at) => cells[at]?.count === null);
			const left = hidden.reduce((sum, count) => sum + count, 0);
			const isAllHidden = counts.every((count, at) => count === 0 || cells[at]?.count === null);
			if (hidden.length > 0 && !isAllHidden) {
				expect(hidden.length).toBeGreaterThan(1);
				expect(left).toBeGreaterThanOrEqual(SMALLEST_CELL);
			}
		}),
	);
});

test('steps of load hold everybody, each at least as many as may be shown', () => {
	fc.assert(
		fc.property(fc.array(fc.double({ min: 0, max: 5_000, noNaN: true }), { maxLength: 400 }), (amounts) => {
			const steps = loadSteps(amounts);
			if (amounts.length < SMALLEST_CELL) expect(steps).toEqual([]);
			else expect(steps.reduce((sum, { count }) => sum + count, 0)).toBe(amounts.length);
			for (const [at, { from, to, count }] of steps.entries()) {
				expect(count).toBeGreaterThanOrEqual(SMALLEST_CELL);
				expect(from).toBe(at === 0 ? 0 : steps[at - 1]?.to);
				if (at === steps.length - 1) expect(to).toBeNull();
			}
		}),
	);
});

test('steps of given edges join their neighbour where they are thin', () => {
	const amounts = [100, 200, 210, 220, 230, 240, 300, 300, 300, 300, 300, 700];
	expect(loadSteps(amounts, [0, 150, 250, 350, 500, 600])).toEqual([
		{ from: 0, to: 250, count: 6 },
		{ from: 250, to: null, count: 6 },
	]);
});

test('a reason that only a few gave is not even named', () => {
	expect(
		foldRare([
			['合同到期', 8],
			['搬家', 2],
			['待遇', 1],
		]),
	).toEqual([
		['合同到期', 8],
		['other', 3],
	]);
});

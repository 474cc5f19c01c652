// Splits and merges of grids: parts add up, unknown stays unknown, and what needs or frees a member is said.

import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { sizeAgainst } from '../../../electron/services/team/grid-norm.ts';
import { doOutlinesTouch } from '../../../electron/services/team/outlines-touch.ts';
import { memberFindings, mergeGrids, type PlainGrid, splitGrid } from '../../../electron/services/team/try-grids.ts';

const GRID: PlainGrid = { area: 'a', name: '甲', households: 593, residents: 1449, events: 14, members: 1 };

test('the parts of a split add up to the grid, whatever the share', () => {
	fc.assert(
		fc.property(fc.nat(2_000), fc.nat(5_000), fc.integer({ min: 5, max: 95 }), (households, residents, share) => {
			const [first, second] = splitGrid({ ...GRID, households, residents }, share / 100);
			expect((first.households ?? Number.NaN) + (second.households ?? Number.NaN)).toBe(households);
			expect((first.residents ?? Number.NaN) + (second.residents ?? Number.NaN)).toBe(residents);
		}),
	);
});

test('each part of a split has a member; more than there are must be hired', () => {
	const parts = splitGrid(GRID, 0.5);
	expect(parts.map(({ members }) => members)).toEqual([1, 1]);
	expect(memberFindings([GRID], parts, 500)).toEqual(['needsMember']);
	const two = { ...GRID, members: 2 };
	expect(memberFindings([two], splitGrid(two, 0.5), 500)).toEqual([]);
	expect(splitGrid({ ...GRID, members: 3 }, 0.7).map(({ members }) => members)).toEqual([2, 1]);
	expect(splitGrid({ ...GRID, members: null }, 0.5).map(({ members }) => members)).toEqual([null, null]);
});

test('a merge adds up; what one lacks is not known of both; a spare member is said', () => {
	const small = { ...GRID, name: '乙', households: 150, residents: 400, events: 3 };
	const merged = mergeGrids({ ...small, name: '丙' }, small);
	expect(merged).toMatchObject({ households: 300, residents: 800, events: 6, members: 2, name: '丙 + 乙' });
	expect(memberFindings([small, small], [merged], 500)).toEqual(['freesMember']);
	expect(mergeGrids(small, { ...small, households: null }).households).toBeNull();
	expect(memberFindings([GRID, GRID], [mergeGrids(GRID, GRID)], 500)).toEqual(['needsMember']);
	expect(memberFindings([{ ...small, members: null }], [{ ...merged, members: null }], 500)).toEqual([]);
});

test('both ends of the norm are within it; kinds without a norm are not judged', () => {
	const norm = { urbanBase: [300, 500] as [number, number], ruralBase: null, dedicated: null };
	expect([299, 300, 500, 501].map((count) => sizeAgainst(norm, 'urbanBase', count))).toEqual([
		'below',
		'within',
		'within',
		'above',
	]);
	expect(sizeAgainst(norm, 'urbanBase', null)).toBe('unknown');
	expect(sizeAgainst(norm, 'ruralBase', 10)).toBe('notJudged');
});

const square = (west: number, south: number, size = 0.01): Polygon => ({
	type: 'Polygon',
	coordinates: [
		[
			[west, south],
			[west + size, south],
			[west + size, south + size],
			[west, south + size],
			[west, south],
		],
	],
});

test('outlines touch along a border, not at a corner alone and not across a gap', () => {
	expect(doOutlinesTouch(square(120, 30), square(120.01, 30))).toBe(true);
	// Half as long a side, in the middle of the other's.
	expect(doOutlinesTouch(square(120, 30), square(120.01, 30.0025, 0.005))).toBe(true);
	expect(doOutlinesTouch(square(120, 30), square(120.01, 30.01))).toBe(false);
	expect(doOutlinesTouch(square(120, 30), square(120.0102, 30))).toBe(false);
});

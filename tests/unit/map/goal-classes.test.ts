// Classes fixed at the targets, and classes of equal width or over several periods.

import { expect, test } from 'vitest';
import { classBreaks } from '../../../renderer/map/class-breaks.ts';
import { goalClasses } from '../../../renderer/map/goal-classes.ts';

const values = new Map<string, number | null>([
	['a', 0],
	['b', 1],
	['c', 2],
	['d', 11],
	['e', null],
]);

test('areas are counted by their light; without a value they are hatched', () => {
	const { classes, fillByArea } = goalClasses(
		new Map([
			['a', 'green'],
			['b', 'red'],
			['c', 'green'],
			['d', null],
			['e', 'none'],
		] as const),
	);
	expect(classes).toEqual([
		{ light: 'missing', count: 1 },
		{ light: 'none', count: 1 },
		{ light: 'green', count: 2 },
		{ light: 'red', count: 1 },
	]);
	expect([...fillByArea.values()]).toEqual([1, 3, 1, -1, 0]);
});

test('equal classes are as wide as each other; zero and no data stay apart, empty classes are said', () => {
	const { classes, rampByArea } = classBreaks(values, 0, { method: 'equal' });
	expect(classes.map(({ ramp, from, to, count }) => [ramp, from, to, count])).toEqual([
		[-1, null, null, 1],
		[0, 0, 0, 1],
		[1, null, 3, 2],
		[2, 3, 5, 0],
		[3, 5, 7, 0],
		[4, 7, 9, 0],
		[5, 9, null, 1],
	]);
	expect(rampByArea.get('d')).toBe(5);
});

test('bounds over several periods are the same in each, counts are those of the one shown', () => {
	const pool = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
	const one = classBreaks(new Map([['a', 1]]), 0, { pool });
	const two = classBreaks(new Map([['a', 9]]), 0, { pool });
	expect(one.classes.map(({ from, to }) => [from, to])).toEqual(two.classes.map(({ from, to }) => [from, to]));
	expect(one.classes.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0]);
	expect(two.classes.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1]);
});

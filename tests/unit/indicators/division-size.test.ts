// The cut of a grid against the norm of an urban base grid: others are not judged, and nothing delivered is unknown.

import { expect, test } from 'vitest';
import { basisOf, sizeOf } from '../../../electron/services/indicators/pages/division.ts';

test.each([
	[299, 'below'],
	[300, 'within'],
	[500, 'within'],
	[501, 'above'],
	[null, 'unknown'],
] as const)('%s households of an urban base grid are %s', (households, size) => {
	expect(sizeOf(households, 'base', 'urban')).toBe(size);
});

test('rural and dedicated grids follow a rule of their own', () => {
	expect(sizeOf(20, 'dedicated', 'urban')).toBe('notJudged');
	expect(sizeOf(200, 'base', 'rural')).toBe('notJudged');
});

test('a basis may be several, in the order territory, geography, management', () => {
	expect(basisOf('MT')).toEqual(['T', 'M']);
	expect(basisOf('')).toEqual([]);
});

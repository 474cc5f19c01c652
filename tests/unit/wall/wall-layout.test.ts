// The wall's division: unit by height, no card over a seam.

import { describe, expect, it } from 'vitest';
import { wallLayout } from '../../../renderer/wall/wall-layout.ts';

describe('wallLayout', () => {
	it.each([
		[1920, 1080, 'single', 10, []],
		[3840, 1080, 'double', 10, [1920]],
		[3840, 2160, 'single', 20, []],
		[7680, 2160, 'double', 20, [3840]],
		[5760, 1080, 'triple', 10, [1920, 3840]],
	])('%s × %s is %s', (width, height, shape, unitPx, seams) => {
		expect(wallLayout(width, height)).toEqual({ shape, unitPx, seams });
	});

	it('takes the width where a wall is narrower than 16:9', () => {
		expect(wallLayout(1024, 768).unitPx).toBeCloseTo(1024 / 192, 5);
	});
});

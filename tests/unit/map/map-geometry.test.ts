// Small pure parts of the map: keys over the ground, the scale bar, the hatch.

import { describe, expect, it } from 'vitest';
import { nextAreaIn } from '../../../renderer/map/area-steps.ts';
import { drawHatch } from '../../../renderer/map/hatch-image.ts';
import { scaleBarFor } from '../../../renderer/map/scale-bar.ts';

describe('nextAreaIn', () => {
	const areas = [
		{ code: 'west', point: [120.9, 29.4] },
		{ code: 'east', point: [121.1, 29.41] },
		{ code: 'farEast', point: [121.3, 29.4] },
		{ code: 'north', point: [121.01, 29.6] },
	] as const;

	it('takes the nearest area ahead', () => {
		expect(nextAreaIn('right', [121, 29.4], areas)).toBe('east');
		expect(nextAreaIn('left', [121, 29.4], areas)).toBe('west');
		expect(nextAreaIn('up', [121, 29.4], areas)).toBe('north');
	});

	it('finds none where there is none', () => {
		expect(nextAreaIn('down', [121, 29.4], areas)).toBeNull();
	});
});

describe('scaleBarFor', () => {
	it.each([
		[50, 90, 2000, 40],
		[60, 90, 5000, 83.3],
		[11.2, 90, 1000, 89.3],
		[0.5, 90, 20, 40],
	])('%s m a pixel in %s px is %s m', (metresPerPx, maxPx, metres, widthPx) => {
		const bar = scaleBarFor(metresPerPx, maxPx);
		expect(bar.metres).toBe(metres);
		expect(bar.widthPx).toBeCloseTo(widthPx, 1);
	});
});

describe('drawHatch', () => {
	it.each([1, 2] as const)('tiles without a seam and holds both colours at ratio %s', (pixelRatio) => {
		const { width, height, data } = drawHatch('#ff0000', '#0000ff', 1, pixelRatio);
		expect(data).toHaveLength(width * height * 4);
		const red = (x: number, y: number) => data[((y % height) * width + (x % width)) * 4] ?? 0;
		for (let step = 0; step < 3 * width; step += 1) expect(red(step, 0)).toBe(red(0, step));
		const row = Array.from({ length: width }, (_, x) => red(x, 0));
		expect(Math.max(...row)).toBeGreaterThan(180);
		expect(Math.min(...row)).toBe(0);
	});
});

// Whatever the seed and the number of grids, the sample district is tiled without gap, overlap or crossing.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeDistrict } from '../../../electron/services/sample/make-district.ts';
import type { Polygons } from '../../../electron/services/sample/region-outlines.ts';
import { brokenRings, crossings, looseSides } from '../../unit/sample/tiling.ts';

it('tiles the district for any seed', { timeout: 60_000 }, () => {
	fc.assert(
		fc.property(fc.nat(1_000_000), fc.integer({ min: 12, max: 160 }), (seed, gridCount) => {
			const district = makeDistrict({ seed, gridCount });
			const main = district.grids.slice(0, district.mainGridCount);
			const whole = district.units[0]?.polygons as Polygons;
			expect(main.filter((grid) => grid.kind === 'base')).toHaveLength(gridCount);
			for (const parts of [main, district.villages, district.towns]) {
				expect(
					looseSides(
						parts.map((part) => part.polygons),
						whole,
					),
				).toEqual({ doubled: 0, loose: 0 });
			}
			const all = [...district.units, ...district.grids].map((item) => item.polygons);
			expect(brokenRings(all)).toEqual([]);
			expect(crossings(all)).toBe(0);
		}),
		{ numRuns: 8, seed: 20_261_123 },
	);
});

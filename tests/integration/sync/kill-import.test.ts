// Kill -9 at random moments of an import, and the nth write failing for real: the cache holds the old data or the new,
// never a mix, and the next import ends the same as an undisturbed one. The long forms: npm run soak.

import { describe, expect, it } from 'vitest';
import {
	countWrites,
	failWrite,
	killAtRandom,
	makeRandom,
	prepareDisturbed,
	whyNoFailingWrites,
} from '../../support/kill-rounds.ts';
import { makeFolder } from './made-cache.ts';

const KILLS = 10;
const noStrace = whyNoFailingWrites();
if (noStrace !== null) console.log(`Failing writes are not tested: ${noStrace}.`);

describe('an import that is disturbed', () => {
	it('by a kill leaves the old data or the new, and the next one ends the same', { timeout: 260_000 }, async () => {
		const folder = makeFolder();
		let keptOld = 0;
		for (const [index, one] of (await prepareDisturbed(folder)).entries()) {
			keptOld += await killAtRandom(one, folder, KILLS / 2, 20_261_124 + index);
		}
		// A run in which nothing was interrupted would prove nothing.
		expect(keptOld).toBeGreaterThan(0);
	});

	it.skipIf(noStrace !== null)(
		'by a write that fails, once or from then on, likewise, and says so in words',
		{ timeout: 260_000 },
		async () => {
			const folder = makeFolder();
			const random = makeRandom(20_261_125);
			let keptOld = 0;
			const [first, later] = await prepareDisturbed(folder);
			if (!first || !later) throw new Error('two imports to disturb');
			const writes = await countWrites(later, folder);
			expect(writes).toBeGreaterThan(20);
			const somewhere = () => 4 + Math.floor(random() * (writes - 4));
			for (const [one, n, fault] of [
				[first, 1, 'EIO'],
				[first, 2, 'ENOSPC'],
				[first, 3, 'EIO'],
				[later, somewhere(), 'EIO'],
				[later, somewhere(), 'ENOSPC'],
				[later, writes, 'EIO'],
			] as const) {
				if (await failWrite(one, folder, n, fault)) keptOld += 1;
			}
			expect(keptOld).toBeGreaterThan(0);
		},
	);
});

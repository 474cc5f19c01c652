// A slice of `npm run fuzz`: the same inputs to every parser, for a quarter of a minute at most.

import { expect, test } from 'vitest';
import { runFuzz } from '../../support/fuzz-run.ts';

test('spoilt files, cells and geometries end in words or rows', { timeout: 60_000 }, async () => {
	const report = await runFuzz({ inputs: 20_000, seconds: 15, seed: 20261123 });
	console.log(`fuzz: ${report.inputs} inputs, ${report.files} whole files, slowest ${Math.round(report.slowestMs)} ms`);
	expect(report.faults).toEqual([]);
	expect(report.inputs).toBeGreaterThan(100);
});

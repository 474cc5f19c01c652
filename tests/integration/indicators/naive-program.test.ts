// The engine against a separate naive program on random messy districts, at all levels and kinds of period,
// under three time zones (issue 2 §5, quality.md T1).

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const script = join(import.meta.dirname, '../../support/compare-figures.ts');

describe('figures recomputed by a naive program', () => {
	it.each([
		['UTC', ['1', '2']],
		['Asia/Shanghai', ['3', '4']],
		['America/New_York', ['1', '5']],
	])(
		'agree under %s',
		async (zone, seeds) => {
			const { stdout } = await run(process.execPath, [script, ...seeds], { env: { ...process.env, TZ: zone } });
			const result = JSON.parse(stdout);
			expect(result.differences).toEqual([]);
			expect(result.zone).toBe(zone);
			expect(result.compared).toBeGreaterThan(200_000);
		},
		120_000,
	);
});

// `npm run bench`: every speed as a ratio to its reference in the same run; prints a table and writes results.md.
// `-- --quick` runs small and once: it shows that every benchmark still runs and that the answers agree.

import { loadavg } from 'node:os';
import { makeBenchDistrict, makeFullDistrict } from './bench-district.ts';
import type { BenchResult, SkippedBench } from './bench-result.ts';
import { benchBoard } from './board-bench.ts';
import { benchDelta } from './delta-bench.ts';
import { benchFilter } from './filter-bench.ts';
import { benchImport } from './import-bench.ts';
import { benchMap } from './map-bench.ts';
import { benchOpen } from './open-bench.ts';
import { benchWorkbook } from './workbook-bench.ts';
import { tableOf, writeResults } from './write-results.ts';

const isQuick = process.argv.includes('--quick');
/** `--only=P3,P5`: those alone, and results.md stays as it is. */
const chosen = process.argv.find((argument) => argument.startsWith('--only='));
const only = chosen === undefined ? null : new Set(chosen.slice('--only='.length).split(','));
const EVENTS = isQuick ? 20_000 : 1_000_000;

console.log(`district of ${EVENTS.toLocaleString('en')} events`);
const district = await makeBenchDistrict(EVENTS);
const outcomes: (BenchResult | SkippedBench)[] = [];
const loads: number[] = [];
let hasFailed = false;
for (const [name, bench] of [
	['P1', () => benchImport(district, isQuick ? 1 : 5)],
	['P1 xlsx', async () => benchWorkbook(isQuick ? district : await makeBenchDistrict(200_000), isQuick ? 1 : 5)],
	['P2 and P11', () => benchDelta(district, isQuick ? 1 : 5, isQuick ? null : 5 * EVENTS)],
	['P3, P4 and P10', async () => benchBoard(await makeFullDistrict(EVENTS), EVENTS, isQuick ? 1 : 11)],
	['P5', async () => benchFilter(district, isQuick ? null : await makeBenchDistrict(5 * EVENTS), isQuick ? 1 : 15)],
	['P6', () => benchOpen(district, isQuick ? 1 : 5)],
	[
		'P7',
		async () =>
			isQuick
				? benchMap(district, null, 1)
				: benchMap(await makeBenchDistrict(200_000), await makeBenchDistrict(20_000), 7),
	],
] as const) {
	if (only !== null && !name.split(/[ ,]+/).some((code) => only.has(code))) continue;
	const load = loadavg()[0] ?? 0;
	loads.push(load);
	console.log(`${name} (load ${load.toFixed(1)})`);
	const measure = async (): Promise<(BenchResult | SkippedBench)[]> => [await bench()].flat();
	const found = await measure().catch((error: unknown): SkippedBench[] => {
		hasFailed = true;
		const reason = error instanceof Error ? error.message : String(error);
		return [{ code: name, reason: `it failed: ${reason.slice(0, 2_000)}` }];
	});
	for (const outcome of found) {
		console.log(
			'pairs' in outcome
				? `${outcome.code} ${outcome.pairs.ratio.toFixed(3)} (goal ${outcome.goal}): ${outcome.work}`
				: `${outcome.code} not run: ${outcome.reason}`,
		);
		outcomes.push(outcome);
	}
}
console.log(`\n${tableOf(outcomes)}`);

if (!isQuick && only === null) {
	writeResults(outcomes, `${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`);
	for (const outcome of outcomes) {
		if (!('pairs' in outcome) || outcome.pairs.ratio <= outcome.goal) continue;
		hasFailed = true;
		console.log(`${outcome.code} misses its goal: ${outcome.pairs.ratio.toFixed(2)} > ${outcome.goal}`);
	}
}
process.exitCode = hasFailed ? 1 : 0;

// `npm run bench`: every speed as a ratio to its reference in the same run; prints a table and writes results.md.
// `-- --quick` runs small and once: it shows that every benchmark still runs and that the answers agree.

import { writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { makeBenchDistrict, makeFullDistrict } from './bench-district.ts';
import type { BenchResult, SkippedBench } from './bench-result.ts';
import { benchBoard } from './board-bench.ts';
import { benchDelta } from './delta-bench.ts';
import { benchFilter } from './filter-bench.ts';
import { benchImport } from './import-bench.ts';

const isQuick = process.argv.includes('--quick');
/** `--only=P3,P5`: those alone, and results.md stays as it is. */
const chosen = process.argv.find((argument) => argument.startsWith('--only='));
const only = chosen === undefined ? null : new Set(chosen.slice('--only='.length).split(','));
const EVENTS = isQuick ? 20_000 : 1_000_000;

function tableOf(results: readonly BenchResult[]): string {
	const rows = results.map(({ code, work, reference, goal, nextGoals, pairs }) => {
		const spread = `${pairs.lowest.toFixed(2)} – ${pairs.highest.toFixed(2)}`;
		const times = `${Math.round(pairs.oursMs)} / ${Math.round(pairs.referenceMs)} ms`;
		return `| ${code} | ${work} | ${reference} | **${pairs.ratio.toFixed(2)}** | ${spread} (${pairs.count}) | ≤ ${goal}${nextGoals === '' ? '' : `, then ${nextGoals}`} | ${times} |`;
	});
	return [
		'| # | work | reference | ratio | lowest – highest (pairs) | goal | median times, ours / reference |',
		'|---|---|---|---|---|---|---|',
		...rows,
	].join('\n');
}

console.log(`district of ${EVENTS.toLocaleString('en')} events`);
const district = await makeBenchDistrict(EVENTS);
const outcomes: (BenchResult | SkippedBench)[] = [];
for (const [name, bench] of [
	['P1', () => benchImport(district, isQuick ? 1 : 5)],
	['P2', () => benchDelta(district, isQuick ? 1 : 5, isQuick ? null : 5 * EVENTS)],
	['P3 and P4', async () => benchBoard(await makeFullDistrict(EVENTS), EVENTS, isQuick ? 1 : 11)],
	['P5', async () => benchFilter(district, isQuick ? null : await makeBenchDistrict(5 * EVENTS), isQuick ? 1 : 15)],
] as const) {
	if (only !== null && !name.split(' ').some((code) => only.has(code))) continue;
	console.log(name);
	const found = [await bench()].flat();
	for (const outcome of found)
		console.log(
			'pairs' in outcome
				? `${outcome.code} ${outcome.pairs.ratio.toFixed(3)} (goal ${outcome.goal}): ${outcome.work}`
				: `${outcome.code} not run: ${outcome.reason}`,
		);
	outcomes.push(...found);
}
const results = outcomes.filter((outcome): outcome is BenchResult => 'pairs' in outcome);
const skipped = outcomes.filter((outcome): outcome is SkippedBench => 'reason' in outcome);
const notes = [
	...results.map(({ code, notes: lines }) => lines.map((line) => `- ${code}: ${line}`).join('\n')),
	...skipped.map(({ code, reason }) => `- ${code}: not run, ${reason}`),
];
console.log(`\n${tableOf(results)}\n\n${notes.join('\n')}`);

if (!isQuick && only === null) {
	const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`;
	const text = `# Benchmarks

Every speed is a ratio taken side by side in one run: the median over pairs after a warm-up. Absolute times depend on the machine and are not asserted.

- Machine: ${machine}
- Node ${process.versions.node}
- Date: ${new Date().toISOString().slice(0, 10)}

${tableOf(results)}

${notes.join('\n')}
`;
	writeFileSync(join(import.meta.dirname, 'results.md'), text);
	const missed = results.filter(({ pairs, goal }) => pairs.ratio > goal);
	for (const { code, pairs, goal } of missed)
		console.log(`${code} misses its goal: ${pairs.ratio.toFixed(2)} > ${goal}`);
	process.exitCode = missed.length === 0 ? 0 : 1;
}

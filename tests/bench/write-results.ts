// The table of the benchmarks and results.md: a run rewrites its own part and keeps what was written by hand below it.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import type { BenchResult, SkippedBench } from './bench-result.ts';

const RESULTS = join(import.meta.dirname, 'results.md');
/** The first line of the part written by hand. */
const BY_HAND = '## Where the time goes';

/** The figures as a table, their notes and what did not run. */
export function tableOf(outcomes: readonly (BenchResult | SkippedBench)[]): string {
	const results = outcomes.filter((outcome): outcome is BenchResult => 'pairs' in outcome);
	const skipped = outcomes.filter((outcome): outcome is SkippedBench => 'reason' in outcome);
	const rows = results.map(({ code, work, reference, goal, nextGoals, pairs, medians }) => {
		const spread = `${pairs.lowest.toFixed(2)} – ${pairs.highest.toFixed(2)}`;
		const times = medians ?? `${Math.round(pairs.oursMs)} / ${Math.round(pairs.referenceMs)} ms`;
		return `| ${code} | ${work} | ${reference} | **${pairs.ratio.toFixed(2)}** | ${spread} (${pairs.count}) | ≤ ${goal}${nextGoals === '' ? '' : `, then ${nextGoals}`} | ${times} |`;
	});
	const notes = [
		...results.flatMap(({ code, notes: lines }) => lines.map((line) => `- ${code}: ${line}`)),
		...skipped.map(({ code, reason }) => `- ${code}: not run, ${reason}`),
	];
	return [
		'| # | work | reference | ratio | lowest – highest (pairs) | goal | medians, ours / reference |',
		'|---|---|---|---|---|---|---|',
		...rows,
		'',
		...notes,
	].join('\n');
}

/** Rewrites the figures in results.md; `load`: the load of the machine while they were taken. */
export function writeResults(outcomes: readonly (BenchResult | SkippedBench)[], load: string): void {
	const before = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '';
	const from = before.indexOf(BY_HAND);
	const byHand = from < 0 ? `${BY_HAND}\n` : before.slice(from);
	const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}`;
	writeFileSync(
		RESULTS,
		`# Benchmarks

Every speed is a ratio taken side by side in one run: the median over pairs after a warm-up. Absolute times depend on the machine and are not asserted. \`npm run bench\` rewrites this part; what stands under "Where the time goes" is written by hand.

- Machine: ${machine}
- Load while it ran (work waiting for ${cpus().length} processors): ${load}
- Node ${process.versions.node}
- Date: ${new Date().toISOString().slice(0, 10)}

${tableOf(outcomes)}

${byHand}`,
	);
}

// What one Vitest run came to, as a small file for `run-stages.ts`: counts, what failed with its first lines, and how
// long each file took. Vitest's own JSON leaves out what failed in a hook. Must not print.

import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

const PROJECT = new URL('../..', import.meta.url).pathname;
const SHOWN_LINES = 12;

/** Counts of tests; a hook or a file that fails outside its tests counts as one failure. */
export interface RunReport {
	passed: number;
	failed: number;
	skipped: number;
	failures: string[];
	/** Seconds by file. */
	seconds: [file: string, seconds: number][];
}

interface Fault {
	message: string;
	stack?: string;
	diff?: string;
}

/** The message and where it was thrown in our own files. */
function firstLines({ message, stack = '' }: Fault): string {
	const places = stack.split('\n').filter((line) => /^\s+at /.test(line) && !line.includes('node_modules'));
	const lines = [...message.split('\n').slice(0, SHOWN_LINES), ...places.slice(0, 3)];
	return lines.map((line) => `    ${line}`).join('\n');
}

/** All faults of a file: of its tests, of its hooks, of itself. */
function failuresOf(file: string, module: TestModule): string[] {
	const said = (name: string, faults: readonly Fault[]) =>
		faults.length === 0 ? [] : [`${file}: ${name}\n${faults.slice(0, 2).map(firstLines).join('\n')}`];
	const tests = [...module.children.allTests('failed')].flatMap((test) =>
		said(test.fullName, test.result().errors ?? []),
	);
	const hooks = [...module.children.allSuites()].flatMap((suite) => said(`hook of ${suite.fullName}`, suite.errors()));
	return [...tests, ...hooks, ...said('the file', module.errors())];
}

/** A Vitest reporter that writes the report when the run ends. */
export function runReporter(reportFile: string): Reporter {
	return {
		onTestRunEnd(modules, unhandled) {
			const report: RunReport = { passed: 0, failed: 0, skipped: 0, failures: [], seconds: [] };
			for (const module of modules) {
				const file = relative(PROJECT, module.moduleId);
				report.seconds.push([file, Math.round(module.diagnostic().duration / 1000)]);
				report.passed += [...module.children.allTests('passed')].length;
				report.skipped += [...module.children.allTests('skipped')].length;
				const faults = failuresOf(file, module);
				report.failed += faults.length;
				report.failures.push(...faults);
			}
			for (const fault of unhandled) report.failures.push(`outside of any test\n${firstLines(fault)}`);
			report.failed += unhandled.length;
			writeFileSync(reportFile, JSON.stringify(report));
		},
	};
}

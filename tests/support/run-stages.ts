// All of `npm test`, stage after stage: machine, format and lint, types, dead code, build, tests, browser tests,
// a short benchmark. Ends with one line `N passed, N failed` and the exit code that goes with it.

import { type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { prepareMachine } from './prepare-machine.ts';
import type { RunReport } from './run-report.ts';
import { withoutRoutes } from './without-routes.ts';

const PROJECT = join(import.meta.dirname, '../..');
const REPORTS = join(PROJECT, 'node_modules/.cache/test-reports');
const STAGE_LIMIT_MS = 40 * 60_000;

interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

interface Stage {
	name: string;
	/** Runs the stage; `isOk` is the stage's own verdict, the counts are those of the tests inside. */
	run(): Promise<{ isOk: boolean } & Counts>;
}

const NO_TESTS: Counts = { passed: 0, failed: 0, skipped: 0 };

/** A program of the project by name, as a command. */
function tool(name: string, ...args: string[]): string[] {
	return [join(PROJECT, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name), ...args];
}

/** Runs a command with its output shown; ends its whole process group when it takes too long. */
function run(command: string[], env: Record<string, string> = {}): Promise<boolean> {
	const [program = '', ...args] = command;
	const isWindows = process.platform === 'win32';
	const options: SpawnOptions = {
		cwd: PROJECT,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, PATH: [join(PROJECT, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter), ...env },
		detached: !isWindows,
		shell: isWindows,
	};
	return new Promise((resolve) => {
		const child = spawn(program, args, options);
		const timer = setTimeout(() => {
			console.log(`  stopped after ${STAGE_LIMIT_MS / 60_000} minutes`);
			if (child.pid !== undefined) process.kill(isWindows ? child.pid : -child.pid, 'SIGKILL');
		}, STAGE_LIMIT_MS);
		child.on('error', (error) => console.log(`  ${program}: ${error.message}`));
		child.on('close', (code) => {
			clearTimeout(timer);
			resolve(code === 0);
		});
	});
}

function plain(name: string, command: string[]): Stage {
	return { name, run: async () => ({ isOk: await run(command), ...NO_TESTS }) };
}

/** What failed, said again at the very end, where a long log is cut. */
const failures: string[] = [];
/** Files that took longest, said at the end. */
const seconds: RunReport['seconds'] = [];
const LONGEST_FILES = 12;

function takeReport(reportFile: string): Counts {
	const report = JSON.parse(readFileSync(reportFile, 'utf8')) as RunReport;
	failures.push(...report.failures);
	seconds.push(...report.seconds);
	return report;
}

/** One Vitest project. The unusual zone shows a test or a figure that leans on the machine's own. */
function vitest(
	name: string,
	project: string,
	wrap: (command: string[]) => string[],
	env: Record<string, string>,
): Stage {
	const reportFile = join(REPORTS, `${project}.json`);
	const command = tool('vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', project);
	return {
		name,
		run: async () => {
			rmSync(reportFile, { force: true });
			const isOk = await run(wrap(command), { TZ: 'America/St_Johns', GRIDHELM_REPORT: reportFile, ...env });
			return { isOk, ...(existsSync(reportFile) ? takeReport(reportFile) : NO_TESTS) };
		},
	};
}

function machine(): Stage {
	return {
		name: 'machine',
		run: async () => {
			const missing = prepareMachine();
			for (const what of missing) console.log(`  still missing: ${what}`);
			return { isOk: missing.length === 0, ...NO_TESTS };
		},
	};
}

function browserTests(name: string, project: string): Stage {
	const namespace = withoutRoutes();
	if (!namespace) {
		console.log('No network namespace can be made here: the browser tests run with the network present,');
		console.log('and every request that leaves the machine fails its test.');
	}
	return vitest(name, project, namespace ?? ((command) => command), {
		GRIDHELM_NETWORK: namespace ? 'none' : 'guarded',
	});
}

mkdirSync(REPORTS, { recursive: true });
const stages: Stage[] = [
	machine(),
	plain('format and lint', tool('biome', 'ci', '--diagnostic-level=warn', '--error-on-warnings', '.')),
	plain('types', tool('tsc', '-b')),
	plain('dead code', tool('knip', '--treat-config-hints-as-errors')),
	plain('build', tool('vite', 'build')),
	plain('build of the programs', tool('vite', 'build', '--mode', 'node')),
	plain('build of the preload script', tool('vite', 'build', '--mode', 'preload')),
	vitest('tests', 'node', (command) => command, {}),
	browserTests('browser tests', 'browser'),
	browserTests('pages in a browser', 'pages'),
	// P7 draws maps for two and a half minutes even when small; `npm run bench` has it.
	plain('short benchmark', [process.execPath, 'tests/bench/run.ts', '--quick', '--only=P1,P2,P3,P5,P6']),
];

const total: Counts = { ...NO_TESTS };
const lines: string[] = [];
const startedMs = performance.now();
for (const stage of stages) {
	console.log(`\n── ${stage.name}`);
	const stageMs = performance.now();
	const { isOk, passed, failed, skipped } = await stage.run();
	total.passed += passed + (isOk ? 1 : 0);
	total.failed += failed + (isOk ? 0 : 1);
	total.skipped += skipped;
	const seconds = ((performance.now() - stageMs) / 1000).toFixed(1).padStart(7);
	lines.push(`${isOk ? 'ok  ' : 'FAIL'} ${seconds} s  ${stage.name}`);
}
console.log(
	`\n${lines.join('\n')}\n     ${((performance.now() - startedMs) / 1000).toFixed(1).padStart(7)} s  in all\n`,
);
const longest = seconds.toSorted((a, b) => b[1] - a[1]).slice(0, LONGEST_FILES);
for (const [file, took] of longest) console.log(`     ${took.toFixed(0).padStart(7)} s  ${file}`);
for (const failure of failures) console.log(`failed: ${failure}\n`);
const skippedPart = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skippedPart}`);
process.exitCode = total.failed === 0 ? 0 : 1;

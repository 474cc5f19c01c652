// Output, language and services of one run of the command line.
// Results go to stdout once; everything else goes to stderr.

import { resolve } from 'node:path';
import { GridHelmError } from '../../shared/contract/errors.ts';
import { defaultCacheDir } from '../services/default-cache-dir.ts';
import type { Services } from '../services/services.ts';
import { ask, type CliContext, type CommandArguments, type Language, textOption, UsageError } from './command.ts';

/** Where a run writes; the process's own streams except in tests. */
export interface CliOutput {
	out(text: string): void;
	err(text: string): void;
	/** True where a progress line can replace itself. */
	isTerminal: boolean;
}

/** The streams of this process. */
export const PROCESS_OUTPUT: CliOutput = {
	out: (text) => process.stdout.write(text),
	err: (text) => process.stderr.write(text),
	isTerminal: process.stderr.isTTY === true,
};

export interface OwnedCliContext extends CliContext {
	/** Takes over the options that every command has. */
	use(args: CommandArguments): void;
	/** Closes what the run opened. */
	close(): Promise<void>;
}

/** Time between looks at whether the demonstration district stands. */
const DEMO_POLL_MS = 100;
/** Time between progress lines where they cannot replace each other. */
const PLAIN_PROGRESS_MS = 5_000;

function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
	const at = argv.findIndex((entry) => entry === '--lang' || entry.startsWith('--lang='));
	const asked = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
	if (asked === 'zh' || asked === 'en') return asked;
	const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
	return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Opens the services; with the demonstration district, waits until it stands. */
async function openServices(context: CliContext, isDemo: boolean): Promise<Services> {
	const { createServices } = await import('../services/create-services.ts');
	const { cacheDir, version } = context;
	const services = await createServices({ cacheDir, demo: isDemo ? 'only' : 'never', version });
	while (isDemo) {
		const { isDemo: isShown, cacheState } = await ask(services, 'app.getState', {});
		if (isShown) break;
		if (cacheState !== 'preparing') throw new GridHelmError('E_INTERNAL', '演示数据未能生成。');
		context.progress(context.t('正在生成演示数据…', 'Making the demonstration district…'));
		await new Promise((resolve) => setTimeout(resolve, DEMO_POLL_MS));
	}
	return services;
}

/** @param start what is known before the command line is parsed */
export function createCliContext(start: {
	argv: readonly string[];
	env: NodeJS.ProcessEnv;
	isJson: boolean;
	version: string;
	output: CliOutput;
}): OwnedCliContext {
	const { output } = start;
	const language = languageOf(start.argv, start.env);
	const isTerminal = output.isTerminal;
	let services: Promise<Services> | null = null;
	let isDemo = false;
	let hasProgressLine = false;
	let lastProgressAtMs = Number.NEGATIVE_INFINITY;

	function clearProgress(): void {
		if (hasProgressLine) output.err('\r\u001b[K');
		hasProgressLine = false;
	}

	const context: OwnedCliContext = {
		language,
		t: (zh, en) => (language === 'zh' ? zh : en),
		isJson: start.isJson,
		cacheDir: defaultCacheDir(start.env),
		version: start.version,
		env: start.env,
		print(result, asText) {
			clearProgress();
			output.out(start.isJson ? `${JSON.stringify(result)}\n` : `${asText()}\n`);
		},
		printJson(result) {
			clearProgress();
			output.out(`${JSON.stringify(result)}\n`);
		},
		printText(text) {
			clearProgress();
			output.out(text);
		},
		tell(line) {
			clearProgress();
			output.err(`${line}\n`);
		},
		progress(line) {
			if (isTerminal) {
				output.err(`\r\u001b[K${line}`);
				hasProgressLine = true;
			} else if (Date.now() - lastProgressAtMs >= PLAIN_PROGRESS_MS) {
				lastProgressAtMs = Date.now();
				output.err(`${line}\n`);
			}
		},
		services() {
			services ??= openServices(context, isDemo);
			return services;
		},
		use(args) {
			const cache = textOption(args, 'cache');
			if (cache === '') throw new UsageError(context.t('--cache 须给出文件夹。', '--cache needs a folder.'));
			if (cache !== undefined) context.cacheDir = resolve(cache);
			const lang = textOption(args, 'lang');
			if (lang !== undefined && lang !== 'zh' && lang !== 'en') {
				throw new UsageError(context.t('--lang 须为 zh 或 en。', '--lang must be zh or en.'));
			}
			isDemo = args.options.demo === true;
		},
		async close() {
			clearProgress();
			await services?.then(
				(opened) => opened.close(),
				() => {},
			);
		},
	};
	return context;
}

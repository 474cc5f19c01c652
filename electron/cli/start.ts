// `npm start`: builds what is missing and opens GridHelm; says in one line when that is in the browser.

import { parseArgs } from 'node:util';
import { createCliContext, type OwnedCliContext, PROCESS_OUTPUT } from './cli-context.ts';
import { type CommandArguments, choiceOption, numberOption, UsageError } from './command.ts';
import { failureWords } from './failure-words.ts';
import { hasDisplay } from './open-browser.ts';
import { readVersion } from './project-paths.ts';
import { findElectron, runElectron } from './run-electron.ts';
import { runHost } from './run-host.ts';

const OPTIONS = {
	host: { type: 'string' },
	port: { type: 'string' },
	cache: { type: 'string' },
	'no-open': { type: 'boolean' },
	demo: { type: 'boolean' },
	lang: { type: 'string' },
} as const;

/** Why there is no window of the desktop application; null when there can be one or the browser was asked for. */
function browserReason(context: OwnedCliContext, asked: 'electron' | 'web' | undefined): string | null {
	const { t, env } = context;
	if (asked === 'web') return null;
	if (process.getuid?.() === 0) return t('以 root 运行', 'running as root');
	if (!hasDisplay(env)) return t('没有显示器', 'there is no display');
	return null;
}

function parse(context: OwnedCliContext, argv: string[]): CommandArguments {
	try {
		const { values } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: false, strict: true });
		return { positionals: [], options: values };
	} catch {
		const usage = 'npm start -- [--host electron|web] [--port N] [--cache DIR] [--no-open] [--demo] [--lang zh|en]';
		throw new UsageError(context.t(`用法：${usage}`, `Usage: ${usage}`));
	}
}

async function start(context: OwnedCliContext, argv: string[]): Promise<void> {
	const args = parse(context, argv);
	context.use(args);
	const asked = choiceOption(context, args, 'host', ['electron', 'web'] as const);
	const port = numberOption(context, args, 'port', { min: 0, max: 65_535 }) ?? 0;
	let reason = browserReason(context, asked);
	if (asked !== 'web' && reason === null) {
		const electron = await findElectron(context);
		if (electron !== null) {
			await runElectron(context, electron, args.options.demo === true);
			return;
		}
		reason = context.t('没有 Electron 程序文件', 'there is no Electron binary');
	}
	if (reason !== null) {
		context.tell(context.t(`在浏览器中运行：${reason}。`, `Running in the browser instead: ${reason}.`));
	}
	const demo = args.options.demo === true ? 'only' : 'auto';
	await runHost(context, { port, demo, isOpening: args.options['no-open'] !== true });
}

const argv = process.argv.slice(2);
const context = createCliContext({
	argv,
	env: process.env,
	isJson: false,
	version: readVersion(),
	output: PROCESS_OUTPUT,
});
try {
	await start(context, argv);
} catch (error) {
	context.tell(failureWords(error, context.language).message);
	process.exitCode = 1;
}
await context.close();

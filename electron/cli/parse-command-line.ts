// Splits a command line into the command, its options and its arguments. Unknown options are one clear line.

import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type CliContext, type Command, type CommandArguments, UsageError } from './command.ts';

/** Options of every command. */
const GLOBAL_OPTIONS = {
	cache: { type: 'string' },
	json: { type: 'boolean' },
	lang: { type: 'string' },
	help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

/** `--area A B` becomes `--area A --area B` for options that take several values. */
function spreadValues(argv: readonly string[], names: readonly string[]): string[] {
	const spread: string[] = [];
	let current: string | null = null;
	let hasValue = false;
	for (const token of argv) {
		if (token.startsWith('--')) {
			current = names.find((name) => token === `--${name}`) ?? null;
			hasValue = false;
		} else if (current !== null) {
			if (hasValue) spread.push(`--${current}`);
			hasValue = true;
		}
		spread.push(token);
	}
	return spread;
}

/** The option that a fault of node:util's parser is about, as in `--nope`. */
function optionIn(message: string): string {
	return /'(-[^' ,]*)/.exec(message)?.[1] ?? '';
}

function parseFault(context: CliContext, error: unknown): UsageError {
	const code = error instanceof Error && 'code' in error ? error.code : '';
	const option = optionIn(error instanceof Error ? error.message : '');
	if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
		return new UsageError(context.t(`没有选项 ${option}。`, `Unknown option ${option}.`));
	}
	return new UsageError(context.t(`选项 ${option} 的值不正确。`, `Option ${option} is used wrongly.`));
}

/**
 * @param find gives the command of a name, or throws
 * @throws UsageError for an unknown command or option, a missing value, too few or too many arguments
 */
export function parseCommandLine(
	context: CliContext,
	argv: readonly string[],
	find: (name: string) => Command,
): { command: Command; args: CommandArguments } {
	const loose = parseArgs({ args: [...argv], options: GLOBAL_OPTIONS, allowPositionals: true, strict: false });
	const name = loose.positionals[0];
	if (name === undefined) {
		throw new UsageError(
			context.t('请给出命令；gridhelm --help 列出全部命令。', 'Name a command; see gridhelm --help.'),
		);
	}
	const command = find(name);
	let parsed: { values: Record<string, unknown>; positionals: string[] };
	try {
		const multiple = Object.keys(command.options).filter((key) => command.options[key]?.multiple === true);
		const options = { ...GLOBAL_OPTIONS, ...command.options };
		parsed = parseArgs({ args: spreadValues(argv, multiple), options, allowPositionals: true, strict: true });
	} catch (error) {
		throw parseFault(context, error);
	}
	const positionals = parsed.positionals.slice(1);
	const { min, max } = command.positionals;
	if (positionals.length < min || positionals.length > max) {
		const usage = `gridhelm ${command.name} ${command.usage}`.trim();
		throw new UsageError(context.t(`用法：${usage}`, `Usage: ${usage}`));
	}
	return { command, args: { positionals, options: parsed.values as CommandArguments['options'] } };
}

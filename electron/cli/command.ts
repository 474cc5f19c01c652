// What every command is: its name, words, options and its run. Output goes through CliContext alone.

import type { ParseArgsOptionsConfig } from 'node:util';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import { type ErrorCode, GridHelmError } from '../../shared/contract/errors.ts';
import { parseIso, toIso } from '../../shared/domain/shanghai-time.ts';
import type { Services } from '../services/services.ts';

export type Language = 'zh' | 'en';

/** A fault of the command line itself, or a run that the user stopped: one line in the language of the run, exit 1. */
export class UsageError extends Error {
	readonly code: ErrorCode;

	constructor(message: string, code: ErrorCode = 'E_INPUT') {
		super(message);
		this.code = code;
	}
}

/** Exit codes of cli.md. */
export const EXIT = { ok: 0, failed: 1, quarantined: 2, heldOrRefused: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface CliContext {
	language: Language;
	/** Words in the language of the run. */
	t(zh: string, en: string): string;
	isJson: boolean;
	cacheDir: string;
	version: string;
	env: NodeJS.ProcessEnv;
	/** The one result: JSON with `--json`, else what `asText` makes of it. Once a run. */
	print(result: unknown, asText: () => string): void;
	/** The one result as JSON, whether or not --json was given (`--format json`, schemas). */
	printJson(result: unknown): void;
	/** Text to stdout, without `--json` only (csv, tables that are the result). */
	printText(text: string): void;
	/** A line of words or progress to stderr. */
	tell(line: string): void;
	/** A progress line that replaces itself on a terminal. */
	progress(line: string): void;
	/** Services over the cache, opened once and closed at the end of the run. */
	services(): Promise<Services>;
}

export type OptionValue = string | boolean | (string | boolean)[] | undefined;

export interface CommandArguments {
	positionals: string[];
	options: Record<string, OptionValue>;
}

export interface Command {
	name: string;
	/** After the name, as in `<path…> [--dry-run]`. */
	usage: string;
	summary: { zh: string; en: string };
	options: ParseArgsOptionsConfig;
	/** How many arguments it takes. */
	positionals: { min: number; max: number };
	run(context: CliContext, args: CommandArguments): Promise<ExitCode>;
}

/** Calls a method of the contract; a failed reply is thrown. */
export async function ask<M extends MethodName>(
	services: Services,
	method: M,
	input: MethodInput<M>,
): Promise<MethodOutput<M>> {
	const reply = await services.dispatch(method, input);
	if (!reply.ok) throw new GridHelmError(reply.code satisfies ErrorCode, reply.message, reply.details);
	return reply.data as MethodOutput<M>;
}

/** Value of a text option, or undefined. */
export function textOption(args: CommandArguments, name: string): string | undefined {
	const value = args.options[name];
	return typeof value === 'string' ? value : undefined;
}

/** Values of an option that may be given several times or hold several by commas (`--area A,B --area C`). */
export function listOption(args: CommandArguments, name: string): string[] {
	const value = args.options[name];
	const given = Array.isArray(value) ? value : value === undefined ? [] : [value];
	return given
		.flatMap((entry) => String(entry).split(','))
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}

/** An instant as ISO 8601 with +08:00; without an offset it is taken as Asia/Shanghai. @throws UsageError */
export function instantOption(context: CliContext, args: CommandArguments, name: string): string | undefined {
	const text = textOption(args, name);
	if (text === undefined) return undefined;
	const atS = parseIso(text);
	if (atS !== null) return toIso(atS);
	throw new UsageError(
		context.t(
			`--${name} 须为 ISO 8601 时间，如 2026-11-23T08:00:00+08:00。`,
			`--${name} must be an ISO 8601 time such as 2026-11-23T08:00:00+08:00.`,
		),
	);
}

/** The value of an option that must be there. @throws UsageError */
export function requiredOption(context: CliContext, args: CommandArguments, name: string): string {
	const text = textOption(args, name);
	if (text !== undefined && text !== '') return text;
	throw new UsageError(context.t(`缺少 --${name}。`, `--${name} is missing.`));
}

/** A whole number within bounds. @throws UsageError naming the option */
export function numberOption(
	context: CliContext,
	args: CommandArguments,
	name: string,
	bounds: { min: number; max: number },
): number | undefined {
	const text = textOption(args, name);
	if (text === undefined) return undefined;
	const value = Number(text);
	if (/^\d{1,15}$/.test(text) && value >= bounds.min && value <= bounds.max) return value;
	const range = `${bounds.min} – ${bounds.max}`;
	throw new UsageError(
		context.t(
			`--${name} 须为整数（${range}），给的是“${text}”。`,
			`--${name} must be a whole number (${range}), not "${text}".`,
		),
	);
}

/** One of a closed list. @throws UsageError naming the option and the list */
export function choiceOption<T extends string>(
	context: CliContext,
	args: CommandArguments,
	name: string,
	choices: readonly T[],
): T | undefined {
	const text = textOption(args, name);
	if (text === undefined) return undefined;
	const found = choices.find((choice) => choice === text);
	if (found !== undefined) return found;
	const list = choices.join(' | ');
	throw new UsageError(
		context.t(`--${name} 须为 ${list}，给的是“${text}”。`, `--${name} must be one of ${list}, not "${text}".`),
	);
}

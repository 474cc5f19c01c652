// Finds the command, parses its options, runs it, and turns every outcome into an exit code.
// With --json stdout carries exactly one JSON document; words and progress go to stderr.

import { type CliOutput, createCliContext, type OwnedCliContext, PROCESS_OUTPUT } from './cli-context.ts';
import { type Command, EXIT, type ExitCode, UsageError } from './command.ts';
import { COMMANDS } from './commands/commands.ts';
import { failureWords } from './failure-words.ts';
import { parseCommandLine } from './parse-command-line.ts';
import { readVersion } from './project-paths.ts';

/** Runs one command line and gives its exit code; never throws. */
export async function runCommandLine(
	argv: readonly string[],
	env: NodeJS.ProcessEnv,
	output: CliOutput = PROCESS_OUTPUT,
): Promise<ExitCode> {
	const isJson = argv.includes('--json');
	const context = createCliContext({ argv, env, isJson, version: readVersion(), output });
	let code: ExitCode;
	try {
		code = await run(context, argv);
	} catch (error) {
		const failure = failureWords(error, context.language);
		if (context.isJson) context.print({ error: failure }, () => '');
		context.tell(failure.message);
		code = EXIT.failed;
	}
	await context.close();
	return code;
}

async function run(context: OwnedCliContext, argv: readonly string[]): Promise<ExitCode> {
	if (argv.includes('--version') || argv.includes('-v')) {
		context.print({ version: context.version }, () => context.version);
		return EXIT.ok;
	}
	const isHelp = argv.includes('--help') || argv.includes('-h') || argv[0] === 'help';
	if (isHelp || argv.length === 0) {
		const command = COMMANDS.find((entry) => argv.includes(entry.name)) ?? null;
		const { helpText } = await import('./help-text.ts');
		const text = helpText(context, COMMANDS, command);
		context.print({ help: text }, () => text);
		return isHelp ? EXIT.ok : EXIT.failed;
	}
	const { command, args } = parseCommandLine(context, argv, (name) => findCommand(context, name));
	context.use(args);
	return await command.run(context, args);
}

function findCommand(context: OwnedCliContext, name: string): Command {
	const command = COMMANDS.find((entry) => entry.name === name);
	if (command) return command;
	throw new UsageError(
		context.t(`没有命令“${name}”；gridhelm --help 列出全部命令。`, `No command "${name}"; gridhelm --help lists them.`),
	);
}

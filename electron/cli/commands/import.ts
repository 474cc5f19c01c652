// `gridhelm import`: brings files in and says what became of each.

import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { MethodInput } from '../../../shared/contract/contract.ts';
import type { Services } from '../../services/services.ts';
import {
	ask,
	type CliContext,
	type Command,
	type CommandArguments,
	choiceOption,
	instantOption,
	textOption,
	UsageError,
} from '../command.ts';
import { finishRun } from '../finish-run.ts';
import { rehearseRun } from '../rehearse-run.ts';

const MODES = ['full', 'increment'] as const satisfies readonly MethodInput<'imports.startRun'>['mode'][];
function checkPath(context: CliContext, given: string, option: string | null): string {
	const path = resolve(given);
	try {
		statSync(path);
		return path;
	} catch {
		const what = option === null ? '' : `${option} `;
		throw new UsageError(context.t(`${what}没有这个文件：${given}`, `${what}No such file: ${given}`));
	}
}

async function startInput(
	context: CliContext,
	args: CommandArguments,
	services: Services,
	paths: readonly string[],
): Promise<MethodInput<'imports.startRun'>> {
	const profile = textOption(args, 'profile');
	const references: string[] = [];
	for (const path of paths) references.push(await services.registerFile(path, basename(path), false));
	return {
		files: references,
		profile: profile === undefined ? null : await services.registerFile(resolve(profile), basename(profile), false),
		mode: choiceOption(context, args, 'mode', MODES) ?? null,
		asOf: instantOption(context, args, 'as-of') ?? null,
		acceptHeld: args.options['accept-held'] === true,
	};
}

export const importCommand: Command = {
	name: 'import',
	usage: '<path…> [--profile FILE] [--as-of ISO] [--dry-run] [--mode full|increment] [--accept-held]',
	summary: { zh: '导入文件或文件夹', en: 'bring in files or folders' },
	options: {
		profile: { type: 'string' },
		'as-of': { type: 'string' },
		'dry-run': { type: 'boolean' },
		mode: { type: 'string' },
		'accept-held': { type: 'boolean' },
	},
	positionals: { min: 1, max: 200 },
	async run(context, args) {
		const paths = args.positionals.map((given) => checkPath(context, given, null));
		const profile = textOption(args, 'profile');
		if (profile !== undefined) checkPath(context, profile, '--profile');
		choiceOption(context, args, 'mode', MODES);
		instantOption(context, args, 'as-of');
		const services = await context.services();
		const input = await startInput(context, args, services, paths);
		if (args.options['dry-run'] === true) return await rehearseRun(context, services, input);
		const { runId } = await ask(services, 'imports.startRun', input);
		return await finishRun(context, services, runId);
	},
};

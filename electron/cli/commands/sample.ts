// `gridhelm sample`: writes the exports of a fictional district made from a seed.

import { resolve } from 'node:path';
import { parsePeriod } from '../../../shared/domain/period.ts';
import { dayFromDate, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import {
	type CliContext,
	type Command,
	type CommandArguments,
	choiceOption,
	EXIT,
	numberOption,
	requiredOption,
	textOption,
	UsageError,
} from '../command.ts';

/** Default end: fixed, so that the same command writes the same bytes in every year. */
const DEFAULT_END_DAY = dayFromDate(2026, 11, 23);

/** End of the day that `--end` names, epoch seconds. */
function endOf(context: CliContext, args: CommandArguments): number {
	const text = textOption(args, 'end');
	if (text === undefined) return startOfDay(DEFAULT_END_DAY + 1) - 1;
	const day = parsePeriod(text);
	if (day?.kind === 'day') return day.endS - 1;
	throw new UsageError(
		context.t(
			`--end 须为日期，如 2026-11-23，给的是“${text}”。`,
			`--end must be a date such as 2026-11-23, not "${text}".`,
		),
	);
}

export const sampleCommand: Command = {
	name: 'sample',
	usage:
		'--out DIR --events N --seed S [--grids N] [--years N] [--end DATE] [--encoding utf8|gb18030] [--full] | --messy --out DIR',
	summary: { zh: '生成虚构区县的导出文件', en: 'write the exports of a fictional district' },
	options: {
		out: { type: 'string' },
		events: { type: 'string' },
		seed: { type: 'string' },
		grids: { type: 'string' },
		years: { type: 'string' },
		end: { type: 'string' },
		encoding: { type: 'string' },
		full: { type: 'boolean' },
		messy: { type: 'boolean' },
	},
	positionals: { min: 0, max: 0 },
	async run(context, args) {
		if (args.options.messy === true) {
			const { writeMessy } = await import('../../services/sample/write-messy.ts');
			const { files } = await writeMessy({
				outDir: resolve(requiredOption(context, args, 'out')),
				seed: numberOption(context, args, 'seed', { min: 0, max: 4_294_967_295 }) ?? 7,
				endS: endOf(context, args),
				bigRows: numberOption(context, args, 'events', { min: 1, max: 1_000_000 }) ?? 200_000,
			});
			context.print({ files }, () => files.join('\n'));
			return EXIT.ok;
		}
		requiredOption(context, args, 'events');
		requiredOption(context, args, 'seed');
		const outDir = resolve(requiredOption(context, args, 'out'));
		const { writeSample } = await import('../../services/sample/write-sample.ts');
		const { files } = await writeSample({
			outDir,
			events: numberOption(context, args, 'events', { min: 0, max: 20_000_000 }) ?? 0,
			seed: numberOption(context, args, 'seed', { min: 0, max: 4_294_967_295 }) ?? 0,
			grids: numberOption(context, args, 'grids', { min: 12, max: 10_000 }) ?? 300,
			years: numberOption(context, args, 'years', { min: 1, max: 20 }) ?? 2,
			endS: endOf(context, args),
			encoding: choiceOption(context, args, 'encoding', ['utf8', 'gb18030'] as const) ?? 'utf8',
			isFull: args.options.full === true,
			onProgress: (fraction) => context.progress(`${Math.floor(fraction * 100)} %`),
		});
		context.print({ files }, () => files.join('\n'));
		return EXIT.ok;
	},
};

// `gridhelm readings`: figures of areas and periods as a table, JSON, CSV or a workbook.

import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';

import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import { READING_LEVELS } from '../../../shared/domain/codes.ts';
import {
	ask,
	type CliContext,
	type Command,
	type CommandArguments,
	choiceOption,
	EXIT,
	instantOption,
	listOption,
	requiredOption,
	textOption,
	UsageError,
} from '../command.ts';
import { csvText } from '../csv-text.ts';
import { lightWord, readingValue, statusWord } from '../reading-words.ts';
import { textTable } from '../text-table.ts';
import { workbook } from '../workbook.ts';

type Reading = MethodOutput<'indicators.listReadings'>['readings'][number];

const COLUMNS = [
	'indicator',
	'area',
	'areaName',
	'unit',
	'level',
	'period',
	'num',
	'den',
	'value',
	'n',
	'light',
	'status',
	'complete',
	'final',
	'asOf',
	'definitionVersion',
	'variant',
] as const satisfies readonly (keyof Reading)[];

/** Areas as they stood then, or as what became of them. */
const AREA_BASES = ['then', 'now'] as const;
const FORMATS = ['json', 'csv', 'xlsx'] as const;

function formatOf(context: CliContext, args: CommandArguments): 'json' | 'csv' | 'xlsx' | 'table' {
	const format = choiceOption(context, args, 'format', FORMATS);
	if (format === 'xlsx') return format;
	if (format === 'csv' && context.isJson) {
		throw new UsageError(
			context.t('--json 与 --format csv 不能同时使用。', '--json and --format csv exclude each other.'),
		);
	}
	return context.isJson ? 'json' : (format ?? 'table');
}

function inputOf(context: CliContext, args: CommandArguments): MethodInput<'indicators.listReadings'> {
	const input: MethodInput<'indicators.listReadings'> = { period: requiredOption(context, args, 'period') };
	const areas = listOption(args, 'area');
	const units = listOption(args, 'unit');
	const indicators = listOption(args, 'indicator');
	const level = choiceOption(context, args, 'level', READING_LEVELS);
	const variant = textOption(args, 'variant');
	const asOf = instantOption(context, args, 'as-of');
	if (areas.length > 0) input.areas = areas;
	if (units.length > 0) input.units = units;
	if (indicators.length > 0) input.indicators = indicators;
	if (level !== undefined) input.level = level;
	if (variant !== undefined) input.variant = variant;
	const basis = choiceOption(context, args, 'basis', AREA_BASES);
	if (asOf !== undefined) input.asOf = asOf;
	if (basis !== undefined) input.basis = basis;
	return input;
}

/** Writes the workbook, by default into the present folder, and says where it stands. */
async function writeBook(context: CliContext, args: CommandArguments, readings: readonly Reading[]): Promise<void> {
	const name = `readings-${requiredOption(context, args, 'period').replace(/[^\w-]+/g, '_')}.xlsx`;
	const path = resolve(textOption(args, 'out') ?? name);
	try {
		writeFileSync(path, await workbook(COLUMNS, readings));
	} catch {
		throw new UsageError(context.t(`--out 写不进去：${path}`, `--out cannot be written: ${path}`));
	}
	context.print({ file: basename(path), rows: readings.length }, () => path);
}

function tableOf(context: CliContext, readings: readonly Reading[]): string {
	const { t, language } = context;
	const hasUnits = readings.some((row) => row.unit !== null);
	return textTable<Reading>(
		[
			{ title: t('指标', 'indicator'), cell: (row) => row.indicator },
			{ title: t('区域', 'area'), cell: (row) => row.areaName },
			{ title: t('编码', 'code'), cell: (row) => row.area },
			...(hasUnits ? [{ title: t('单位', 'unit'), cell: (row: Reading) => row.unit }] : []),
			{ title: t('周期', 'period'), cell: (row) => row.period },
			{ title: t('值', 'value'), cell: (row) => readingValue(row.value), isRight: true },
			{ title: t('分子', 'num'), cell: (row) => row.num, isRight: true },
			{ title: t('分母', 'den'), cell: (row) => row.den, isRight: true },
			{ title: 'n', cell: (row) => row.n, isRight: true },
			{ title: t('灯', 'light'), cell: (row) => lightWord(row.light, language) },
			{ title: t('状态', 'status'), cell: (row) => statusWord(row, language) },
		],
		readings,
	);
}

export const readingsCommand: Command = {
	name: 'readings',
	usage:
		'--period P [--area CODE…] [--level district|town|village|grid] [--unit ID…] [--indicator CODE…] [--variant NAME] [--as-of ISO] [--basis then|now] [--format json|csv|xlsx] [--out FILE] [--demo]',
	summary: {
		zh: '指标读数（日、周、月、季、年或 A..B 序列）',
		en: 'figures of a day, week, month, quarter, year, or a series A..B',
	},
	options: {
		period: { type: 'string' },
		area: { type: 'string', multiple: true },
		level: { type: 'string' },
		unit: { type: 'string', multiple: true },
		indicator: { type: 'string', multiple: true },
		variant: { type: 'string' },
		'as-of': { type: 'string' },
		basis: { type: 'string' },
		format: { type: 'string' },
		out: { type: 'string' },
		demo: { type: 'boolean' },
	},
	positionals: { min: 0, max: 0 },
	async run(context, args) {
		const format = formatOf(context, args);
		const input = inputOf(context, args);
		const { readings, asOf } = await ask(await context.services(), 'indicators.listReadings', input);
		if (format === 'xlsx') await writeBook(context, args, readings);
		else if (format === 'csv') context.printText(csvText(COLUMNS, readings));
		else if (format === 'json') context.printJson(readings);
		else {
			context.print(readings, () => tableOf(context, readings));
			context.tell(context.t(`数据截至 ${asOf ?? '（尚无数据）'}`, `Data as of ${asOf ?? '(none yet)'}`));
		}
		return EXIT.ok;
	},
};

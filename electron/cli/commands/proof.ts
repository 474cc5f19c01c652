// `gridhelm proof`: what a figure rests on, down to files and record ids.

import type { MethodOutput } from '../../../shared/contract/contract.ts';
import {
	ask,
	type CliContext,
	type Command,
	EXIT,
	instantOption,
	numberOption,
	requiredOption,
	textOption,
	UsageError,
} from '../command.ts';
import { readingValue, statusWord } from '../reading-words.ts';
import { textTable } from '../text-table.ts';

type Proof = MethodOutput<'indicators.getProof'>;

function proofText(context: CliContext, proof: Proof): string {
	const { t, language } = context;
	const { reading } = proof;
	const status = statusWord(reading, language);
	const lines = [
		`${reading.indicator}  ${reading.areaName}  ${reading.period}`,
		proof.definition[language],
		'',
		`${t('值', 'value')}: ${readingValue(proof.value) ?? '–'}${status ? ` (${status})` : ''}    ${proof.num ?? '–'} / ${proof.den ?? '–'}`,
		`${t('核验码', 'check code')}: ${proof.checkCode}`,
		'',
		`${t('起始记录', 'records at the start')}: ${proof.startCount}`,
	];
	for (const { reason, count } of proof.excluded) lines.push(`  − ${reason}: ${count}`);
	for (const { part, count } of proof.parts) lines.push(`  = ${part}: ${count}`);
	lines.push(
		'',
		textTable(
			[
				{ title: t('来源文件', 'source file'), cell: (row: Proof['sources'][number]) => row.file },
				{ title: t('批次', 'batch'), cell: (row) => row.batchId, isRight: true },
				{ title: t('计入', 'counted'), cell: (row) => row.rows, isRight: true },
				{ title: 'sha256', cell: (row) => row.sha256.slice(0, 16) },
			],
			proof.sources,
		),
		'',
		`${t('记录', 'records')} (${proof.records.length} / ${proof.recordTotal}): ${proof.records.join(', ')}`,
	);
	return lines.join('\n');
}

export const proofCommand: Command = {
	name: 'proof',
	usage: '--indicator CODE --area CODE --period P [--variant NAME] [--as-of ISO] [--limit N] [--demo]',
	summary: {
		zh: '一个数字的依据：定义、排除、来源文件、记录',
		en: 'what a figure rests on: definition, exclusions, files, records',
	},
	options: {
		indicator: { type: 'string' },
		area: { type: 'string' },
		period: { type: 'string' },
		variant: { type: 'string' },
		'as-of': { type: 'string' },
		limit: { type: 'string' },
		demo: { type: 'boolean' },
	},
	positionals: { min: 0, max: 0 },
	async run(context, args) {
		const variant = textOption(args, 'variant');
		const asOf = instantOption(context, args, 'as-of');
		const limit = numberOption(context, args, 'limit', { min: 0, max: 10_000 });
		const period = requiredOption(context, args, 'period');
		if (period.includes('..')) {
			throw new UsageError(
				context.t(
					`依据只属于一个周期的一个数字，“${period}”是一串周期；请给出其中一个，如 ${period.split('..')[0]}。`,
					`A proof is of one figure in one period, and ${period} is a series; give one of its periods, such as ${period.split('..')[0]}.`,
				),
				'E_PERIOD',
			);
		}
		const input = {
			indicator: requiredOption(context, args, 'indicator'),
			area: requiredOption(context, args, 'area'),
			period,
			...(variant === undefined ? {} : { variant }),
			...(asOf === undefined ? {} : { asOf }),
			...(limit === undefined ? {} : { limit }),
		};
		const services = await context.services();
		const proof = await ask(services, 'indicators.getProof', input);
		// Without it the code could not be checked later; a cache that cannot be written still proves its figures.
		const { limit: _, ...kept } = input;
		await services.dispatch('snapshots.keepProof', kept);
		const result = {
			definition: proof.definition[context.language],
			version: proof.version,
			num: proof.num,
			den: proof.den,
			value: proof.value,
			excluded: proof.excluded,
			sources: proof.sources.map(({ file, sha256, batchId, rows }) => ({ file, sha256, batchId, rows })),
			records: proof.records,
			checkCode: proof.checkCode,
		};
		context.print(result, () => proofText(context, proof));
		return EXIT.ok;
	},
};

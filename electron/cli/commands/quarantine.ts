// `gridhelm quarantine`: rows kept out, with their address, reason and whitelisted cells.

import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import {
	ask,
	type CliContext,
	type Command,
	type CommandArguments,
	choiceOption,
	EXIT,
	type ExitCode,
	numberOption,
	textOption,
	UsageError,
} from '../command.ts';
import { finishRun } from '../finish-run.ts';
import { textTable } from '../text-table.ts';

type Row = MethodOutput<'imports.listQuarantine'>['rows'][number];

/** Writes the workbook for the sender, by default into the present folder. */
async function writeBook(context: CliContext, args: CommandArguments, batchId: number | null): Promise<ExitCode> {
	const { t, language } = context;
	const book = await ask(await context.services(), 'imports.exportQuarantine', { batchId, language });
	const path = resolve(textOption(args, 'out') ?? book.fileName);
	try {
		writeFileSync(path, Buffer.from(book.base64, 'base64'));
	} catch {
		throw new UsageError(t(`--out 写不进去：${path}`, `--out cannot be written: ${path}`));
	}
	context.print({ file: basename(path), rows: book.rows }, () => path);
	context.tell(t(`已写出 ${book.rows} 行。`, `${book.rows} rows written.`));
	return EXIT.ok;
}

export const quarantineCommand: Command = {
	name: 'quarantine',
	usage: '[--batch BATCH] [--limit N] [--format json|xlsx] [--out FILE] | --retry BATCH',
	summary: {
		zh: '被隔离的行及原因；--format xlsx 写成退回来源的工作簿，--retry 重新读取其文件',
		en: 'rows kept out, with reasons; --format xlsx writes a workbook for their sender, --retry reads their file again',
	},
	options: {
		batch: { type: 'string' },
		limit: { type: 'string' },
		format: { type: 'string' },
		out: { type: 'string' },
		retry: { type: 'string' },
	},
	positionals: { min: 0, max: 0 },
	async run(context, args) {
		const { t, language } = context;
		const format = choiceOption(context, args, 'format', ['json', 'xlsx'] as const);
		const retried = numberOption(context, args, 'retry', { min: 1, max: Number.MAX_SAFE_INTEGER });
		if (retried !== undefined) {
			const services = await context.services();
			const { runId } = await ask(services, 'imports.retryQuarantine', { batchId: retried });
			return await finishRun(context, services, runId);
		}
		const batchId = numberOption(context, args, 'batch', { min: 1, max: Number.MAX_SAFE_INTEGER }) ?? null;
		if (format === 'xlsx') return await writeBook(context, args, batchId);
		const limit = numberOption(context, args, 'limit', { min: 1, max: 1_000 }) ?? 200;
		const result = await ask(await context.services(), 'imports.listQuarantine', { batchId, limit });
		if (format === 'json') {
			context.printJson(result);
			return EXIT.ok;
		}
		context.print(result, () =>
			textTable<Row>(
				[
					{ title: t('批次', 'batch'), cell: (row) => row.batchId, isRight: true },
					{ title: t('文件', 'file'), cell: (row) => row.file },
					{ title: t('行', 'row'), cell: (row) => row.row, isRight: true },
					{ title: t('单元格', 'cell'), cell: (row) => row.cell ?? row.column },
					{ title: t('代码', 'code'), cell: (row) => row.code },
					{ title: t('原因', 'reason'), cell: (row) => (language === 'zh' ? row.message : row.messageEn) },
					{ title: t('处理', 'what to do'), cell: (row) => (language === 'zh' ? row.fix : row.fixEn) },
				],
				result.rows,
			),
		);
		context.tell(t(`共 ${result.total} 行。`, `${result.total} rows in all.`));
		return EXIT.ok;
	},
};

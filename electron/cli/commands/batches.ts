// `gridhelm batches`: the files brought in, newest first.

import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { ask, type Command, EXIT, numberOption } from '../command.ts';
import { textTable } from '../text-table.ts';

type Batch = MethodOutput<'imports.listBatches'>['batches'][number];

export const batchesCommand: Command = {
	name: 'batches',
	usage: '[--limit N]',
	summary: { zh: '已导入的批次', en: 'the batches brought in' },
	options: { limit: { type: 'string' } },
	positionals: { min: 0, max: 0 },
	async run(context, args) {
		const { t } = context;
		const limit = numberOption(context, args, 'limit', { min: 1, max: 500 }) ?? 100;
		const result = await ask(await context.services(), 'imports.listBatches', { limit });
		const state = (batch: Batch) => {
			if (batch.undoneAt !== null) return t('已撤销', 'undone');
			return batch.canUndo ? t('可撤销', 'can be undone') : t('已生效', 'in use');
		};
		context.print(result, () =>
			textTable<Batch>(
				[
					{ title: t('批次', 'batch'), cell: (row) => row.batchId, isRight: true },
					{ title: t('文件', 'file'), cell: (row) => row.file },
					{ title: t('数据集', 'dataset'), cell: (row) => row.dataset },
					{ title: t('截至', 'as of'), cell: (row) => row.asOf },
					{ title: t('读取', 'read'), cell: (row) => row.rows.read, isRight: true },
					{ title: t('新增', 'new'), cell: (row) => row.rows.inserted, isRight: true },
					{ title: t('更新', 'changed'), cell: (row) => row.rows.updated, isRight: true },
					{ title: t('隔离', 'quarantined'), cell: (row) => row.rows.quarantined, isRight: true },
					{ title: t('状态', 'state'), cell: state },
				],
				result.batches,
			),
		);
		return EXIT.ok;
	},
};

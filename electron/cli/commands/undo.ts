// `gridhelm undo`: takes a batch back, as if it had never come.

import { ask, type Command, EXIT, UsageError } from '../command.ts';

export const undoCommand: Command = {
	name: 'undo',
	usage: 'BATCH',
	summary: { zh: '撤销一个批次', en: 'take a batch back' },
	options: {},
	positionals: { min: 1, max: 1 },
	async run(context, { positionals: [given = ''] }) {
		const { t } = context;
		if (!/^\d{1,15}$/.test(given)) {
			throw new UsageError(
				t(`批次须为编号，给的是“${given}”。`, `A batch is a number, not "${given}"; see gridhelm batches.`),
			);
		}
		const result = await ask(await context.services(), 'imports.undoBatch', { batchId: Number(given) });
		const { file } = result.batch;
		context.print(result, () => t(`已撤销批次 ${given}（${file}）。`, `Batch ${given} (${file}) was taken back.`));
		return EXIT.ok;
	},
};

// `gridhelm verify`: goes through the whole cache and says whether it is sound. Changes nothing.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, EXIT } from '../command.ts';
import { textTable } from '../text-table.ts';

export const verifyCommand: Command = {
	name: 'verify',
	usage: '',
	summary: { zh: '核对整个缓存', en: 'check the whole cache' },
	options: {},
	positionals: { min: 0, max: 0 },
	async run(context) {
		const { t } = context;
		const { OWN_FILE } = await import('../../services/create-services.ts');
		if (!existsSync(join(context.cacheDir, OWN_FILE))) {
			const none = { isSound: true, findings: [], counts: null };
			context.print(none, () => t('还没有缓存。', 'There is no cache yet.'));
			return EXIT.ok;
		}
		const { openCache } = await import('../../services/cache/open-cache.ts');
		const { verifyCache } = await import('../../services/cache/verify.ts');
		const cache = openCache({ dir: context.cacheDir, fileName: OWN_FILE, mode: 'readOnly' });
		try {
			const result = verifyCache(cache.reader);
			context.print(result, () =>
				[
					result.isSound ? t('缓存完好。', 'The cache is sound.') : t('缓存有误：', 'The cache has faults:'),
					...result.findings.map(({ code, count, message }) => `  ${code}: ${count}  ${message}`),
					'',
					textTable(
						[
							{ title: t('内容', 'content'), cell: ([name]: [string, number]) => name },
							{ title: t('数量', 'count'), cell: ([, count]) => count, isRight: true },
						],
						Object.entries(result.counts),
					),
				].join('\n'),
			);
			return result.isSound ? EXIT.ok : EXIT.heldOrRefused;
		} finally {
			cache.close();
		}
	},
};

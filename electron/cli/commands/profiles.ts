// `gridhelm profiles`: the mapping profiles known, and with --schema what a profile may hold.

import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { ask, type Command, EXIT } from '../command.ts';
import { textTable } from '../text-table.ts';

type Profile = MethodOutput<'imports.listProfiles'>['profiles'][number];

export const profilesCommand: Command = {
	name: 'profiles',
	usage: '[--schema | --settings-schema]',
	summary: {
		zh: '字段映射方案；--schema 输出其 JSON Schema，--settings-schema 输出本区设置文件的',
		en: 'mapping profiles; --schema prints their JSON schema, --settings-schema that of the settings file',
	},
	options: { schema: { type: 'boolean' }, 'settings-schema': { type: 'boolean' } },
	positionals: { min: 0, max: 0 },
	async run(context, args) {
		if (args.options.schema === true) {
			const { profileJsonSchema } = await import('../../services/exports/mapping-profile.ts');
			context.printJson(profileJsonSchema());
			return EXIT.ok;
		}
		if (args.options['settings-schema'] === true) {
			const { settingsJsonSchema } = await import('../../services/settings/district-settings.ts');
			context.printJson(settingsJsonSchema());
			return EXIT.ok;
		}
		const { t } = context;
		const result = await ask(await context.services(), 'imports.listProfiles', {});
		context.print(result, () =>
			textTable<Profile>(
				[
					{ title: t('名称', 'name'), cell: (row) => row.name },
					{ title: t('说明', 'title'), cell: (row) => row.title },
					{ title: t('数据集', 'dataset'), cell: (row) => row.dataset },
				],
				result.profiles,
			),
		);
		return EXIT.ok;
	},
};

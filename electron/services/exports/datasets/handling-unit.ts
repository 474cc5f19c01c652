// Columns of 承办单位 (figures.md, Tables): who handles events, under which names exports know it.

import { ledger } from './ledger.ts';

export const HANDLING_UNIT_SPEC = ledger('handling_unit', {
	key: ['unit_id'],
	needs: [['unit_name'], ['aliases', 'unit_kind', 'parent_unit_id']],
	fields: {
		unit_id: ['code', '承办单位编号', '承办单位编码', '办理单位编码', '部门编码', '部门编号'],
		unit_name: ['text', '承办单位名称', '办理单位名称', '部门名称', '承办单位', 'name'],
		aliases: ['list', '曾用名及别名', '单位别名', '别名', '简称及别名'],
		unit_kind: [
			{
				town: /镇|街|乡/,
				department: /部门|局/,
				enforcement: /执法/,
				station: /站所|派出/,
				centre: /中心/,
				company: /企业|公司/,
			},
			'单位性质',
			'承办单位类型',
			'部门类型',
			'kind',
		],
		parent_unit_id: ['code', '上级承办单位编号', '上级部门编码', '主管部门编码', 'parent'],
	},
	skipped: ['备注', '序号'],
});

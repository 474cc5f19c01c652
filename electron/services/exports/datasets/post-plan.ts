// Columns of 岗位核定 (domain.md §3.5): planned and filled posts of a role in an area.

import { ledger } from './ledger.ts';

export const POST_PLAN_SPEC = ledger('post_plan', {
	key: ['place', 'role', 'as_of_on?'],
	needs: [['planned_posts']],
	hasPlace: true,
	fields: {
		role: [
			{ GL: /^网格长|^GL$/i, GF: /专职|^GF$/i, GP: /兼职|^GP$/i, GI: /指导员|^GI$/i, ML: /微网格长|^ML$/i },
			'岗位类型',
			'岗位',
			'岗位名称',
			'角色',
		],
		as_of_on: ['date', '核定日期', '统计日期', '数据日期', 'as_of'],
		planned_posts: ['int', '核定岗位数', '核定人数', '应配人数', '编制岗位数'],
		filled_posts: ['int', '在岗人数', '实有人数', '实配人数', '到岗人数'],
	},
	skipped: ['备注', '序号'],
});

// Columns of 外部指数 (figures.md, Tables; domain.md §1.1 平安指数): imported numbers, shown and never recomputed.

import { ledger } from './ledger.ts';

export const EXTERNAL_INDEX_SPEC = ledger('external_index', {
	key: ['index_name', 'place', 'period'],
	needs: [['index_value']],
	hasPlace: true,
	fields: {
		index_name: ['text', '指数名称', '外部指数名称', '指数'],
		period: ['period', '指数期间', '指数月份', '发布期', '所属期间'],
		index_value: ['number', '指数值', '指数得分', 'value'],
		index_rank: ['int', '指数排名', '排名', 'rank'],
		publisher: ['unit', '发布单位', '发布机构'],
		published_on: ['date', '指数发布日期', '发布日期'],
	},
	skipped: ['备注', '序号'],
});

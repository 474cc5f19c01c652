// Columns of 网格沿革 (domain.md §3.1): splits, merges and renamings of grids. Old rows are never rewritten by it.

import { ledger } from './ledger.ts';

export const GRID_LINEAGE_SPEC = ledger('grid_lineage', {
	key: ['old_code', 'new_code', 'effective_on'],
	fields: {
		old_code: ['code', '原网格编码', '旧网格编码', '变更前网格编码', '原编码'],
		new_code: ['code', '新网格编码', '现网格编码', '变更后网格编码', '新编码'],
		share: ['percent', '户数占比', '划入比例', '占比', '分摊比例'],
		change_type: [
			{ split: /拆分|拆/, merge: /合并|并入/, adjust: /调整/, rename: /更名|改名|换码/ },
			'变更类型',
			'调整类型',
			'变更方式',
		],
		effective_on: ['date', '生效日期', '变更日期', '调整日期', '启用日期', 'effective_date'],
	},
	skipped: ['原网格名称', '新网格名称', '变更原因', '备注'],
});

// Columns of 职责清单 (figures.md, Tables; domain.md §1.1): who is responsible for which class of matters.

import { ledger } from './ledger.ts';

export const DUTY_LIST_SPEC = ledger('duty_list', {
	key: ['cat_code', 'duty_unit', 'duty_kind?'],
	needs: [['duty_kind', 'basis']],
	fields: {
		cat_code: ['code', '事项类别编码', '职责事项编码', '事件小类编码', '类别编码'],
		duty_name: ['text', '职责事项', '履职事项', '职责事项名称'],
		duty_unit: ['unit', '职责单位', '履职单位', '责任单位', '牵头单位'],
		duty_kind: [
			{ basic: /基本/, assist: /配合/, district: /上级|收回|区级/, lead: /主办|牵头/ },
			'清单类型',
			'履职类型',
			'职责类型',
		],
		basis: ['text', '职责依据', '履职依据', '清单依据'],
	},
	skipped: ['备注', '序号'],
});

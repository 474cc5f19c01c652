// Columns of 应入格单位 (figures.md, Formulas: CO04): which departments must stand in which kind of grid.

import { ledger } from './ledger.ts';

export const REQUIRED_UNIT_SPEC = ledger('required_unit', {
	key: ['grid_type', 'required_unit', 'special_type?'],
	fields: {
		grid_type: [{ base: /基础|综合/, dedicated: /专属/, micro: /微/ }, '适用网格类型', '网格类型', '网格类别'],
		special_type: ['text', '适用专属类型', '专属类型', '专属网格类型'],
		required_unit: ['unit', '应入格单位', '应入格部门', '应派单位'],
		duty_note: ['text', '入格职责', '入格要求'],
	},
	skipped: ['备注', '序号'],
});

// Columns of 网格员任职 (domain.md §3.2): who holds which grid from when to when.

import { ledger } from './ledger.ts';

export const STAFF_ASSIGNMENT_SPEC = ledger('staff_assignment', {
	key: ['staff_id', 'place', 'role?', 'start_on?'],
	needs: [['start_on', 'end_on', 'is_primary']],
	hasPlace: true,
	fields: {
		staff_id: ['staffId', '工号', '网格员编号', '人员编号', '员工编号', '网格员工号'],
		role: [
			{
				GL: /^网格长|^GL$/i,
				GF: /专职|^GF$/i,
				GP: /兼职|^GP$/i,
				GI: /指导员|^GI$/i,
				ML: /微网格长|^ML$/i,
				NX: /^N类|包联|^NX$/i,
			},
			'任职岗位',
			'岗位',
			'角色',
			'任职角色',
		],
		member_unit: ['unit', '入格单位', '派出单位', '所属部门'],
		is_primary: ['flag', '是否主网格', '是否主责', '主责网格'],
		start_on: ['date', '任职开始日期', '开始日期', '任职起始', '派驻日期', 'start'],
		end_on: ['date', '任职结束日期', '结束日期', '任职截止', '离任日期', 'end'],
		last_action_on: ['date', '最近入格日期', '最近服务日期', '最近活动日期'],
	},
	skipped: ['姓名', '备注', '序号'],
});

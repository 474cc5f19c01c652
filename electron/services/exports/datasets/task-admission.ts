// Columns of 网格事项准入 (domain.md §1.1, §3.5): what departments hand to grids, and whether they may.

import { ledger } from './ledger.ts';

export const TASK_ADMISSION_SPEC = ledger('task_admission', {
	key: ['task_id'],
	needs: [['requesting_dept'], ['on_list', 'approved', 'approved_on']],
	fields: {
		task_id: ['code', '准入事项编号', '准入编号', '入格事项编号', '准入任务编号'],
		requesting_dept: ['unit', '申请部门', '申请单位', '交办部门', '提出部门'],
		task_name: ['text', '准入事项名称', '事项名称', '任务名称'],
		on_list: ['flag', '是否清单内事项', '是否在准入清单', '是否清单内'],
		approved: ['flag', '是否审批通过', '是否批准', '是否准入'],
		approved_on: ['date', '审批日期', '批准日期', '准入日期'],
		assigned_on: ['date', '下派日期', '交办日期'],
		valid_to: ['date', '有效期至', '准入有效期', '截止日期'],
		grids_assigned: ['int', '下派网格数', '涉及网格数'],
		is_grid_reported: ['flag', '是否网格反映', '网格是否反映', 'reported_by_grid'],
	},
	skipped: ['备注', '序号'],
});

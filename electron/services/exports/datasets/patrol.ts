// Columns of 巡查 (domain.md §3.5): derived numbers only, tracks are whereabouts and stay out.

import { ledger } from './ledger.ts';

export const PATROL_SPEC = ledger('patrol', {
	key: ['patrol_id'],
	needs: [['start_at', 'minutes', 'is_valid']],
	hasPlace: true,
	fields: {
		patrol_id: ['code', '巡查编号', '巡查单号', '巡查记录编号', '巡查id'],
		staff_id: ['staffId', '工号', '网格员编号', '巡查员编号', '人员编号'],
		start_at: ['instant', '巡查开始时间', '开始时间', '巡查时间', '巡查日期'],
		end_at: ['instant', '巡查结束时间', '结束时间'],
		minutes: ['int', '巡查时长', '巡查分钟', '巡查时长(分钟)', '时长分钟'],
		track_km: ['number', '巡查里程', '轨迹里程', '里程公里'],
		points_required: ['int', '应巡点位', '应巡点位数', '应检点位'],
		points_checked: ['int', '实巡点位', '实巡点位数', '已检点位'],
		hazards_found: ['int', '发现隐患数', '隐患数'],
		events_reported: ['int', '上报事件数', '上报数'],
		is_valid: ['flag', '是否有效巡查', '是否有效', '有效巡查'],
	},
	skipped: ['姓名', '轨迹', '巡查轨迹', '备注', '序号'],
});

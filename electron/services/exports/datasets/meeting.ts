// Columns of 研判会商 (domain.md §3.5): resolutions and what became of them.

import { ledger } from './ledger.ts';

export const MEETING_SPEC = ledger('meeting', {
	key: ['meeting_id'],
	needs: [['held_on'], ['resolutions', 'resolutions_due', 'resolutions_done']],
	hasPlace: true,
	fields: {
		meeting_id: ['code', '会议编号', '会商编号', '会议id'],
		held_on: ['date', '会议日期', '会商日期', '会议时间', '召开日期', 'date'],
		level: [{ district: /区|县/, town: /镇|街|乡/, village: /村|社区/ }, '会议层级', '会商层级', '会议级别'],
		attended_units: ['list', '参会单位', '参加单位', '出席单位'],
		resolutions: ['int', '议定事项数', '决议数', '议定事项'],
		resolutions_due: ['int', '到期事项数', '应落实事项数', '到期决议数'],
		resolutions_done: ['int', '已落实事项数', '落实事项数', '已落实数'],
	},
	skipped: ['会议名称', '会议议题', '主持人', '备注', '序号'],
});

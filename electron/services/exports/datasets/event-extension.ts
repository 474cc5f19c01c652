// Columns of 事件延期 (domain.md §3.4).

import { ledger } from './ledger.ts';

export const EVENT_EXTENSION_SPEC = ledger('event_extension', {
	key: ['event_id', 'applied_at'],
	needs: [['new_due_at', 'reason', 'approved_at']],
	fields: {
		event_id: ['code', '事件编号', '事件编码', '工单编号', '工单号', '案卷号', '案卷编号', '任务号'],
		applied_at: ['instant', '延期申请时间', '申请延期时间'],
		approved_at: ['instant', '延期批准时间', '延期审批时间', '延期通过时间'],
		old_due_at: ['due', '延期前时限', '原办结时限'],
		new_due_at: ['due', '延期后时限', '新办结时限', '延期后办结时限', '延期至'],
		reason: [
			{
				complex: /疑难|复杂/,
				construction: /施工|工期|材料/,
				coordination: /协调|联办/,
				weather: /天气|台风/,
				other: /其他/,
			},
			'延期原因',
			'延期理由',
			'reason_code',
		],
		is_approved: ['flag', '延期是否通过', '是否同意延期'],
	},
	skipped: ['延期说明', '备注', '序号'],
});

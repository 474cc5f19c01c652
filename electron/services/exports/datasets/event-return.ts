// Columns of 事件退单 (domain.md §3.4): who sent an event back to whom, and why.

import { ledger } from './ledger.ts';

export const EVENT_RETURN_SPEC = ledger('event_return', {
	key: ['event_id', 'returned_at'],
	needs: [['from_unit', 'reason', 'to_unit']],
	fields: {
		event_id: ['code', '事件编号', '事件编码', '工单编号', '工单号', '案卷号', '案卷编号', '任务号'],
		returned_at: ['instant', '退单时间', '退回时间', '回退时间', 'applied_at'],
		from_unit: ['unit', '退单单位', '退回单位', '申请退单单位', 'from'],
		to_unit: ['unit', '退往单位', '退回至单位', '接收退单单位', 'to'],
		reason: [
			{
				notOurs: /职责|不属|权限/,
				wrongPlace: /辖区|地址|属地/,
				unclear: /不清|不明|不完整/,
				duplicate: /重复/,
				other: /其他/,
			},
			'退单原因',
			'退回原因',
			'回退原因',
			'reason_code',
		],
		is_accepted: ['flag', '退单是否同意', '是否同意退单'],
	},
	skipped: ['退单说明', '备注', '序号'],
});

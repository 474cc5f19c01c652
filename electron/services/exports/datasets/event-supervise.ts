// Columns of 事件督办 (domain.md §1.3, §3.4): each step of the ladder with its own limit.

import { ledger } from './ledger.ts';

export const EVENT_SUPERVISE_SPEC = ledger('event_supervise', {
	key: ['event_id', 'supervised_at'],
	needs: [['level', 'supervise_due_at']],
	fields: {
		event_id: ['code', '事件编号', '事件编码', '工单编号', '工单号', '案卷号', '案卷编号', '任务号'],
		supervised_at: ['instant', '督办时间', '督办发起时间', '发起督办时间', 'applied_at'],
		level: [{ plain: /普通|一般|蓝/, yellow: /黄/, red: /红/ }, '督办级别', '督办等级', '督办类型'],
		supervised_unit: ['unit', '被督办单位', '督办对象'],
		supervise_due_at: ['due', '督办时限', '督办办结时限', '督办要求时间'],
		finished_at: ['instant', '督办办结时间', '督办完成时间', '督办反馈时间'],
		cancelled_at: ['instant', '督办取消时间', '取消督办时间', '撤销督办时间'],
	},
	skipped: ['督办意见', '督办人', '备注', '序号'],
});

// Columns of 事件挂起 (domain.md §3.4): times in which the clock of an event stood still.

import { ledger } from './ledger.ts';

export const EVENT_PAUSE_SPEC = ledger('event_pause', {
	key: ['event_id', 'paused_at'],
	fields: {
		event_id: ['code', '事件编号', '事件编码', '工单编号', '工单号', '案卷号', '案卷编号', '任务号'],
		applied_at: ['instant', '挂起申请时间'],
		approved_at: ['instant', '挂起批准时间', '挂起审批时间'],
		paused_at: ['instant', '挂起时间', '挂起开始时间', '暂停时间', 'from'],
		resumed_at: ['instant', '恢复时间', '挂起结束时间', '恢复办理时间', '解挂时间', 'to'],
		reason: [
			{
				weather: /天气|台风|雨/,
				party: /当事人|配合/,
				approval: /审批|流程/,
				construction: /施工|工期|材料/,
				other: /其他/,
			},
			'挂起原因',
			'暂停原因',
			'reason_code',
		],
	},
	skipped: ['挂起说明', '备注', '序号'],
});

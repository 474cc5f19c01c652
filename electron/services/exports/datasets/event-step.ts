// Columns of a step file 流转记录 (domain.md §3.4). Opinions are free text and are not read.

import { type DatasetSpec, field, flagHeaders, skipped } from './field.ts';

export const EVENT_STEP_SPEC: DatasetSpec = {
	dataset: 'event_step',
	fields: [
		field(
			'event_id',
			'code',
			'事件编号',
			'事件编码',
			'工单编号',
			'工单号',
			'案卷号',
			'案卷编号',
			'任务号',
			'受理编号',
			'流水号',
		),
		field('seq', 'number', '步骤序号', '流转序号', '环节序号', '步骤号', '序号'),
		field('node', 'word', '环节', '节点', '流程节点', '办理环节', '流转环节', '环节名称', '节点名称'),
		field('op', 'word', '操作', '操作类型', '动作', '操作名称'),
		field('from_unit', 'word', '发起单位', '来源单位', '操作单位', '办理单位', '移交单位'),
		field('to_unit', 'word', '接收单位', '目标单位', '流向单位', '去向单位'),
		field('operator_role', 'word', '操作人角色', '操作角色', '岗位'),
		field('op_at', 'instant', '操作时间', '办理时间', '流转时间', '处理时间'),
		field('received_at', 'instant', '接收时间', '到达时间', '收到时间'),
		field('due_at', 'instant', '环节时限', '截止时间', '环节截止时间', '办结时限'),
		field('used_work_minutes', 'number', '用时', '办理用时', '用时分钟', '工作用时', '耗时分钟'),
		field('is_timeout', 'flag', ...flagHeaders('超时', '环节超时', '超期')),
		skipped('opinion_clean', '办理意见', '意见', '处理意见', 'opinion', '备注'),
		skipped('attachment_cnt', '附件数', 'result', '结果'),
	],
	required: [['event_id'], ['op_at', 'received_at'], ['seq', 'node', 'op']],
	telling: ['seq', 'node', 'op', 'op_at', 'received_at', 'from_unit', 'to_unit', 'used_work_minutes'],
};

// Columns of 培训班次 (domain.md §3.2).

import { ledger } from './ledger.ts';

export const TRAINING_SESSION_SPEC = ledger('training_session', {
	key: ['session_id'],
	needs: [['topic', 'title', 'hours', 'organiser', 'mode']],
	hasPlace: true,
	fields: {
		session_id: ['code', '培训编号', '培训班编号', '培训班次', '班次编号', '培训id'],
		title: ['text', '培训名称', '培训班名称', '培训题目'],
		topic: [
			{
				policy: /政策|法规/,
				fire: /消防|安全/,
				mediation: /调解|纠纷/,
				system: /系统|操作/,
				firstAid: /急救|救护/,
				manners: /沟通|礼仪/,
				privacy: /保密|个人信息/,
			},
			'培训主题',
			'培训内容',
			'培训类别',
		],
		mode: [{ onSite: /线下|现场|集中/, online: /线上|网络|视频/, shadowing: /跟岗|跟班/ }, '培训方式', '培训形式'],
		organiser: ['unit', '主办单位', '组织单位', '举办单位', '培训单位'],
		held_on: ['date', '培训日期', '培训时间', '举办日期', '开班日期'],
		hours: ['number', '培训学时', '学时', '课时', '培训课时'],
		planned_cnt: ['int', '应训人数', '计划人数', '应参训人数', '计划培训人数'],
	},
	skipped: ['授课人', '培训地点', '实到人数', '备注', '序号'],
});

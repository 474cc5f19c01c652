// Columns of 培训与考核记录 (domain.md §3.2): one member in one session.

import { ledger } from './ledger.ts';

export const TRAINING_RECORD_SPEC = ledger('training_record', {
	key: ['session_id', 'staff_id'],
	needs: [['attended', 'exam_score', 'passed']],
	fields: {
		session_id: ['code', '培训编号', '培训班编号', '培训班次', '班次编号', '培训id'],
		staff_id: ['staffId', '工号', '网格员编号', '人员编号', '员工编号', '学员编号', '网格员工号'],
		attended: ['flag', '是否参训', '是否到训', '参训情况', '出勤', '是否参加'],
		hours: ['number', '实际学时', '完成学时', '学时', '课时'],
		exam_score: ['number', '考试成绩', '考核成绩', '成绩', '得分', '考试分数'],
		passed: ['flag', '是否合格', '考核结果', '是否通过', '合格情况'],
		cert_no_hash: ['hashed', '证书编号', '结业证编号', '合格证号'],
	},
	skipped: ['姓名', '备注', '序号'],
});

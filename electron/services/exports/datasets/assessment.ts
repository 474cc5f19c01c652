// Columns of 考核 (domain.md §3.5): of grids, units and (as hashes) members.

import { ledger } from './ledger.ts';

export const ASSESSMENT_SPEC = ledger('assessment', {
	key: ['period', 'object_type', 'object_id'],
	needs: [['score', 'grade', 'reward_due']],
	fields: {
		period: ['period', '考核周期', '考核期', '考核月份', '考核季度'],
		object_type: [
			{ grid: /网格(?!员)/, staff: /人员|网格员|个人/, unit: /单位|部门|镇|街/ },
			'考核对象类型',
			'考核类别',
			'被考核类型',
		],
		object_id: ['staffId', '考核对象编号', '被考核对象', '考核对象', 'object'],
		score: ['number', '考核得分', '得分', '考核分数'],
		grade: [
			{ failed: /不合格|不称职/, excellent: /优/, good: /良/, passed: /合格|称职/ },
			'考核等次',
			'考核等级',
			'等次',
		],
		has_appeal: ['flag', '是否申诉', 'appeal'],
		appeal_result: [{ upheld: /维持/, changed: /变更|更正|调整/ }, '申诉结果', '申诉处理结果'],
		reward_due: ['int', '应兑现激励数', '应奖励数', '应发激励'],
		reward_paid: ['int', '已兑现激励数', '已奖励数', '实发激励'],
	},
	skipped: ['姓名', '备注', '序号'],
});

// Columns of 保障台账 (domain.md §3.5): funds, pay, insurance, equipment, rooms, rewards.

import { ledger } from './ledger.ts';

export const GUARANTEE_SPEC = ledger('guarantee', {
	key: ['period', 'place', 'item'],
	needs: [['planned', 'arrived']],
	hasPlace: true,
	fields: {
		period: ['period', '保障周期', '保障期间', '所属期间', '统计周期'],
		item: [
			{
				funds: /经费/,
				pay: /薪酬|工资/,
				insurance: /保险/,
				equipment: /装备/,
				rooms: /场所|阵地/,
				reward: /激励|奖励/,
			},
			'保障项目',
			'保障事项',
			'保障类别',
		],
		planned: ['number', '计划数', '应到位数', '预算数', '计划金额'],
		arrived: ['number', '到位数', '实际到位数', '到位金额'],
		on_time: ['flag', '是否按时到位', '是否按期到位'],
	},
	skipped: ['备注', '说明', '序号', 'note'],
});

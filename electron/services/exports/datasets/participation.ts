// Columns of 公众参与 (domain.md §3.5).

import { ledger } from './ledger.ts';

export const PARTICIPATION_SPEC = ledger('participation', {
	key: ['act_id'],
	needs: [['held_on'], ['persons', 'issues_raised', 'volunteers_active']],
	hasPlace: true,
	fields: {
		act_id: ['code', '活动编号', '参与活动编号', '活动id'],
		act_type: [
			{ snapshot: /随手拍/, council: /议事|协商/, volunteer: /志愿/, hearing: /听证/, review: /评议/, points: /积分/ },
			'参与方式',
			'活动类型',
			'参与类型',
			'type',
		],
		held_on: ['date', '活动日期', '参与日期', '活动时间', 'date'],
		persons: ['int', '参与人次', '参加人次', '参与人数', '参加人数'],
		issues_raised: ['int', '提出议题数', '征集议题数', '提出意见数'],
		issues_adopted: ['int', '采纳议题数', '采纳意见数', '形成决议数'],
		issues_done: ['int', '落实议题数', '落实意见数', '已落实决议数'],
		volunteers_registered: ['int', '注册志愿者数', '注册志愿者'],
		volunteers_active: ['int', '活跃志愿者数', '活跃志愿者'],
	},
	skipped: ['活动名称', '活动主题', '备注', '序号'],
});

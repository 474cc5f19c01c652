// Columns of 信息公开事项 (domain.md §3.5): what had to be made public, by when, and when it was.

import { ledger } from './ledger.ts';

export const DISCLOSURE_ITEM_SPEC = ledger('disclosure_item', {
	key: ['item_id'],
	needs: [['due_on', 'published_on', 'reply_due_on']],
	hasPlace: true,
	fields: {
		item_id: ['code', '公开事项编号', '公开编号', '公开事项编码', '公开条目编号'],
		unit: ['unit', '公开主体', '公开单位', '责任单位'],
		list_type: [
			{
				proactive: /主动/,
				onRequest: /依申请/,
				village: /村居务|村务|居务|三务/,
				gridBoard: /网格公示|公示牌/,
				outcome: /办理结果/,
			},
			'公开方式类别',
			'公开类别',
			'公开类型',
		],
		topic: [
			{ affairs: /三务/, policy: /政策/, finance: /财务|资金/, staff: /网格员/, outcome: /办理结果/, other: /其他/ },
			'公开主题',
			'公开内容',
			'公开事项',
		],
		channel: [
			{ website: /网站/, official: /公众号|微信/, board: /公示栏|公告栏/, app: /浙里办/ },
			'公开渠道',
			'公开平台',
		],
		required_freq: [
			{ monthly: /月/, quarterly: /季/, yearly: /年/, timely: /及时|实时/ },
			'公开频次',
			'公开频率',
			'更新频次',
		],
		due_on: ['date', '应公开日期', '公开时限', '公开期限', '应公开时间'],
		published_on: ['date', '实际公开日期', '公开日期', '公开时间', '发布日期'],
		is_complete: ['flag', '内容是否完整', '是否完整'],
		is_correct: ['flag', '内容是否准确', '是否准确'],
		reads: ['int', '阅读量', '浏览量', '点击量'],
		request_received_on: ['date', '申请收到日期', '收到申请日期'],
		reply_due_on: ['date', '答复期限', '应答复日期'],
		replied_on: ['date', '答复日期', '实际答复日期'],
		reply_result: [
			{ refused: /不予/, partly: /部分/, none: /不存在/, elsewhere: /非本机关|转/, given: /公开/ },
			'答复结果',
			'答复类型',
		],
	},
	skipped: ['申请人', '标题', '备注', '序号'],
});

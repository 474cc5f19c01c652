// Columns of 矛盾纠纷 (domain.md §3.5): bands instead of people and sums.

import { ledger } from './ledger.ts';

export const DISPUTE_SPEC = ledger('dispute', {
	key: ['dispute_id'],
	needs: [['accepted_at'], ['dispute_type', 'result', 'method']],
	hasPlace: true,
	fields: {
		dispute_id: ['code', '纠纷编号', '调解编号', '纠纷案号', '调解案号', '纠纷id'],
		event_id: ['code', '关联事件编号', '事件编号'],
		dispute_type: [
			{
				neighbour: /邻里/,
				family: /婚姻|家庭/,
				labour: /劳资|劳动|欠薪/,
				property: /物业/,
				land: /土地|山林|水利/,
				taking: /征地|拆迁/,
				debt: /合同|债务/,
				medical: /医/,
				consumer: /消费/,
				other: /其他/,
			},
			'纠纷类型',
			'纠纷类别',
		],
		parties_band: [
			{ two: /^2/, few: /^3/, tens: /^10/, many: /^50/ },
			'涉及人数档',
			'当事人数档',
			'涉及人数',
			'parties_cnt_band',
		],
		amount_band: [
			{ none: /^无|不涉/, small: /1万|以下/, middle: /10万/, large: /以上|100万/ },
			'涉案金额档',
			'涉及金额档',
			'涉及金额',
		],
		risk: [{ low: /低/, middle: /中/, high: /^高/, violent: /民转刑/ }, '纠纷风险', '风险等级', '风险程度'],
		accepted_at: ['instant', '受理时间', '调解受理时间', '纠纷受理时间', '受理日期'],
		channel: [
			{ window: /窗口/, grid: /网格/, hotline: /12345/, police: /110|公安/, court: /法院/, petition: /信访/ },
			'受理渠道',
			'纠纷来源',
			'来源渠道',
		],
		mediator_org: ['unit', '调解组织', '调解机构', '调委会'],
		method: [
			{ people: /人民调解/, trade: /行业|专业/, administrative: /行政/, judicial: /司法/ },
			'调解方式',
			'调解类型',
		],
		stage: [{ accepted: /受理/, mediating: /调解中|办理中/, closed: /结案|办结/ }, '纠纷阶段', '调解阶段', '当前阶段'],
		result: [
			{ failure: /失败|未成|不成|未达成/, success: /成功|达成/, withdrawn: /撤回|撤销/, referred: /诉讼|仲裁|导入/ },
			'调解结果',
			'处理结果',
		],
		agreement_type: [{ oral: /口头/, written: /书面/ }, '协议形式', '协议类型'],
		judicial_confirm: ['flag', '是否司法确认', '司法确认'],
		performed: [{ done: /已履行|全部/, partly: /部分/, not: /未/ }, '履行情况', '协议履行'],
		closed_at: ['instant', '调解结案时间', '结案时间', '办结时间'],
		revisited_at: ['instant', '回访时间', 'revisit_at'],
		relapse_within_180d: ['flag', '180天内是否复发', '是否复发', '半年内复发'],
	},
	skipped: ['纠纷简述', '纠纷概况', '备注', '序号'],
});

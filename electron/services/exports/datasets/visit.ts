// Columns of 走访 (domain.md §3.5): no names, no health; the household is a hash.

import { ledger } from './ledger.ts';

export const VISIT_SPEC = ledger('visit', {
	key: ['visit_id'],
	needs: [['visited_on', 'target_type']],
	hasPlace: true,
	fields: {
		visit_id: ['code', '走访编号', '走访单号', '走访记录编号', '走访id'],
		staff_id: ['staffId', '工号', '网格员编号', '走访人编号', '人员编号'],
		visited_on: ['date', '走访日期', '走访时间', 'visit_date'],
		target_type: [
			{ household: /普通|居民|住户/, care: /关爱/, business: /企业|商户|商铺/, rental: /出租/, keyPlace: /重点场所/ },
			'走访对象类型',
			'对象类型',
			'走访类型',
		],
		/** Households (or others) of an aggregated row; NULL = the one of target_key_hash. */
		targets_cnt: ['int', '走访户数', '走访对象数', '走访户次'],
		target_key_hash: ['hashed', '走访对象标识', '对象编号', '户编号', '对象标识'],
		purpose: [
			{
				routine: /日常|例行/,
				publicity: /宣传/,
				registration: /登记|采集/,
				mediation: /调解|纠纷/,
				care: /关爱|慰问/,
				other: /其他/,
			},
			'走访目的',
			'走访事由',
		],
		need_raised: ['flag', '是否提出诉求', '有无诉求', '是否有诉求'],
		need_resolved: ['flag', '诉求是否解决', '是否解决诉求'],
		service_agent: ['flag', '是否代办帮办', '代办帮办', '是否代办'],
		minutes: ['int', '走访时长', '走访时长(分钟)', '走访分钟'],
	},
	skipped: ['姓名', '走访对象', '走访内容', '备注', '序号'],
});

// Columns of 人口底数 (domain.md §3.3): counts of an area at a day, never rows of persons.

import { ledger } from './ledger.ts';

export const POP_AGGREGATE_SPEC = ledger('pop_aggregate', {
	key: ['place', 'as_of_on'],
	needs: [['pop_resident', 'households', 'pop_registered', 'pop_floating', 'elderly_60', 'care_visit_due']],
	hasPlace: true,
	fields: {
		as_of_on: ['date', '统计日期', '数据日期', '统计时点', '截止日期', 'as_of'],
		households: ['int', '户数', '总户数', '家庭户数'],
		pop_resident: ['int', '常住人口', '常住人口数', '常住人数'],
		pop_registered: ['int', '户籍人口', '户籍人口数'],
		pop_floating: ['int', '流动人口', '流动人口数'],
		elderly_60: ['int', '60岁以上老人', '60岁以上人数', '60周岁以上'],
		elderly_80: ['int', '80岁以上老人', '80岁以上人数', '80周岁以上'],
		elderly_alone: ['int', '独居老人', '独居老人数'],
		children_left: ['int', '留守儿童', '留守儿童数'],
		disabled: ['int', '残疾人数', '残疾人'],
		low_income: ['int', '低保低收入户数', '低保低收入', '低收入户'],
		rental_units: ['int', '出租房数', '出租房', '出租房屋数'],
		vacant_units: ['int', '空置房数', '空置房', '空置房屋数'],
		care_visit_due: ['int', '关爱对象应访数', '应走访关爱对象', '关爱对象数'],
		care_visit_done: ['int', '关爱对象达标数', '已达标走访关爱对象', '关爱走访达标数'],
		is_suppressed: ['flag', '是否隐去', '是否已作小数隐去', 'suppressed_flag'],
	},
	skipped: ['备注', '序号', '单位名称'],
});

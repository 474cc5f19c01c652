// Columns of 重点场所 (domain.md §3.3).

import { ledger } from './ledger.ts';

export const KEY_PLACE_SPEC = ledger('key_place', {
	key: ['place_id'],
	needs: [['name', 'place_type']],
	hasPlace: true,
	fields: {
		place_id: ['code', '场所编号', '场所编码', '重点场所编号', '场所id'],
		name: ['text', '场所名称', '重点场所名称', '单位场所名称'],
		place_type: [
			{
				school: /学校|幼儿园/,
				hospital: /医院|卫生/,
				elderlyHome: /养老/,
				smallVenue: /九小/,
				enterprise: /企业|厂/,
				site: /工地/,
				fuel: /加油|加气/,
				market: /市场/,
				worship: /宗教/,
				rental: /出租房/,
				netBar: /网吧/,
				hotel: /旅馆|酒店|宾馆/,
				logistics: /物流|寄递/,
			},
			'场所类型',
			'场所类别',
			'重点场所类型',
		],
		lng: ['number', '经度', 'lon', 'longitude'],
		lat: ['number', '纬度', 'latitude'],
		risk_level: [{ red: /红|重大/, orange: /橙|较大/, yellow: /黄|一般/, blue: /蓝|绿|低/ }, '风险等级', '风险级别'],
		last_check_on: ['date', '最近检查日期', '上次检查日期', '最近检查时间'],
		check_cycle_days: ['int', '检查周期天数', '检查周期', '检查周期(天)'],
		open_hazards: ['int', '未整改隐患数', '在册隐患数', '现存隐患数'],
		responsible_unit: ['unit', '监管单位', '责任单位', '主管单位', '行业主管部门'],
	},
	skipped: ['地址', '场所地址', '详细地址', 'address_l4', '法人', '备注', '序号'],
});

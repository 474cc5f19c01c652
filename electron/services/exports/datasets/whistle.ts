// Columns of 吹哨报到 (domain.md §3.4): one row per called unit.

import { ledger } from './ledger.ts';

export const WHISTLE_SPEC = ledger('whistle', {
	key: ['whistle_id', 'called_unit?'],
	needs: [['whistled_at', 'called_unit']],
	hasPlace: true,
	fields: {
		whistle_id: ['code', '吹哨编号', '哨单编号', '吹哨单号', '哨声编号'],
		event_id: ['code', '关联事件编号', '事件编号', '工单编号'],
		initiator_unit: ['unit', '吹哨单位', '发起单位', '吹哨镇街'],
		called_unit: ['unit', '报到单位', '被吹哨单位', '应哨单位', '响应单位', 'called_units'],
		level: [{ urgent: /紧急|特急/, normal: /一般|普通/ }, '哨声等级', '吹哨等级', '吹哨级别', '紧急程度'],
		whistled_at: ['instant', '吹哨时间', '发起时间'],
		report_due_at: ['due', '报到时限', '响应时限', '应到时间'],
		reported_at: ['instant', '报到时间', '到场时间', '响应时间'],
		on_site: ['flag', '是否到场', '是否到现场'],
		resolved: ['flag', '是否解决', '是否办结'],
		town_score: ['number', '镇街评分', '评分', '满意度评分'],
	},
	skipped: ['吹哨事由', '备注', '序号'],
});

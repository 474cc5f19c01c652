// Columns of 数字化应用日报 (domain.md §3.5): one unit, one day.

import { ledger } from './ledger.ts';

export const DIGITAL_USAGE_SPEC = ledger('digital_usage', {
	key: ['place', 'used_on'],
	needs: [['accounts', 'active_accounts', 'events_online_full', 'api_total']],
	hasPlace: true,
	fields: {
		used_on: ['date', '使用日期', '统计日期', '数据日期', 'date'],
		accounts: ['int', '账号数', '账户总数', '开通账号数', '应用账号数'],
		active_accounts: ['int', '活跃账号数', '日活账号数', '活跃账户数'],
		devices_online: ['int', '在线设备数', '在线终端数'],
		events_online_full: ['int', '全程线上事件数', '线上闭环事件数'],
		events_total: ['int', '事件总数', '当日事件数'],
		sensor_alerts: ['int', '感知告警数', '物联告警数', '感知设备告警数'],
		ai_alerts: ['int', 'ai识别告警数', '智能识别告警数', 'ai告警数'],
		ai_confirmed: ['int', 'ai告警属实数', '智能识别属实数'],
		api_total: ['int', '接口调用次数', '接口调用总数'],
		api_ok: ['int', '接口成功次数', '接口调用成功数'],
	},
	skipped: ['备注', '序号'],
});

// Columns of 工作日历 (domain.md §3.5): days that differ from what the shipped calendar says, or lie after it.

import { ledger } from './ledger.ts';

export const CALENDAR_DAY_SPEC = ledger('calendar_day', {
	key: ['day_on'],
	needs: [['is_workday']],
	fields: {
		day_on: ['date', '日期', '日历日期', 'date'],
		is_workday: ['flag', '是否工作日', '工作日'],
		day_kind: [
			{ workday: /^工作日/, weekend: /周末|公休/, holiday: /节假日|法定|放假/, makeUp: /调休|补班/ },
			'日期类型',
			'日历类型',
			'类别',
			'kind',
		],
		holiday_name: ['text', '节日名称', '假日名称', '节假日名称'],
		work_windows: ['list', '工作时段', '作息时段'],
	},
	skipped: ['备注', '星期'],
});

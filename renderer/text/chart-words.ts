// Words of the charts in both languages. Must hold no figures.

import type { Language } from './language.ts';

export interface ChartWords {
	target: string;
	warning: string;
	period: string;
	value: string;
	place: string;
	low: string;
	high: string;
	/** Peer groups of towns, and of villages and grids. */
	townGroups: Record<'urban' | 'rural', string>;
	groups: Record<'urban' | 'rural', string>;
	/** Count of areas after a group's name: 5 个. Empty unit in English. */
	areaUnit: string;
	/** Why there is no value, by status. */
	status: Record<'insufficient' | 'notConnected' | 'notDelivered' | 'suppressed', string>;
	partly: string;
	month: string;
	quarters: readonly string[];
	week: string;
}

export const CHART_WORDS: Record<Language, ChartWords> = {
	'zh-CN': {
		target: '目标',
		warning: '警戒',
		period: '期间',
		value: '数值',
		place: '地方',
		low: '下限',
		high: '上限',
		townGroups: { urban: '城区街道', rural: '镇乡' },
		groups: { urban: '城区', rural: '乡村' },
		areaUnit: '个',
		status: { insufficient: '样本不足', notConnected: '未接入', notDelivered: '未报送', suppressed: '已隐去' },
		partly: '期未满',
		month: '月',
		quarters: ['一季', '二季', '三季', '四季'],
		week: '周',
	},
	en: {
		target: 'target',
		warning: 'warn',
		period: 'Period',
		value: 'Value',
		place: 'Place',
		low: 'Low',
		high: 'High',
		townGroups: { urban: 'Urban', rural: 'Rural' },
		groups: { urban: 'Urban', rural: 'Rural' },
		areaUnit: '',
		status: {
			insufficient: 'too few',
			notConnected: 'not connected',
			notDelivered: 'not delivered',
			suppressed: 'suppressed',
		},
		partly: 'period not over',
		month: '',
		quarters: ['Q1', 'Q2', 'Q3', 'Q4'],
		week: 'W',
	},
};

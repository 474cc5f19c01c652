// Words of the wall in both languages. Must hold no figures.

import type { Language } from './language.ts';

export interface WallWords {
	overview: string;
	/** 审图号 at the foot of the map. */
	approval: (number: string) => string;
	towns: string;
	villages: string;
	grids: string;
	/** Title of the map, before its level word: 312 个网格此刻最急的灯. */
	mapTitle: { town: string; village: string; grid: string };
	mapTitleShort: { town: string; village: string; grid: string };
	/** In place of the map of a district without polygons. */
	noMap: string;
	eventLights: Record<'deepRed' | 'red' | 'yellow' | 'green' | 'paused' | 'none', string>;
	lights: Record<'green' | 'yellow' | 'red' | 'deepRed', string>;
	bandLights: Record<'inside' | 'outside', string>;
	acceptedLastDay: string;
	acceptedOn: string;
	open: string;
	overdueOpen: string;
	dueToday: string;
	closure: string;
	onTime: string;
	medianHours: string;
	unlocatedShare: string;
	cases: string;
	hours: string;
	usual: string;
	lastDays: string;
	lastWeeks: string;
	versusWeek: string;
	versusMonth: string;
	same: string;
	oldest: string;
	days: string;
	withinTwoHours: string;
	awaitingStart: string;
	inHandling: string;
	awaitingVerification: string;
	today: string;
	tomorrow: string;
	target: string;
	dataAsOf: string;
	noData: string;
	online: string;
	offline: string;
	offlineSince: string;
	demo: string;
	late: string;
	old: string;
	waiting: string;
	waitingOffline: string;
	topics: { yesterday: string; lastDay: string; now: string };
	status: Record<'insufficient' | 'notConnected' | 'notDelivered' | 'suppressed', string>;
	tenThousand: string;
}

export const WALL_WORDS: Record<Language, WallWords> = {
	'zh-CN': {
		overview: '总览',
		approval: (number) => `审图号：${number}`,
		towns: '镇街',
		villages: '村社',
		grids: '网格',
		mapTitle: { town: '个镇街此刻最急的灯', village: '个村社此刻最急的灯', grid: '个网格此刻最急的灯' },
		mapTitleShort: { town: '个镇街此刻', village: '个村社此刻', grid: '个网格此刻' },
		noMap: '未接入边界，暂无地图',
		eventLights: {
			deepRed: '严重逾期',
			red: '逾期',
			yellow: '临期',
			green: '正常',
			paused: '挂起',
			none: '无在办',
		},
		lights: { green: '达标', yellow: '关注', red: '预警', deepRed: '预警' },
		bandLights: { inside: '常态', outside: '异常' },
		acceptedLastDay: '昨日受理',
		acceptedOn: '受理',
		open: '在办',
		overdueOpen: '逾期在办',
		dueToday: '今日到期',
		closure: '办结率',
		onTime: '按期办结率',
		medianHours: '办结时长中位',
		unlocatedShare: '未落格占比',
		cases: '件',
		hours: '小时',
		usual: '同日均值',
		lastDays: '近 {n} 天',
		lastWeeks: '近 {n} 周',
		versusWeek: '较上周',
		versusMonth: '环比',
		same: '持平',
		oldest: '最久',
		days: '天',
		withinTwoHours: '两小时内',
		awaitingStart: '待办',
		inHandling: '办理',
		awaitingVerification: '核查',
		today: '今日',
		tomorrow: '明日',
		target: '目标',
		dataAsOf: '数据截至',
		noData: '还没有数据',
		online: '在线',
		offline: '离线',
		offlineSince: '离线，显示的是 {time} 的数据',
		demo: '演示数据',
		late: '数据迟到',
		old: '数据已旧',
		waiting: '正在取数…',
		waitingOffline: '与本机服务的连接断了，正在重连。接上后自动显示。',
		topics: { yesterday: '昨日', lastDay: '最近日', now: '此刻' },
		status: { insufficient: '样本不足', notConnected: '未接入', notDelivered: '未报送', suppressed: '已隐去' },
		tenThousand: '万',
	},
	en: {
		overview: 'Overview',
		approval: (number) => `Map approval ${number}`,
		towns: 'towns',
		villages: 'villages',
		grids: 'grids',
		mapTitle: {
			town: 'towns by their most urgent light',
			village: 'villages by their most urgent light',
			grid: 'grids by their most urgent light',
		},
		mapTitleShort: { town: 'towns', village: 'villages', grid: 'grids' },
		noMap: 'No outlines imported, no map',
		eventLights: {
			deepRed: 'Severe',
			red: 'Overdue',
			yellow: 'Due soon',
			green: 'In time',
			paused: 'Paused',
			none: 'Quiet',
		},
		lights: { green: 'On target', yellow: 'Watch', red: 'Alert', deepRed: 'Alert' },
		bandLights: { inside: 'Usual', outside: 'Unusual' },
		acceptedLastDay: 'New yesterday',
		acceptedOn: 'New',
		open: 'Open',
		overdueOpen: 'Overdue open',
		dueToday: 'Due today',
		closure: 'Closure',
		onTime: 'On time',
		medianHours: 'Median time',
		unlocatedShare: 'Unlocated',
		cases: '',
		hours: 'h',
		usual: 'same weekday',
		lastDays: '{n} days',
		lastWeeks: '{n} weeks',
		versusWeek: 'week',
		versusMonth: 'month',
		same: 'same',
		oldest: 'oldest',
		days: 'd',
		withinTwoHours: 'within two hours',
		awaitingStart: 'to do',
		inHandling: 'doing',
		awaitingVerification: 'check',
		today: 'today',
		tomorrow: 'tomorrow',
		target: 'target',
		dataAsOf: 'Data as of',
		noData: 'No data yet',
		online: 'online',
		offline: 'offline',
		offlineSince: 'offline, shown as of {time}',
		demo: 'Demo data',
		late: 'data late',
		old: 'data old',
		waiting: 'Loading…',
		waitingOffline: 'The local service is not reachable. Trying again; the wall comes back by itself.',
		topics: { yesterday: 'Yesterday', lastDay: 'Last day', now: 'Now' },
		status: {
			insufficient: 'too few',
			notConnected: 'not connected',
			notDelivered: 'not delivered',
			suppressed: 'suppressed',
		},
		tenThousand: '',
	},
};

// The words of each guard: its name, the question to check in both languages, and what it needs. Computes nothing.

import type { GUARDS } from '../../../../shared/contract/schemas/guards.ts';

export type GuardName = (typeof GUARDS)[number];
export interface Words {
	zh: string;
	en: string;
}

const PERCENT: Words = { zh: '%', en: '%' };
const POINTS: Words = { zh: '个百分点', en: 'pp' };
const DAYS: Words = { zh: '天', en: 'days' };

/** `protects` empty: every figure. `{value}` and `{other}` are filled with the guard's numbers. */
export const GUARD_WORDS: Record<
	GuardName,
	{ name: Words; protects: readonly string[]; unit: Words; question: Words; needs: Words }
> = {
	quickClose: {
		name: { zh: '秒结', en: 'Closed within a minute' },
		protects: ['OP01', 'OP03', 'OP04', 'OP09'],
		unit: PERCENT,
		question: {
			zh: '{value}% 的事件上报后一分钟内结案：是当场处置后补录，还是需要抽查几件？',
			en: '{value}% were closed within a minute of their report: settled on the spot and entered later, or worth a look at a few?',
		},
		needs: { zh: '上报时间、结案时间（到分秒）', en: 'report and closing times with their time of day' },
	},
	lateNight: {
		name: { zh: '深夜集中上报', en: 'Reports late at night' },
		protects: ['OP01'],
		unit: PERCENT,
		question: {
			zh: '{value}% 的自报自结在 23 时之后上报：是夜间巡查，还是集中补录？',
			en: '{value}% of the self-closed were reported after 23:00: night patrols, or entered in one go?',
		},
		needs: { zh: '上报时间（到分秒）、自报自结', en: 'report time with its time of day, self-closed' },
	},
	monthEnd: {
		name: { zh: '月末集中', en: 'Crowded month end' },
		protects: ['OP01'],
		unit: PERCENT,
		question: {
			zh: '{value}% 的轻微自报自结落在月末三天（均匀时约 {other}%）：月末是否有上报数量的要求？',
			en: '{value}% of the minor self-closed fall on the last three days of the month (about {other}% if even): is there a number to reach by then?',
		},
		needs: { zh: '受理时间、自报自结、事件等级', en: 'acceptance time, self-closed, severity' },
	},
	sameText: {
		name: { zh: '同文同图', en: 'Same text or photo' },
		protects: ['OP01', 'TM05'],
		unit: PERCENT,
		question: { zh: '', en: '' },
		needs: { zh: '照片指纹、文字指纹', en: 'hashes of photos and texts' },
	},
	recordedAfter: {
		name: { zh: '先办后录', en: 'Recorded afterwards' },
		protects: ['OP03', 'OP04', 'OP09', 'DG02'],
		unit: PERCENT,
		question: {
			zh: '{value}% 的非自结事件受理后十分钟内结案：受理时间是否在办完之后才登记？',
			en: '{value}% of events that were not self-closed were closed within ten minutes of acceptance: was acceptance entered after the work was done?',
		},
		needs: { zh: '受理时间、结案时间（到分秒）', en: 'acceptance and closing times with their time of day' },
	},
	extendedLimit: {
		name: { zh: '延期后按期', en: 'On time by an extension' },
		protects: ['OP04', 'CO03'],
		unit: POINTS,
		question: {
			zh: '按原时限会低 {value} 个百分点（{other}%）：延期是否都有批准和理由？',
			en: 'By the original limit it would be {value} pp lower ({other}%): is each extension approved and reasoned?',
		},
		needs: { zh: '原办结时限', en: 'original limit' },
	},
	pausedClock: {
		name: { zh: '挂起占比', en: 'Paused clock' },
		protects: ['OP04', 'OP05', 'OP09'],
		unit: PERCENT,
		question: {
			zh: '{value}% 的办结事件曾挂起：挂起理由是否成立、是否及时恢复？',
			en: '{value}% of the closed events were paused: were the reasons sound, and were they resumed in time?',
		},
		needs: { zh: '挂起时长', en: 'pause minutes' },
	},
	defaultRating: {
		name: { zh: '未评价与默认好评', en: 'Unrated or rated by default' },
		protects: ['PP03'],
		unit: PERCENT,
		question: {
			zh: '只有 {value}% 的办结事件有评价；把未评价也算满意会是 {other}%。上级口径是否这样算？',
			en: 'Only {value}% of the closed events were rated; with the unrated taken as satisfied it would be {other}%. Does the upper level count so?',
		},
		needs: { zh: '满意度', en: 'satisfaction' },
	},
	returnNearLimit: {
		name: { zh: '临期退单', en: 'Returned just before the limit' },
		protects: ['CO01', 'OP04'],
		unit: PERCENT,
		question: {
			zh: '{value}% 的退单发生在到期前一天内或到期之后：是否在规定时间内提出，职责是否清楚？',
			en: '{value}% of the returns came within a day of the limit or after it: were they raised in time, and is it clear who is responsible?',
		},
		needs: { zh: '退单记录（退回时间）与办结时限', en: 'records of returns with their time, and limits' },
	},
	classMix: {
		name: { zh: '类别结构', en: 'Mix of classes' },
		protects: ['OP03', 'OP04'],
		unit: POINTS,
		question: {
			zh: '按全区的类别结构折算，按期办结率相差 {value} 个百分点（{other}%）：与其他区域比较时是否应看结构调整后的数？',
			en: 'With the class mix of the whole district the on-time rate differs by {value} pp ({other}%): should the adjusted figure be compared with other areas?',
		},
		needs: { zh: '事件类别、办结时限', en: 'classes and limits' },
	},
	partialPeriod: {
		name: { zh: '期间未满', en: 'Partial period' },
		protects: [],
		unit: DAYS,
		question: {
			zh: '本期只到第 {value} 天（共 {other} 天）：是否只与上期同段比较？',
			en: 'Only {value} of {other} days have been: is it compared with the same stretch before?',
		},
		needs: { zh: '', en: '' },
	},
	missingDays: {
		name: { zh: '缺数日', en: 'Days without data' },
		protects: [],
		unit: DAYS,
		question: {
			zh: '全区有 {value} 天一件事件也没有（平日约 {other} 件）：是否漏报了导出？',
			en: '{value} days have no event at all in the whole district (usually about {other}): is an export missing?',
		},
		needs: { zh: '', en: '' },
	},
};

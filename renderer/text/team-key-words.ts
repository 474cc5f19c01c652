// Words of the codes that the ledgers of the 队伍 page use, in both languages; a word that nobody has mapped stands as it
// was delivered.

import type { Language } from './language.ts';

const KEY_WORDS = {
	'zh-CN': {
		peopleKeys: {
			none: '无',
			assistant: '助理',
			intermediate: '中级',
			senior: '高级',
			staff: '编制',
			socialWorker: '社工',
			dispatched: '劳务派遣',
			welfarePost: '公益岗',
			partTime: '兼职',
			postgraduate: '研究生',
			bachelor: '本科',
			college: '大专',
			secondary: '高中',
			basic: '初中及以下',
			to30: '30 岁及以下',
			to40: '31–40 岁',
			to50: '41–50 岁',
			to60: '51–60 岁',
			over60: '60 岁以上',
			blank: '未填',
			other: '其他',
		},
		topicKeys: {
			policy: '政策法规',
			fire: '消防安全',
			mediation: '矛盾调解',
			system: '系统操作',
			firstAid: '应急救护',
			manners: '沟通礼仪',
			privacy: '保密与个人信息',
			blank: '未填',
		},
		guaranteeKeys: {
			funds: '经费',
			pay: '薪酬',
			insurance: '保险',
			equipment: '装备',
			rooms: '场所',
			reward: '激励',
		},
		actKeys: {
			snapshot: '随手拍',
			council: '议事协商',
			volunteer: '志愿服务',
			hearing: '听证',
			review: '评议',
			points: '积分兑换',
		},
		listKeys: {
			proactive: '主动公开',
			onRequest: '依申请',
			village: '村居务',
			gridBoard: '网格公示',
			outcome: '办理结果',
		},
	},
	en: {
		peopleKeys: {
			none: 'None',
			assistant: 'Assistant',
			intermediate: 'Intermediate',
			senior: 'Senior',
			staff: 'Permanent',
			socialWorker: 'Social worker',
			dispatched: 'Agency',
			welfarePost: 'Welfare post',
			partTime: 'Part-time',
			postgraduate: 'Postgraduate',
			bachelor: 'Bachelor',
			college: 'College',
			secondary: 'Secondary',
			basic: 'Basic',
			to30: 'to 30',
			to40: '31–40',
			to50: '41–50',
			to60: '51–60',
			over60: 'over 60',
			blank: 'Not stated',
			other: 'Other',
		},
		topicKeys: {
			policy: 'Policy and law',
			fire: 'Fire safety',
			mediation: 'Mediation',
			system: 'Using the system',
			firstAid: 'First aid',
			manners: 'Talking to people',
			privacy: 'Secrecy and personal data',
			blank: 'Not stated',
		},
		guaranteeKeys: {
			funds: 'Funds',
			pay: 'Pay',
			insurance: 'Insurance',
			equipment: 'Equipment',
			rooms: 'Rooms',
			reward: 'Rewards',
		},
		actKeys: {
			snapshot: 'Snapshots',
			council: 'Deliberation',
			volunteer: 'Volunteering',
			hearing: 'Hearings',
			review: 'Reviews',
			points: 'Points',
		},
		listKeys: {
			proactive: 'Proactive',
			onRequest: 'On request',
			village: 'Village affairs',
			gridBoard: 'Grid notices',
			outcome: 'Outcomes',
		},
	},
};

/** The word of a code of a subject in the interface language. */
export function keyWord(subject: keyof (typeof KEY_WORDS)['en'], key: string, language: Language): string {
	const words: Readonly<Record<string, string>> = KEY_WORDS[language][subject];
	return (Object.hasOwn(words, key) ? words[key] : undefined) ?? key;
}

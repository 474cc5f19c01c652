// 催办 texts and places of events, in both languages; a real translator, so that a missing gap shows.

import { createInstance, type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { chaseWords, placeWords, reminderText } from '../../../renderer/boards/event-words.ts';
import type { EventRow } from '../../../renderer/stores/events-store.ts';
import { en } from '../../../renderer/text/en.ts';
import { zhCN } from '../../../renderer/text/zh-cn.ts';

let zh: TFunction;
let english: TFunction;
beforeAll(async () => {
	const made = createInstance();
	await made.init({
		resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
		lng: 'zh-CN',
		interpolation: { escapeValue: false },
	});
	zh = made.getFixedT('zh-CN');
	english = made.getFixedT('en');
});

const EVENT: EventRow = {
	title: null,
	eventId: 'L261110-0026',
	category: { code: '0305', zh: '三合一场所', en: 'Mixed-use workshop', raw: '三合一' },
	severity: 2,
	source: null,
	status: null,
	areaCode: 'G',
	townName: '云碶镇',
	placeName: '小屿村第1网格',
	isUnlocated: false,
	leadUnit: '消防大队',
	acceptedAt: null,
	dueAt: '2026-11-18T17:30:00+08:00',
	closedAt: null,
	light: 'red',
	limit: 'W3',
	overdue: { amount: 14, clock: 'workHours' },
	isSelfClosed: false,
	superviseLevel: 2,
	urgeCount: 3,
	isSensitive: false,
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('a reminder says who, what, where, when due, how long over and by when to reply', () => {
	expect(plain(reminderText(EVENT, 'zh-CN', 2026, zh))).toBe(
		'消防大队：L261110-0026（三合一场所，云碶镇 小屿村第1网格）已于 11-18 17:30 到期，超 2工作日。请于今日 12:00 前反馈处置结果。',
	);
	expect(plain(reminderText(EVENT, 'en', 2026, english))).toBe(
		'消防大队: L261110-0026 (Mixed-use workshop, 云碶镇 小屿村第1网格) was due 18 Nov 17:30, +2 work days. Please reply by 12:00 today.',
	);
});

test('a matter that has just come due is due, without a time over', () => {
	const due = { ...EVENT, overdue: { amount: 0, clock: 'workHours' as const } };
	expect(reminderText(due, 'zh-CN', 2026, zh)).toContain('已于 11-18 17:30 到期。请于');
});

test('a matter with time left is asked for in time', () => {
	const early = { ...EVENT, overdue: { amount: -2, clock: 'hours' as const } };
	expect(plain(reminderText(early, 'zh-CN', 2026, zh))).toContain('将于 11-18 17:30 到期，剩 2小时。');
});

test('a place is said once, and 未落格 where there is no grid', () => {
	expect(placeWords({ ...EVENT, placeName: '云碶镇', isUnlocated: true }, zh)).toBe('云碶镇 未落格');
});

test('the hardest step of chasing is the one shown', () => {
	expect(chaseWords(EVENT, zh)).toBe('黄牌督办');
	expect(chaseWords({ ...EVENT, superviseLevel: 0 }, zh)).toBe('已催 3 次');
	expect(chaseWords({ ...EVENT, superviseLevel: 0, urgeCount: 0 }, zh)).toBe('未催办');
});

// Reminders by unit, supervision sheets and the agenda as text, in both languages; a real translator, so that a missing gap
// shows.

import { createInstance, type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { agendaText } from '../../../renderer/boards/collab/agenda-words.ts';
import { toSheets } from '../../../renderer/boards/collab/supervision-sheets.ts';
import {
	groupByUnit,
	type MessageContext,
	replyBy,
	unitReminder,
} from '../../../renderer/boards/collab/unit-reminders.ts';
import type { AgendaItem, QueueRow } from '../../../renderer/stores/collab-store.ts';
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

const EVENT: QueueRow['event'] = {
	title: null,
	eventId: 'A1',
	category: { code: '0502', zh: '道路破损', en: 'Damaged pavement', raw: null },
	severity: 3,
	source: null,
	status: null,
	areaCode: null,
	townName: '云碶镇',
	placeName: null,
	isUnlocated: false,
	leadUnit: '住建局',
	acceptedAt: null,
	dueAt: '2026-11-18T17:30:00+08:00',
	closedAt: null,
	light: 'red',
	limit: 'W3',
	overdue: { amount: 14, clock: 'workHours' },
	isSelfClosed: false,
	superviseLevel: 0,
	urgeCount: 0,
	isSensitive: false,
};

function row(event: Partial<QueueRow['event']>, ladder: Partial<QueueRow['ladder']> = {}): QueueRow {
	return {
		event: { ...EVENT, ...event },
		pause: null,
		pauseMinutes: 0,
		extension: { state: 'tooLate', count: 0, oldDueAt: null },
		ladder: { level: 0, next: 'plain', waitUntil: null, ...ladder },
	};
}

const ROWS = [
	row({ eventId: 'A1' }, { level: 1, next: 'yellowCard' }),
	row({ eventId: 'A2', light: 'yellow', overdue: { amount: -2, clock: 'hours' } }, { next: 'urge' }),
	row({ eventId: 'A3', isSensitive: true }),
	row({ eventId: 'B1', leadUnit: null }, { waitUntil: '2026-11-24T17:30:00+08:00' }),
	row({ eventId: 'B2', light: 'paused' }, { next: 'none' }),
];
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const context = (t: TFunction, language: 'zh-CN' | 'en'): MessageContext => ({
	t,
	language,
	presentYear: 2026,
	now: '2026-11-23T07:45:00+08:00',
	centre: 'L区综治中心',
});

test('one message a unit: what is overdue, what is soon, each matter on a line, sensitive ones by number alone', () => {
	const [first, second] = groupByUnit(ROWS);
	if (!first || !second) throw new Error('two units expected');
	expect(plain(unitReminder(first, context(zh, 'zh-CN')))).toBe(
		[
			'住建局：截至11-23 07:45，贵单位有逾期 2 件、临期 1 件，请尽快办理并反馈。',
			'1. A1（道路破损，云碶镇），11-18 17:30 到期，超 2工作日，普通督办',
			'2. A2（道路破损，云碶镇），11-18 17:30 到期，剩 2小时',
			'3. A3（敏感事项），11-18 17:30 到期，超 2工作日',
			'请于今日 12:00 前反馈处置结果。L区综治中心',
		].join('\n'),
	);
	expect(plain(unitReminder(first, context(english, 'en')))).toContain(
		'1. A1 (Damaged pavement, 云碶镇), due 18 Nov 17:30, +2 work days',
	);
	expect(unitReminder(second, context(zh, 'zh-CN'))).toMatch(/^承办单位：.*\n1\. B1/);
	expect(second.rows.map(({ event }) => event.eventId)).toEqual(['B1']);
});

test('an answer is asked for within office hours', () => {
	expect(replyBy('2026-11-23T10:29:00+08:00', zh)).toBe('今日 12:00 ');
	expect(replyBy('2026-11-23T10:30:00+08:00', zh)).toBe('今日 17:30 ');
	expect(replyBy('2026-11-23T16:00:00+08:00', zh)).toBe('下一工作日 12:00 ');
});

test('a sheet for each unit and step that can be taken now, the gravest first', () => {
	const sheets = toSheets(groupByUnit([...ROWS, row({ eventId: 'A4' }, { next: 'report', level: 3 })]));
	expect(sheets.map(({ unit, step, rows }) => [unit, step, rows.map(({ event }) => event.eventId)])).toEqual([
		['住建局', 'yellowCard', ['A1']],
		['住建局', 'plain', ['A3']],
	]);
});

test('the agenda reads as text; the duty list decides who leads what was passed around', () => {
	const item: AgendaItem = {
		kind: 'passedAround',
		category: EVENT.category,
		units: ['住建局', '城管局'],
		duty: [{ unit: '综合执法局', kind: null, basis: '职责清单第3项' }],
		isElsewhere: true,
		events: [EVENT],
		eventCount: 1,
	};
	expect(agendaText([item], 'zh-CN', zh)).toBe(
		[
			'1. 道路破损多次退回，明确责任单位',
			'参会单位：住建局、城管局',
			'职责清单：应由综合执法局办理（职责清单第3项）；现由住建局承办，与清单不符',
			'涉及 1 件：A1',
			'建议：按职责清单由综合执法局主办，不得再退。',
		].join('\n'),
	);
	expect(agendaText([{ ...item, duty: [], isElsewhere: false }], 'en', english)).toContain('not on the duty list');
});

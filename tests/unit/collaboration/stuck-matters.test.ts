// The agenda of a meeting: why a matter is stuck, who should sit at the table, what the duty list says. And the 30 days in
// which a court can be asked to confirm an agreement.

import { expect, test } from 'vitest';
import type { Duty } from '../../../electron/services/cache/collaboration-queries.ts';
import type { DisputeRow } from '../../../electron/services/cache/dispute-queries.ts';
import { confirmByDay, confirmStateOf } from '../../../electron/services/collaboration/get-disputes.ts';
import {
	agendaOf,
	isDutyOf,
	type StuckMatter,
	stuckKindOf,
} from '../../../electron/services/collaboration/meeting-agenda.ts';
import { parseIso, toIsoDate } from '../../../shared/domain/shanghai-time.ts';

function matter(id: string, more: Partial<StuckMatter> = {}, event: Partial<StuckMatter['event']> = {}): StuckMatter {
	return {
		event: {
			eventId: id,
			title: null,
			category: { code: '0502', zh: '道路破损', en: 'Damaged pavement', raw: null },
			severity: 3,
			source: null,
			status: null,
			areaCode: null,
			townName: '甲镇',
			placeName: null,
			isUnlocated: false,
			leadUnit: '住建局',
			acceptedAt: null,
			dueAt: null,
			closedAt: null,
			light: 'red',
			limit: null,
			overdue: null,
			isSelfClosed: false,
			superviseLevel: 0,
			urgeCount: 0,
			isSensitive: false,
			...event,
		},
		coUnits: [],
		handlers: [],
		returns: 0,
		extendCount: 0,
		level: 0,
		pausedDays: null,
		unanswered: [],
		...more,
	};
}

const duty = (unit: string): Duty => ({ category: '0502', unit, kindCode: 'lead', kindRaw: '主办', basis: '清单' });

test('a matter is stuck for its gravest reason, and only then', () => {
	expect(stuckKindOf(matter('1'))).toBeNull();
	expect(stuckKindOf(matter('1', { returns: 2, level: 3 }))).toBe('passedAround');
	expect(stuckKindOf(matter('1', { unanswered: ['城管局'], level: 3 }))).toBe('whistleIgnored');
	expect(stuckKindOf(matter('1', { level: 3 }))).toBe('redCard');
	expect(stuckKindOf(matter('1', { pausedDays: 31 }, { light: 'paused' }))).toBe('longPause');
	expect(stuckKindOf(matter('1', { pausedDays: 30 }, { light: 'paused' }))).toBeNull();
	expect(stuckKindOf(matter('1', { coUnits: ['水务公司'] }))).toBe('crossOverdue');
	expect(stuckKindOf(matter('1', { coUnits: ['水务公司'] }, { light: 'yellow' }))).toBeNull();
	expect(stuckKindOf(matter('1', { extendCount: 1 }))).toBe('noExtensionLeft');
});

test('one item for each reason, class and unit; all who held or were called sit at the table', () => {
	const agenda = agendaOf(
		[
			matter('b', { extendCount: 1 }),
			matter('a', { returns: 2, handlers: ['中心', '住建局', '城管局'] }),
			matter('c', { returns: 3, handlers: ['中心', '水务公司'] }),
			matter('d'),
		],
		new Map([['0502', [duty('综合执法局')]]]),
	);
	expect(agenda.map(({ kind, eventCount }) => [kind, eventCount])).toEqual([
		['passedAround', 2],
		['noExtensionLeft', 1],
	]);
	expect(agenda[0]?.units).toEqual(['住建局', '中心', '城管局', '水务公司', '综合执法局']);
	expect(agenda[0]?.isElsewhere).toBe(true);
	expect(agendaOf([matter('b', { extendCount: 1 })], new Map([['0502', [duty('住建局')]]]))[0]?.isElsewhere).toBe(
		false,
	);
	expect(agendaOf([matter('b', { extendCount: 1 })], new Map())[0]).toMatchObject({ duty: [], isElsewhere: false });
});

test('镇街司法所 of the list is the own one of each town', () => {
	expect(isDutyOf('镇街司法所', '云碶镇司法所')).toBe(true);
	expect(isDutyOf('镇街司法所', '住建局')).toBe(false);
	expect(isDutyOf('镇街', '云碶镇')).toBe(false);
});

const AGREED = {
	resultCode: 'success',
	closedAt: parseIso('2026-10-20T10:00:00+08:00'),
	judicialConfirm: 0,
} as DisputeRow;

test('both sides may ask a court for 30 days after the agreement, to the end of the last', () => {
	expect(toIsoDate(confirmByDay(AGREED) ?? 0)).toBe('2026-11-19');
	const last = parseIso('2026-11-19T23:59:59+08:00') ?? 0;
	expect(confirmStateOf(AGREED, last)).toBe('open');
	expect(confirmStateOf(AGREED, last + 1)).toBe('over');
	expect(confirmStateOf({ ...AGREED, judicialConfirm: 1 }, last + 1)).toBe('confirmed');
	expect(confirmStateOf({ ...AGREED, resultCode: 'failure' }, last)).toBeNull();
	expect(confirmByDay({ ...AGREED, closedAt: null })).toBeNull();
});

// Calls of 吹哨报到: which still wait and how long, and how units answered in a period.

import { expect, test } from 'vitest';
import type { WhistleCall } from '../../../electron/services/cache/collaboration-queries.ts';
import { summariseAnswers, waitingCalls } from '../../../electron/services/collaboration/get-response.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';

const CALENDAR = loadWorkingCalendar();
const at = (text: string): number => parseIso(`2026-11-${text}:00+08:00`) ?? 0;
const NOW = at('23T09:30');

function call(whistleId: string, more: Partial<WhistleCall> = {}): WhistleCall {
	return {
		whistleId,
		eventId: null,
		caller: '云碶镇',
		called: '住建局',
		level: 'normal',
		whistledAt: at('20T08:30'),
		dueAt: at('20T17:30'),
		reportedAt: null,
		score: null,
		areaId: null,
		...more,
	};
}

test('calls without an answer wait, the most pressing first, on the clock of their level', () => {
	const waiting = waitingCalls(
		[
			call('soon', { dueAt: at('23T10:30') }),
			call('answered', { reportedAt: at('20T09:00') }),
			call('late'),
			call('urgent', { level: 'urgent', dueAt: at('23T08:00') }),
			call('open', { dueAt: null }),
			call('future', { whistledAt: at('24T08:30') }),
		],
		CALENDAR,
		NOW,
	);
	expect(waiting.map(({ whistleId, overdue }) => [whistleId, overdue])).toEqual([
		// Friday 17:30 to Monday 09:30 is one working hour; an urgent call counts every hour.
		['late', { amount: 1, clock: 'workHours' }],
		['urgent', { amount: 1.5, clock: 'hours' }],
		['soon', { amount: -1, clock: 'workHours' }],
		['open', null],
	]);
});

test('late is what was answered after its limit, or not at all after it; few answers have no median', () => {
	const answers = summariseAnswers(
		[
			...['09:30', '10:30', '11:30', '14:30', '15:30'].map((time, index) =>
				call(`a${index}`, { reportedAt: at(`20T${time}`), score: index + 1 }),
			),
			call('late', { reportedAt: at('23T08:45') }),
			call('never'),
			call('other', { called: '城管局', reportedAt: at('20T09:00'), score: 5 }),
		],
		CALENDAR,
		NOW,
	);
	expect(answers).toEqual([
		{ unit: '住建局', calls: 7, answered: 6, late: 2, medianMinutes: 210, score: 3 },
		{ unit: '城管局', calls: 1, answered: 1, late: 0, medianMinutes: null, score: null },
	]);
});

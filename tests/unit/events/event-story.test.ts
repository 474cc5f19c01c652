// The story of one event: who held it on an axis of working time, pauses, marks and limits; why its limit stands.

import { describe, expect, it } from 'vitest';
import type { StoredStep } from '../../../electron/services/cache/event-queries.ts';
import { pausesOf, timelineOf } from '../../../electron/services/events/event-timeline.ts';
import { limitProofOf } from '../../../electron/services/events/limit-proof.ts';
import { stageClocksOf } from '../../../electron/services/events/stage-clocks.ts';
import { meaningOf } from '../../../electron/services/events/step-meaning.ts';
import { DATE_ONLY } from '../../../electron/services/indicators/event-columns.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import { secondsFromWallClock, toIso } from '../../../shared/domain/shanghai-time.ts';

const calendar = loadWorkingCalendar();
const at = (day: number, hour: number, minute = 0) => secondsFromWallClock(2026, 11, day, hour, minute);
let seq = 0;
function step(op: string, fromUnit: string | null, toUnit: string | null, opAt: number | null): StoredStep {
	seq += 1;
	const rest = { receivedAt: null, dueAt: null, usedWorkMinutes: null, isTimeout: null };
	return { seq, node: null, op, opCode: null, fromUnit, toUnit, opAt, ...rest };
}
const word = (code: string) => ({ raw: code, code });
const STEPS = [
	// Thursday 19 November to Monday 23 November 2026.
	step('派单', '中心', '甲局', at(19, 16, 30)),
	step('回退', '甲局', '中心', at(20, 9, 0)),
	step('重新派单', '中心', '乙局', at(20, 9, 30)),
	step('挂起', '乙局', '乙局', at(20, 15, 0)),
	step('恢复办理', '乙局', '乙局', at(23, 9, 30)),
];

describe('timelineOf', () => {
	const event = { limit: word('W2'), closedAt: null, dueAt: at(24, 17, 30), dueAtOrig: at(23, 17, 30) };
	const timeline = timelineOf(event, STEPS, calendar, at(23, 10, 30));

	it('folds nights and days off, cuts at pauses, and ends at now', () => {
		expect(timeline?.clock).toBe('work');
		expect(timeline?.spans.map(({ unit, kind, at: from, length }) => [unit, kind, from, length])).toEqual([
			['甲局', 'held', 0, 90],
			['中心', 'held', 90, 30],
			['乙局', 'held', 120, 210],
			['乙局', 'paused', 330, 210],
			['乙局', 'held', 540, 60],
		]);
		expect(timeline?.end).toEqual({ kind: 'now', instant: toIso(at(23, 10, 30)), at: 600 });
		expect(timeline?.days).toEqual([
			{ day: '2026-11-20', at: 60 },
			{ day: '2026-11-23', at: 480 },
			{ day: '2026-11-24', at: 900 },
		]);
	});

	it('marks the return and both limits as they stood', () => {
		expect(timeline?.marks.map(({ kind, unit, at: from }) => [kind, unit, from])).toEqual([['returned', '甲局', 90]]);
		expect(timeline?.limits.map(({ kind, at: from }) => [kind, from])).toEqual([
			['original', 900],
			['present', 1320],
		]);
		expect(timeline?.length).toBe(1320);
	});

	it('runs day and night for limits in hours, and is nothing without timed steps', () => {
		const natural = timelineOf(
			{ ...event, limit: word('H24'), dueAtOrig: event.dueAt },
			STEPS,
			calendar,
			at(23, 10, 30),
		);
		expect([natural?.clock, natural?.spans[0]?.length]).toEqual(['natural', 990]);
		expect(natural?.limits.map(({ kind }) => kind)).toEqual(['present']);
		expect(timelineOf(event, [step('派单', null, '甲局', null)], calendar, at(23, 10))).toBeNull();
	});
});

describe('limitProofOf', () => {
	const base = { severity: 3, limit: word('W2'), acceptedAt: at(19, 16), dueAt: at(23, 17, 30), dueAtOrig: null };

	it('counts the limit from the acceptance and says whether the delivered one is the same', () => {
		expect(limitProofOf(base, [], calendar)).toMatchObject({
			countedAt: toIso(at(23, 17, 30)),
			agrees: true,
			pauses: 0,
		});
		expect(limitProofOf({ ...base, dueAt: at(23, 12) }, [], calendar).agrees).toBe(false);
	});

	it('leaves out the pauses where the delivered limit did', () => {
		const paused = limitProofOf({ ...base, dueAt: at(24, 17, 30) }, STEPS, calendar);
		expect(paused).toMatchObject({ countedAt: toIso(at(24, 17, 30)), agrees: true, pauses: 1 });
	});

	it('holds the count against the limit before an extension, and is silent where nothing can be counted', () => {
		const extended = limitProofOf({ ...base, dueAt: at(27, 17, 30), dueAtOrig: at(23, 17, 30) }, [], calendar);
		expect(extended).toMatchObject({ agrees: true, originalAt: toIso(at(23, 17, 30)) });
		expect(limitProofOf({ ...base, limit: null }, [], calendar)).toMatchObject({ countedAt: null, agrees: null });
		expect(limitProofOf({ ...base, acceptedAt: null }, [], calendar).agrees).toBeNull();
	});
});

describe('what a step means', () => {
	it.each([
		['回退', 'returned'],
		['恢复办理', 'resumed'],
		['解挂', 'resumed'],
		['延期审批通过', 'extended'],
		['黄牌督办', 'supervised'],
		['返工', 'reworked'],
		['签收', null],
	])('%s: %s', (op, meaning) => {
		expect(meaningOf({ node: null, op, opCode: null })).toBe(meaning);
	});

	it('a pause without an end never ends; a hand-over ends one', () => {
		expect(pausesOf([step('挂起', '甲局', '甲局', at(20, 9))])).toEqual([
			{ fromS: at(20, 9), toS: Number.POSITIVE_INFINITY },
		]);
		expect(pausesOf([step('挂起', '甲局', '甲局', at(20, 9)), step('反馈', '甲局', '中心', at(20, 11))])).toEqual([
			{ fromS: at(20, 9), toS: at(20, 11) },
		]);
	});
});

describe('stageClocksOf', () => {
	const event = {
		severity: 3,
		reportedAt: at(19, 9),
		acceptedAt: at(19, 10),
		dispatchedAt: at(20, 9),
		signedAt: null,
		disposedAt: null,
		closedAt: null,
		dueAt: at(25, 17, 30),
		dueAtOrig: at(24, 17, 30),
		isSelfClosed: false,
		dateOnly: 0,
	};
	const stages = (more: Partial<typeof event> = {}, steps: StoredStep[] = []) =>
		stageClocksOf({ ...event, ...more }, steps, calendar, at(20, 15)).map(({ stage, limit, due, state, isLate }) =>
			[stage, limit, due, state, isLate].join(' '),
		);

	it('counts each stage that has begun by the usual limit of its severity', () => {
		// Two hours to accept; four working hours to dispatch: from 10:00 to 15:30 with the break at noon.
		expect(stages()).toEqual([
			`accept N2 ${toIso(at(19, 11))} finished false`,
			`dispatch N4 ${toIso(at(19, 16))} finished true`,
			`sign N4 ${toIso(at(20, 15))} running false`,
		]);
		expect(stages({ severity: 1 })[0]).toBe(`accept H0.25 ${toIso(at(19, 9, 15))} finished true`);
	});

	it('says nothing of what one hand reported and closed, or of days without a time', () => {
		expect(stages({ isSelfClosed: true })).toEqual([]);
		expect(stages({ dateOnly: DATE_ONLY.accepted })).toEqual([]);
	});

	it('asks about an extension that came too late, or a second time', () => {
		const asked = (...steps: StoredStep[]) =>
			limitProofOf({ ...event, limit: word('W3') }, steps, calendar).extensionFault;
		expect(asked(step('申请延期', '甲局', '甲局', at(23, 9)))).toBe(null);
		expect(asked(step('申请延期', '甲局', '甲局', at(25, 9)))).toBe('tooLate');
		expect(asked(step('申请延期', '甲局', '甲局', at(20, 9)), step('延期', '甲局', '甲局', at(23, 9)))).toBe('again');
		expect(asked()).toBe(null);
	});
});

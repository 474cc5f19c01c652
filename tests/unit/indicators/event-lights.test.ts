// Lights of events, the order of the queue and the lights of areas (domain.md §1.3, design.md §5).

import { describe, expect, it } from 'vitest';
import { computeAreaLights } from '../../../electron/services/indicators/area-lights.ts';
import { computeEventClock, computeRedQueue } from '../../../electron/services/indicators/red-queue.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import type { PlainArea, PlainEvent } from '../../support/make-engine-snapshot.ts';
import { instantOf, makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';

const AREAS: PlainArea[] = [
	{ code: 'D', level: 'district' },
	{ code: 'T1', level: 'town', parent: 'D', sortNo: 1 },
	{ code: 'T2', level: 'town', parent: 'D', sortNo: 2 },
	{ code: 'G1', level: 'grid', parent: 'T1' },
	{ code: 'G2', level: 'grid', parent: 'T1' },
];
const calendar = loadWorkingCalendar();
/** Monday 23 November 2026. */
const NOW = '2026-11-23 10:00';

function snapshotOf(events: PlainEvent[], asOf = NOW) {
	return makeEngineSnapshot({ areas: AREAS, events, asOf: { main: asOf } });
}

function clockOf(event: PlainEvent, now = NOW, asOf = now) {
	return computeEventClock(snapshotOf([event], asOf), calendar, 1, instantOf(now));
}

/** Three working days from Wednesday: due Monday 17:30. */
const W3: PlainEvent = { accepted: '2026-11-18 09:00', due: '2026-11-23 17:30', limit: 'W3' };

describe('the light of an event', () => {
	it.each([
		// W3 is 21 working hours; a quarter is 5:15, but a working day (7 h) is reached first.
		['2026-11-20 15:00', 'green'],
		['2026-11-20 17:29', 'green'],
		['2026-11-20 17:30', 'yellow'],
		['2026-11-22 12:00', 'yellow'],
		['2026-11-23 17:30', 'yellow'],
		['2026-11-23 17:31', 'red'],
		// Overdue by just 21 working hours, then by more.
		['2026-11-26 17:30', 'red'],
		['2026-11-27 08:31', 'deepRed'],
	])('of W3 at %s is %s', (now, light) => {
		expect(clockOf(W3, now)?.light).toBe(light);
	});

	it.each([
		// W20 is 140 working hours: a quarter is five days.
		['W20', '2026-11-02 09:00', '2026-11-30 17:30', '2026-11-23 17:29', 'green'],
		['W20', '2026-11-02 09:00', '2026-11-30 17:30', '2026-11-23 17:30', 'yellow'],
		// W2 turns yellow at four working hours, which comes before a quarter (3:30).
		['W2', '2026-11-19 09:00', '2026-11-23 17:30', '2026-11-23 11:29', 'green'],
		['W2', '2026-11-19 09:00', '2026-11-23 17:30', '2026-11-23 11:30', 'yellow'],
		// H24 runs through the night: a quarter is six hours.
		['H24', '2026-11-22 20:00', '2026-11-23 20:00', '2026-11-23 13:59', 'green'],
		['H24', '2026-11-22 20:00', '2026-11-23 20:00', '2026-11-23 14:00', 'yellow'],
		['H24', '2026-11-21 08:00', '2026-11-22 08:00', '2026-11-23 08:00', 'red'],
		['H24', '2026-11-21 08:00', '2026-11-22 08:00', '2026-11-23 08:01', 'deepRed'],
		// D30: a quarter is seven and a half days.
		['D30', '2026-11-01 09:00', '2026-12-01 23:59:59', '2026-11-24 11:59', 'green'],
		['D30', '2026-11-01 09:00', '2026-12-01 23:59:59', '2026-11-24 12:00', 'yellow'],
	])('of %s from %s due %s at %s is %s', (limit, accepted, due, now, light) => {
		expect(clockOf({ limit, accepted, due }, now)?.light).toBe(light);
	});

	it('is deep red with a red card, and apart when paused, disposed or without a limit', () => {
		expect(clockOf({ ...W3, superviseLevel: 3 }, '2026-11-19 09:00')?.light).toBe('deepRed');
		expect(clockOf({ ...W3, superviseLevel: 2 }, '2026-11-19 09:00')?.light).toBe('green');
		expect(clockOf({ ...W3, status: 41 }, '2026-11-30 09:00')?.light).toBe('paused');
		const disposed = { ...W3, status: 50, disposed: '2026-11-23 09:00' };
		expect(clockOf(disposed, '2026-11-30 09:00')).toMatchObject({ light: 'green', overdue: null });
		expect(clockOf({ accepted: W3.accepted ?? '' })).toMatchObject({ light: 'none', overdue: null });
		expect(clockOf({ ...W3, closed: '2026-11-20 09:00' })).toBeNull();
		expect(clockOf({ ...W3, status: 90 })).toBeNull();
	});

	it('gives time over on its own clock: 7 working hours or 24 hours are a day', () => {
		expect(clockOf(W3, '2026-11-25 10:30')).toMatchObject({
			limit: 'W3',
			overdue: { amount: 9, clock: 'workHours' },
			overdueDays: 9 / 7,
		});
		expect(clockOf(W3, '2026-11-23 16:30')?.overdue).toEqual({ amount: -1, clock: 'workHours' });
		// Over since Friday evening, with no working time passed yet.
		const friday = { ...W3, due: '2026-11-20 17:30' };
		expect(clockOf(friday, '2026-11-23 08:00')).toMatchObject({ light: 'red', overdue: { amount: 0 } });
		const hours = { accepted: '2026-11-21 08:00', due: '2026-11-22 08:00', limit: 'H24' };
		expect(clockOf(hours, '2026-11-23 14:00')).toMatchObject({
			overdue: { amount: 30, clock: 'hours' },
			overdueDays: 1.25,
		});
	});

	it('does not turn red by the clock alone: the light is that of the as-of, the time that of now', () => {
		const old = clockOf(W3, '2026-11-24 09:30', '2026-11-23 08:00');
		expect(old).toMatchObject({ light: 'yellow', overdue: { amount: 1, clock: 'workHours' } });
	});
});

describe('the queue', () => {
	const late = (due: string, severity: number, more: PlainEvent = {}): PlainEvent => ({
		accepted: '2026-11-10 09:00',
		due,
		limit: 'W3',
		severity,
		area: 'G1',
		...more,
	});

	it('is ordered by severity, light, then days over on the own clock', () => {
		const events = [
			late('2026-11-23 17:30', 1),
			late('2026-11-20 17:30', 3),
			late('2026-11-13 17:30', 2),
			late('2026-11-20 17:30', 2),
			late('2026-11-19 17:30', 2),
			// One and a half days by the hour, ahead of a working day and less.
			late('2026-11-21 22:00', 2, { limit: 'H48', accepted: '2026-11-19 22:00' }),
			late('2026-12-30 17:30', 1),
			late('2026-11-13 17:30', 0),
		];
		const queue = computeRedQueue(snapshotOf(events), calendar, { area: 'D', limit: 50 }, instantOf(NOW));
		expect(queue.rows.map(({ eventKey }) => eventKey)).toEqual([1, 3, 6, 5, 4, 2, 8]);
		expect(queue.counts).toEqual({ deepRed: 2, red: 4, yellow: 1, green: 1, paused: 0, none: 0 });
		expect(queue).toMatchObject({ openTotal: 8, pressingTotal: 7, isCalendarProvisional: false });
		const short = computeRedQueue(snapshotOf(events), calendar, { area: 'D', limit: 2 }, instantOf(NOW));
		expect(short.rows.map(({ eventKey }) => eventKey)).toEqual([1, 3]);
		expect(short.pressingTotal).toBe(7);
	});

	it('counts what still falls due today, and who waits for whom', () => {
		const events = [
			late('2026-11-23 12:00', 3, { status: 31 }),
			late('2026-11-23 17:30', 3, { status: 30 }),
			late('2026-11-23 09:00', 3, { status: 51 }),
			late('2026-11-24 09:00', 3, { status: 50 }),
			late('2026-11-23 11:00', 3, { status: 41 }),
			late('2026-11-23 11:00', 3, { status: 31, disposed: '2026-11-23 09:00', area: 'T2' }),
		];
		const ask = (area: string) => computeRedQueue(snapshotOf(events), calendar, { area, limit: 50 }, instantOf(NOW));
		expect(ask('D')).toMatchObject({ openTotal: 6, dueToday: 2, dueInTwoHours: 1, awaitingVerification: 2 });
		expect(ask('D')).toMatchObject({ awaitingStart: 1, inHandling: 2, counts: { paused: 1 } });
		expect(ask('T2')).toMatchObject({ openTotal: 1, awaitingVerification: 1, dueToday: 0 });
		expect(() => ask('X')).toThrow(expect.objectContaining({ code: 'E_UNKNOWN_AREA' }));
	});

	it('says when the calendar of a limit is only provisional', () => {
		const next = [late('2027-01-05 17:30', 3)];
		const ask = (events: PlainEvent[]) =>
			computeRedQueue(snapshotOf(events), calendar, { area: 'D', limit: 5 }, instantOf(NOW)).isCalendarProvisional;
		expect(ask(next)).toBe(true);
		expect(ask([late('2027-01-05 17:30', 3, { limit: 'H24' })])).toBe(false);
	});
});

describe('the lights of areas', () => {
	it('are the most urgent inside each area', () => {
		const events: PlainEvent[] = [
			{ ...W3, area: 'G1' },
			{ ...W3, area: 'G1', superviseLevel: 3 },
			{ ...W3, area: 'G2', status: 41 },
			{ ...W3, area: 'T2', due: '2026-12-30 17:30', limit: 'W20' },
		];
		expect(computeAreaLights(snapshotOf(events), calendar, instantOf(NOW))).toEqual([
			{ area: 'T1', level: 'town', light: 'deepRed', open: 3 },
			{ area: 'G1', level: 'grid', light: 'deepRed', open: 2 },
			{ area: 'G2', level: 'grid', light: 'paused', open: 1 },
			{ area: 'T2', level: 'town', light: 'green', open: 1 },
		]);
	});
});

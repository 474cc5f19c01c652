// OP02 to OP09 on single events: who counts, when, and what is left out (figures.md).

import { describe, expect, it } from 'vitest';
import type { PlainEvent } from '../../support/make-engine-snapshot.ts';
import { AREAS, many, OCT, readOne } from './readings-district.ts';

describe('OP02', () => {
	it('leaves self-closed out and takes the residents of the area, else of all its children', () => {
		const events = [...many({ ...OCT, area: 'G1' }), { ...OCT, area: 'G1', selfClosed: true }, { ...OCT, area: 'G2' }];
		expect(readOne(events, 'OP02')).toMatchObject({ num: 7, den: 4_000, value: 1.75 });
		expect(readOne(events, 'OP02', { variant: 'all' })).toMatchObject({ num: 8, den: 4_000, value: 2 });
		expect(readOne(events, 'OP02', { areas: ['T1'] })).toMatchObject({ num: 6, den: 1_000, value: 6 });
		// A grid whose residents nobody delivered.
		expect(readOne(events, 'OP02', { areas: ['G1'] })).toMatchObject({ num: null, den: null, status: 'notConnected' });
		const areas = AREAS.map((area) => (area.code === 'T2' ? { ...area, popResident: null } : area));
		expect(readOne(events, 'OP02', {}, { areas }).status).toBe('notConnected');
	});
});

describe('OP03', () => {
	it('counts what is closed at as-of among those accepted, re-opened ones not', () => {
		const closed = { ...OCT, closed: '2026-10-03 10:00' };
		const events: PlainEvent[] = [
			{ ...closed, status: 60 },
			{ ...closed, status: 51 },
			{ ...closed, status: 52, reopened: '2026-10-05 09:00' },
			{ ...closed, status: 60, reopened: '2026-10-02 09:00' },
			{ ...closed, status: 31, reopened: '2026-10-05 09:00' },
			{ ...closed, status: null },
		];
		expect(readOne(events, 'OP03')).toMatchObject({ num: 3, den: 6, value: 50 });
		// Before their re-opening those with a time of it were closed.
		expect(readOne(events, 'OP03', { asOf: '2026-10-04 00:00:00' })).toMatchObject({ num: 5, den: 6 });
	});

	it('lets a closing status without a time count from the as-of of its export, here only', () => {
		const events = many({ ...OCT, status: 61, statusClosed: '2026-10-08 06:00', due: '2026-10-02 09:00' });
		expect(readOne(events, 'OP03')).toMatchObject({ num: 6, den: 6 });
		expect(readOne(events, 'OP03', { asOf: '2026-10-08 05:59:59' })).toMatchObject({ num: 0, den: 6 });
		expect(readOne(events, 'OP05').value).toBe(6);
		expect(readOne(events, 'OP04')).toMatchObject({ num: 0, den: 6 });
		expect(readOne(events, 'OP09').n).toBe(0);
	});

	it('grades by target and warning', () => {
		const light = (closed: number, of: number) =>
			readOne([...many({ ...OCT, closed: '2026-10-02 10:00' }, closed), ...many(OCT, of - closed)], 'OP03').light;
		expect(light(19, 20)).toBe('green');
		expect(light(18, 20)).toBe('yellow');
		expect(light(17, 20)).toBe('red');
		expect(light(4, 4)).toBe('none');
	});
});

describe('OP04', () => {
	const due = { ...OCT, due: '2026-10-05 12:00' };

	it('takes those due in the period, whenever accepted, and due by as-of', () => {
		const events: PlainEvent[] = [
			{ accepted: '2026-08-01 09:00', due: '2026-10-05 12:00', disposed: '2026-10-05 12:00' },
			{ ...OCT, due: '2026-11-02 12:00' },
			{ ...OCT, due: '2026-10-20 12:00:00' },
			{ ...OCT, due: '2026-10-20 12:00:01' },
			OCT,
		];
		expect(readOne(events, 'OP04')).toMatchObject({ num: 1, den: 2, n: 2, value: null, status: 'insufficient' });
		expect(readOne(events, 'OP04', { period: '2026-08' })).toMatchObject({ num: 0, den: 0, status: 'insufficient' });
	});

	it('goes by the disposal, by the closing where that is blank, and by neither as late', () => {
		const events: PlainEvent[] = [
			{ ...due, disposed: '2026-10-05 12:00', closed: '2026-10-09 12:00' },
			{ ...due, disposed: '2026-10-05 12:01', closed: '2026-10-05 11:00' },
			{ ...due, closed: '2026-10-05 12:00' },
			{ ...due, closed: '2026-10-05 12:01' },
			due,
		];
		expect(readOne(events, 'OP04')).toMatchObject({ num: 2, den: 5, value: 40 });
	});

	it('leaves self-closed out of the headline, and knows the original limit', () => {
		const events: PlainEvent[] = [
			...many({ ...due, dueOrig: '2026-10-03 12:00', disposed: '2026-10-04 12:00' }, 3),
			...many({ ...due, disposed: '2026-10-04 12:00' }, 3),
			{ ...due, selfClosed: true },
		];
		expect(readOne(events, 'OP04')).toMatchObject({ num: 6, den: 6, variant: 'headline' });
		expect(readOne(events, 'OP04', { variant: 'all' })).toMatchObject({ num: 6, den: 7, variant: 'all' });
		expect(readOne(events, 'OP04', { variant: 'orig' })).toMatchObject({ num: 3, den: 6 });
		expect(readOne(events.slice(3), 'OP04', { variant: 'orig' }).status).toBe('notConnected');
	});

	it('ends a date-only limit at 23:59:59', () => {
		const dated = { ...OCT, due: '2026-10-05' };
		const events = [
			...many({ ...dated, disposed: '2026-10-05 23:59:59' }, 5),
			{ ...dated, disposed: '2026-10-06 00:00:00' },
		];
		expect(readOne(events, 'OP04')).toMatchObject({ num: 5, den: 6 });
		expect(readOne(many({ ...OCT, due: '2026-10-20' }), 'OP04')).toMatchObject({ den: 0 });
	});

	it('goes by the reported flag alone where there is no limit, in the period of acceptance', () => {
		const events = [...many({ ...OCT, reportedOnTime: true }, 4), ...many({ ...OCT, reportedOnTime: false }, 2), OCT];
		expect(readOne(events, 'OP04')).toMatchObject({ num: 4, den: 6 });
		// Nobody delivered a due time: overdue is unknown, not zero.
		expect(readOne(events, 'OP05').status).toBe('notConnected');
		const withLimit = [...events, { ...due, reportedOnTime: true }];
		expect(readOne(withLimit, 'OP04')).toMatchObject({ num: 4, den: 7 });
		expect(readOne(withLimit, 'OP05').value).toBe(1);
	});

	it('is not connected where neither limit nor flag was ever delivered', () => {
		expect(readOne([OCT], 'OP04')).toMatchObject({ num: null, den: null, status: 'notConnected' });
	});
});

describe('OP05', () => {
	const late = { ...OCT, due: '2026-10-05 12:00' };

	it('counts what is open, not disposed, not paused and past its limit', () => {
		const events: PlainEvent[] = [
			late,
			{ ...late, status: 41 },
			{ ...late, status: 50, disposed: '2026-10-09 09:00' },
			{ ...late, closed: '2026-10-09 09:00' },
			{ ...late, due: '2026-10-20 12:00:00' },
			{ ...late, due: '2026-10-20 11:59:59' },
			OCT,
		];
		expect(readOne(events, 'OP05')).toMatchObject({ value: 2, n: 2, num: null, den: null });
		// At the end of an earlier day, later disposals and closings had not happened.
		expect(readOne(events, 'OP05', { period: '2026-10-08' }).value).toBe(3);
		expect(readOne(events, 'OP05', { period: '2026-10-04' }).value).toBe(0);
	});

	it('is green with none urgent and at most 1 % of the open ones, red over 3 %', () => {
		const light = (overdue: PlainEvent[], open: number) =>
			readOne([...overdue, ...many({ ...OCT, due: '2026-10-30 12:00' }, open)], 'OP05').light;
		expect(light([late], 99)).toBe('green');
		expect(light([{ ...late, severity: 2 }], 99)).toBe('yellow');
		expect(light([late], 98)).toBe('yellow');
		expect(light([late, late, late], 97)).toBe('yellow');
		expect(light([late, late, late], 96)).toBe('red');
		expect(light([], 10)).toBe('green');
	});
});

describe('OP09', () => {
	const took = (hours: number, more: PlainEvent = {}): PlainEvent => ({
		accepted: '2026-10-01 00:30',
		closed: new Date(Date.UTC(2026, 9, 1, 0, 30) + hours * 3_600_000).toISOString().slice(0, 16).replace('T', ' '),
		...more,
	});

	it('is the middle value, the mean of two for an even number, null under five', () => {
		expect(
			readOne(
				[1, 2, 3, 4].map((h) => took(h)),
				'OP09',
			),
		).toMatchObject({ value: null, n: 4, status: 'insufficient' });
		expect(
			readOne(
				[9, 2, 3, 40, 5].map((h) => took(h)),
				'OP09',
			),
		).toMatchObject({ value: 5, n: 5, num: null, den: null });
		expect(
			readOne(
				[9, 2, 3, 40, 5, 6].map((h) => took(h)),
				'OP09',
			).value,
		).toBe(5.5);
		expect(
			readOne(
				[1, 2, 3, 4, 5, 6].map((h) => took(h)),
				'OP09',
				{ variant: 'p90' },
			).value,
		).toBe(5.5);
		expect(
			readOne(
				[10, 20, 30, 40, 50].map((h) => took(h)),
				'OP09',
				{ variant: 'p90' },
			).value,
		).toBe(46);
	});

	it('subtracts pauses, leaves out self-closed and clock faults', () => {
		const events = [
			...[10, 10, 10, 10].map((hours) => took(hours, { pauseMinutes: 90 })),
			took(10),
			took(1, { selfClosed: true }),
			took(-2),
		];
		expect(readOne(events, 'OP09')).toMatchObject({ value: 8.5, n: 5 });
		expect(readOne(events, 'OP09', { variant: 'all' })).toMatchObject({ n: 6 });
		// Counted everywhere else.
		expect(readOne(events, 'OP01', { period: '2026-10' }).value).toBe(7);
		expect(readOne(events, 'OP03')).toMatchObject({ num: 7, den: 7 });
	});

	it('counts whole days where either time is date-only', () => {
		const dated = { accepted: '2026-10-01 20:00', closed: '2026-10-03' };
		expect(readOne(many(dated), 'OP09').value).toBe(48);
		const sameDay = { accepted: '2026-10-03 20:00', closed: '2026-10-03' };
		expect(readOne(many(sameDay), 'OP09')).toMatchObject({ value: 0, n: 6 });
		const reported = { reported: '2026-10-01', accepted: '2026-10-01 00:00', closed: '2026-10-02 23:00' };
		expect(readOne(many({ ...reported, acceptedFromReported: true }), 'OP09').value).toBe(24);
		expect(readOne(many(reported), 'OP09').value).toBe(47);
	});

	it('takes those closed in the period, whenever accepted', () => {
		const events = many({ accepted: '2026-01-05 10:00', closed: '2026-10-02 10:00' });
		expect(readOne(events, 'OP09').n).toBe(6);
		expect(readOne(events, 'OP09', { period: '2026-01' }).n).toBe(0);
	});
});

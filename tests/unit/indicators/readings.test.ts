// Readings of hand-written events, each sentence of figures.md by a case that can be checked by eye.

import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import type { ReadingsQuery } from '../../../electron/services/indicators/compute-readings.ts';
import { computeReadings } from '../../../electron/services/indicators/compute-readings.ts';
import type { Reading } from '../../../electron/services/indicators/read-figure.ts';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import { parsePeriodRange } from '../../../shared/domain/period.ts';
import { CATALOGUE_CODES } from '../../support/catalogue-codes.ts';
import type { PlainArea, PlainDistrict, PlainEvent } from '../../support/make-engine-snapshot.ts';
import { instantOf, makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';

const AREAS: PlainArea[] = [
	{ code: 'D', level: 'district' },
	{ code: 'T1', level: 'town', parent: 'D', sortNo: 2, popResident: 1_000 },
	{ code: 'T2', level: 'town', parent: 'D', sortNo: 1, popResident: 3_000 },
	{ code: 'V1', level: 'village', parent: 'T1' },
	{ code: 'G1', level: 'grid', parent: 'V1' },
	{ code: 'G2', level: 'grid', parent: 'T2' },
	{ code: 'M1', level: 'microGrid', parent: 'G1' },
];
const AS_OF = '2026-10-20 12:00:00';

function district(events: PlainEvent[], more: Partial<PlainDistrict> = {}): PlainDistrict {
	return { areas: AREAS, events, asOf: { main: AS_OF }, ...more };
}

type Question = Omit<ReadingsQuery, 'periods'> & { period?: string; asOf?: string };

function read(plain: PlainDistrict, { period = '2026-10', asOf, ...rest }: Question): Reading[] {
	const periods = parsePeriodRange(period);
	if (!periods) throw new Error(period);
	const query = asOf === undefined ? rest : { ...rest, asOfS: instantOf(asOf) };
	return computeReadings(makeEngineSnapshot(plain), loadCatalogue(), { ...query, periods });
}

function readOne(events: PlainEvent[], indicator: string, question: Question = {}, more: Partial<PlainDistrict> = {}) {
	const [reading] = read(district(events, more), { indicators: [indicator], ...question });
	if (!reading) throw new Error('no reading');
	return reading;
}

/** Six events accepted on the first, so that no figure is too small. */
const many = (event: PlainEvent, count = 6): PlainEvent[] => Array.from({ length: count }, () => event);
const OCT = { accepted: '2026-10-01 09:00' };

describe('valid events', () => {
	it('leaves out refused, void, merged and base data, and keeps unmapped ones', () => {
		const events: PlainEvent[] = [
			{ ...OCT, status: 11 },
			{ ...OCT, status: 90 },
			{ ...OCT, status: 91 },
			{ ...OCT, category: '0902' },
			{ ...OCT, category: null },
			{ ...OCT, status: null },
			{ ...OCT, category: '9999', status: 31 },
		];
		expect(readOne(events, 'OP01')).toMatchObject({ value: 3, n: 3, num: null, den: null, status: 'ok' });
	});

	it('counts an event without acceptance nowhere', () => {
		const events = [
			{ reported: '2026-10-02 09:00', due: '2026-10-03 09:00', closed: '2026-10-03 08:00' },
			{ ...OCT, reportedOnTime: true },
		];
		expect(readOne(events, 'OP01').value).toBe(1);
		expect(readOne(events, 'OP04')).toMatchObject({ num: 1, den: 1, status: 'insufficient' });
		expect(readOne(events, 'OP05').value).toBe(0);
		expect(readOne(events, 'OP09').n).toBe(0);
	});
});

describe('periods and as-of', () => {
	it('takes the start of a period in and its end out, on the Shanghai clock', () => {
		const events = ['2026-09-30 23:59:59', '2026-10-01 00:00:00', '2026-10-31 23:59:59', '2026-11-01 00:00:00'];
		const more = { asOf: { main: '2026-11-10 00:00:00' } };
		const accepted = events.map((time) => ({ accepted: time }));
		expect(readOne(accepted, 'OP01', {}, more).value).toBe(2);
		expect(readOne(accepted, 'OP01', { period: '2026-11-01' }, more).value).toBe(1);
		expect(readOne(accepted, 'OP01', { period: '2026-W40' }, more).value).toBe(2);
	});

	it('has not seen what lies after as-of, and includes as-of itself', () => {
		const events = [{ accepted: AS_OF }, { accepted: '2026-10-20 12:00:01' }, OCT];
		expect(readOne(events, 'OP01').value).toBe(2);
		expect(readOne(events, 'OP01', { asOf: '2026-10-20 11:59:59' }).value).toBe(1);
		// An as-of later than the data is that of the data.
		expect(readOne(events, 'OP01', { asOf: '2026-12-01' })).toMatchObject({
			value: 2,
			asOf: '2026-10-20T12:00:00+08:00',
		});
	});

	it('does not believe a status about what lies after as-of', () => {
		const closedLater = many({ ...OCT, status: 60, closed: '2026-10-15 10:00' });
		expect(readOne(closedLater, 'OP03')).toMatchObject({ num: 6, den: 6, value: 100 });
		expect(readOne(closedLater, 'OP03', { asOf: '2026-10-15 09:59:59' })).toMatchObject({ num: 0, den: 6, value: 0 });
		expect(readOne(closedLater, 'OP03', { asOf: '2026-10-15 10:00:00' })).toMatchObject({ num: 6, den: 6 });
	});

	it('judges each event by the as-of of its own source', () => {
		const sources = { asOf: { main: AS_OF, late: '2026-10-10 00:00:00' } };
		const closing = { ...OCT, closed: '2026-10-12 08:00' };
		const events = [...many(closing, 5), ...many({ ...closing, source: 'late' }, 5)];
		expect(readOne(events, 'OP03', {}, sources)).toMatchObject({ num: 5, den: 10, asOf: '2026-10-20T12:00:00+08:00' });
		const due = events.map((event) => ({ ...event, due: '2026-10-15 12:00' }));
		expect(readOne(due, 'OP04', {}, sources)).toMatchObject({ num: 5, den: 5 });
	});

	it('says what was not delivered, in whole or in part', () => {
		const event = [OCT];
		expect(readOne(event, 'OP01', { period: '2026-09' })).toMatchObject({ status: 'notDelivered', value: null, n: 0 });
		expect(readOne(event, 'OP01', { period: '2026-11' }).status).toBe('notDelivered');
		expect(readOne(event, 'OP01')).toMatchObject({ status: 'ok', complete: false });
		expect(readOne(event, 'OP01', { period: '2026-10-19' })).toMatchObject({ status: 'ok', value: 0, complete: true });
		expect(readOne(event, 'OP01', { period: '2026-10-20' }).complete).toBe(false);
		expect(readOne(event, 'OP01', { period: '2026Q3..2026Q4' }).complete).toBe(false);
	});

	it('holds a period complete from its last second on, and begun from its first', () => {
		const at = (asOf: string, period: string) => readOne([OCT], 'OP01', { period }, { asOf: { main: asOf } });
		expect(at('2026-10-19 23:59:58', '2026-10-19').complete).toBe(false);
		expect(at('2026-10-19 23:59:59', '2026-10-19').complete).toBe(true);
		expect(at('2026-10-19 23:59:59', '2026-10-20').status).toBe('notDelivered');
		expect(at('2026-10-20 00:00:00', '2026-10-20')).toMatchObject({ status: 'ok', value: 0, complete: false });
	});

	it('has no event that is accepted only after as-of, whatever else it says', () => {
		const early = { accepted: '2026-10-21 09:00', due: '2026-10-15 09:00', closed: '2026-10-14 09:00' };
		const events = [...many(early), OCT];
		for (const indicator of ['OP03', 'OP04', 'OP05', 'OP09']) {
			expect(readOne(events, indicator, { variant: 'headline' }).n, indicator).toBe(indicator === 'OP03' ? 1 : 0);
		}
	});

	it('is final from day 6 of the next month', () => {
		const at = (asOf: string) => readOne([OCT], 'OP01', {}, { asOf: { main: asOf } }).final;
		expect(at('2026-11-05 23:59:59')).toBe(false);
		expect(at('2026-11-06 00:00:00')).toBe(true);
	});
});

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

describe('places', () => {
	const events: PlainEvent[] = [
		{ ...OCT, area: 'G1' },
		{ ...OCT, area: 'M1' },
		{ ...OCT, area: 'V1' },
		{ ...OCT, area: 'T1' },
		{ ...OCT, area: 'G2' },
		{ ...OCT, area: 'unheard of' },
		OCT,
	];

	it('adds micro-grids to their grid and keeps 未落格 at the unit named', () => {
		const values = (areas: string[]) =>
			read(district(events), { indicators: ['OP01'], areas }).map(({ value }) => value);
		expect(values(['G1'])).toEqual([2]);
		expect(values(['V1'])).toEqual([3]);
		expect(values(['T1'])).toEqual([4]);
		expect(values(['D'])).toEqual([7]);
		expect(readOne(events, 'UNLOC')).toMatchObject({ num: 4, den: 7 });
		expect(() => values(['M1'])).toThrow(expect.objectContaining({ code: 'E_UNKNOWN_AREA' }));
	});

	it('lists areas in official order, inside what is asked', () => {
		const codes = (question: Question) =>
			read(district(events), { indicators: ['OP01'], ...question }).map(({ area }) => area);
		expect(codes({})).toEqual(['D']);
		expect(codes({ level: 'town' })).toEqual(['T2', 'T1']);
		expect(codes({ level: 'grid' })).toEqual(['G2', 'G1']);
		expect(codes({ level: 'grid', areas: ['T1'] })).toEqual(['G1']);
		expect(codes({ areas: ['T1', 'T2', 'D'] })).toEqual(['D', 'T2', 'T1']);
	});

	it('reads by handling unit', () => {
		const byUnit = [{ ...OCT, unit: '城管' }, { ...OCT, unit: '城管' }, OCT];
		expect(readOne(byUnit, 'OP01', { units: ['城管'] })).toMatchObject({ value: 2, unit: '城管' });
		expect(() => readOne(byUnit, 'OP01', { units: ['没有'] })).toThrow(
			expect.objectContaining({ code: 'E_NOT_FOUND' }),
		);
	});
});

describe('what is asked', () => {
	it('gives not connected rows for an empty cache', () => {
		const empty = { areas: [], events: [], asOf: {}, connected: [] };
		const rows = read(empty, {});
		expect(rows.map(({ indicator }) => indicator)).toEqual(CATALOGUE_CODES);
		for (const row of rows) {
			expect(row).toMatchObject({ status: 'notConnected', value: null, num: null, den: null, n: 0, asOf: null });
			expect(row).toMatchObject({ light: 'none', complete: false, final: false, level: 'district' });
		}
	});

	it('gives one row per indicator, area and period, in that order', () => {
		const rows = read(district([OCT]), { period: '2026-09..2026-10', level: 'town', indicators: ['OP03', 'OP01'] });
		expect(rows.map(({ indicator, area, period }) => `${indicator} ${area} ${period}`)).toEqual([
			'OP01 T2 2026-09',
			'OP01 T2 2026-10',
			'OP01 T1 2026-09',
			'OP01 T1 2026-10',
			'OP03 T2 2026-09',
			'OP03 T2 2026-10',
			'OP03 T1 2026-09',
			'OP03 T1 2026-10',
		]);
	});

	it('refuses what it does not know, by name', () => {
		const codeOf = (question: Question) => {
			try {
				read(district([OCT]), question);
			} catch (error) {
				return error instanceof GridHelmError ? error.code : error;
			}
			return null;
		};
		expect(codeOf({ areas: ['X'] })).toBe('E_UNKNOWN_AREA');
		expect(codeOf({ indicators: ['OP99'] })).toBe('E_UNKNOWN_INDICATOR');
		expect(codeOf({ variant: 'wrong' })).toBe('E_UNKNOWN_VARIANT');
		expect(codeOf({ indicators: ['OP01'], variant: 'p90' })).toBe('E_UNKNOWN_VARIANT');
		expect(codeOf({ variant: 'p90' })).toBeNull();
		expect(codeOf({ areas: ['toString'] })).toBe('E_UNKNOWN_AREA');
	});
});

// Which events count, in which period and place, and what is asked: each sentence of figures.md by a case seen by eye.

import { describe, expect, it } from 'vitest';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import { CATALOGUE_CODES } from '../../support/catalogue-codes.ts';
import type { PlainEvent } from '../../support/make-engine-snapshot.ts';
import { AS_OF, district, many, OCT, type Question, read, readOne } from './readings-district.ts';

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

// Days that a district delivers stand over the shipped calendar; a later year comes by a small file.

import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../electron/services/indicators/district-calendar.ts';
import { dayFromDate } from '../../../shared/domain/shanghai-time.ts';
import { figures, ledgerDistrict, snapshotOf } from './ledger-cases.ts';

const day = (month: number, date: number, year = 2027): number => dayFromDate(year, month, date);

describe('delivered days', () => {
	it('make a later year known, and no other', async () => {
		const before = calendarOf(snapshotOf(await ledgerDistrict()));
		expect([before.isProvisional(day(6, 1)), before.isWorkingDay(day(2, 10)), before.isWorkingDay(day(2, 13))]).toEqual(
			[true, true, false],
		);
		const made = await ledgerDistrict(['日期,是否工作日,日期类型', '2027-02-10,否,节假日', '2027-02-13,是,调休上班']);
		const calendar = calendarOf(snapshotOf(made));
		expect([calendar.isWorkingDay(day(2, 10)), calendar.isWorkingDay(day(2, 13))]).toEqual([false, true]);
		expect([calendar.isProvisional(day(6, 1)), calendar.isProvisional(day(6, 1, 2028))]).toEqual([false, true]);
		expect(calendar.countWorkingDays(day(2, 8), day(2, 15))).toBe(before.countWorkingDays(day(2, 8), day(2, 15)));
	});

	it('change what is required of a week', async () => {
		const patrols = ['巡查编号,网格编码,巡查开始时间,是否有效巡查', '1,G1,2026-11-16 08:00,是'];
		expect(figures(await ledgerDistrict(patrols), 'DF02', '2026-W47')).toEqual(['1/20']);
		const made = await ledgerDistrict(patrols, ['日期,是否工作日', '2026-11-21,是', '2026-11-16,否', '2026-11-20,否']);
		expect(figures(made, 'DF02', '2026-W47')).toEqual(['0/16']);
	});
});

// The same period a year earlier: calendar periods as they are, those around the Spring Festival by the lunar year.

import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { lastYearFigure, previousFigure } from '../../../electron/services/indicators/earlier-figure.ts';
import { eventIndexOf } from '../../../electron/services/indicators/event-index.ts';
import { yearBefore } from '../../../electron/services/indicators/year-before.ts';
import festivals from '../../../resources/calendar/spring-festivals.json' with { type: 'json' };
import { parsePeriod } from '../../../shared/domain/period.ts';
import { toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import { makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';

const earlierOf = (code: string) => yearBefore(parsePeriod(code) ?? expect.fail(code));

/** New moons within ten minutes of midnight, which that calendar puts on the other day. */
const NEAR_MIDNIGHT: Record<string, string[]> = { '2027-02-06': ['12', '30'], '2030-02-03': ['1', '2'] };

describe('the year before', () => {
	it.each([
		['2026-06', '2025-06'],
		['2026-12', '2025-12'],
		['2026Q1', '2025Q1'],
		['2026', '2025'],
		['2026-W30', '2025-W30'],
		['2024-02-29', '2023-02-28'],
		['2026-10-01', '2025-10-01'],
	])('of %s is %s', (code, earlier) => {
		const found = earlierOf(code);
		expect([found.period.code, found.isLunarAligned]).toEqual([earlier, false]);
	});

	it.each([
		// 2026-02-17 and 2025-01-29 are the first days of their lunar years, 384 days apart.
		['2026-02-17', '2025-01-29', '2025-01-29'],
		['2026-02', '2025-01-13', '2025-02-09'],
		// January 2025 held the festival, January 2026 does not: what lay as long before it is compared.
		['2026-01', '2024-12-13', '2025-01-12'],
		['2026-W08', '2025-01-28', '2025-02-03'],
	])('of %s around the Spring Festival runs from %s to %s', (code, first, last) => {
		const { period, isLunarAligned } = earlierOf(code);
		expect(isLunarAligned).toBe(true);
		expect([toIsoDate(period.startDay), toIsoDate(period.endDay - 1)]).toEqual([first, last]);
	});

	it('knows the first day of every lunar year as the calendar of Unicode has it', () => {
		const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
			timeZone: 'Asia/Shanghai',
			month: 'numeric',
			day: 'numeric',
		});
		for (const date of festivals.days) {
			const parts = lunar.formatToParts(new Date(`${date}T12:00:00+08:00`));
			const [month, day] = ['month', 'day'].map((type) => parts.find((part) => part.type === type)?.value);
			expect([date, month, day]).toEqual([date, ...(NEAR_MIDNIGHT[date] ?? ['1', '1'])]);
		}
		expect(festivals.days.map((date) => Number(date.slice(0, 4)))).toEqual(
			Array.from({ length: 51 }, (_, at) => 2010 + at),
		);
	});
});

it('compares a running month with the same stretch, last month and last year', () => {
	const day = (month: string, date: number) => `${month}-${String(date).padStart(2, '0')} 09:00`;
	const each = (month: string, days: number) =>
		Array.from({ length: days }, (_, at) => ({ area: 'D', accepted: day(month, at + 1) }));
	const snapshot = makeEngineSnapshot({
		areas: [{ code: 'D', level: 'district' }],
		events: [...each('2025-06', 30), ...each('2026-05', 31), ...each('2026-06', 10)],
		asOf: { main: '2026-06-10 12:00' },
	});
	const index = eventIndexOf(snapshot);
	const catalogue = loadCatalogue();
	const entry = catalogue.get('OP01') ?? expect.fail('no OP01');
	const period = parsePeriod('2026-06') ?? expect.fail('no period');
	const question = { index, catalogue, entry, variant: 'headline', period, asOfS: null, units: null };
	const place = index.tree.places[0] ?? expect.fail('no root');
	expect([previousFigure(question, place).value, lastYearFigure(question, place).value]).toEqual([10, 10]);
});

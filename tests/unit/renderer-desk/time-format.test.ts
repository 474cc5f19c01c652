// Instants and periods in words. The clock is Shanghai's in whatever zone the test runs.

import { expect, test } from 'vitest';
import { formatDay, formatInstant, formatPeriod, formatPeriodShort } from '../../../renderer/ui/time-format.ts';
import { dayFromDate } from '../../../shared/domain/shanghai-time.ts';

test('a date names its weekday', () => {
	expect(formatDay(dayFromDate(2026, 11, 23), 'zh-CN')).toBe('11月23日（周一）');
	expect(formatDay(dayFromDate(2026, 11, 22), 'en')).toBe('Sun 22 Nov');
});

test.each([
	['2026-11-23T07:42:00+08:00', 2026, '11-23 07:42', '23 Nov 07:42'],
	['2026-11-22T23:42:00+00:00', 2026, '11-23 07:42', '23 Nov 07:42'],
	['2015-08-31T17:00:00+08:00', 2026, '2015-08-31 17:00', '31 Aug 2015 17:00'],
])('writes %s with the year only where it is not the present one', (iso, presentYear, zh, en) => {
	expect(formatInstant(iso, 'zh-CN', { presentYear })).toBe(zh);
	expect(formatInstant(iso, 'en', { presentYear })).toBe(en);
});

test.each([
	['2026-11-23T00:00:00+08:00', '11-22 24:00'],
	['2026-11-22T23:59:59+08:00', '11-22 24:00'],
	['2026-11-18T17:30:00+08:00', '11-18 17:30'],
	['2026-01-01T00:00:00+08:00', '2025-12-31 24:00'],
])('a limit at %s reads as the end of its day', (iso, text) => {
	expect(formatInstant(iso, 'zh-CN', { presentYear: 2026, isLimit: true })).toBe(text);
});

test('midnight that is no limit stays midnight', () => {
	expect(formatInstant('2026-11-23T00:00:00+08:00', 'zh-CN', { presentYear: 2026 })).toBe('11-23 00:00');
});

test.each([
	['2026-10', '2026年10月', 'October 2026', '10月'],
	['2026-W47', '2026年第47周', 'Week 47, 2026', '第47周'],
	['2026Q3', '2026年三季度', 'Q3 2026', '三季度'],
	['2026', '2026年', '2026', '2026年'],
	['2026-11-22', '2026年11月22日（周日）', 'Sun 22 Nov 2026', '11月22日'],
	['2026-13', '2026-13', '2026-13', '2026-13'],
])('words the period %s', (code, zh, en, short) => {
	expect(formatPeriod(code, 'zh-CN')).toBe(zh);
	expect(formatPeriod(code, 'en')).toBe(en);
	expect(formatPeriodShort(code, 'zh-CN')).toBe(short);
});

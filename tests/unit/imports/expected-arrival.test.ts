// When a source was due and whether it came, on the Shanghai clock.

import { expect, test } from 'vitest';
import { isLate } from '../../../renderer/imports/expected-arrival.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';

const at = (text: string): number => parseIso(`${text}:00+08:00`) ?? 0;
const source = (every: 'day' | 'workday' | 'week' | 'month' | 'quarter') =>
	({ dataset: 'event', name: '甲', expectedAt: '02:00', every, toleranceMinutes: 60 }) as const;

test('a nightly export is late after its tolerance, not before', () => {
	const lastNight = at('2026-11-22T02:10');
	expect(isLate(source('day'), lastNight, at('2026-11-23T02:59'))).toBe(false);
	expect(isLate(source('day'), lastNight, at('2026-11-23T03:00'))).toBe(true);
	expect(isLate(source('day'), at('2026-11-23T01:30'), at('2026-11-23T09:00'))).toBe(false);
	expect(isLate(source('day'), null, at('2026-11-23T09:00'))).toBe(true);
});

test('what comes on working days, weekly or monthly waits for its day', () => {
	const friday = at('2026-11-20T02:05');
	expect(isLate(source('workday'), friday, at('2026-11-22T12:00'))).toBe(false);
	expect(isLate(source('workday'), friday, at('2026-11-23T12:00'))).toBe(true);
	expect(isLate(source('week'), at('2026-11-16T02:05'), at('2026-11-22T12:00'))).toBe(false);
	expect(isLate(source('month'), at('2026-11-05T02:05'), at('2026-12-04T12:00'))).toBe(false);
	expect(isLate(source('month'), at('2026-11-05T02:05'), at('2026-12-05T12:00'))).toBe(true);
	expect(isLate(source('quarter'), at('2026-10-15T03:00'), at('2026-12-31T12:00'))).toBe(false);
});

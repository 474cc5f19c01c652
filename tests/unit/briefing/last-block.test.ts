// The stretch a morning looks back on, over weekends, make-up Saturdays and the longest holiday of 2026.

import { expect, test } from 'vitest';
import { lastBlock } from '../../../electron/services/briefing/last-block.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import { parsePeriod, shiftPeriod } from '../../../shared/domain/period.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';

test.each([
	['Tuesday morning: Monday', '2026-11-24T02:00:00+08:00', '2026-11-23'],
	['Monday morning: the weekend', '2026-11-23T07:42:00+08:00', '2026-11-21~2026-11-22'],
	['Sunday morning: Saturday', '2026-11-22T07:42:00+08:00', '2026-11-21'],
	['the last second of Sunday belongs to the weekend', '2026-11-22T23:59:59+08:00', '2026-11-21~2026-11-22'],
	['after the Spring Festival', '2026-02-24T08:00:00+08:00', '2026-02-15~2026-02-23'],
	['a make-up Saturday is a working day of its own', '2026-02-15T08:00:00+08:00', '2026-02-14'],
])('%s', (_name, asOf, code) => {
	expect(lastBlock(loadWorkingCalendar(), parseIso(asOf) ?? 0).code).toBe(code);
});

test('a block of days has a code of its own, is read back, and steps by its length', () => {
	const weekend = parsePeriod('2026-11-21~2026-11-22');
	expect(weekend).toMatchObject({ kind: 'days', endDay: (weekend?.startDay ?? 0) + 2 });
	expect(weekend && shiftPeriod(weekend, -1).code).toBe('2026-11-19~2026-11-20');
	expect(parsePeriod('2026-11-22~2026-11-22')).toBeNull();
	expect(parsePeriod('2026-11-22~2026-11-21')).toBeNull();
	expect(parsePeriod('2026-11-31~2026-12-02')).toBeNull();
});

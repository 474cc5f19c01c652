// Working time and time limits against an oracle that walks every minute (a slice of quality.md T4).

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueTimeOf } from '../../../electron/services/indicators/time-limits.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import { dayFromDate, startOfDay, wallClockOf } from '../../../shared/domain/shanghai-time.ts';

const calendar = loadWorkingCalendar();
const RUNS = 150;
const FIRST_MINUTE = startOfDay(dayFromDate(2018, 1, 1)) / 60;
const LAST_MINUTE = startOfDay(dayFromDate(2026, 11, 1)) / 60;
const minute = fc.integer({ min: FIRST_MINUTE, max: LAST_MINUTE });

/** True where the minute that begins at `atS` is working time. */
function isWorkMinute(atS: number): boolean {
	const clock = wallClockOf(atS);
	if (!calendar.isWorkingDay(dayFromDate(clock.year, clock.month, clock.day))) return false;
	const time = clock.hour * 60 + clock.minute;
	return (time >= 510 && time < 720) || (time >= 840 && time < 1050);
}

describe('working time', () => {
	it('is the number of working minutes between two minutes', () => {
		fc.assert(
			fc.property(minute, fc.integer({ min: 0, max: 20_000 }), (from, length) => {
				let expected = 0;
				for (let at = from; at < from + length; at += 1) if (isWorkMinute(at * 60)) expected += 1;
				expect(calendar.workMinutesBetween(from * 60, (from + length) * 60)).toBe(expected);
			}),
			{ numRuns: RUNS },
		);
	});

	it('ends an N limit at the minute where that many working minutes are over', () => {
		fc.assert(
			fc.property(minute, fc.integer({ min: 1, max: 60 }), (from, hours) => {
				let left = hours * 60;
				let at = from;
				while (left > 0) {
					if (isWorkMinute(at * 60)) left -= 1;
					at += 1;
				}
				expect(dueTimeOf(from * 60, { kind: 'N', amount: hours }, calendar)).toBe(at * 60);
			}),
			{ numRuns: RUNS },
		);
	});

	it('ends a W limit at 17:30 of the n-th working day after the day of start', () => {
		fc.assert(
			fc.property(minute, fc.integer({ min: 1, max: 40 }), (from, days) => {
				let left = days;
				let day = Math.floor((from + 480) / 1440);
				while (left > 0) {
					day += 1;
					if (calendar.isWorkingDay(day)) left -= 1;
				}
				expect(dueTimeOf(from * 60, { kind: 'W', amount: days }, calendar)).toBe(startOfDay(day) + 63_000);
			}),
			{ numRuns: RUNS },
		);
	});
});

// Who held the event: working time only, from hand-over to hand-over.

import { describe, expect, it } from 'vitest';
import type { StoredStep } from '../../../electron/services/cache/event-queries.ts';
import { holdingByUnit } from '../../../electron/services/events/unit-holding.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import { secondsFromWallClock } from '../../../shared/domain/shanghai-time.ts';

const calendar = loadWorkingCalendar();

function step(seq: number, fromUnit: string | null, toUnit: string | null, opAt: number | null): StoredStep {
	return {
		seq,
		node: null,
		op: null,
		opCode: null,
		fromUnit,
		toUnit,
		opAt,
		receivedAt: null,
		dueAt: null,
		usedWorkMinutes: null,
		isTimeout: null,
	};
}
const at = (day: number, hour: number, minute = 0) => secondsFromWallClock(2026, 11, day, hour, minute);

describe('holdingByUnit', () => {
	it('counts no lunch, night or weekend', () => {
		// Friday 20 November 16:30 to Monday 23 November 09:30: one hour each side.
		const held = holdingByUnit([step(1, '综治中心', '消防大队', at(20, 16, 30))], at(23, 9, 30), calendar);
		expect(held).toEqual([{ unit: '消防大队', workMinutes: 120 }]);
		const lunch = holdingByUnit([step(1, null, '住建局', at(19, 11))], at(19, 15), calendar);
		expect(lunch).toEqual([{ unit: '住建局', workMinutes: 120 }]);
	});
	it('adds up what comes back to a unit, in order of first touch', () => {
		const held = holdingByUnit(
			[
				step(1, '综治中心', '应急局', at(19, 9)),
				step(2, '应急局', '消防大队', at(19, 10)),
				step(3, '消防大队', '应急局', at(19, 11)),
				step(4, '应急局', null, at(19, 11, 30)),
			],
			at(19, 14, 30),
			calendar,
		);
		expect(held).toEqual([
			{ unit: '应急局', workMinutes: 150 },
			{ unit: '消防大队', workMinutes: 60 },
		]);
	});
	it('knows nothing without timed steps', () => {
		expect(holdingByUnit([step(1, null, '应急局', null)], at(19, 10), calendar)).toEqual([]);
	});
});

// The stretch a morning looks back on: yesterday, or all days off since the last working day and that run's end.
// Must not read a clock: "yesterday" is the last day that the exports cover whole.

import type { Period } from '../../../shared/domain/period.ts';
import { periodOfDays } from '../../../shared/domain/period.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { WorkingCalendar } from '../indicators/working-calendar.ts';

/** Longest run of days off that is one block; the longest holidays have nine. */
const LONGEST_BLOCK = 15;

/** The block that ends with the last day covered whole by an as-of (epoch seconds, bounds inclusive). */
export function lastBlock(calendar: Pick<WorkingCalendar, 'isWorkingDay'>, asOfS: number): Period {
	const lastDay = dayOf(asOfS + 1) - 1;
	let firstDay = lastDay;
	if (!calendar.isWorkingDay(lastDay)) {
		while (lastDay - firstDay + 1 < LONGEST_BLOCK && !calendar.isWorkingDay(firstDay - 1)) firstDay -= 1;
	}
	return periodOfDays(firstDay, lastDay + 1);
}

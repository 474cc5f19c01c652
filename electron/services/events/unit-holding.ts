// Who held an event for how much working time, from its steps: a unit holds from the step that hands it over until
// the next one that does.

import type { StoredStep } from '../cache/event-queries.ts';
import type { WorkingCalendar } from '../indicators/working-calendar.ts';

export interface UnitHolding {
	unit: string;
	/** Working minutes, rounded. */
	workMinutes: number;
}

/**
 * Working time by unit in order of first touch.
 * @param endS closing time, or the clock of now for an open event (epoch seconds)
 */
export function holdingByUnit(steps: readonly StoredStep[], endS: number, calendar: WorkingCalendar): UnitHolding[] {
	const minutes = new Map<string, number>();
	const timed = steps.filter((step) => step.opAt !== null);
	let holder: string | null = null;
	let sinceS = 0;
	const add = (untilS: number): void => {
		if (holder === null) return;
		const held = Math.max(0, calendar.workMinutesBetween(sinceS, untilS));
		minutes.set(holder, (minutes.get(holder) ?? 0) + held);
	};
	for (const step of timed) {
		const atS = step.opAt as number;
		const next: string | null = step.toUnit ?? holder ?? step.fromUnit;
		if (next === holder) continue;
		add(atS);
		holder = next;
		sinceS = atS;
	}
	add(Math.max(endS, sinceS));
	return [...minutes].map(([unit, held]) => ({ unit, workMinutes: Math.round(held) }));
}

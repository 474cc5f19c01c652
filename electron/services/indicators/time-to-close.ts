// How long an event took from acceptance to closing (figures.md, OP09): by the clock less its pauses, or in working hours.

import { dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import type { Formula } from './definition-schema.ts';
import { calendarOf } from './district-calendar.ts';
import type { EventIndex } from './event-index.ts';
import { TRAIT } from './event-traits.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The duration of a row in hours; whole days where either time is date-only (figures.md, Time). */
export function measureOf({ value }: Formula, index: EventIndex): (row: number) => number {
	if (value.kind !== 'median' || value.measure === 'hoursToClose') return (row) => hoursToClose(index, row);
	const calendar = calendarOf(index.snapshot);
	return (row) => workHoursToClose(index, row, calendar);
}

function isWholeDays(index: EventIndex, row: number): boolean {
	return ((index.traits[row] as number) & TRAIT.wholeDays) !== 0;
}

function hoursToClose(index: EventIndex, row: number): number {
	const { closedAt, acceptedAt, pauseMinutes } = index.events;
	const closed = closedAt[row] as number;
	const accepted = acceptedAt[row] as number;
	const pauseHours = (pauseMinutes[row] as number) / 60;
	return (isWholeDays(index, row) ? (dayOf(closed) - dayOf(accepted)) * 24 : (closed - accepted) / 3600) - pauseHours;
}

/** Pauses are delivered by the clock, so that no working hours of them are known: they are not taken off. */
function workHoursToClose(index: EventIndex, row: number, calendar: WorkingCalendar): number {
	const closed = index.events.closedAt[row] as number;
	const accepted = index.events.acceptedAt[row] as number;
	if (!isWholeDays(index, row)) return calendar.workMinutesBetween(accepted, closed) / 60;
	return calendar.workMinutesBetween(startOfDay(dayOf(accepted)), startOfDay(dayOf(closed))) / 60;
}

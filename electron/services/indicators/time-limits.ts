// Time limits Hn, Nn, Wn, Dn (domain.md §4.4, edges of figures.md): when they end, and on which clock they run.
// Explains and draws limits that exports deliver; never invents one for an event.

import { dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** 紧急工作时 H (continuous hours), 工作时 N, 工作日 W, 自然日 D. */
export type LimitKind = 'H' | 'N' | 'W' | 'D';

export interface TimeLimit {
	kind: LimitKind;
	amount: number;
}

const LIMIT = /^([HNWD])(\d+(?:\.\d+)?)$/;

/** Parses `W3`, `H0.25`, `N4`, `D30`; null for anything else. */
export function parseTimeLimit(text: string): TimeLimit | null {
	const match = LIMIT.exec(text.trim().toUpperCase());
	return match ? { kind: match[1] as LimitKind, amount: Number(match[2]) } : null;
}

/** When a limit that starts at `startS` ends, in epoch seconds. */
export function dueTimeOf(startS: number, limit: TimeLimit, calendar: WorkingCalendar): number {
	const startDay = dayOf(startS);
	switch (limit.kind) {
		case 'H':
			return startS + limit.amount * 3600;
		case 'D':
			return startOfDay(startDay + limit.amount + 1) - 1;
		case 'W':
			return startOfDay(calendar.workingDayAfter(startDay, limit.amount)) + (calendar.windows.at(-1)?.endS ?? 0);
		case 'N':
			return addWorkSeconds(startS, limit.amount * 3600, calendar);
	}
}

/** A limit that ends exactly at the end of a window is due there, not at the start of the next. */
function addWorkSeconds(startS: number, amountS: number, calendar: WorkingCalendar): number {
	let left = amountS;
	let day = dayOf(startS);
	if (!calendar.isWorkingDay(day)) day = calendar.workingDayAfter(day, 1);
	for (;;) {
		const midnight = startOfDay(day);
		for (const window of calendar.windows) {
			const from = Math.max(midnight + window.startS, startS);
			const free = midnight + window.endS - from;
			if (free <= 0) continue;
			if (left <= free) return from + left;
			left -= free;
		}
		day = calendar.workingDayAfter(day, 1);
	}
}

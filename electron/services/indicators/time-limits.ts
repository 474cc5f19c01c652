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

/** A time in which a clock stands still: [fromS, toS) in epoch seconds; infinite while it has not ended. */
export interface Pause {
	fromS: number;
	toS: number;
}

/**
 * When a limit that starts at `startS` ends, in epoch seconds; infinite while a pause without end holds it. In a pause
 * hours do not run; a day (W, D) does not count where the pause holds at its end.
 * @param pauses sorted, not overlapping
 */
export function dueTimeOf(
	startS: number,
	limit: TimeLimit,
	calendar: WorkingCalendar,
	pauses: readonly Pause[] = [],
): number {
	const startDay = dayOf(startS);
	switch (limit.kind) {
		case 'H':
			return skipPauses(startS, startS + limit.amount * 3600, pauses);
		case 'D':
			return addDays(startDay, limit.amount, pauses, (day) => day + 1, 86_399);
		case 'W': {
			const next = (day: number): number => calendar.workingDayAfter(day, 1);
			const endS = calendar.windows.at(-1)?.endS ?? 0;
			if (pauses.length > 0) return addDays(startDay, limit.amount, pauses, next, endS);
			return startOfDay(calendar.workingDayAfter(startDay, limit.amount)) + endS;
		}
		case 'N':
			return addWorkSeconds(startS, limit.amount * 3600, calendar, pauses);
	}
}

/** The end of a continuous stretch, later by every pause that begins inside it. */
function skipPauses(startS: number, endS: number, pauses: readonly Pause[]): number {
	let end = endS;
	for (const { fromS, toS } of pauses) {
		if (toS <= startS || fromS >= end) continue;
		end += toS - Math.max(fromS, startS);
	}
	return end;
}

/** The end of the n-th day at whose end no pause holds. */
function addDays(
	startDay: number,
	amount: number,
	pauses: readonly Pause[],
	next: (day: number) => number,
	endOfDayS: number,
): number {
	let day = startDay;
	for (let left = amount; left > 0; ) {
		day = next(day);
		const endS = startOfDay(day) + endOfDayS;
		const holding = pauses.find(({ fromS, toS }) => fromS <= endS && endS < toS);
		if (!holding) left -= 1;
		else if (holding.toS === Number.POSITIVE_INFINITY) return holding.toS;
	}
	return startOfDay(day) + endOfDayS;
}

/** A limit that ends exactly at the end of a window is due there, not at the start of the next. */
function addWorkSeconds(startS: number, amountS: number, calendar: WorkingCalendar, pauses: readonly Pause[]): number {
	const endless = pauses.find(({ toS }) => toS === Number.POSITIVE_INFINITY)?.fromS ?? Number.POSITIVE_INFINITY;
	let left = amountS;
	let day = dayOf(startS);
	if (!calendar.isWorkingDay(day)) day = calendar.workingDayAfter(day, 1);
	for (;;) {
		const midnight = startOfDay(day);
		for (const window of calendar.windows) {
			for (const [fromS, toS] of runningIn(midnight + window.startS, midnight + window.endS, startS, pauses)) {
				if (left <= toS - fromS) return fromS + left;
				left -= toS - fromS;
			}
		}
		if (midnight > endless) return Number.POSITIVE_INFINITY;
		day = calendar.workingDayAfter(day, 1);
	}
}

/** The stretches of a window after the start in which no pause holds. */
function runningIn(windowS: number, endS: number, startS: number, pauses: readonly Pause[]): [number, number][] {
	const stretches: [number, number][] = [];
	let fromS = Math.max(windowS, startS);
	for (const pause of pauses) {
		if (pause.toS <= fromS || pause.fromS >= endS) continue;
		if (pause.fromS > fromS) stretches.push([fromS, pause.fromS]);
		fromS = pause.toS;
	}
	if (fromS < endS) stretches.push([fromS, endS]);
	return stretches;
}

/** Why an extension does not hold (domain.md §4.4): applied for once, before the limit is over, by at most the limit itself. */
export type ExtensionFault = 'notAllowed' | 'again' | 'tooLate' | 'tooLong';

/** An application for an extension, judged by the event as it stood before. */
export interface ExtensionRequest {
	/** 1 特急 … 4 轻微. */
	severity: number;
	acceptedAtS: number;
	/** Limit before the extension, and the one applied for. */
	dueAtS: number;
	newDueAtS: number;
	appliedAtS: number;
	/** Extensions that the event has had already. */
	earlier: number;
}

/** The first fault of an extension; null when it keeps the rules. Lengths are compared on the continuous clock. */
export function extensionFaultOf(request: ExtensionRequest): ExtensionFault | null {
	const { severity, acceptedAtS, dueAtS, newDueAtS, appliedAtS, earlier } = request;
	if (severity === 1) return 'notAllowed';
	if (earlier > 0) return 'again';
	if (appliedAtS > dueAtS) return 'tooLate';
	return newDueAtS - dueAtS > dueAtS - acceptedAtS ? 'tooLong' : null;
}

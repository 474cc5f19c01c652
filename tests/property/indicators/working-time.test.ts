// Working time and time limits, 10,000 random limits and as many stretches, against a walk over every minute (quality.md T4).

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueTimeOf, type LimitKind, type Pause } from '../../../electron/services/indicators/time-limits.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import { CASE_MINUTES, type MinutePause, secondsOf, walkLimit, workedBetween } from './minute-walk.ts';

const calendar = loadWorkingCalendar();
const RUNS = 10_000;
const KINDS = ['H', 'N', 'W', 'D'] as const;
const minute = fc.integer(CASE_MINUTES);
const LARGEST: Readonly<Record<LimitKind, number>> = { H: 48, N: 30, W: 15, D: 20 };

/** Where a limit ends by the walk, in epoch seconds. */
function walked(start: number, kind: LimitKind, amount: number, pauses: readonly MinutePause[] = []): number {
	return secondsOf(walkLimit(start, kind, amount, pauses)) - (kind === 'D' ? 1 : 0);
}

/** Up to three pauses after a start, in order: gap and length of each in minutes. */
const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 1, max: 5_000 })), {
	maxLength: 3,
});

function pausesAfter(start: number, stretches: readonly (readonly [number, number])[]): MinutePause[] {
	let at = start - 500;
	return stretches.map(([gap, length]) => {
		const from = at + gap;
		at = from + length;
		return { from, to: at };
	});
}

const inSeconds = ({ from, to }: MinutePause): Pause => ({ fromS: secondsOf(from), toS: secondsOf(to) });

describe('working time', () => {
	it('is the number of working minutes between two minutes', () => {
		fc.assert(
			fc.property(minute, fc.integer({ min: -3_000, max: 9_000 }), (from, length) => {
				const found = calendar.workMinutesBetween(secondsOf(from), secondsOf(from + length));
				expect(found + 0).toBe(workedBetween(from, from + length) + 0);
			}),
			{ numRuns: RUNS },
		);
	});

	it.each(KINDS)('ends a limit %s where the walk ends it', (kind) => {
		fc.assert(
			fc.property(minute, fc.integer({ min: 1, max: LARGEST[kind] }), (start, amount) => {
				expect(dueTimeOf(secondsOf(start), { kind, amount }, calendar)).toBe(walked(start, kind, amount));
			}),
			{ numRuns: RUNS / KINDS.length },
		);
	});

	it.each(KINDS)('lets a limit %s stand still in pauses', (kind) => {
		fc.assert(
			fc.property(minute, fc.integer({ min: 1, max: LARGEST[kind] }), gaps, (start, amount, stretches) => {
				const pauses = pausesAfter(start, stretches);
				const due = dueTimeOf(secondsOf(start), { kind, amount }, calendar, pauses.map(inSeconds));
				expect(due).toBe(walked(start, kind, amount, pauses));
			}),
			{ numRuns: RUNS / 10 },
		);
	});

	it.each(KINDS)('holds a limit %s for ever in a pause that does not end', (kind) => {
		const start = CASE_MINUTES.min;
		const pauses = [{ fromS: secondsOf(start + 10), toS: Number.POSITIVE_INFINITY }];
		expect(dueTimeOf(secondsOf(start), { kind, amount: 3 }, calendar, pauses)).toBe(Number.POSITIVE_INFINITY);
		// What is over before the pause begins is not held.
		const later = [{ fromS: secondsOf(start + 60 * 24 * 30), toS: Number.POSITIVE_INFINITY }];
		expect(dueTimeOf(secondsOf(start), { kind, amount: 3 }, calendar, later)).toBe(walked(start, kind, 3));
	});
});

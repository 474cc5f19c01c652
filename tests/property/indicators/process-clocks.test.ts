// Clocks of the stages of an event and the rules of extensions (domain.md §4.4), against the walk over every minute.

import { describe, expect, it } from 'vitest';
import { PROCESS_STAGES, stageClockOf, stageLimitOf } from '../../../electron/services/indicators/process-clocks.ts';
import { extensionFaultOf } from '../../../electron/services/indicators/time-limits.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import { instantOf } from '../../support/make-engine-snapshot.ts';
import { makeRandom } from '../../support/random-district.ts';
import { CASE_MINUTES, secondsOf, walkLimit } from './minute-walk.ts';

const calendar = loadWorkingCalendar();

describe('limits of stages', () => {
	// The table of domain.md §4.4; – where the stage is not allowed, or sampled only.
	it.each([
		['accept', 'H0.25 H0.5 N2 N4'],
		['dispatch', 'H0.25 H0.5 N4 N4'],
		['sign', 'H0.25 H1 N4 N7'],
		['return', '– N2 W1 W1'],
		['verify', 'H4 W1 W2 W2'],
		['callBack', 'W1 W2 W3 –'],
	] as const)('of %s are %s', (stage, row) => {
		const words = [1, 2, 3, 4].map((severity) => {
			const limit = stageLimitOf(stage, severity);
			return limit ? `${limit.kind}${limit.amount}` : '–';
		});
		expect(words.join(' ')).toBe(row);
		expect(stageLimitOf(stage, 0)).toEqual(stageLimitOf(stage, 3));
	});
});

describe('clocks of stages', () => {
	it('run, stand, end and run out as the minutes say, in 10,000 cases', () => {
		const random = makeRandom(44);
		const within = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
		const states = new Map<string, number>();
		for (let number = 0; number < 10_000; number += 1) {
			const stage = PROCESS_STAGES[within(0, PROCESS_STAGES.length - 1)] ?? 'accept';
			const severity = within(1, 4);
			const start = within(CASE_MINUTES.min, CASE_MINUTES.max);
			const now = start + within(0, 6_000);
			const end = random() < 0.4 ? start + within(0, 6_000) : null;
			const from = start + within(0, 3_000);
			const pause = random() < 0.4 ? { from, to: from + within(1, 3_000) } : null;
			const limit = stageLimitOf(stage, severity);
			const known = pause && pause.from <= now ? [{ ...pause, to: pause.to > now ? 1e9 : pause.to }] : [];
			// A pause that has not ended holds the limit unless that is over before it.
			const isHeld = known.some(({ to }) => to === 1e9);
			const free = limit && walkLimit(start, limit.kind, limit.amount, isHeld ? [] : known);
			const isOpenEnd =
				isHeld && free !== null && free >= (known[0]?.from ?? 0) && !endsBefore(free, known[0]?.from ?? 0);
			const due = isOpenEnd ? null : free;
			const run = {
				stage,
				severity,
				startS: secondsOf(start),
				endS: end === null ? null : secondsOf(end),
				pauses: pause ? [{ fromS: secondsOf(pause.from), toS: secondsOf(pause.to) }] : [],
			};
			const clock = stageClockOf(run, secondsOf(now), calendar);
			const isEnded = end !== null && end <= now;
			const isLate = due !== null && due < (isEnded ? end : now);
			const state = isEnded ? 'finished' : isHeld ? 'paused' : isLate ? 'timeout' : 'running';
			states.set(state, (states.get(state) ?? 0) + 1);
			const expected = { state, dueAtS: due === null ? null : secondsOf(due), isLate, isProvisional: false };
			if (JSON.stringify(clock) !== JSON.stringify(expected)) {
				throw new Error(JSON.stringify({ stage, severity, start, now, end, pause, clock, expected }));
			}
		}
		for (const state of ['running', 'paused', 'finished', 'timeout']) expect(states.get(state)).toBeGreaterThan(300);
	});

	/** For hours a limit that ends at the start of the pause is over; for days it is held where the pause holds. */
	function endsBefore(due: number, pauseFrom: number): boolean {
		return due <= pauseFrom;
	}

	it.each([
		['2026-09-24 12:00', null, 'running', false],
		['2026-09-24 12:00:01', null, 'timeout', true],
		['2026-09-24 15:00', '2026-09-24 12:00', 'finished', false],
		['2026-09-24 15:00', '2026-09-24 14:00', 'finished', true],
	] as const)('of N2 due at the stroke of noon, at %s ended %s: %s', (now, end, state, isLate) => {
		const run = { stage: 'accept' as const, severity: 3, startS: instantOf('2026-09-24 10:00'), pauses: [] };
		const clock = stageClockOf({ ...run, endS: end && instantOf(end) }, instantOf(now), calendar);
		expect(clock).toMatchObject({ state, isLate, dueAtS: instantOf('2026-09-24 12:00') });
	});

	it('say where a year has no published calendar', () => {
		const run = (start: string) => ({
			stage: 'verify' as const,
			severity: 3,
			startS: instantOf(start),
			endS: null,
			pauses: [],
		});
		expect(stageClockOf(run('2026-12-29 10:00'), instantOf('2026-12-29 11:00'), calendar).isProvisional).toBe(false);
		expect(stageClockOf(run('2026-12-31 10:00'), instantOf('2026-12-31 11:00'), calendar).isProvisional).toBe(true);
	});
});

describe('extensions', () => {
	const request = {
		severity: 3,
		acceptedAtS: instantOf('2026-11-02 09:00'),
		dueAtS: instantOf('2026-11-05 17:30'),
		newDueAtS: instantOf('2026-11-09 02:00'),
		appliedAtS: instantOf('2026-11-05 17:30'),
		earlier: 0,
	};

	it('hold when applied for once, in time and by at most the limit itself', () => {
		expect(extensionFaultOf(request)).toBeNull();
		expect(extensionFaultOf({ ...request, severity: 1 })).toBe('notAllowed');
		expect(extensionFaultOf({ ...request, earlier: 1 })).toBe('again');
		expect(extensionFaultOf({ ...request, appliedAtS: request.dueAtS + 1 })).toBe('tooLate');
		expect(extensionFaultOf({ ...request, newDueAtS: request.newDueAtS + 1 })).toBe('tooLong');
	});
});

// Lights of open events as a pure function of time, judged minute by minute against the words of domain.md §1.3:
// over lunch, nights, weekends, holidays and make-up Saturdays (quality.md T4).

import { describe, expect, it } from 'vitest';
import { computeEventClock } from '../../../electron/services/indicators/red-queue.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import { makeEngineSnapshot, type PlainEvent } from '../../support/make-engine-snapshot.ts';
import { makeRandom } from '../../support/random-district.ts';
import { CASE_MINUTES, secondsOf, walkLimit, workedBetween } from './minute-walk.ts';

const calendar = loadWorkingCalendar();
const CASES = 10_000;
const WORK_DAY = 420;
const KINDS = ['H', 'N', 'W', 'D'] as const;

interface Case {
	kind: (typeof KINDS)[number];
	amount: number;
	accepted: number;
	due: number;
	now: number;
}

const textOf = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');

/** The light by the words of domain.md: what is left and over is counted on the limit's own clock. */
function expectedLight({ kind, amount, due, now }: Case): string {
	const isWork = kind === 'N' || kind === 'W';
	const length = { H: amount * 60, N: amount * 60, W: amount * WORK_DAY, D: amount * 1440 }[kind];
	const days = { H: amount / 24, N: (amount * 60) / WORK_DAY, W: amount, D: amount }[kind];
	if (now > due) return (isWork ? workedBetween(due, now) : now - due) > length ? 'deepRed' : 'red';
	const left = isWork ? workedBetween(now, due) : due - now;
	if (left <= length / 4) return 'yellow';
	const toAct = kind === 'H' ? due - now : workedBetween(now, due);
	const notice = days <= 2 ? 240 : kind === 'H' ? 1440 : WORK_DAY;
	return toAct <= notice ? 'yellow' : 'green';
}

function makeCases(seed: number): Case[] {
	const random = makeRandom(seed);
	const within = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
	return Array.from({ length: CASES }, () => {
		const kind = KINDS[within(0, 3)] as Case['kind'];
		const amount = within(1, { H: 48, N: 30, W: 12, D: 20 }[kind]);
		const accepted = within(CASE_MINUTES.min, CASE_MINUTES.max);
		const due = walkLimit(accepted, kind, amount);
		const span = due - accepted;
		// Around the edges as often as anywhere.
		const now = random() < 0.3 ? due + within(-3, 3) : within(accepted, accepted + 3 * span);
		return { kind, amount, accepted, due, now: Math.max(accepted, now) };
	});
}

describe('lights', () => {
	it('are what the minutes say, in 10,000 cases', () => {
		const cases = makeCases(2026);
		const events = cases.map(
			({ kind, amount, accepted, due }): PlainEvent => ({
				area: 'D',
				limit: `${kind}${amount}`,
				accepted: textOf(accepted),
				due: textOf(due),
			}),
		);
		const snapshot = makeEngineSnapshot({
			areas: [{ code: 'D', level: 'district' }],
			events,
			asOf: { main: '2027-06-30 00:00' },
		});
		const seen = new Map<string, number>();
		for (const [at, one] of cases.entries()) {
			const clock = computeEventClock(snapshot, calendar, at + 1, secondsOf(one.now));
			const expected = expectedLight(one);
			seen.set(expected, (seen.get(expected) ?? 0) + 1);
			if (clock?.light !== expected) {
				throw new Error(`${JSON.stringify(one)} at ${textOf(one.now)}: ${clock?.light}, not ${expected}`);
			}
		}
		for (const light of ['green', 'yellow', 'red', 'deepRed']) expect(seen.get(light), light).toBeGreaterThan(500);
	});

	it.each([
		// Thursday 2026-09-24, before three days off: at half past twelve the clock of working time stands.
		['N2', '2026-09-24 09:30', '2026-09-24 11:30', '2026-09-24 12:30', 'red', 0.5],
		['N3', '2026-09-24 09:00', '2026-09-24 12:00', '2026-09-24 12:30', 'red', 0],
		['N4', '2026-09-24 08:30', '2026-09-24 14:30', '2026-09-24 12:30', 'yellow', -0.5],
		// Due before the lunch of a working day, seen in it; a quarter of N8 is two hours.
		['N8', '2026-09-23 10:00', '2026-09-24 11:00', '2026-09-24 12:30', 'red', 1],
		// Over a holiday nothing is added: due Thursday 17:30, seen on Sunday.
		['W1', '2026-09-23 10:00', '2026-09-24 17:30', '2026-09-27 12:30', 'red', 0],
		['W1', '2026-09-23 10:00', '2026-09-24 17:30', '2026-09-28 12:30', 'red', 3.5],
		// Make-up Saturday 2026-10-10 is worked: seven hours over by its evening, more than that by Monday morning.
		['W1', '2026-10-08 10:00', '2026-10-09 17:30', '2026-10-10 17:30', 'red', 7],
		['W1', '2026-10-08 10:00', '2026-10-09 17:30', '2026-10-12 08:31', 'deepRed', 7 + 1 / 60],
		// A plain weekend is not.
		['W1', '2026-11-19 10:00', '2026-11-20 17:30', '2026-11-22 18:00', 'red', 0],
		// Hours round the clock run over lunch.
		['H4', '2026-09-24 08:00', '2026-09-24 12:00', '2026-09-24 12:30', 'red', 0.5],
	] as const)('of %s from %s due %s at %s is %s, %f h over', (limit, accepted, due, now, light, hours) => {
		const snapshot = makeEngineSnapshot({
			areas: [{ code: 'D', level: 'district' }],
			events: [{ area: 'D', limit, accepted, due }],
			asOf: { main: now },
		});
		const nowS = Date.parse(`${now.replace(' ', 'T')}:00+08:00`) / 1000;
		const clock = computeEventClock(snapshot, calendar, 1, nowS);
		expect(clock?.light).toBe(light);
		expect((clock?.overdue?.amount ?? Number.NaN) + 0).toBeCloseTo(hours + 0, 9);
	});
});

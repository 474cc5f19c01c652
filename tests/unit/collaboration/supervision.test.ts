// The ladder of supervision and the rules of extension: every step legal, none twice, none after a card.

import { expect, test } from 'vitest';
import type { Supervision } from '../../../electron/services/cache/collaboration-queries.ts';
import { extensionStateOf, ladderOf } from '../../../electron/services/collaboration/supervision-ladder.ts';
import { STATUS } from '../../../shared/domain/codes.ts';

const NOW = 1_795_400_000;
const HOUR = 3_600;

function step(level: string, agoHours: number, more: Partial<Supervision> = {}): Supervision {
	return { level, supervisedAt: NOW - agoHours * HOUR, dueAt: null, finishedAt: null, cancelledAt: null, ...more };
}

test('each step is followed by the next one; the red card by a report', () => {
	expect(ladderOf('red', 0, [], NOW)).toEqual({ level: 0, next: 'plain', waitUntilS: null });
	expect(ladderOf('red', 1, [], NOW).next).toBe('yellowCard');
	expect(ladderOf('deepRed', 2, [], NOW).next).toBe('redCard');
	expect(ladderOf('deepRed', 3, [], NOW).next).toBe('report');
});

test('nothing is supervised before it is overdue, and never while paused', () => {
	expect(ladderOf('yellow', 0, [], NOW).next).toBe('urge');
	for (const light of ['green', 'paused', 'none'] as const) expect(ladderOf(light, 1, [], NOW).next).toBe('none');
});

test('the next step waits for the limit of the one before', () => {
	const running = ladderOf('red', 0, [step('plain', 3, { dueAt: NOW + HOUR })], NOW);
	expect(running).toEqual({ level: 1, next: 'yellowCard', waitUntilS: NOW + HOUR });
	expect(ladderOf('red', 0, [step('plain', 3, { dueAt: NOW - HOUR })], NOW).waitUntilS).toBeNull();
	const finished = step('plain', 3, { dueAt: NOW + HOUR, finishedAt: NOW - HOUR });
	expect(ladderOf('red', 0, [finished], NOW).waitUntilS).toBeNull();
});

test('a cancelled card no longer holds, but no yellow card follows a red one', () => {
	const steps = [step('yellow', 9), step('red', 5, { cancelledAt: NOW - HOUR })];
	expect(ladderOf('red', 3, steps, NOW)).toMatchObject({ level: 2, next: 'redCard' });
	const red = [step('plain', 9, { cancelledAt: NOW - HOUR }), step('red', 5, { cancelledAt: NOW - HOUR })];
	expect(ladderOf('red', 0, red, NOW)).toMatchObject({ level: 0, next: 'redCard' });
	expect(ladderOf('red', 1, [step('plain', 9, { cancelledAt: NOW - HOUR })], NOW)).toMatchObject({
		level: 0,
		next: 'plain',
	});
});

test('steps after the instant and words nobody has mapped do not count', () => {
	expect(ladderOf('red', 0, [step('red', -1), step('蓝', 2)], NOW).level).toBe(0);
});

test('a limit is extended once, before it is due, never for 特急', () => {
	const event = { severity: 3, status: STATUS.inHandling, extendCount: 0, dueAt: NOW + HOUR };
	expect(extensionStateOf(event, NOW)).toBe('possible');
	expect(extensionStateOf({ ...event, dueAt: NOW }, NOW)).toBe('possible');
	expect(extensionStateOf({ ...event, dueAt: NOW - 1 }, NOW)).toBe('tooLate');
	expect(extensionStateOf({ ...event, extendCount: 1 }, NOW)).toBe('used');
	expect(extensionStateOf({ ...event, severity: 1 }, NOW)).toBe('never');
	expect(extensionStateOf({ ...event, dueAt: null }, NOW)).toBe('never');
	expect(extensionStateOf({ ...event, status: STATUS.extensionPending }, NOW)).toBe('pending');
});

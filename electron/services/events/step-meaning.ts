// What a step does to an event, by the words that exports use for it: hand it back, stop its clock, move its limit.
// Words only; a step that says nothing of the kind is an ordinary hand-over.

import type { StoredStep } from '../cache/event-queries.ts';

export type StepMeaning = 'returned' | 'paused' | 'resumed' | 'extended' | 'supervised' | 'reworked' | null;

const WORDS: readonly (readonly [Exclude<StepMeaning, null>, RegExp])[] = [
	['resumed', /恢复|解挂|取消挂起|结束挂起|激活/],
	['returned', /退单|回退|退回|退件/],
	['extended', /延期|延时/],
	['supervised', /督办|催办|红牌|黄牌/],
	['reworked', /返工|重办/],
	['paused', /挂起|暂停|中止/],
];

/** The meaning of a step; the verb decides before the stage. */
export function meaningOf(step: Pick<StoredStep, 'node' | 'op' | 'opCode'>): StepMeaning {
	if (step.opCode === '51' || step.opCode === '52') return 'reworked';
	for (const text of [step.op, step.node]) {
		const known = text === null ? undefined : WORDS.find(([, words]) => words.test(text));
		if (known) return known[0];
	}
	return null;
}

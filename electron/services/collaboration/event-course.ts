// The course of one event from its steps: which unit held it, at which stage, from when to when, and whether it came by a
// return. Words of steps are the districts' own; what they mean is told by the verbs of domain.md §1.3. Pure.

import type { FLOW_STAGES } from '../../../shared/contract/schemas/collaboration.ts';
import type { CourseStep } from '../cache/collaboration-queries.ts';
import type { WorkingCalendar } from '../indicators/working-calendar.ts';

export type FlowStage = (typeof FLOW_STAGES)[number];

/** What stands after a step, the more special verbs first. `null`: nothing is held any more. */
const AFTER: readonly [RegExp, FlowStage | null][] = [
	[/恢复|解挂|返工|重办/, 'handle'],
	[/挂起|暂停/, 'paused'],
	[/回退|退单|退回/, 'redispatch'],
	[/自报自结|结案|办结|归档|作废|并案|不予受理/, null],
	[/反馈|处置|核查|验证/, 'verify'],
	[/签收|接单|到场/, 'handle'],
	[/派单|派遣|分流|交办/, 'sign'],
	[/受理|立案/, 'dispatch'],
	[/上报|新增|登记/, 'accept'],
];

function meaningOf(word: string | null): FlowStage | null | undefined {
	return word === null ? undefined : AFTER.find(([verb]) => verb.test(word))?.[1];
}

/** The stage that stands after a step; the one before where its verb says nothing. Its node speaks only without a verb. */
export function stageAfter(step: Pick<CourseStep, 'node' | 'op'>, before: FlowStage): FlowStage | null {
	const after = meaningOf(step.op ?? step.node);
	return after === undefined ? before : after;
}

/** A stretch in which one unit held an event at one stage. */
export interface Holding {
	unit: string;
	stage: FlowStage;
	fromS: number;
	toS: number;
	/** It came by a return. */
	isReturn: boolean;
}

/**
 * The stretches of an event in order, to `endS` (closing time, or the clock of now). A unit holds from the step that
 * hands it over until the next one that does.
 */
export function courseOf(steps: readonly CourseStep[], endS: number): Holding[] {
	const course: Holding[] = [];
	let unit: string | null = null;
	let stage: FlowStage | null = 'accept';
	let sinceS = 0;
	let isReturn = false;
	const hold = (untilS: number): void => {
		if (unit !== null && stage !== null && untilS >= sinceS)
			course.push({ unit, stage, fromS: sinceS, toS: untilS, isReturn });
	};
	for (const step of steps) {
		if (step.opAt === null) continue;
		hold(step.opAt);
		const next: string | null = step.toUnit ?? unit ?? step.fromUnit;
		const after = stageAfter(step, stage ?? 'accept');
		isReturn = next === unit ? isReturn : after === 'redispatch';
		unit = next;
		stage = after;
		sinceS = step.opAt;
	}
	hold(Math.max(endS, sinceS));
	return course;
}

/** A unit's turn with an event: consecutive stretches of one unit together. */
export interface Turn {
	unit: string;
	workMinutes: number;
	isReturn: boolean;
	fromS: number;
}

/** The turns of a course, in order. */
export function turnsOf(course: readonly Holding[], calendar: WorkingCalendar): Turn[] {
	const turns: Turn[] = [];
	for (const { unit, fromS, toS, isReturn } of course) {
		const minutes = Math.max(0, calendar.workMinutesBetween(fromS, toS));
		const last = turns.at(-1);
		if (last?.unit === unit) last.workMinutes += minutes;
		else turns.push({ unit, workMinutes: minutes, isReturn, fromS });
	}
	return turns;
}

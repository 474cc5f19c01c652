// 一件事: a special action on one class of events at one place, kept here by those who run it, with what the weeks since
// say beside the weeks before. A comparison in time is a clue and never proves what caused it.

import { z } from 'zod';
import { AreaCode, Count, Day, Instant } from './values.ts';

/** A first-level class (two digits) or a second-level one (four). */
const ClassCode = z.string().regex(/^\d{2}(\d{2})?$/);

/** Numerator and denominator of a share, its value and its 95 % interval, in percent; nulls where the denominator is 0. */
const ShareSide = z.strictObject({
	num: Count,
	den: Count,
	value: z.number().nullable(),
	low: z.number().nullable(),
	high: z.number().nullable(),
});
const SharePair = z.strictObject({ before: ShareSide, during: ShareSide });

/** Before the action, while it runs, after it was closed. */
const WEEK_KINDS = ['before', 'during', 'since'] as const;
/** What the counts can tell; `tooEarly`: no whole week on one of the sides. */
const EFFECT_VERDICTS = ['tooEarly', 'unclear', 'fewer', 'more'] as const;

export const ActionEffect = z.strictObject({
	/** Whole delivered weeks counted from the first day of the action; up to eight before it. */
	weeks: z
		.array(
			z.strictObject({
				firstDay: Day,
				kind: z.enum(WEEK_KINDS),
				/** Valid events accepted, without self-closed ones, and those of them that came back (OP08). */
				accepted: Count,
				recurring: Count,
				/** Events due, and those disposed of in time (OP04). */
				due: Count,
				onTime: Count,
			}),
		)
		.max(120),
	/** Whole weeks on each side of the comparison, and events accepted in them. */
	before: z.strictObject({ weeks: Count, accepted: Count }),
	during: z.strictObject({ weeks: Count, accepted: Count }),
	/** Weekly events during ÷ before with its 95 % interval; null where it cannot be said. */
	ratio: z.strictObject({ value: z.number(), low: z.number(), high: z.number().nullable() }).nullable(),
	verdict: z.enum(EFFECT_VERDICTS),
	recurrence: SharePair,
	onTime: SharePair,
	/** The same class in the rest of the district in the same weeks; null where the action is of the whole district. */
	elsewhere: z.strictObject({ before: Count, during: Count }).nullable(),
});

const SpecialAction = z.strictObject({
	actionId: Count,
	name: z.string(),
	area: AreaCode,
	/** Null where the area is no longer known; then there is no effect either. */
	areaName: z.string().nullable(),
	classCode: ClassCode,
	class: z.strictObject({ zh: z.string(), en: z.string() }),
	startedOn: Day,
	/** Last day; null while it runs. */
	closedOn: Day.nullable(),
	leadUnit: z.string().nullable(),
	note: z.string(),
	openedAt: Instant,
	effect: ActionEffect.nullable(),
});

/** Actions at an area, inside it, or over it. */
export const ActionsInput = z.strictObject({ area: AreaCode });
/** Running ones first, the latest start first. */
export const ActionsOutput = z.strictObject({
	asOf: Instant.nullable(),
	actions: z.array(SpecialAction).max(200),
	total: Count,
	/** What an action can be opened on: each first-level class, followed by its second-level ones. */
	classes: z.array(z.strictObject({ code: ClassCode, zh: z.string(), en: z.string() })).max(1_000),
});

export const OpenActionInput = z.strictObject({
	area: AreaCode,
	classCode: ClassCode,
	name: z.string().trim().min(1).max(60),
	startedOn: Day,
	leadUnit: z.string().trim().max(60).default(''),
	note: z.string().trim().max(500).default(''),
});
/** `cutCount`: personal data that was cut out of its words. */
export const OpenActionOutput = z.strictObject({ actionId: Count, cutCount: Count });

/** Null opens it again. */
export const CloseActionInput = z.strictObject({ actionId: Count, closedOn: Day.nullable() });
export const RemoveActionInput = z.strictObject({ actionId: Count });
export const ActionWasThere = z.strictObject({ wasThere: z.boolean() });

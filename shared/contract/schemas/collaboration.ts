// Working together: the whole queue with its next legal steps, who holds the ball, answers to whistles, meetings and
// what they should be about, disputes. No personal column exists in these shapes.

import { z } from 'zod';
import { EventRow } from './events.ts';
import { Reading } from './indicators.ts';
import { AreaCode, Count, Day, Instant, LightCounts, PeriodCode } from './values.ts';

/** A delivered word with the code it is mapped to. */
const CodedWord = z.strictObject({ code: z.string().nullable(), raw: z.string() });

/** Steps of the ladder 普通督办, 黄牌, 红牌, and what stands outside it. */
export const LADDER_STEPS = ['none', 'urge', 'plain', 'yellowCard', 'redCard', 'report'] as const;
/** Whether the limit of an event can still be extended, and why not. */
export const EXTENSION_STATES = ['possible', 'pending', 'used', 'tooLate', 'never'] as const;

export const QueueInput = z.strictObject({
	area: AreaCode,
	offset: Count.default(0),
	limit: z.number().int().min(1).max(2_000).default(2_000),
});
export const QueueOutput = z.strictObject({
	asOf: Instant.nullable(),
	now: Instant,
	counts: LightCounts,
	/** Deep red, red, yellow and paused ones: what the rows are a part of. */
	total: Count,
	rows: z
		.array(
			z.strictObject({
				event: EventRow,
				/** The pause that runs; null where the clock runs. */
				pause: z.strictObject({ since: Instant.nullable(), reason: CodedWord.nullable() }).nullable(),
				/** All pauses so far, minutes as delivered. */
				pauseMinutes: Count,
				extension: z.strictObject({
					state: z.enum(EXTENSION_STATES),
					count: Count,
					oldDueAt: Instant.nullable(),
				}),
				ladder: z.strictObject({
					/** 0 none, 1 普通督办, 2 黄牌, 3 红牌: the highest that was not cancelled. */
					level: z.number().int().min(0).max(3),
					next: z.enum(LADDER_STEPS),
					/** The limit of the step before still runs until then; null where the next step can be taken now. */
					waitUntil: Instant.nullable(),
				}),
			}),
		)
		.max(2_000),
	isCalendarProvisional: z.boolean(),
});

/** Where an event stands between two steps of its course. */
export const FLOW_STAGES = ['accept', 'dispatch', 'sign', 'handle', 'redispatch', 'paused', 'verify'] as const;

const StageMinutes = z.strictObject({ stage: z.enum(FLOW_STAGES), workMinutes: Count });

export const AreaAndPeriod = z.strictObject({ area: AreaCode, period: PeriodCode });
export const FlowOutput = z.strictObject({
	asOf: Instant.nullable(),
	now: Instant,
	/** False where no steps were ever delivered. */
	isConnected: z.boolean(),
	/** Events accepted in the period, without self-closed ones; of those, how many came with steps. */
	eventCount: Count,
	withSteps: Count,
	/** Who holds open events now, most first. */
	holders: z.array(
		z.strictObject({
			unit: z.string(),
			open: Count,
			overdue: Count,
			/** Working minutes since each came to the unit, together and the longest. */
			workMinutes: Count,
			longest: Count,
			longestEventId: z.string(),
		}),
	),
	/** Working time that each unit held the events of the period, by stage. */
	held: z.array(z.strictObject({ unit: z.string(), events: Count, workMinutes: Count, stages: z.array(StageMinutes) })),
	stages: z.array(StageMinutes),
	/** Handovers by their place in the course; the last of each event leads to its end. */
	links: z.array(
		z.strictObject({
			hop: Count,
			/** Null: all the smaller units of that place together. */
			from: z.string().nullable(),
			to: z.string().nullable(),
			/** `closed`, `open`: the course ends there and `to` is null. */
			kind: z.enum(['forward', 'return', 'closed', 'open']),
			count: Count,
		}),
	),
	/** Events returned twice or more, open ones first. */
	chains: z
		.array(
			z.strictObject({
				event: EventRow,
				returns: Count,
				path: z.array(z.strictObject({ unit: z.string(), workMinutes: Count, isReturn: z.boolean() })),
			}),
		)
		.max(100),
	chainTotal: Count,
});

const UnitRate = Reading.nullable();
export const ResponseOutput = z.strictObject({
	asOf: Instant.nullable(),
	now: Instant,
	hasWhistles: z.boolean(),
	/** Return rate, whistle response and on-time rate across departments, by unit; most events first. */
	units: z.array(
		z.strictObject({ unit: z.string(), dispatched: Count, returns: UnitRate, whistles: UnitRate, cross: UnitRate }),
	),
	/** Calls that nobody has answered yet, most pressing first; of now. */
	waiting: z.array(
		z.strictObject({
			whistleId: z.string(),
			eventId: z.string().nullable(),
			caller: z.string().nullable(),
			called: z.string().nullable(),
			isUrgent: z.boolean(),
			whistledAt: Instant.nullable(),
			dueAt: Instant.nullable(),
			/** Over (positive) or left (negative), in working hours; hours for urgent calls. */
			overdue: z.strictObject({ amount: z.number(), clock: z.enum(['workHours', 'hours']) }).nullable(),
		}),
	),
	/** Calls of the period by called unit: how long an answer took. */
	answers: z.array(
		z.strictObject({
			unit: z.string(),
			calls: Count,
			answered: Count,
			late: Count,
			/** Median working minutes from call to answer; null below five answers. */
			medianMinutes: z.number().nullable(),
			/** Mean score that towns gave; null below five scores. */
			score: z.number().nullable(),
		}),
	),
});

/** Why a matter should be put before a meeting. */
export const STUCK_KINDS = [
	'passedAround',
	'redCard',
	'longPause',
	'crossOverdue',
	'whistleIgnored',
	'noExtensionLeft',
] as const;

export const MeetingsOutput = z.strictObject({
	asOf: Instant.nullable(),
	now: Instant,
	hasMeetings: z.boolean(),
	hasDuties: z.boolean(),
	agenda: z
		.array(
			z.strictObject({
				kind: z.enum(STUCK_KINDS),
				category: EventRow.shape.category,
				/** Who should sit at the table: lead and assisting units, and the one of the duty list. */
				units: z.array(z.string()),
				/** Who should hold it by the duty list, with its basis; empty where the list does not name the class. */
				duty: z.array(z.strictObject({ unit: z.string(), kind: CodedWord.nullable(), basis: z.string().nullable() })),
				/** True where the lead unit is none of the duty list. */
				isElsewhere: z.boolean(),
				events: z.array(EventRow).max(50),
				eventCount: Count,
			}),
		)
		.max(60),
	/** Meetings whose resolutions are not all done first, newest first. */
	meetings: z
		.array(
			z.strictObject({
				meetingId: z.string(),
				heldOn: Day.nullable(),
				level: CodedWord.nullable(),
				areaName: z.string().nullable(),
				units: z.array(z.string()),
				resolutions: Count.nullable(),
				due: Count.nullable(),
				done: Count.nullable(),
			}),
		)
		.max(200),
	/** All meetings of the area up to now, and those with resolutions not done. */
	meetingTotal: Count,
	openTotal: Count,
});

/** A count of a breakdown; null is suppressed (small-cell rule, fewer than five, or hidden to protect such a one). */
const Cell = z.strictObject({ word: CodedWord.nullable(), count: Count.nullable() });

export const DisputesOutput = z.strictObject({
	asOf: Instant.nullable(),
	now: Instant,
	isConnected: z.boolean(),
	/** Accepted in the period; null where fewer than five. */
	total: Count.nullable(),
	channels: z.array(Cell),
	types: z.array(Cell),
	stages: z.array(Cell),
	risks: z.array(Cell),
	results: z.array(Cell),
	mediators: z.array(Cell),
	/** Of agreements made in the period: confirmed by a court, window of 30 days open, window over. */
	confirmation: z.array(z.strictObject({ state: z.enum(['confirmed', 'open', 'over']), count: Count.nullable() })),
	performance: z.array(Cell),
	relapse: z.array(z.strictObject({ hasRelapsed: z.boolean().nullable(), count: Count.nullable() })),
	/** Disputes not closed, and agreements whose 30 days run; those that may turn criminal first. Desk only. */
	cases: z
		.array(
			z.strictObject({
				disputeId: z.string(),
				eventId: z.string().nullable(),
				type: CodedWord.nullable(),
				risk: CodedWord.nullable(),
				channel: CodedWord.nullable(),
				stage: CodedWord.nullable(),
				mediator: z.string().nullable(),
				townName: z.string().nullable(),
				acceptedAt: Instant.nullable(),
				/** Natural days since acceptance. */
				daysOpen: Count.nullable(),
				/** Last day on which both may ask a court to confirm, and the days left; null where none runs. */
				confirmBy: Day.nullable(),
				confirmDaysLeft: Count.nullable(),
			}),
		)
		.max(300),
	caseTotal: Count,
});

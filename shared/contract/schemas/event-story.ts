// The story of one event: who held it when on a clock that only runs in working time, what happened at which point of
// it, by which row and clock its limit stands, who should hold it by the duty list, and what happened beside it.

import { z } from 'zod';
import { Count, Instant } from './values.ts';

/** Minutes from the beginning of the axis, on the axis' own clock. */
const Minutes = z.number().nonnegative();

/** `work`: only working time is drawn; `natural`: every hour, for limits that run day and night. */
export const EventTimeline = z.strictObject({
	clock: z.enum(['work', 'natural']),
	startAt: Instant,
	/** Length of the axis. */
	length: Minutes,
	/** Where days begin; days off have no place on a `work` clock. */
	days: z.array(z.strictObject({ day: z.string(), at: Minutes })).max(1_000),
	/** Stretches in which a unit held it, in order; `paused`: its clock stood still. */
	spans: z
		.array(
			z.strictObject({
				unit: z.string(),
				kind: z.enum(['held', 'paused']),
				from: Instant,
				to: Instant,
				at: Minutes,
				length: Minutes,
			}),
		)
		.max(2_000),
	/** What happened to it on the way. */
	marks: z
		.array(
			z.strictObject({
				kind: z.enum(['returned', 'extended', 'supervised', 'reworked']),
				unit: z.string().nullable(),
				instant: Instant,
				at: Minutes,
			}),
		)
		.max(1_000),
	/** Limits as they stood: before an extension, and now. */
	limits: z.array(z.strictObject({ kind: z.enum(['original', 'present']), instant: Instant, at: Minutes })).max(2),
	/** Where it was closed, or the clock of now. */
	end: z.strictObject({ kind: z.enum(['closed', 'now']), instant: Instant, at: Minutes }),
});

/** How the limit was reached: its code counted from its start on the district's calendar, beside what was delivered. */
export const LimitProof = z.strictObject({
	/** `W3`, `H24`; null where none was delivered. */
	limit: z.string().nullable(),
	startAt: Instant.nullable(),
	/** Counted here; null without a limit or a start, and while a pause holds it. */
	countedAt: Instant.nullable(),
	/** As delivered: before extensions, and now. */
	originalAt: Instant.nullable(),
	dueAt: Instant.nullable(),
	/** True where the count meets the delivered limit to the minute; null where it cannot be counted. */
	agrees: z.boolean().nullable(),
	/** Pauses that the count leaves out. */
	pauses: Count,
	/** A year in between has no published calendar. */
	isProvisional: z.boolean(),
	/** What its extension breaks of the rules; null where it keeps them, or none is known. */
	extensionFault: z.enum(['notAllowed', 'again', 'tooLate', 'tooLong']).nullable(),
});

/** The clock of one stage by the usual limits of the process; a light never follows it. */
export const StageClock = z.strictObject({
	stage: z.enum(['accept', 'dispatch', 'sign', 'return', 'verify', 'callBack']),
	/** `H0.5`, `N4`, `W1`. */
	limit: z.string(),
	start: Instant,
	/** Null while it has not ended. */
	end: Instant.nullable(),
	/** Null while a pause without end holds it. */
	due: Instant.nullable(),
	state: z.enum(['running', 'paused', 'finished', 'timeout']),
	isLate: z.boolean(),
	isProvisional: z.boolean(),
});

/** A line of the duty list for the class of an event. */
export const EventDuty = z.strictObject({
	unit: z.string(),
	kind: z.string().nullable(),
	basis: z.string().nullable(),
	/** True where this is the unit that leads it. */
	isHolder: z.boolean(),
});

// Events: lists, one event with its steps, the red queue. No personal column exists in these shapes.

import { z } from 'zod';
import { EventDuty, EventTimeline, LimitProof, StageClock } from './event-story.ts';
import {
	AreaBasisSchema,
	AreaCode,
	Count,
	Day,
	EventLightSchema,
	IndicatorCode,
	Instant,
	LightCounts,
	PeriodCode,
} from './values.ts';

/** A code with its words, as delivered and as the dictionary names it. */
const Named = z.strictObject({ code: z.string(), zh: z.string(), en: z.string(), raw: z.string().nullable() });

export const EventRow = z.strictObject({
	eventId: z.string(),
	/** As delivered, scrubbed; Chinese screens of the desk only, never the wall (design.md §5). */
	title: z.string().max(200).nullable(),
	category: Named,
	severity: z.number().int().min(1).max(4).nullable(),
	source: Named.nullable(),
	status: Named.nullable(),
	areaCode: AreaCode.nullable(),
	/** Town and the lowest known place, in words; `isUnlocated` = 未落格. */
	townName: z.string().nullable(),
	placeName: z.string().nullable(),
	isUnlocated: z.boolean(),
	leadUnit: z.string().nullable(),
	acceptedAt: Instant.nullable(),
	dueAt: Instant.nullable(),
	closedAt: Instant.nullable(),
	light: EventLightSchema,
	/** Limit as delivered in working or natural time: `W3`, `H24`; null when unknown. */
	limit: z.string().nullable(),
	/**
	 * Time over (positive) or left (negative) at the clock of now, on the event's own clock:
	 * `workHours` for working-time limits, `hours` for continuous ones. Null for closed events and without a limit.
	 */
	overdue: z.strictObject({ amount: z.number(), clock: z.enum(['workHours', 'hours']) }).nullable(),
	isSelfClosed: z.boolean(),
	superviseLevel: z.number().int().min(0).max(3),
	urgeCount: Count,
	isSensitive: z.boolean(),
});

export const EventFilter = z.strictObject({
	area: AreaCode.optional(),
	/** Four digits, or the first two for a whole domain. */
	category: z.string().optional(),
	source: z.string().optional(),
	unit: z.string().optional(),
	status: z.string().optional(),
	severity: z.number().int().min(1).max(4).optional(),
	/** Accepted on these days, both included. */
	from: Day.optional(),
	to: Day.optional(),
	/** How the number of the event begins. */
	number: z.string().min(1).max(40).optional(),
	lights: z.array(EventLightSchema).max(6).optional(),
	/** `accepted`: accepted in the period; `open`: open now. */
	state: z.enum(['accepted', 'open', 'overdue', 'dueToday', 'unlocated']).optional(),
	period: PeriodCode.optional(),
	/** The records behind a figure, or one part of it. */
	proof: z
		.strictObject({
			indicator: IndicatorCode,
			area: AreaCode,
			period: PeriodCode,
			variant: z.string().optional(),
			/** Handling unit, as a proof is asked by it. */
			unit: z.string().min(1).optional(),
			/** Areas as they are now; as they stood then when absent. */
			basis: AreaBasisSchema.optional(),
			part: z.enum(['all', 'num', 'missed']),
		})
		.optional(),
});
export type EventFilter = z.infer<typeof EventFilter>;

/** Columns that a list of events can show or be saved with. */
export const EVENT_COLUMNS = [
	'light',
	'number',
	'severity',
	'event',
	'category',
	'source',
	'status',
	'town',
	'place',
	'unit',
	'limit',
	'acceptedAt',
	'dueAt',
	'closedAt',
	'overdue',
	'supervise',
] as const;
export type EventColumn = (typeof EVENT_COLUMNS)[number];

export const EventListInput = z.strictObject({
	filter: EventFilter,
	sort: z.enum(['urgency', 'acceptedAt', 'dueAt']).default('urgency'),
	descending: z.boolean().default(false),
	offset: Count.default(0),
	limit: z.number().int().min(1).max(500).default(100),
});
export const EventListOutput = z.strictObject({
	asOf: Instant.nullable(),
	total: Count,
	rows: z.array(EventRow).max(500),
});

export const EventExportInput = z.strictObject({
	filter: EventFilter,
	sort: z.enum(['urgency', 'acceptedAt', 'dueAt']).default('urgency'),
	descending: z.boolean().default(false),
	columns: z.array(z.enum(EVENT_COLUMNS)).min(1).max(EVENT_COLUMNS.length),
	language: z.enum(['zh', 'en']).default('zh'),
	format: z.enum(['csv', 'xlsx']),
});
/** `rows` of `total` are in the file: a workbook holds 50,000, a text file 200,000. */
export const EventExportOutput = z.strictObject({
	fileName: z.string(),
	rows: Count,
	total: Count,
	base64: z.string(),
});

export const EventInput = z.strictObject({
	eventId: z.string().min(1).max(200),
	/** As it was known here at this instant, before later files changed it; steps and neighbours are today's. */
	knownAt: Instant.optional(),
});

const EventStep = z.strictObject({
	seq: Count,
	node: z.string().nullable(),
	op: z.string().nullable(),
	fromUnit: z.string().nullable(),
	toUnit: z.string().nullable(),
	at: Instant.nullable(),
	dueAt: Instant.nullable(),
	usedWorkMinutes: z.number().nullable(),
	isTimeout: z.boolean().nullable(),
});
export const EventDetail = z.strictObject({
	event: EventRow,
	/** Scrubbed free text; null for sensitive classes. */
	description: z.string().max(4_000).nullable(),
	address: z.string().max(200).nullable(),
	reportedAt: Instant.nullable(),
	dispatchedAt: Instant.nullable(),
	signedAt: Instant.nullable(),
	disposedAt: Instant.nullable(),
	dueAtOrig: Instant.nullable(),
	pauseMinutes: Count,
	returnCount: Count,
	reworkCount: Count,
	extendCount: Count,
	coUnits: z.array(z.string()),
	handlingLevel: z.number().int().nullable(),
	satisfaction: z.number().int().min(0).max(5).nullable(),
	/** Rounded to about 100 m; null when there is no trusted point. */
	point: z.tuple([z.number(), z.number()]).nullable(),
	qualityFlags: z.array(z.string()),
	steps: z.array(EventStep).max(1_000),
	/** Working minutes held per unit, in order of first touch. */
	held: z.array(z.strictObject({ unit: z.string(), workMinutes: Count })),
	/** Null where no step with a time was delivered. */
	timeline: EventTimeline.nullable(),
	limitProof: LimitProof,
	/** Stages that have begun, in their order. */
	stages: z.array(StageClock).max(6),
	/** Lines of the duty list for its class; null where no duty list was delivered. */
	duties: z.array(EventDuty).max(50).nullable(),
	/** The newest neighbours of the last 90 days (open ones of the same unit whatever their age). */
	near: z.array(z.strictObject({ relation: z.enum(['place', 'grid', 'unit']), event: EventRow })).max(18),
	neighbours: z.strictObject({
		sameGridSameClass90d: Count.nullable(),
		sameTownSameClass90d: Count.nullable(),
		unitOpenSameClass: Count.nullable(),
	}),
	provenance: z.strictObject({
		file: z.string(),
		sha256: z.string(),
		batchId: Count,
		row: Count,
		committedAt: Instant,
	}),
});

/** One row of the red queue with the words it needs (design.md §5, Queue). */
export const RedLightsOutput = z.strictObject({
	asOf: Instant.nullable(),
	now: Instant,
	counts: LightCounts,
	openTotal: Count,
	dueToday: Count,
	dueInTwoHours: Count,
	awaitingVerification: Count,
	rows: z.array(EventRow).max(200),
	/** True when the working calendar lacks a year that these limits need. */
	isCalendarProvisional: z.boolean(),
});

export const AreaLightsOutput = z.strictObject({
	asOf: Instant.nullable(),
	now: Instant,
	areas: z.array(z.strictObject({ area: AreaCode, light: EventLightSchema, open: Count })).max(50_000),
});

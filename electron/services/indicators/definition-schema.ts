// The shape of an indicator's definition under resources/indicators. A formula is declared as data: it names
// a cohort of events, conditions and a kind of value. It knows no table, no column and no SQL.

import { z } from 'zod';
import { DATASETS, LIGHTS } from '../../../shared/domain/codes.ts';
import { EVENT_FIELDS } from './event-fields.ts';
import { LedgerFormula } from './ledger-formula-schema.ts';

const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** Which events a figure looks at (figures.md, Events): V(p), Cl(p), Due(p), Op(t). */
export const COHORTS = [
	'acceptedInPeriod',
	'closedInPeriod',
	'dueInPeriod',
	'openAt',
	'dispatchedInPeriod',
	/** By the time of the report, whether accepted or not. */
	'reportedInPeriod',
	/** Accepted, or closed, in so many days up to t. */
	'acceptedIn7Days',
	'acceptedIn63Days',
	'acceptedIn180Days',
	'closedIn28Days',
] as const;
export type Cohort = (typeof COHORTS)[number];

/** What can be said of one event at the figure's as-of or t; each is compiled in compile-formula.ts. */
export const CONDITIONS = [
	'closed',
	'disposed',
	'disposedInLimit',
	'disposedInOriginalLimit',
	'undisposed',
	'notPaused',
	'overdueOrNoLimit',
	'severityOneOrTwo',
	'selfClosed',
	'unlocated',
	'crossDept',
	'proactive',
	'proactiveOrPublic',
	'public',
	'voluntary',
	'gridStaff',
	'resolvedInGrid',
	'resolvedInVillage',
	'rated',
	'satisfied',
	'published',
	'reworkedOrReopened',
	'returned',
	'returnedAgain',
	'online',
	'atDeclaredGrid',
	'soundReport',
	'recurring',
	'inHotGrid',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/**
 * Reasons that take an event of the cohort out of the figure; each is a rung of the proof's ladder. `noLimit`: neither
 * a due time nor a reported flag; `noDueTime`: no due time, whatever a flag says.
 */
export const EXCLUSIONS = ['noLimit', 'noDueTime', 'selfClosed', 'clockFault'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

const ClassL1 = z.string().regex(/^\d\d$/);

const Value = z.discriminatedUnion('kind', [
	/** Events, or grids with unusually many of them: of one first-level class, or of any where `classL1` is absent. */
	z.strictObject({ kind: z.literal('count'), of: z.literal('hotGrids').optional(), classL1: ClassL1.optional() }),
	z.strictObject({ kind: z.literal('ratio'), scale: z.number().positive(), numerator: z.enum(CONDITIONS) }),
	z.strictObject({
		kind: z.literal('rate'),
		scale: z.number().positive(),
		/** `fieldsOfGrids`: ten a grid, times its households above the grid; the numerator is the fields with an event. */
		denominator: z.enum(['population', 'closedIn28Days', 'fieldsOfGrids']),
	}),
	z.strictObject({
		kind: z.literal('median'),
		measure: z.enum(['hoursToClose', 'workHoursToClose']),
		quantile: z.number().gt(0).lt(1),
	}),
]);

const PARTS = [
	...(['onTime', 'lateClosed', 'lateOpen', 'closed', 'open', 'counted', 'overdue', 'located', 'unlocated'] as const),
	'met',
	'missed',
	/** As met and missed, where the numerator is nothing to reach. */
	'numerator',
	'rest',
] as const;

const Part = z.strictObject({
	part: z.enum(PARTS),
	/** The first part whose condition holds takes the event; null takes the rest. */
	when: z.enum(CONDITIONS).nullable(),
	light: z.enum(LIGHTS),
});

export const Formula = z.strictObject({
	cohort: z.enum(COHORTS),
	/** Void, merged, refused and base data count as well, and what was never accepted. */
	isOfAll: z.boolean().optional(),
	/** Conditions that bound the cohort itself; an event that fails one is no part of the ladder. */
	within: z.array(z.enum(CONDITIONS)),
	/** Taken out of the cohort after void, merged, refused, base data and not accepted, in this order. */
	exclude: z.array(z.enum(EXCLUSIONS)),
	value: Value,
	parts: z.array(Part).min(1),
	/** Event fields without which the figure is 未接入: of each list one must be delivered somewhere. */
	fields: z.array(z.array(z.enum(EVENT_FIELDS)).min(1)),
});
export type Formula = z.infer<typeof Formula>;

/** How a value becomes a light (domain.md §5.1: green at T or better, red beyond W, else yellow). */
const LightRule = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('none') }),
	z.strictObject({ kind: z.literal('value'), target: z.number(), warning: z.number() }),
	/** In per cent of a count figure; green also needs `zero` to be 0. */
	z.strictObject({
		kind: z.literal('shareOf'),
		of: z.string(),
		zero: z.string(),
		target: z.number(),
		warning: z.number(),
	}),
	/** In per cent of the active grids. */
	z.strictObject({ kind: z.literal('shareOfGrids'), target: z.number(), warning: z.number() }),
	/** Green from low to high, red beyond an outer bound (null: none on that side), else yellow. */
	z.strictObject({
		kind: z.literal('band'),
		low: z.number(),
		high: z.number(),
		outerLow: z.number().nullable(),
		outerHigh: z.number().nullable(),
	}),
]);
export type LightRule = z.infer<typeof LightRule>;

export const DefinitionFile = z.strictObject({
	code: z.string().min(1).max(20),
	version: z.number().int().positive(),
	/** `internal` figures serve a screen or another figure's light; they are listed nowhere. */
	audience: z.enum(['catalogue', 'internal']),
	name: Words,
	definition: Words,
	unit: Words,
	direction: z.enum(['up', 'down', 'band', 'neutral']),
	light: LightRule,
	rollUp: z.enum(['SUM', 'ROS', 'RECOMP', 'WAVG', 'DIR']),
	updatePeriods: z.array(z.enum(['day', 'week', 'month', 'quarter', 'year'])).min(1),
	thesisTags: z.array(z.string()),
	isLive: z.boolean(),
	datasets: z.array(z.enum(DATASETS)).min(1),
	/** Over events or over a ledger. */
	formula: z.union([Formula, LedgerFormula]),
	/** Each variant is the headline formula with some members put in its own way, or a formula over another ledger. */
	variants: z.array(
		z.strictObject({
			name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
			label: Words,
			formula: z.union([Formula.partial(), LedgerFormula.partial()]),
			/** How it becomes a light where not as the headline does. */
			light: z.optional(LightRule),
		}),
	),
	headlineLabel: Words,
});
export type DefinitionFile = z.infer<typeof DefinitionFile>;

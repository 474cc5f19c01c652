// The shape of a formula over ledgers, as data: which rows belong to a period or to an instant t, conditions by field,
// what is counted or summed. It knows no table and no SQL; ledger-*.ts compile it.

import { z } from 'zod';
import { LEDGERS, LIGHTS } from '../../../shared/domain/codes.ts';

/**
 * Rows that a formula can stand on: the ledgers, and three that are derived: `grid` (base and dedicated grids as their
 * file describes them), `required_pair` (grid × department that must enter it), `own_batch` (files taken in here).
 */
export const LEDGER_SOURCES = [...LEDGERS, 'grid', 'required_pair', 'own_batch'] as const;
export type LedgerSourceName = (typeof LEDGER_SOURCES)[number];

const Field = z.string().regex(/^[a-z][a-z0-9_]*$/);

/**
 * Which rows belong to a figure. `…_on` fields are days, `…_at` fields instants. t = min(end, as-of); an instant after
 * the as-of has not happened; a date-only start is 00:00:00 and a date-only due time 23:59:59 (figures.md, Time).
 */
const Membership = z.discriminatedUnion('by', [
	z.strictObject({ by: z.literal('all') }),
	/** The field lies in the period and not after the as-of. */
	z.strictObject({ by: z.literal('happened'), field: Field }),
	/** The field is a due time in the period that has passed at the as-of. */
	z.strictObject({ by: z.literal('due'), field: Field }),
	/** The field is a period code that lies in the period and has begun at the as-of. */
	z.strictObject({ by: z.literal('span'), field: Field }),
	/** In force at t: from ≤ t < to; a blank end is open. */
	z.strictObject({ by: z.literal('inForce'), from: Field, to: Field }),
	/** Of the rows not after t, the newest of each area and of each value of `per`. */
	z.strictObject({ by: z.literal('newest'), field: Field, per: z.array(Field) }),
	/** The last `days` days up to t. */
	z.strictObject({ by: z.literal('lastDays'), field: Field, days: z.number().int().positive() }),
]);
export type Membership = z.infer<typeof Membership>;

/** A number that may differ by kind of period; `other` holds for the rest as a share of the year's. */
const Threshold = z.strictObject({ quarter: z.number().positive(), year: z.number().positive() });

/** Households of a grid by its kind, both ends included; null: not judged by size. */
export type GridNorm = Record<'urbanBase' | 'ruralBase' | 'dedicated', [number, number] | null>;

/** What can be asked of one row. A field that was not delivered meets no condition but `isNot`, `blank` and `not`. */
export type LedgerCondition =
	| { field: string; is: string[] }
	| { field: string; isNot: string[] }
	| { field: string; isTrue: boolean }
	| { field: string; blank: boolean }
	| { field: string; happened: true }
	| { field: string; withinDays: number }
	| { field: string; inLastDays: number }
	| { field: string; workingDay: true }
	| { field: string; notAfter: string; plusMinutes?: number | undefined }
	| { field: string; between: [number, number] }
	| { atGrid: true }
	| { gridNorm: GridNorm }
	| { joined: LedgerJoin }
	| { not: LedgerCondition }
	| { any: LedgerCondition[] }
	| { all: LedgerCondition[] };

/** Rows of another source with the same keys; together they reach a number of rows or a sum. */
export interface LedgerJoin {
	dataset: LedgerSourceName;
	/** Pairs of fields that must be equal; `place` is the grid (or area) itself. */
	on: [string, string][];
	when: Membership;
	where: LedgerCondition[];
	sum?: string | undefined;
	atLeast: number | { quarter: number; year: number };
}

const Norm = z.tuple([z.number().nonnegative(), z.number().positive()]).nullable();

const Condition: z.ZodType<LedgerCondition> = z.lazy(() =>
	z.union([
		z.strictObject({ field: Field, is: z.array(z.string()).min(1) }),
		z.strictObject({ field: Field, isNot: z.array(z.string()).min(1) }),
		z.strictObject({ field: Field, isTrue: z.boolean() }),
		z.strictObject({ field: Field, blank: z.boolean() }),
		z.strictObject({ field: Field, happened: z.literal(true) }),
		/** Not after t and at most so many days before its day. */
		z.strictObject({ field: Field, withinDays: z.number().int().positive() }),
		/** On one of so many days that end with that of t. */
		z.strictObject({ field: Field, inLastDays: z.number().int().positive() }),
		z.strictObject({ field: Field, workingDay: z.literal(true) }),
		z.strictObject({ field: Field, notAfter: Field, plusMinutes: z.number().int().nonnegative().optional() }),
		z.strictObject({ field: Field, between: z.tuple([z.number(), z.number()]) }),
		z.strictObject({ atGrid: z.literal(true) }),
		z.strictObject({ gridNorm: z.strictObject({ urbanBase: Norm, ruralBase: Norm, dedicated: Norm }) }),
		z.strictObject({
			joined: z.strictObject({
				dataset: z.enum(LEDGER_SOURCES),
				on: z.array(z.tuple([Field, Field])).min(1),
				when: Membership,
				where: z.array(Condition),
				sum: Field.optional(),
				atLeast: z.union([z.number().positive(), Threshold]),
			}),
		}),
		z.strictObject({ not: Condition }),
		z.strictObject({ any: z.array(Condition).min(1) }),
		z.strictObject({ all: z.array(Condition).min(1) }),
	]),
);

/** Reasons on the proof's ladder of a ledger figure. */
export const LEDGER_REASONS = ['missingField', 'noLimit', 'withdrawn', 'notAtGrid', 'notValid', 'superseded'] as const;
export type LedgerReason = (typeof LEDGER_REASONS)[number];

/** What stands above and below the line. `base` is no sum over the rows. */
const Measure = z.discriminatedUnion('of', [
	z.strictObject({ of: z.literal('rows'), where: z.array(Condition) }),
	/** Σ field, each times its row's weight where a weight was delivered. */
	z.strictObject({ of: z.literal('sum'), field: Field, weight: Field.optional() }),
	/** Σ of the smaller of two fields. */
	z.strictObject({ of: z.literal('smaller'), fields: z.tuple([Field, Field]) }),
	/** Distinct values, counted anew at each level. */
	z.strictObject({ of: z.literal('distinct'), field: Field }),
	/** Required grid-days (see `gridWorkdays`) with a row. */
	z.strictObject({ of: z.literal('gridDays'), field: Field }),
	z.strictObject({ of: z.literal('base'), base: z.enum(['households', 'residents', 'gridWorkdays', 'meanStaff']) }),
]);
export type LedgerMeasure = z.infer<typeof Measure>;

export const LedgerFormula = z.strictObject({
	dataset: z.enum(LEDGER_SOURCES),
	when: Membership,
	/** Of several rows of one value only the latest by the membership's field (then by key) stays. */
	latestPer: Field.optional(),
	/** Bounds of the ledger itself; a row that fails one is no part of the ladder. */
	where: z.array(Condition),
	/** Taken out after that, in this order. */
	exclude: z.array(z.strictObject({ reason: z.enum(LEDGER_REASONS), when: Condition })),
	/** Newest row of an area first, else what its children have (care objects of pop_aggregate). */
	ownRowFirst: z.boolean().optional(),
	num: Measure,
	den: Measure,
	value: z.strictObject({
		/** `ratio`: a share of the denominator; `rate`: may exceed it, so that no interval is drawn. */
		kind: z.enum(['ratio', 'rate']),
		scale: z.number().positive(),
		/** × 12 ÷ months of the period. */
		isAnnual: z.boolean().optional(),
	}),
	/** Fields without which the figure is 未接入: of each list one must be delivered somewhere. */
	fields: z.array(z.array(Field).min(1)),
	/** Measured at the district only and not available below (DIR). */
	isDistrictOnly: z.boolean().optional(),
	/** Field whose first day begins what was delivered, where not that of the membership. */
	since: Field.optional(),
	/** Kinds of period that target and warning are meant for; all where absent. */
	lightsOf: z.array(z.enum(['day', 'week', 'month', 'quarter', 'year'])).optional(),
	/** The field that names a handling unit, where the figure can be asked by unit. */
	unitField: Field.optional(),
	/** Light of the rows that are counted and are not. */
	lights: z.strictObject({ met: z.enum(LIGHTS), missed: z.enum(LIGHTS) }),
});
export type LedgerFormula = z.infer<typeof LedgerFormula>;

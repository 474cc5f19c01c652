// The 队伍 page: posts, load, training, people, guarantees, the trial of a split or merge, and 公众与公开. Counts of people
// below the smallest cell are hidden by the services; no name and no number of a person is here.

import { z } from 'zod';
import { GRID_TYPES } from '../../domain/codes.ts';
import { Reading } from './indicators.ts';
import { AreaCode, Count, IndicatorCode, Instant, PeriodCode, ReadingStatusSchema } from './values.ts';

/** Why a count of people is not shown: fewer than the smallest cell, or a cell that would give that one away. */
const Hiding = z.enum(['none', 'small', 'complement']);

/** People of one kind. `key` is a code of the domain, or the word as delivered. */
const PeopleCell = z.strictObject({ key: z.string(), count: Count.nullable(), hiding: Hiding });

const AreaRef = z.strictObject({ area: AreaCode, name: z.string() });

/** Members with an amount from `from` up to and without `to` (null: no end). No step has fewer than the smallest cell. */
const LoadStep = z.strictObject({ from: z.number(), to: z.number().nullable(), count: Count });

export const LOAD_MEASURES = ['households', 'events', 'visits', 'patrolKm'] as const;

/** What a full-time member carries in the period (households: at its end). */
const Load = z.strictObject({
	measure: z.enum(LOAD_MEASURES),
	status: ReadingStatusSchema,
	/** Members that the amounts are known of; null where hidden. */
	members: Count.nullable(),
	mean: z.number().nullable(),
	median: z.number().nullable(),
	steps: z.array(LoadStep),
	/** Members that stand at no grid, so that nothing can be said of their share of a grid. */
	unplaced: Count,
	areas: z.array(AreaRef.extend({ status: ReadingStatusSchema, mean: z.number().nullable() })),
});

const PEOPLE_TRAITS = ['certificate', 'employment', 'education', 'age', 'leaving'] as const;

export const TeamInput = z.strictObject({ area: AreaCode, period: PeriodCode });
export const TeamOutput = z.strictObject({
	asOf: Instant.nullable(),
	/** Counts of people below this are hidden. */
	smallestCell: Count,
	/** Towns of the district in official order. */
	areas: z.array(AreaRef),
	/** Of the area and of every town; figures that are made quarterly stand for the last whole quarter. */
	readings: z.array(Reading),
	/** Planned and filled posts by role code at the end of the period; null where no plan of posts was delivered. */
	posts: z.array(z.strictObject({ role: z.string(), planned: Count.nullable(), filled: Count.nullable() })).nullable(),
	loads: z.array(Load),
	training: z.strictObject({
		status: ReadingStatusSchema,
		/** Mean hours of a full-time member in the period. */
		meanHours: z.number().nullable(),
		/** `none`, `some` (below what is required) and `met`, as TM03 counts it. */
		hours: z.array(PeopleCell),
		/** `examined` and `notExamined` in the period of TM04. */
		exams: z.array(PeopleCell),
		topics: z.array(
			z.strictObject({
				key: z.string(),
				sessions: Count,
				hours: z.number(),
				attended: Count.nullable(),
				hiding: Hiding,
			}),
		),
	}),
	/** Full-time members by trait; `leaving` are the reasons of those who left in the twelve months up to the end. */
	people: z.array(
		z.strictObject({
			trait: z.enum(PEOPLE_TRAITS),
			status: ReadingStatusSchema,
			total: Count.nullable(),
			cells: z.array(PeopleCell),
		}),
	),
	guarantees: z.strictObject({
		status: ReadingStatusSchema,
		period: PeriodCode,
		items: z.array(
			z.strictObject({ item: z.string(), planned: z.number(), arrived: z.number(), entries: Count, late: Count }),
		),
	}),
});

export const PublicOutput = z.strictObject({
	asOf: Instant.nullable(),
	areas: z.array(AreaRef),
	readings: z.array(Reading),
	/** Events that the public brought, by source; they are what PP01 divides by, its own parts first. */
	channels: z.strictObject({
		status: ReadingStatusSchema,
		/** Every counted event, from whatever source. */
		total: Count,
		rows: z.array(
			z.strictObject({
				source: z.string(),
				label: z.strictObject({ zh: z.string(), en: z.string() }),
				isVoluntary: z.boolean(),
				count: Count,
				/** In the period before; null where that was not delivered. */
				before: Count.nullable(),
			}),
		),
	}),
	participation: z.strictObject({
		status: ReadingStatusSchema,
		rows: z.array(
			z.strictObject({
				kind: z.string(),
				acts: Count,
				persons: Count,
				/** Null where the kind has no such cells. */
				raised: Count.nullable(),
				adopted: Count.nullable(),
				done: Count.nullable(),
			}),
		),
		/** Of the newest rows; null where not delivered. */
		volunteers: z.strictObject({ registered: Count, active: Count }).nullable(),
	}),
	/** Half the width of the 95 % interval in percentage points, by indicator and area of `readings`. */
	margins: z.array(
		z.strictObject({
			indicator: IndicatorCode,
			area: AreaCode,
			points: z.number(),
			/** `stated` by the survey, or `reckoned` from the number asked. */
			basis: z.enum(['stated', 'reckoned']),
		}),
	),
	disclosure: z.strictObject({
		status: ReadingStatusSchema,
		rows: z.array(z.strictObject({ list: z.string(), due: Count, complete: Count, onTime: Count, unpublished: Count })),
		requests: z.strictObject({ period: PeriodCode, due: Count, onTime: Count, unanswered: Count }).nullable(),
	}),
	/** Notice boards of the grids; null where no grid file says anything of them. */
	boards: z.strictObject({ grids: Count, installed: Count, fresh: Count, current: Count }).nullable(),
});

const TrialSize = z.enum(['below', 'within', 'above', 'unknown', 'notJudged']);

const TrialGrid = z.strictObject({
	/** Null for a grid that is not there yet. */
	area: AreaCode.nullable(),
	name: z.string(),
	households: z.number().nullable(),
	residents: z.number().nullable(),
	/** Events accepted in the period; of a part of a grid its share. */
	events: z.number().nullable(),
	/** Full-time members; null where no list of staff was delivered. */
	members: Count.nullable(),
	householdsPerMember: z.number().nullable(),
	eventsPerMember: z.number().nullable(),
	size: TrialSize,
});

const CandidateGrid = z.strictObject({
	area: AreaCode,
	name: z.string(),
	town: z.string(),
	village: z.string(),
	villageCode: AreaCode,
	gridType: z.enum(GRID_TYPES),
	households: Count.nullable(),
	members: Count.nullable(),
	size: TrialSize,
});

export const TrialGridsInput = z.strictObject({ area: AreaCode, period: PeriodCode });
export const TrialGridsOutput = z.strictObject({
	asOf: Instant.nullable(),
	/** Households that ME03 asks of an urban base grid. */
	norm: z.strictObject({ low: Count, high: Count }),
	hasStaff: z.boolean(),
	/** Active grids of the area in official order. */
	grids: z.array(CandidateGrid).max(50_000),
});

export const TrialInput = z.discriminatedUnion('action', [
	z.strictObject({
		action: z.literal('split'),
		grid: AreaCode,
		period: PeriodCode,
		/** Part of the first new grid, in per cent of the households. */
		sharePercent: z.number().min(5).max(95),
		/** Full-time members of the two new grids. */
		members: z.tuple([Count.max(99), Count.max(99)]).optional(),
	}),
	z.strictObject({
		action: z.literal('merge'),
		grids: z.tuple([AreaCode, AreaCode]),
		period: PeriodCode,
		members: Count.max(99).optional(),
	}),
]);
export const TrialOutput = z.strictObject({
	asOf: Instant.nullable(),
	norm: z.strictObject({ low: Count, high: Count }),
	before: z.array(TrialGrid).min(1).max(2),
	after: z.array(TrialGrid).min(1).max(2),
	/** What speaks against it or must be done first. */
	findings: z.array(
		z.enum([
			'otherVillage',
			'apart',
			'outlineUnknown',
			'dedicated',
			'noHouseholds',
			'estimated',
			'needsMember',
			'freesMember',
		]),
	),
	/** Grids of the town that meet the norm among those judged by it, before and after. */
	town: z.strictObject({ name: z.string(), judged: Count, within: Count, judgedAfter: Count, withinAfter: Count }),
});

// What the map page asks: one indicator over one level and several periods, open events, places, hot grids.
// Columns rather than rows, so that a slider over many periods stays small.

import { z } from 'zod';
import { EVENT_LIGHTS } from '../../domain/codes.ts';
import { AreaCode, Count, IndicatorCode, Instant, LightSchema, PeriodCode, ReadingStatusSchema } from './values.ts';

/** Levels that a map can be coloured at. */
const FILL_LEVELS = ['town', 'village', 'grid'] as const;

const Degrees = z.number();
const Words = z.strictObject({ zh: z.string(), en: z.string() });

export const MapValuesInput = z.strictObject({
	indicator: IndicatorCode,
	level: z.enum(FILL_LEVELS),
	/** One period or a series of at most 62. */
	period: PeriodCode,
});

/** One period; the arrays run along `areas`. */
const MapFrame = z.strictObject({
	period: PeriodCode,
	isComplete: z.boolean(),
	isFinal: z.boolean(),
	values: z.array(z.number().nullable()),
	nums: z.array(z.number().nullable()),
	dens: z.array(z.number().nullable()),
	statuses: z.array(ReadingStatusSchema),
	lights: z.array(LightSchema),
});

export const MapValuesOutput = z.strictObject({
	asOf: Instant.nullable(),
	indicator: IndicatorCode,
	level: z.enum(FILL_LEVELS),
	/** Areas of the level in official order. */
	areas: z.array(AreaCode),
	/** Oldest first. */
	frames: z.array(MapFrame),
});

export const MapAreaInput = z.strictObject({ area: AreaCode });

/** Events open now. Sensitive ones are counted and stand nowhere; the others at most 100 m from where they are. */
export const MapEventsOutput = z.strictObject({
	asOf: Instant.nullable(),
	now: Instant,
	/** Open events of the area. */
	total: Count,
	/** Of these not on the map: sensitive, or known only for an area without a point. */
	sensitive: Count,
	unplaced: Count,
	classes: z.array(Words),
	/** Most urgent first. */
	lights: z.array(z.enum(EVENT_LIGHTS)),
	eventIds: z.array(z.string()),
	lng: z.array(Degrees),
	lat: z.array(Degrees),
	/** Index into `lights`. */
	light: z.array(Count),
	/** Index into `classes`. */
	class: z.array(Count),
	/** 1 where the point is that of its area, because none was delivered or it is not sure. */
	atArea: z.array(Count),
});

const PLACE_KINDS = ['keyPlace', 'component', 'hazard'] as const;

export const MapPlacesInput = z.strictObject({ area: AreaCode, kind: z.enum(PLACE_KINDS) });

export const MapPlacesOutput = z.strictObject({
	kind: z.enum(PLACE_KINDS),
	/** False where the ledger was never delivered. */
	isConnected: z.boolean(),
	total: Count,
	/** Of these without a point. */
	unplaced: Count,
	places: z.array(
		z.strictObject({
			id: z.string(),
			name: z.string().nullable(),
			/** What it is, as delivered: 学校, 雨水井盖, 消防. */
			kind: z.string().nullable(),
			/** Its state as delivered: risk of a place, state of a component, grade of a hazard. */
			state: z.string().nullable(),
			/** A person should look: high risk or open hazards, not intact, overdue. */
			isWarning: z.boolean(),
			lng: Degrees,
			lat: Degrees,
		}),
	),
});

const HotWeeks = z.array(z.number().int().min(0).max(1)).length(12);

export const MapHotspotsInput = z.strictObject({ area: AreaCode, period: PeriodCode });

/** Hot grids by class (OP10): identity is grid and class, so that a hot spot can be followed over weeks. */
export const MapHotspotsOutput = z.strictObject({
	asOf: Instant.nullable(),
	spots: z.array(
		z.strictObject({
			area: AreaCode,
			classCode: z.string(),
			class: Words,
			/** Events of the last 7 days. */
			now: Count,
			/** Mean of the eight weeks before, and mean plus two standard deviations. */
			mean: z.number(),
			bound: z.number(),
			/** Nine weekly counts, oldest first, the last is `now`. */
			weeks: z.array(Count).length(9),
			/** 1 for each of the last twelve weeks at whose end it was hot, oldest first. */
			hotWeeks: HotWeeks,
			/** Weeks in a row up to now. */
			weeksInRow: Count,
		}),
	),
	/** Hot in one of these weeks and no longer, the latest first. */
	past: z.array(z.strictObject({ area: AreaCode, classCode: z.string(), class: Words, hotWeeks: HotWeeks })),
});

/** Trouble that was closed and came back (OP08): accepted in the period, each with the events before it. */
export const MapChainsOutput = z.strictObject({
	asOf: Instant.nullable(),
	total: Count,
	/** Of these about sensitive matters: counted, never shown. */
	sensitive: Count,
	/** The longest first, then the latest; at most 200. */
	chains: z.array(
		z.strictObject({
			class: Words,
			/** Grid or the smallest area known. */
			area: AreaCode,
			/** Rounded to about 100 m; null where there is no point. */
			point: z.tuple([Degrees, Degrees]).nullable(),
			/** Oldest first; `closedAt` null while open. */
			events: z
				.array(z.strictObject({ eventId: z.string(), acceptedAt: Instant, closedAt: Instant.nullable() }))
				.min(2),
		}),
	),
});

// Pieces that several subjects share. Strict objects only; JSON-safe values only.

import { z } from 'zod';
import { AREA_LEVELS, EVENT_LIGHTS, LIGHTS, READING_LEVELS, READING_STATUSES } from '../../domain/codes.ts';

/** ISO 8601 instant with offset, as in 2026-11-23T07:42:00+08:00. */
export const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/);
/** A calendar day, as in 2026-11-23. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const AreaCode = z.string().min(1).max(120);
export const IndicatorCode = z.string().min(1).max(20);
/** One period code (2026-10) or a series (2025-11..2026-10); its meaning is checked by the service. */
export const PeriodCode = z.string().min(4).max(40);
export const AreaLevelSchema = z.enum(AREA_LEVELS);
export const ReadingLevelSchema = z.enum(READING_LEVELS);
export const LightSchema = z.enum(LIGHTS);
export const EventLightSchema = z.enum(EVENT_LIGHTS);
export const ReadingStatusSchema = z.enum(READING_STATUSES);
/** Areas as they stood then, or as what became of them (splits and merges of grids). */
export const AreaBasisSchema = z.enum(['then', 'now']);
export const Count = z.number().int().nonnegative();
export const NoInput = z.strictObject({});
/** Counts of open events by light at one instant. */
export const LightCounts = z.strictObject({
	deepRed: Count,
	red: Count,
	yellow: Count,
	green: Count,
	paused: Count,
	none: Count,
});

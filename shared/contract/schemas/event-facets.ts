// Counts of the events of a filter by class, source, unit, status, severity, area and day. Each count leaves out the
// filter's own choice in that one list, so that what else could be chosen stays visible.

import { z } from 'zod';
import { EventFilter } from './events.ts';
import { AreaCode, Count, Instant } from './values.ts';

/** A value of one list and how many events have it. */
const FacetValue = z.strictObject({ code: z.string(), zh: z.string(), en: z.string(), count: Count });
export type FacetValue = z.infer<typeof FacetValue>;

export const EventFacetsInput = z.strictObject({ filter: EventFilter });
export const EventFacetsOutput = z.strictObject({
	asOf: Instant.nullable(),
	/** Events of the whole filter. */
	total: Count,
	/** Domains (two digits) and classes (four); most frequent first, as the lists below. */
	domains: z.array(FacetValue).max(100),
	categories: z.array(FacetValue).max(1_000),
	sources: z.array(FacetValue).max(1_000),
	units: z.array(FacetValue).max(5_000),
	statuses: z.array(FacetValue).max(1_000),
	/** 1 to 4; `0` = not delivered. */
	severities: z.array(FacetValue).max(5),
	/** Areas one level below that of the filter, in official order. */
	areas: z.array(z.strictObject({ area: AreaCode, name: z.string(), count: Count })).max(5_000),
	/** Runs of accepted days, without gaps, oldest first; days where they are few, else weeks or months. */
	days: z.strictObject({
		step: z.enum(['day', 'week', 'month']),
		bars: z.array(z.strictObject({ from: z.string(), to: z.string(), count: Count })).max(400),
	}),
	/** Every value that any event of the district has, by name, chosen or not. */
	all: z.strictObject({
		categories: z.array(FacetValue).max(1_000),
		sources: z.array(FacetValue).max(1_000),
		units: z.array(FacetValue).max(5_000),
		statuses: z.array(FacetValue).max(1_000),
	}),
});

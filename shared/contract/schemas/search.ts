// Search over areas, events, indicators and commands.

import { z } from 'zod';
import { AreaLevelSchema } from './values.ts';

export const SearchInput = z.strictObject({
	text: z.string().max(80),
	limit: z.number().int().min(1).max(50).default(12),
});
export const SearchOutput = z.strictObject({
	hits: z.array(
		z.discriminatedUnion('kind', [
			z.strictObject({
				kind: z.literal('area'),
				code: z.string(),
				name: z.string(),
				path: z.string(),
				level: AreaLevelSchema,
			}),
			z.strictObject({
				kind: z.literal('event'),
				eventId: z.string(),
				zh: z.string(),
				en: z.string(),
				placeName: z.string().nullable(),
			}),
			z.strictObject({ kind: z.literal('indicator'), code: z.string(), zh: z.string(), en: z.string() }),
		]),
	),
});

// What an event was before: every delivered state with the file that brought it and what it changed.

import { z } from 'zod';
import { Count, Instant } from './values.ts';

/** What a change can be about. `text`: title, description or address; their words are not repeated here. */
const VERSION_FIELDS = [
	'status',
	'category',
	'source',
	'unit',
	'place',
	'severity',
	'reportedAt',
	'acceptedAt',
	'dispatchedAt',
	'signedAt',
	'disposedAt',
	'closedAt',
	'dueAt',
	'pauseMinutes',
	'returnCount',
	'reworkCount',
	'extendCount',
	'satisfaction',
	'text',
] as const;

/** In both languages; instants are ISO in both. */
const VersionValue = z.strictObject({ zh: z.string(), en: z.string() });

export const EventVersion = z.strictObject({
	batchId: Count,
	file: z.string(),
	/** When it became known here. */
	committedAt: Instant,
	/** As-of of the file that brought it. */
	asOf: Instant.nullable(),
	/** `withdrawn`: no longer in two full exports in a row, in no figure since; `returned`: delivered again after that. */
	kind: z.enum(['brought', 'changed', 'withdrawn', 'returned']),
	/** Empty for the first state, and where only what is not shown changed. */
	changes: z
		.array(
			z.strictObject({
				field: z.enum(VERSION_FIELDS),
				before: VersionValue.nullable(),
				after: VersionValue.nullable(),
			}),
		)
		.max(VERSION_FIELDS.length),
});

export const EventVersionsInput = z.strictObject({ eventId: z.string().min(1).max(200) });
/** Newest first. */
export const EventVersionsOutput = z.strictObject({ versions: z.array(EventVersion).max(1_000) });

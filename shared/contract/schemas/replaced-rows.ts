// What a batch put in the place of earlier rows of units, grids and ledgers: every earlier state stays readable, with the
// batch that brought it. Events have versions of their own (event-versions.ts).

import { z } from 'zod';
import { Count, Instant } from './values.ts';

/** How a value reads: `date` YYYY-MM-DD, `instant` ISO, `flag` 0 or 1, `percent` a share (1 = 100 %), else as it stands. */
const REPLACED_KINDS = ['text', 'number', 'percent', 'flag', 'date', 'instant'] as const;

const ReplacedValue = z.strictObject({
	/** Name of the field (domain.md §3). */
	field: z.string(),
	/** The header that exports give it most often; null where it has none. */
	header: z.string().nullable(),
	kind: z.enum(REPLACED_KINDS),
	/** Null: blank. */
	before: z.string().nullable(),
	after: z.string().nullable(),
});

export const ReplacedRow = z.strictObject({
	/** What makes the row itself: code and name of an area, key of a ledger's row. */
	key: z.array(z.string()).min(1),
	/** The batch that had brought the earlier state, and when that became known here. */
	earlierBatchId: Count,
	knownSince: Instant.nullable(),
	/** True where the row was taken out: nothing stands in its place. */
	isWithdrawn: z.boolean(),
	/** True where the outline of an area was drawn anew. */
	isRedrawn: z.boolean(),
	changes: z.array(ReplacedValue),
});

export const ReplacedRowsInput = z.strictObject({
	batchId: Count,
	limit: z.number().int().min(1).max(500).default(100),
	offset: z.number().int().min(0).default(0),
});
/** In order of the key. `total` counts all rows that the batch replaced or took out. */
export const ReplacedRowsOutput = z.strictObject({ total: Count, rows: z.array(ReplacedRow).max(500) });

// The numbered migrations in order; `user_version` of a cache is the number of the last one it has had.
// A released migration is never changed; each has a test under tests/migrations.

import { sql as firstTables } from './migrations/0001-first-tables.ts';
import { sql as eventTexts } from './migrations/0002-event-texts.ts';
import { sql as ledgers } from './migrations/0003-ledgers.ts';
import { sql as eventFacts } from './migrations/0004-event-facts.ts';
import { sql as gridFacts } from './migrations/0005-grid-facts.ts';
import { sql as published } from './migrations/0006-published.ts';
import { sql as deliveries } from './migrations/0007-deliveries.ts';
import { sql as confirmedWords } from './migrations/0008-confirmed-words.ts';
import { sql as coordinates } from './migrations/0009-coordinates.ts';
import { sql as notes } from './migrations/0010-notes.ts';
import { sql as corrections } from './migrations/0011-corrections.ts';
import { sql as specialActions } from './migrations/0012-special-actions.ts';

/** SQL of migration n at index n - 1. */
export const MIGRATIONS: readonly string[] = [
	firstTables,
	eventTexts,
	ledgers,
	eventFacts,
	gridFacts,
	published,
	deliveries,
	confirmedWords,
	coordinates,
	notes,
	corrections,
	specialActions,
];

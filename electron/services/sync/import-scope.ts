// What the import of one file carries from stage to stage, and the shape each dataset's import has.

import type { WritableDb } from '../cache/cache-db.ts';
import type { DictStore } from '../cache/dict-store.ts';
import type { RecordBlock } from '../exports/record-blocks.ts';

export interface ImportScope {
	db: WritableDb;
	batchId: number;
	sourceSystemId: number;
	dict: DictStore;
	/** Fields that the file delivers (snake_case of domain.md §3). */
	fields: ReadonlySet<string>;
	rootUnit: { code: string; name: string } | null;
	createUnitsFromNames: boolean;
	/** Operator's word that the file is the whole of its source; vanished rows are then counted, never removed. */
	isFull: boolean;
}

/** What became of the rows that were not quarantined. */
export interface MergeCounts {
	inserted: number;
	updated: number;
	unchanged: number;
	folded: number;
	vanished: number;
	/** Part of `unchanged`: rows that a newer export had already written. */
	older: number;
}

/** One dataset's import: takes blocks as they come, merges at the end. `asOfS` is the as-of of the file. */
export interface DatasetImport<B extends RecordBlock> {
	take(block: B): void;
	finish(asOfS: number): MergeCounts;
}

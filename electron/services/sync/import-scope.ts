// What the import of one file carries from stage to stage, and the shape each dataset's import has.

import type { WritableDb } from '../cache/cache-db.ts';
import type { DictStore } from '../cache/dict-store.ts';
import type { Finding, RecordBlock } from '../exports/record-blocks.ts';
import type { Delivery } from './delivery.ts';

export interface ImportScope {
	db: WritableDb;
	batchId: number;
	sourceSystemId: number;
	dict: DictStore;
	/** Fields that the file delivers (snake_case of domain.md §3). */
	fields: ReadonlySet<string>;
	rootUnit: { code: string; name: string } | null;
	createUnitsFromNames: boolean;
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
	/** Stored rows that a full export should hold; 0 where that was not asked. */
	judged?: number;
	/** What else the operator should know. */
	findings?: Finding[];
}

/** One dataset's import: takes blocks as they come, merges at the end. `asOfS` is the as-of of the file. */
export interface DatasetImport<B extends RecordBlock> {
	take(block: B): void;
	/** Asked once, before `finish`, where the operator did not say: do the rows show the whole of their source? */
	isWhole?(): boolean;
	finish(asOfS: number, delivery: Delivery): MergeCounts;
}

// How one file is to be imported, and what is told of it on the way. Types only.

import type { WritableDb } from '../cache/cache-db.ts';
import type { CoordinatePlan } from '../exports/coordinates/coordinate-columns.ts';
import type { MappingProfile } from '../exports/mapping-profile.ts';

export interface ImportProgress {
	stage: 'reading' | 'writing';
	rowsRead: number;
	/** 0 to 1. */
	fraction: number;
}

export interface ImportOptions {
	profile?: MappingProfile | null;
	/** As-of given by the operator, epoch seconds. */
	asOfS?: number | null;
	/** The file is never older than this, epoch seconds: it is one that was imported before, read again. */
	leastAsOfS?: number | null;
	mode?: 'full' | 'increment' | null;
	dryRun?: boolean;
	acceptHeld?: boolean;
	/** The operator says which system the coordinates are in; stands over profile and judgement. */
	coordinates?: CoordinatePlan | null;
	/** The file was found in a folder, not named: what is no export is ignored. */
	isInFolder?: boolean;
	/** The batch whose corrected rows these are. */
	correctionOf?: number;
	/** More to write in the same transaction, once all else of the batch is. */
	settle?: (db: WritableDb, batchId: number) => void;
	signal?: AbortSignal;
	onProgress?: (progress: ImportProgress) => void;
}

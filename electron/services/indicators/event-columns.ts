// The events as typed arrays, day-sorted, in the data worker: what every event figure is computed from.
// Derived from SQLite's `event` (the one store of truth) by cache/event-pack-queries.ts; never edited in place.

import type { Dataset } from '../../../shared/domain/codes.ts';
import type { AreaLineage } from './area-lineage.ts';
import type { LedgerReader } from './ledger-columns.ts';

/** Bits of `flags` (event.flags uses the same). */
export const EVENT_FLAG = {
	/** Self-reported and self-closed (自报自结). */
	selfClosed: 1,
	/** The reported flag 按期/超期 exists (the source has such a column). */
	hasReportedFlag: 2,
	/** The reported flag says on time. */
	reportedOnTime: 4,
	/** closed before accepted (Q_FLOW). */
	clockFault: 8,
	/** It has coordinates inside the district's plausible box. */
	hasPoint: 16,
	/** The declared grid differs from the one the point falls in, or the polygon's town from the named one. */
	placeDiffers: 32,
	/** Counts at a town or village only: 未落格. */
	unlocated: 64,
	/** accepted_at was taken from reported_at. */
	acceptedFromReported: 128,
	/** Sensitive class or column. */
	sensitive: 256,
	/** The source of this event has a self-closed column. */
	hasSelfClosedColumn: 512,
	/** Crossed departments (is_cross_dept). */
	crossDept: 1024,
	/** Ever re-worked or re-opened. */
	reworked: 2048,
	/** The declared grid code or name is not known (kept as 未落格). */
	unknownGrid: 4096,
	/** It has a point in the declared known grid, or at most 30 m from it. */
	atDeclaredGrid: 8192,
	/** Coordinates were delivered but are no place: a shared centroid, a failed geocoder, a system nobody could tell. */
	pointUnsure: 16384,
} as const;

/** Bits of `facts`; satisfaction (1–5) and handling level (1–6) are numbers in their own bits, 0 = not delivered. */
export const EVENT_FACT = {
	satisfaction: 7,
	handlingLevel: 7 << 3,
	/** The result was published or told to the person. */
	published: 64,
	/** Returned at least once, and at least twice. */
	returned: 128,
	returnedAgain: 256,
	/** The description (the title where there is none) has at least ten characters. */
	fullText: 512,
	/** Worked again: a rework was counted. */
	reworked: 1024,
	/** Ever re-opened (52): now, in an earlier export, or by a step. */
	reopenedEver: 2048,
	/** Every step from acceptance to closing was written down by the system in time. */
	online: 4096,
} as const;

/** A delivered coordinate as packed: ten-millionths of a degree above −180; 0 = none. */
export const DEGREE_SCALE = 10_000_000;

/** Bits of `dateOnly`: which instants were delivered without a time of day. */
export const DATE_ONLY = { occurred: 1, reported: 2, accepted: 4, disposed: 8, closed: 16, due: 32 } as const;

/**
 * Parallel columns; row i of each belongs to one event. Instants are epoch seconds in Uint32, 0 = none.
 * Ids are 0 = none. Rows are in order of accepted day, then event_key; rows without acceptance come first.
 */
export interface EventColumns {
	readonly length: number;
	readonly eventKey: Uint32Array;
	readonly areaId: Uint32Array;
	readonly geoAreaId: Uint32Array;
	readonly categoryId: Uint16Array;
	readonly sourceId: Uint16Array;
	readonly statusId: Uint16Array;
	readonly unitId: Uint16Array;
	/** Limit as delivered (dict kind `limit`): lights need its length and clock, not only the due time. */
	readonly limitId: Uint16Array;
	readonly sourceSystemId: Uint16Array;
	readonly batchId: Uint32Array;
	readonly flags: Uint16Array;
	/** 1–4, 0 unknown. */
	readonly severity: Uint8Array;
	readonly dateOnly: Uint8Array;
	readonly superviseLevel: Uint8Array;
	readonly reportedAt: Uint32Array;
	readonly acceptedAt: Uint32Array;
	readonly disposedAt: Uint32Array;
	readonly closedAt: Uint32Array;
	readonly dueAt: Uint32Array;
	readonly dueAtOrig: Uint32Array;
	readonly reopenedAt: Uint32Array;
	readonly statusClosedAt: Uint32Array;
	readonly pauseMinutes: Uint32Array;
	readonly dispatchedAt: Uint32Array;
	/** See DEGREE_SCALE. */
	readonly lng: Uint32Array;
	readonly lat: Uint32Array;
	/** Same number = same normalised address; 0 = none that names a place. */
	readonly placeKey: Uint32Array;
	/** Bits of EVENT_FACT. */
	readonly facts: Uint16Array;
}

/** One area as the engine needs it. `level` as in AREA_LEVELS; ids are area.area_id. */
export interface EngineArea {
	areaId: number;
	code: string;
	name: string;
	level: 'district' | 'town' | 'village' | 'grid' | 'microGrid';
	parentId: number | null;
	sortNo: number;
	gridType: 'base' | 'dedicated' | 'micro' | null;
	peerGroup: 'urban' | 'rural' | 'all';
	households: number | null;
	popResident: number | null;
	isActive: boolean;
}

/** A delivered word and the code it is mapped to; index = dict_id. */
export interface DictEntry {
	raw: string;
	code: string | null;
}

/** Everything the engine reads; one immutable value per committed revision. */
export interface EngineSnapshot {
	revision: number;
	events: EventColumns;
	areas: readonly EngineArea[];
	/** Working hours of the district's settings, seconds from midnight; absent: those that ship. */
	workWindows?: readonly { startS: number; endS: number }[] | undefined;
	/** dict_item rows of all kinds, by dict_id. */
	dict: ReadonlyMap<number, DictEntry>;
	/** As-of (epoch seconds) of the newest committed event export per source system id. */
	sourceAsOf: ReadonlyMap<number, number>;
	/** As-of of the newest committed event export; null when there is none. */
	asOfS: number | null;
	connected: ReadonlySet<Dataset>;
	/** Event fields that a committed export had a column for (snake_case of domain.md §3.4). */
	eventFields: ReadonlySet<string>;
	/** What became of areas that were split, merged or renamed; absent where nothing was ever delivered of it. */
	lineage?: AreaLineage;
	/** Ledgers, read when they are first asked for; absent where nothing but events can be asked. */
	ledgers?: LedgerReader;
}

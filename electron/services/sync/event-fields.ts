// Which stored columns and flag bits a file replaces, from the fields it delivers. A field that no column of the file
// carries keeps what an earlier export said.

import type { MergeColumns } from '../cache/event-merge.ts';
import { DATE_ONLY, EVENT_FLAG } from '../indicators/event-columns.ts';

/** Delivered field (domain.md §3.4) → stored columns. */
const COLUMNS_OF: Readonly<Record<string, readonly string[]>> = {
	town_code: ['place_id'],
	town_name: ['place_id'],
	village_code: ['place_id'],
	village_name: ['place_id'],
	grid_code: ['place_id'],
	grid_name: ['place_id'],
	micro_code: ['place_id'],
	micro_name: ['place_id'],
	lng: ['lng', 'lat'],
	lat: ['lng', 'lat'],
	lng_lat: ['lng', 'lat'],
	cat_l1: ['category_id'],
	cat_l2: ['category_id'],
	raw_category: ['category_id'],
	source: ['source_id'],
	status: ['status_id'],
	lead_unit: ['unit_id'],
	co_units: ['co_units'],
	title: ['title', 'text_length'],
	desc_clean: ['desc_clean', 'text_length'],
	addr_text: ['addr_text', 'place_key'],
	limit_word: ['limit_id'],
	limit_type: ['limit_id'],
	limit_value: ['limit_id'],
	severity: ['severity'],
	occurred_at: ['occurred_at'],
	reported_at: ['reported_at', 'accepted_at'],
	accepted_at: ['accepted_at'],
	dispatched_at: ['dispatched_at'],
	signed_at: ['signed_at'],
	disposed_at: ['disposed_at'],
	closed_at: ['closed_at'],
	due_at: ['due_at'],
	due_at_orig: ['due_at_orig'],
	pause_minutes: ['pause_minutes'],
	is_self_closed: ['is_self_closed', 'accepted_at'],
	reported_on_time: ['reported_on_time'],
	is_overdue: ['reported_on_time'],
	handling_level: ['handling_level'],
	return_cnt: ['return_cnt'],
	rework_cnt: ['rework_cnt'],
	extend_cnt: ['extend_cnt'],
	urge_cnt: ['urge_cnt'],
	supervise_level: ['supervise_level'],
	satisfaction: ['satisfaction'],
	is_cross_dept: ['is_cross_dept'],
	is_sensitive: ['is_sensitive'],
	result_published: ['result_published'],
};

const DATE_BITS: Readonly<Record<string, number>> = {
	occurred_at: DATE_ONLY.occurred,
	reported_at: DATE_ONLY.reported,
	accepted_at: DATE_ONLY.accepted,
	disposed_at: DATE_ONLY.disposed,
	closed_at: DATE_ONLY.closed,
	due_at: DATE_ONLY.due,
};

const FLAG_BITS: readonly (readonly [column: string, bits: number])[] = [
	['is_self_closed', EVENT_FLAG.selfClosed | EVENT_FLAG.hasSelfClosedColumn],
	['reported_on_time', EVENT_FLAG.hasReportedFlag | EVENT_FLAG.reportedOnTime],
	['accepted_at', EVENT_FLAG.acceptedFromReported | EVENT_FLAG.clockFault],
	['closed_at', EVENT_FLAG.clockFault],
	['category_id', EVENT_FLAG.sensitive],
	['is_sensitive', EVENT_FLAG.sensitive],
	['is_cross_dept', EVENT_FLAG.crossDept],
	['rework_cnt', EVENT_FLAG.reworked],
	['lng', EVENT_FLAG.pointUnsure],
];

/** Block columns that can hold values although no field names them; both names of one column. */
export interface SeenColumns {
	/** Stored columns that had a value in some row. */
	columns: ReadonlySet<string>;
}

/** What a file with these fields replaces on a stored event. Columns that had a value count as delivered. */
export function mergeColumnsOf(fields: ReadonlySet<string>, seen: SeenColumns): MergeColumns {
	const columns = new Set(seen.columns);
	for (const field of fields) for (const column of COLUMNS_OF[field] ?? []) columns.add(column);
	let flagMask = 0;
	for (const [column, bits] of FLAG_BITS) if (columns.has(column)) flagMask |= bits;
	let dateOnlyMask = 0;
	for (const [column, bit] of Object.entries(DATE_BITS)) if (columns.has(column)) dateOnlyMask |= bit;
	return {
		columns: [...columns].sort(),
		flagMask,
		dateOnlyMask,
		hasStatus: columns.has('status_id') || columns.has('closed_at'),
	};
}

/** True when the file says everything about a place that a later file could say. */
export function isPlaceWhole(columns: readonly string[]): boolean {
	return columns.includes('place_id') && columns.includes('lng');
}

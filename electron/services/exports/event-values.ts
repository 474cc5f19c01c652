// Which numeric column of an event block each field fills, and how its cells are understood.

import { DATE_ONLY } from '../indicators/event-columns.ts';
import type { FieldSource } from './field-source.ts';
import { mapByProfile } from './field-source.ts';
import {
	parseFlag,
	parseHandlingLevel,
	parseLateness,
	parseSatisfaction,
	parseSeverity,
	parseSuperviseLevel,
	parseTimeliness,
} from './number-parser.ts';
import type { EventNumberColumn } from './record-blocks.ts';

/** Instants: field → column and the bit that marks it as delivered without a time of day (0 = not kept). */
export const EVENT_INSTANTS: readonly { field: string; column: EventNumberColumn; bit: number; isDue: boolean }[] = [
	{ field: 'occurred_at', column: 'occurredAt', bit: DATE_ONLY.occurred, isDue: false },
	{ field: 'reported_at', column: 'reportedAt', bit: DATE_ONLY.reported, isDue: false },
	{ field: 'accepted_at', column: 'acceptedAt', bit: DATE_ONLY.accepted, isDue: false },
	{ field: 'dispatched_at', column: 'dispatchedAt', bit: 0, isDue: false },
	{ field: 'signed_at', column: 'signedAt', bit: 0, isDue: false },
	{ field: 'disposed_at', column: 'disposedAt', bit: DATE_ONLY.disposed, isDue: false },
	{ field: 'closed_at', column: 'closedAt', bit: DATE_ONLY.closed, isDue: false },
	{ field: 'due_at', column: 'dueAt', bit: DATE_ONLY.due, isDue: true },
	{ field: 'due_at_orig', column: 'dueAtOrig', bit: 0, isDue: true },
];

/** Plain numbers. */
export const EVENT_NUMBERS: readonly { field: string; column: EventNumberColumn }[] = [
	{ field: 'pause_minutes', column: 'pauseMinutes' },
	{ field: 'return_cnt', column: 'returnCnt' },
	{ field: 'rework_cnt', column: 'reworkCnt' },
	{ field: 'extend_cnt', column: 'extendCnt' },
	{ field: 'urge_cnt', column: 'urgeCnt' },
];

/** Flags and small scales, each distinct cell understood once; the first field of a column that is delivered wins. */
export const EVENT_SCALES: readonly { field: string; column: EventNumberColumn; parse: (text: string) => number }[] = [
	{ field: 'severity', column: 'severity', parse: parseSeverity },
	{ field: 'is_self_closed', column: 'isSelfClosed', parse: parseFlag },
	{ field: 'reported_on_time', column: 'reportedOnTime', parse: parseTimeliness },
	{ field: 'is_overdue', column: 'reportedOnTime', parse: parseLateness },
	{ field: 'handling_level', column: 'handlingLevel', parse: parseHandlingLevel },
	{ field: 'supervise_level', column: 'superviseLevel', parse: parseSuperviseLevel },
	{ field: 'satisfaction', column: 'satisfaction', parse: parseSatisfaction },
	{ field: 'is_cross_dept', column: 'isCrossDept', parse: parseFlag },
	{ field: 'is_sensitive', column: 'isSensitive', parse: parseFlag },
	{ field: 'result_published', column: 'resultPublished', parse: parseFlag },
];

/** A scale's parser with the profile's dictionary before it. */
export function makeScaleParser(source: FieldSource, parse: (text: string) => number): (text: string) => number {
	return (text) => parse(mapByProfile(source, text) ?? text);
}

// Which fields of events were delivered somewhere: a figure without its field is 未接入, never 0. A column counts as
// delivered though all its cells are blank or 0; caches of before this was noted show it by their values.

import type { EngineSnapshot } from './event-columns.ts';
import { EVENT_FLAG } from './event-columns.ts';
import { TRAIT } from './event-traits.ts';

export const EVENT_FIELDS = [
	'dueAt',
	'dueAtOrig',
	'reportedFlag',
	'closing',
	'source',
	'handlingLevel',
	'satisfaction',
	'published',
	'reworks',
	'returns',
	'steps',
	'dispatched',
	'text',
	'crossDept',
	'point',
	'gridOutline',
	'place',
] as const;
export type EventField = (typeof EVENT_FIELDS)[number];

/** For every field whether any committed export carries it. */
export function deliveredFields(snapshot: EngineSnapshot, traits: Uint32Array): Record<EventField, boolean> {
	const { events, eventFields, connected } = snapshot;
	const hasAny = (column: Uint16Array | Uint32Array): boolean => column.some((value) => value !== 0);
	const hasFlag = (flag: number): boolean => events.flags.some((flags) => (flags & flag) !== 0);
	const hasTrait = (trait: number): boolean => traits.some((bits) => (bits & trait) !== 0);
	const isNamed = (...names: string[]): boolean => names.some((name) => eventFields.has(name));
	const hasPoint = isNamed('lng', 'lat', 'lng_lat') || hasAny(events.lng);
	return {
		dueAt: hasAny(events.dueAt),
		dueAtOrig: hasAny(events.dueAtOrig),
		reportedFlag: hasFlag(EVENT_FLAG.hasReportedFlag),
		closing: hasAny(events.closedAt) || hasTrait(TRAIT.closingStatus),
		source: isNamed('source') || hasAny(events.sourceId),
		handlingLevel: isNamed('handling_level') || hasTrait(TRAIT.resolvedInVillage),
		satisfaction: isNamed('satisfaction') || hasTrait(TRAIT.rated),
		published: isNamed('result_published') || hasTrait(TRAIT.published),
		reworks: isNamed('rework_cnt') || hasTrait(TRAIT.reworkedOrReopened),
		returns: isNamed('return_cnt') || connected.has('event_return') || hasTrait(TRAIT.returned),
		steps: connected.has('event_step'),
		dispatched: isNamed('dispatched_at') || hasAny(events.dispatchedAt),
		text: isNamed('desc_clean', 'title') || hasTrait(TRAIT.soundReport),
		crossDept: isNamed('is_cross_dept') || hasTrait(TRAIT.crossDept),
		point: hasPoint,
		gridOutline: hasAny(events.geoAreaId),
		place: hasPoint || hasAny(events.placeKey),
	};
}

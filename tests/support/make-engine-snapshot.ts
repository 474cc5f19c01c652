// Hand-written events and areas as the packed columns that the figures engine reads. Times are Shanghai wall
// clock text; a blank is "not delivered". Only for tests; knows nothing of formulas.

import type { EngineArea, EngineSnapshot, EventColumns } from '../../electron/services/indicators/event-columns.ts';
import { DATE_ONLY, DEGREE_SCALE, EVENT_FACT, EVENT_FLAG } from '../../electron/services/indicators/event-columns.ts';
import { dayOf, parseIso, startOfDay } from '../../shared/domain/shanghai-time.ts';

/** One event in words; every field may be left out. */
export interface PlainEvent {
	/** Code of the area it counts at; none = nowhere known. */
	area?: string;
	/** Four-digit class; null = nobody has mapped it. */
	category?: string | null;
	/** Mapped status; null = nobody has mapped it. */
	status?: number | null;
	unit?: string;
	limit?: string;
	severity?: number;
	source?: string;
	batch?: number;
	reported?: string;
	accepted?: string;
	disposed?: string;
	closed?: string;
	due?: string;
	dueOrig?: string;
	reopened?: string;
	/** As-of of the export that brought a closing status without a closing time. */
	statusClosed?: string;
	pauseMinutes?: number;
	/** The reported time stands for the acceptance that its source has no column for. */
	acceptedFromReported?: boolean;
	selfClosed?: boolean;
	/** 按期 true, 超期 false; absent = no such column. */
	reportedOnTime?: boolean;
	superviseLevel?: number;
	/** Code of the report channel, 01–15. */
	channel?: string;
	dispatched?: string;
	/** [longitude, latitude]. */
	point?: readonly [number, number];
	/** Same word = same address. */
	address?: string;
	/** The point lies in the declared grid or at most 30 m from it. */
	atDeclaredGrid?: boolean;
	satisfaction?: number;
	handlingLevel?: number;
	published?: boolean;
	returns?: number;
	reworks?: number;
	reopenedEver?: boolean;
	textLength?: number;
	online?: boolean;
	crossDept?: boolean;
}

export interface PlainArea {
	code: string;
	name?: string;
	level: EngineArea['level'];
	parent?: string;
	sortNo?: number;
	peerGroup?: EngineArea['peerGroup'];
	popResident?: number | null;
	households?: number | null;
	isActive?: boolean;
}

export interface PlainDistrict {
	areas: readonly PlainArea[];
	events: readonly PlainEvent[];
	/** As-of by source name. */
	asOf: Readonly<Record<string, string>>;
	connected?: readonly ('admin_unit' | 'grid' | 'event' | 'event_step')[];
	/** Event fields that an export had a column for; all that figures ask for when absent. */
	eventFields?: readonly string[];
}

const ALL_FIELDS = [
	...['satisfaction', 'handling_level', 'result_published', 'return_cnt', 'rework_cnt', 'status', 'source'],
	...['dispatched_at', 'desc_clean', 'is_cross_dept', 'lng', 'lat'],
];

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Epoch seconds of wall-clock text; 0 for none. A date-only due time ends its day. */
export function instantOf(text: string | undefined, isDue = false): number {
	if (text === undefined) return 0;
	const atS = parseIso(text);
	if (atS === null) throw new Error(`no instant: ${text}`);
	return isDue && DATE.test(text) ? startOfDay(dayOf(atS) + 1) - 1 : atS;
}

/** The snapshot of a plain district. Events keep their given number as event_key (from 1). */
export function makeEngineSnapshot(district: PlainDistrict): EngineSnapshot {
	const dict = new Map<number, { raw: string; code: string | null }>();
	const ids = new Map<string, number>();
	function word(kind: string, raw: string, code: string | null): number {
		const key = `${kind}/${raw}`;
		let id = ids.get(key);
		if (id === undefined) {
			id = ids.size + 1;
			ids.set(key, id);
			dict.set(id, { raw, code });
		}
		return id;
	}
	const areaIds = new Map(district.areas.map((area, at) => [area.code, at + 1]));
	const keyed = district.events.map((event, at) => ({ event, key: at + 1, accepted: instantOf(event.accepted) }));
	const dayOrNone = (atS: number): number => (atS === 0 ? -1 : dayOf(atS));
	keyed.sort((a, b) => dayOrNone(a.accepted) - dayOrNone(b.accepted) || a.key - b.key);
	const u32 = (pick: (event: PlainEvent, key: number) => number): Uint32Array =>
		Uint32Array.from(keyed, ({ event, key }) => pick(event, key));
	const u16 = (pick: (event: PlainEvent) => number): Uint16Array => Uint16Array.from(keyed, ({ event }) => pick(event));
	const u8 = (pick: (event: PlainEvent) => number): Uint8Array => Uint8Array.from(keyed, ({ event }) => pick(event));
	const sources = Object.keys(district.asOf);
	const sourceIds = new Map(sources.map((name) => [name, word('sourceSystem', name, null)]));
	const events: EventColumns = {
		length: keyed.length,
		eventKey: u32((_, key) => key),
		areaId: u32(({ area }) => (area === undefined ? 0 : (areaIds.get(area) ?? 0))),
		geoAreaId: u32(({ area, point }) => (area === undefined || !point ? 0 : (areaIds.get(area) ?? 0))),
		categoryId: u16(({ category = '0401' }) =>
			category === null ? word('category', 'unmapped', null) : word('category', category, category),
		),
		sourceId: u16(({ channel }) => (channel === undefined ? 0 : word('source', channel, channel))),
		statusId: u16(({ status }) =>
			status === undefined
				? 0
				: status === null
					? word('status', '未知', null)
					: word('status', String(status), String(status)),
		),
		unitId: u16(({ unit }) => (unit === undefined ? 0 : word('unit', unit, null))),
		limitId: u16(({ limit }) => (limit === undefined ? 0 : word('limit', limit, limit))),
		sourceSystemId: u16(({ source = sources[0] ?? '' }) => sourceIds.get(source) ?? 0),
		batchId: u32(({ batch = 1 }) => batch),
		flags: u16(flagsOf),
		severity: u8(({ severity = 0 }) => severity),
		dateOnly: u8(dateOnlyOf),
		superviseLevel: u8(({ superviseLevel = 0 }) => superviseLevel),
		reportedAt: u32(({ reported }) => instantOf(reported)),
		acceptedAt: u32(({ accepted }) => instantOf(accepted)),
		disposedAt: u32(({ disposed }) => instantOf(disposed)),
		closedAt: u32(({ closed }) => instantOf(closed)),
		dueAt: u32(({ due }) => instantOf(due, true)),
		dueAtOrig: u32(({ dueOrig }) => instantOf(dueOrig, true)),
		reopenedAt: u32(({ reopened }) => instantOf(reopened)),
		statusClosedAt: u32(({ statusClosed }) => instantOf(statusClosed)),
		pauseMinutes: u32(({ pauseMinutes = 0 }) => pauseMinutes),
		dispatchedAt: u32(({ dispatched }) => instantOf(dispatched)),
		lng: u32(({ point }) => (point === undefined ? 0 : Math.round((point[0] + 180) * DEGREE_SCALE))),
		lat: u32(({ point }) => (point === undefined ? 0 : Math.round((point[1] + 180) * DEGREE_SCALE))),
		placeKey: u32(({ address }) => (address === undefined ? 0 : word('address', address, null))),
		facts: u16(factsOf),
	};
	const sourceAsOf = new Map(sources.map((name) => [sourceIds.get(name) ?? 0, instantOf(district.asOf[name])]));
	return {
		revision: 1,
		events,
		areas: district.areas.map((area) => toEngineArea(area, areaIds)),
		dict,
		sourceAsOf,
		asOfS: sources.length === 0 ? null : Math.max(...sourceAsOf.values()),
		connected: new Set(district.connected ?? ['admin_unit', 'grid', 'event', 'event_step']),
		eventFields: new Set(district.eventFields ?? ALL_FIELDS),
	};
}

function flagsOf(event: PlainEvent): number {
	let flags = 0;
	if (event.selfClosed) flags |= EVENT_FLAG.selfClosed;
	if (event.reportedOnTime !== undefined) flags |= EVENT_FLAG.hasReportedFlag;
	if (event.acceptedFromReported) flags |= EVENT_FLAG.acceptedFromReported;
	if (event.reportedOnTime) flags |= EVENT_FLAG.reportedOnTime;
	if (event.point) flags |= EVENT_FLAG.hasPoint;
	if (event.atDeclaredGrid) flags |= EVENT_FLAG.atDeclaredGrid;
	if (event.crossDept) flags |= EVENT_FLAG.crossDept;
	return flags;
}

function factsOf(event: PlainEvent): number {
	const { satisfaction = 0, handlingLevel = 0, returns = 0, reworks = 0, textLength = 0 } = event;
	let facts = satisfaction | (handlingLevel << 3);
	if (event.published) facts |= EVENT_FACT.published;
	if (returns >= 1) facts |= EVENT_FACT.returned;
	if (returns >= 2) facts |= EVENT_FACT.returnedAgain;
	if (reworks > 0) facts |= EVENT_FACT.reworked;
	if (event.reopenedEver) facts |= EVENT_FACT.reopenedEver;
	if (textLength >= 10) facts |= EVENT_FACT.fullText;
	if (event.online) facts |= EVENT_FACT.online;
	return facts;
}

function dateOnlyOf(event: PlainEvent): number {
	const bit = (text: string | undefined, value: number): number => (text !== undefined && DATE.test(text) ? value : 0);
	return (
		bit(event.reported, DATE_ONLY.reported) |
		bit(event.accepted, DATE_ONLY.accepted) |
		bit(event.disposed, DATE_ONLY.disposed) |
		bit(event.closed, DATE_ONLY.closed) |
		bit(event.due, DATE_ONLY.due)
	);
}

function toEngineArea(area: PlainArea, areaIds: ReadonlyMap<string, number>): EngineArea {
	return {
		areaId: areaIds.get(area.code) ?? 0,
		code: area.code,
		name: area.name ?? area.code,
		level: area.level,
		parentId: area.parent === undefined ? null : (areaIds.get(area.parent) ?? null),
		sortNo: area.sortNo ?? 0,
		gridType: area.level === 'grid' ? 'base' : area.level === 'microGrid' ? 'micro' : null,
		peerGroup: area.peerGroup ?? 'all',
		households: area.households ?? null,
		popResident: area.popResident ?? null,
		isActive: area.isActive ?? true,
	};
}

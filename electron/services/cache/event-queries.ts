// Full event rows by key or id, with words, place names, steps and provenance. Lists are chosen from the packed columns;
// these queries only ever fetch the rows of a page.

import type { ReadableDb } from './cache-db.ts';

/** A word as delivered with the code it is mapped to. */
export interface Word {
	raw: string;
	code: string | null;
}

/** One event as stored; instants in epoch seconds, NULL = not delivered. */
export interface StoredEvent {
	eventKey: number;
	eventId: string;
	areaCode: string | null;
	townName: string | null;
	/** Name of the unit it counts at, when that lies below the town. */
	placeName: string | null;
	category: Word;
	source: Word | null;
	status: Word | null;
	limit: Word | null;
	leadUnit: string | null;
	coUnits: string[];
	/** Scrubbed free text; NULL for sensitive classes. */
	title: string | null;
	description: string | null;
	address: string | null;
	severity: number | null;
	lng: number | null;
	lat: number | null;
	occurredAt: number | null;
	reportedAt: number | null;
	acceptedAt: number | null;
	dispatchedAt: number | null;
	signedAt: number | null;
	disposedAt: number | null;
	closedAt: number | null;
	dueAt: number | null;
	dueAtOrig: number | null;
	reopenedAt: number | null;
	statusClosedAt: number | null;
	pauseMinutes: number | null;
	isSelfClosed: boolean | null;
	handlingLevel: number | null;
	returnCount: number | null;
	reworkCount: number | null;
	extendCount: number | null;
	urgeCount: number | null;
	superviseLevel: number | null;
	satisfaction: number | null;
	isSensitive: boolean | null;
	/** Bits EVENT_FLAG and DATE_ONLY of indicators/event-columns.ts. */
	flags: number;
	dateOnly: number;
	/** The full export that withdrew it; NULL while it counts. */
	vanishedBy: number | null;
	provenance: { fileName: string; sha256: string; batchId: number; rowNo: number; committedAtS: number };
}

type EventRow = Omit<
	StoredEvent,
	| 'category'
	| 'source'
	| 'status'
	| 'limit'
	| 'coUnits'
	| 'isSelfClosed'
	| 'isSensitive'
	| 'provenance'
	| 'townName'
	| 'placeName'
> & {
	categoryRaw: string;
	categoryCode: string | null;
	sourceRaw: string | null;
	sourceCode: string | null;
	statusRaw: string | null;
	statusCode: string | null;
	limitRaw: string | null;
	limitCode: string | null;
	coUnits: string | null;
	isSelfClosed: number | null;
	isSensitive: number | null;
	areaId: number | null;
	fileName: string;
	sha256: string;
	batchId: number;
	rowNo: number;
	committedAtS: number;
};

const COLUMNS = `e.event_key AS eventKey, e.event_id AS eventId, e.area_id AS areaId, a.area_code AS areaCode,
	c.raw AS categoryRaw, c.code AS categoryCode, s.raw AS sourceRaw, s.code AS sourceCode, t.raw AS statusRaw, t.code AS statusCode,
	l.raw AS limitRaw, l.code AS limitCode, u.raw AS leadUnit, e.co_units AS coUnits, e.severity, e.lng, e.lat,
	e.occurred_at AS occurredAt, e.reported_at AS reportedAt, e.accepted_at AS acceptedAt, e.dispatched_at AS dispatchedAt,
	e.signed_at AS signedAt, e.disposed_at AS disposedAt, e.closed_at AS closedAt, e.due_at AS dueAt, e.due_at_orig AS dueAtOrig,
	e.reopened_at AS reopenedAt, e.status_closed_at AS statusClosedAt, e.pause_minutes AS pauseMinutes,
	e.is_self_closed AS isSelfClosed, e.handling_level AS handlingLevel, e.return_cnt AS returnCount, e.rework_cnt AS reworkCount,
	e.extend_cnt AS extendCount, e.urge_cnt AS urgeCount, e.supervise_level AS superviseLevel, e.satisfaction,
	e.is_sensitive AS isSensitive, e.title, e.desc_clean AS description, e.addr_text AS address, e.flags, e.date_only AS dateOnly, e.vanished_by AS vanishedBy, b.file_name AS fileName, b.sha256, b.batch_id AS batchId,
	e.row_no AS rowNo, b.committed_at AS committedAtS`;
const JOINS = `JOIN batch b ON b.batch_id = e.batch_id LEFT JOIN area a ON a.area_id = e.area_id
	LEFT JOIN dict_item c ON c.dict_id = e.category_id LEFT JOIN dict_item s ON s.dict_id = e.source_id
	LEFT JOIN dict_item t ON t.dict_id = e.status_id LEFT JOIN dict_item l ON l.dict_id = e.limit_id
	LEFT JOIN dict_item u ON u.dict_id = e.unit_id`;
const SELECT = `SELECT ${COLUMNS} FROM event e ${JOINS}`;

/** Most keys one statement looks up. */
const KEYS_PER_STATEMENT = 500;

interface AreaName {
	name: string;
	level: string;
	parentId: number | null;
}

/** Names up the tree, fetched once per area of a page. */
function openPlaceNames(db: ReadableDb) {
	const select = db.prepare<[number], AreaName>(
		'SELECT area_name AS name, level, parent_id AS parentId FROM area WHERE area_id = ?',
	);
	const known = new Map<number, AreaName | undefined>();
	const areaOf = (areaId: number): AreaName | undefined => {
		if (!known.has(areaId)) known.set(areaId, select.get(areaId));
		return known.get(areaId);
	};
	return (areaId: number | null): { townName: string | null; placeName: string | null } => {
		const own = areaId === null ? undefined : areaOf(areaId);
		let townName: string | null = null;
		let at = own;
		for (let depth = 0; at && depth < 8; depth += 1) {
			if (at.level === 'town') townName = at.name;
			at = at.parentId === null ? undefined : areaOf(at.parentId);
		}
		const isBelowTown = own !== undefined && own.level !== 'town' && own.level !== 'district';
		return { townName, placeName: isBelowTown ? own.name : null };
	};
}

function word(raw: string | null, code: string | null): Word | null {
	return raw === null ? null : { raw, code };
}

function flag(value: number | null): boolean | null {
	return value === null ? null : value === 1;
}

function unitList(json: string | null): string[] {
	const value: unknown = json === null ? [] : JSON.parse(json);
	return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function toEvents(db: ReadableDb, rows: readonly EventRow[]): StoredEvent[] {
	const placeOf = openPlaceNames(db);
	return rows.map((row) => {
		const { categoryRaw, categoryCode, sourceRaw, sourceCode, statusRaw, statusCode, limitRaw, limitCode, ...rest } =
			row;
		const { areaId, fileName, sha256, batchId, rowNo, committedAtS, ...event } = rest;
		return {
			...event,
			...placeOf(areaId),
			category: { raw: categoryRaw, code: categoryCode },
			source: word(sourceRaw, sourceCode),
			status: word(statusRaw, statusCode),
			limit: word(limitRaw, limitCode),
			coUnits: unitList(row.coUnits),
			isSelfClosed: flag(row.isSelfClosed),
			isSensitive: flag(row.isSensitive),
			provenance: { fileName, sha256, batchId, rowNo, committedAtS },
		};
	});
}

/** The events of these keys in this order; unknown keys are left out. */
export function getEvents(db: ReadableDb, keys: readonly number[]): StoredEvent[] {
	const rows: EventRow[] = [];
	for (let from = 0; from < keys.length; from += KEYS_PER_STATEMENT) {
		const part = keys.slice(from, from + KEYS_PER_STATEMENT);
		const marks = part.map(() => '?').join();
		rows.push(...db.prepare<number[], EventRow>(`${SELECT} WHERE e.event_key IN (${marks})`).all(...part));
	}
	const byKey = new Map(toEvents(db, rows).map((event) => [event.eventKey, event]));
	return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** One event by its id; null when there is none. */
export function getEventById(db: ReadableDb, eventId: string): StoredEvent | null {
	const row = db.prepare<[string], EventRow>(`${SELECT} WHERE e.event_id = ?`).get(eventId);
	return row ? (toEvents(db, [row])[0] ?? null) : null;
}

/** What an event was from one batch to the next. */
export interface EventState {
	event: StoredEvent;
	/** The batch that changed it from this state; NULL for the present one. */
	supersededBy: number | null;
}

/** All states of an event, oldest first, the present one last; empty when there is no such event. Looks up, never scans. */
export function listEventStates(db: ReadableDb, eventId: string): EventState[] {
	const present = getEventById(db, eventId);
	if (!present) return [];
	const rows = db
		.prepare<[number], EventRow & { supersededBy: number }>(
			`SELECT ${COLUMNS}, e.superseded_by AS supersededBy FROM event_version e ${JOINS}
			WHERE e.event_key = ? ORDER BY e.superseded_by`,
		)
		.all(present.eventKey);
	const events = toEvents(
		db,
		rows.map(({ supersededBy: _, ...row }) => row),
	);
	return [
		...events.map((event, index) => ({ event, supersededBy: rows[index]?.supersededBy ?? null })),
		{ event: present, supersededBy: null },
	];
}

/** Ids of events, by key; for the records of a proof. In the order of the keys. */
export function getEventIds(db: ReadableDb, keys: readonly number[]): string[] {
	const select = db.prepare<[number], string>('SELECT event_id FROM event WHERE event_key = ?').pluck();
	return keys.flatMap((key) => select.get(key) ?? []);
}

/** Keys of events whose id starts with the text, in order of id; by the index, never a scan. */
export function findEventsByIdPrefix(db: ReadableDb, prefix: string, limit: number): number[] {
	if (prefix === '') return [];
	return db
		.prepare<[string, string, number], number>(
			'SELECT event_key FROM event WHERE event_id >= ? AND event_id < ? ORDER BY event_id LIMIT ?',
		)
		.pluck()
		.all(prefix, `${prefix}\u{10ffff}`, limit);
}

/** One step of an event. */
export interface StoredStep {
	seq: number;
	node: string | null;
	op: string | null;
	/** 51 or 52 where the verb re-opens. */
	opCode: string | null;
	fromUnit: string | null;
	toUnit: string | null;
	opAt: number | null;
	receivedAt: number | null;
	dueAt: number | null;
	usedWorkMinutes: number | null;
	isTimeout: boolean | null;
}

/** Steps of an event in order, at most `limit`. */
export function listSteps(db: ReadableDb, eventId: string, limit = 1_000): StoredStep[] {
	return db
		.prepare<[string, number], Omit<StoredStep, 'isTimeout'> & { isTimeout: number | null }>(
			`SELECT s.seq, n.raw AS node, o.raw AS op, o.code AS opCode, f.raw AS fromUnit, t.raw AS toUnit, s.op_at AS opAt,
				s.received_at AS receivedAt, s.due_at AS dueAt, s.used_work_minutes AS usedWorkMinutes, s.is_timeout AS isTimeout
			FROM event_step s LEFT JOIN dict_item n ON n.dict_id = s.node_id LEFT JOIN dict_item o ON o.dict_id = s.op_id
			LEFT JOIN dict_item f ON f.dict_id = s.from_unit_id LEFT JOIN dict_item t ON t.dict_id = s.to_unit_id
			WHERE s.event_id = ? ORDER BY s.seq LIMIT ?`,
		)
		.all(eventId, limit)
		.map((row) => ({ ...row, isTimeout: flag(row.isTimeout) }));
}

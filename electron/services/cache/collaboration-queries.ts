// What the pages of working together read of steps and ledgers: rows of given events, calls, duties, meetings. Reads only,
// decides nothing.

import type { ReadableDb } from './cache-db.ts';

/** A word as delivered with the code it is mapped to. */
export interface CodedWord {
	code: string | null;
	raw: string;
}

/** A step of one of several events; instants in epoch seconds. */
export interface CourseStep {
	node: string | null;
	op: string | null;
	fromUnit: string | null;
	toUnit: string | null;
	opAt: number | null;
}

/** True where a committed batch of the dataset stands. */
export function isDelivered(db: ReadableDb, dataset: string): boolean {
	const sql = 'SELECT 1 FROM batch WHERE dataset = ? AND undone_at IS NULL LIMIT 1';
	return db.prepare(sql).get(dataset) !== undefined;
}

/** Steps of these events by event_key, in order; events without steps are left out. */
export function listCourses(db: ReadableDb, eventKeys: readonly number[]): Map<number, CourseStep[]> {
	const words = new Map(db.prepare<[], [number, string]>('SELECT dict_id, raw FROM dict_item').raw().all());
	const word = (id: number | null): string | null => (id === null ? null : (words.get(id) ?? null));
	const rows = db
		.prepare<[string], [number, number | null, number | null, number | null, number | null, number | null]>(
			`SELECT e.event_key, s.node_id, s.op_id, s.from_unit_id, s.to_unit_id, s.op_at
			FROM json_each(?) k JOIN event e ON e.event_key = k.value JOIN event_step s ON s.event_id = e.event_id
			ORDER BY e.event_key, s.seq`,
		)
		.raw()
		.iterate(JSON.stringify(eventKeys)) as Iterable<
		[number, number | null, number | null, number | null, number | null, number | null]
	>;
	const courses = new Map<number, CourseStep[]>();
	for (const [eventKey, node, op, from, to, opAt] of rows) {
		let steps = courses.get(eventKey);
		if (!steps) {
			steps = [];
			courses.set(eventKey, steps);
		}
		steps.push({ node: word(node), op: word(op), fromUnit: word(from), toUnit: word(to), opAt });
	}
	return courses;
}

/** A pause that has not ended. */
export interface RunningPause {
	eventId: string;
	pausedAt: number;
	reasonCode: string | null;
	reasonRaw: string | null;
}

/** Running pauses by event_id, the latest of each. */
export function listRunningPauses(db: ReadableDb): Map<string, RunningPause> {
	const rows = db
		.prepare<[], RunningPause>(
			`SELECT p.event_id AS eventId, p.paused_at AS pausedAt, d.code AS reasonCode, d.raw AS reasonRaw
			FROM event_pause p LEFT JOIN dict_item d ON d.dict_id = p.reason_ref
			WHERE p.resumed_at IS NULL ORDER BY p.paused_at`,
		)
		.all();
	return new Map(rows.map((row) => [row.eventId, row]));
}

/** A step of supervision. */
export interface Supervision {
	/** `plain`, `yellow`, `red`; null for a word nobody has mapped. */
	level: string | null;
	supervisedAt: number;
	dueAt: number | null;
	finishedAt: number | null;
	cancelledAt: number | null;
}

/** Steps of supervision of open events by event_id, in order of time. */
export function listSupervisions(db: ReadableDb): Map<string, Supervision[]> {
	const rows = db
		.prepare<[], Supervision & { eventId: string }>(
			`SELECT s.event_id AS eventId, d.code AS level, s.supervised_at AS supervisedAt, s.supervise_due_at AS dueAt,
				s.finished_at AS finishedAt, s.cancelled_at AS cancelledAt
			FROM event_supervise s JOIN event e ON e.event_id = s.event_id
			LEFT JOIN dict_item d ON d.dict_id = s.level_ref
			WHERE e.closed_at IS NULL OR e.reopened_at IS NOT NULL ORDER BY s.supervised_at, s.row_key`,
		)
		.all();
	const byEvent = new Map<string, Supervision[]>();
	for (const { eventId, ...step } of rows) byEvent.set(eventId, [...(byEvent.get(eventId) ?? []), step]);
	return byEvent;
}

/** One call of 吹哨报到 to one unit. */
export interface WhistleCall {
	whistleId: string;
	eventId: string | null;
	caller: string | null;
	called: string | null;
	level: string | null;
	whistledAt: number | null;
	dueAt: number | null;
	reportedAt: number | null;
	score: number | null;
	/** Where it counts; null where the place is not known. */
	areaId: number | null;
}

/** Calls whistled in [fromS, toS), and those that were never answered. */
export function listWhistleCalls(db: ReadableDb, fromS: number, toS: number): WhistleCall[] {
	return db
		.prepare<[number, number], WhistleCall>(
			`SELECT w.whistle_id AS whistleId, w.event_id AS eventId, i.raw AS caller, c.raw AS called, l.code AS level,
				w.whistled_at AS whistledAt, w.report_due_at AS dueAt, w.reported_at AS reportedAt, w.town_score AS score,
				coalesce(p.area_id, e.area_id) AS areaId
			FROM whistle w LEFT JOIN dict_item i ON i.dict_id = w.initiator_unit_ref
			LEFT JOIN dict_item c ON c.dict_id = w.called_unit_ref LEFT JOIN dict_item l ON l.dict_id = w.level_ref
			LEFT JOIN place p ON p.place_id = w.area_place_id LEFT JOIN event e ON e.event_id = w.event_id
			WHERE (w.whistled_at >= ? AND w.whistled_at < ?) OR w.reported_at IS NULL ORDER BY w.whistled_at, w.row_key`,
		)
		.all(fromS, toS);
}

/** A line of the duty list. */
export interface Duty {
	category: string;
	unit: string;
	kindCode: string | null;
	kindRaw: string | null;
	basis: string | null;
}

/** The duty list by code of a class, in the order of its rows. */
export function listDuties(db: ReadableDb): Map<string, Duty[]> {
	const rows = db
		.prepare<[], Duty>(
			`SELECT t.cat_code AS category, u.raw AS unit, k.code AS kindCode, k.raw AS kindRaw, t.basis
			FROM duty_list t JOIN dict_item u ON u.dict_id = t.duty_unit_ref LEFT JOIN dict_item k ON k.dict_id = t.duty_kind_ref
			ORDER BY t.row_key`,
		)
		.all();
	const duties = new Map<string, Duty[]>();
	for (const duty of rows) duties.set(duty.category, [...(duties.get(duty.category) ?? []), duty]);
	return duties;
}

/** A meeting with what became of its resolutions; days are counted from 1970. */
export interface MeetingRow {
	meetingId: string;
	heldOn: number | null;
	levelCode: string | null;
	levelRaw: string | null;
	areaId: number | null;
	areaName: string | null;
	/** JSON array of names. */
	units: string | null;
	resolutions: number | null;
	due: number | null;
	done: number | null;
}

/** Meetings held up to a day, newest first. */
export function listMeetings(db: ReadableDb, lastDay: number): MeetingRow[] {
	return db
		.prepare<[number], MeetingRow>(
			`SELECT m.meeting_id AS meetingId, m.held_on AS heldOn, l.code AS levelCode, l.raw AS levelRaw, p.area_id AS areaId,
				a.area_name AS areaName, m.attended_units AS units, m.resolutions, m.resolutions_due AS due, m.resolutions_done AS done
			FROM meeting m LEFT JOIN dict_item l ON l.dict_id = m.level_ref LEFT JOIN place p ON p.place_id = m.area_place_id
			LEFT JOIN area a ON a.area_id = p.area_id
			WHERE m.held_on IS NULL OR m.held_on <= ? ORDER BY m.held_on DESC, m.meeting_id`,
		)
		.all(lastDay);
}

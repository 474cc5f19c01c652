// Notes as rows. Knows neither privacy nor the shape of a reply; texts come here already scrubbed.

import type { ReadableDb, WritableDb } from './cache-db.ts';

/** What a note is about: one figure, or one event. */
export type NoteSubject =
	| { indicator: string; area: string; period: string; eventId: null }
	| { indicator: null; area: null; period: null; eventId: string };

export interface NoteRow {
	noteId: number;
	indicator: string | null;
	area: string | null;
	period: string | null;
	eventId: string | null;
	role: string;
	body: string;
	writtenAtS: number;
}

const COLUMNS = `note_id AS noteId, indicator, area_code AS area, period, event_id AS eventId, role, body,
	written_at AS writtenAtS`;

/** Adds a note and gives its row. */
export function addNoteRow(
	db: WritableDb,
	subject: NoteSubject,
	row: { role: string; body: string; writtenAtS: number; isDemo: boolean },
): NoteRow {
	const { indicator, area, period, eventId } = subject;
	const { lastInsertRowid } = db
		.prepare(
			`INSERT INTO note (is_demo, indicator, area_code, period, event_id, role, body, written_at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		)
		.run(row.isDemo ? 1 : 0, indicator, area, period, eventId, row.role, row.body, row.writtenAtS);
	return db.prepare(`SELECT ${COLUMNS} FROM note WHERE note_id = ?`).get(lastInsertRowid) as NoteRow;
}

/** True when there was such a note. */
export function removeNoteRow(db: WritableDb, noteId: number): boolean {
	return db.prepare('DELETE FROM note WHERE note_id = ?').run(noteId).changes > 0;
}

/** Notes on one event, the newest first. */
export function listEventNotes(db: ReadableDb, eventId: string, isDemo: boolean, limit: number): NoteRow[] {
	return db
		.prepare(`SELECT ${COLUMNS} FROM note WHERE event_id = ? AND is_demo = ? ORDER BY note_id DESC LIMIT ?`)
		.all(eventId, isDemo ? 1 : 0, limit) as NoteRow[];
}

/** Notes on an indicator of an area in any period, the newest first. */
export function listFigureNotes(
	db: ReadableDb,
	indicator: string,
	area: string,
	isDemo: boolean,
	limit: number,
): NoteRow[] {
	return db
		.prepare(
			`SELECT ${COLUMNS} FROM note WHERE indicator = ? AND area_code = ? AND is_demo = ?
			ORDER BY note_id DESC LIMIT ?`,
		)
		.all(indicator, area, isDemo ? 1 : 0, limit) as NoteRow[];
}

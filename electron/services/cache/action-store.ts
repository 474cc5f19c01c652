// Special actions (一件事) as rows. Knows neither privacy nor the shape of a reply; words come here already scrubbed.

import type { ReadableDb, WritableDb } from './cache-db.ts';

/** What an action is about and when; days are Shanghai day numbers. */
export interface ActionWords {
	name: string;
	area: string;
	classCode: string;
	firstDay: number;
	leadUnit: string | null;
	note: string;
}

export interface ActionRow extends ActionWords {
	actionId: number;
	lastDay: number | null;
	openedAtS: number;
}

/** Adds an action and gives its number. */
export function addActionRow(db: WritableDb, words: ActionWords, openedAtS: number, isDemo: boolean): number {
	const { lastInsertRowid } = db
		.prepare(
			`INSERT INTO special_action (is_demo, name, area_code, class_code, first_day, lead_unit, note, opened_at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		)
		.run(
			isDemo ? 1 : 0,
			words.name,
			words.area,
			words.classCode,
			words.firstDay,
			words.leadUnit,
			words.note,
			openedAtS,
		);
	return Number(lastInsertRowid);
}

const COLUMNS = `action_id AS actionId, name, area_code AS area, class_code AS classCode, first_day AS firstDay,
	last_day AS lastDay, lead_unit AS leadUnit, note, opened_at AS openedAtS`;

/** All actions of the district shown; running ones first, the latest start first. */
export function listActionRows(db: ReadableDb, isDemo: boolean): ActionRow[] {
	return db
		.prepare(
			`SELECT ${COLUMNS} FROM special_action WHERE is_demo = ?
			ORDER BY last_day IS NOT NULL, first_day DESC, action_id DESC`,
		)
		.all(isDemo ? 1 : 0) as ActionRow[];
}

/** The first day of an action; null when there is no such action. */
export function firstDayOfAction(db: ReadableDb, actionId: number): number | null {
	const found = db.prepare('SELECT first_day AS firstDay FROM special_action WHERE action_id = ?').get(actionId) as
		| { firstDay: number }
		| undefined;
	return found?.firstDay ?? null;
}

/** Sets the last day of an action; null lets it run again. */
export function setLastDay(db: WritableDb, actionId: number, lastDay: number | null): void {
	db.prepare('UPDATE special_action SET last_day = ? WHERE action_id = ?').run(lastDay, actionId);
}

/** True when there was such an action. */
export function removeActionRow(db: WritableDb, actionId: number): boolean {
	return db.prepare('DELETE FROM special_action WHERE action_id = ?').run(actionId).changes > 0;
}

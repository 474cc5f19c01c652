// Mapping profiles that imports have used, so that they can be chosen again by name and a file read again as it was.

import type { ReadableDb, WritableDb } from './cache-db.ts';

/** Keeps or replaces a profile (already validated) under its name. */
export function putProfile(db: WritableDb, name: string, json: string): void {
	db.prepare(
		'INSERT INTO profile (name, json) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET json = excluded.json',
	).run(name, json);
}

/** JSON of the kept profile of that name; null when none was used. */
export function getProfileJson(db: ReadableDb, name: string): string | null {
	return db.prepare<[string], string>('SELECT json FROM profile WHERE name = ?').pluck().get(name) ?? null;
}

/** JSON of all kept profiles, by name. */
export function listProfileJson(db: ReadableDb): string[] {
	return db.prepare<[], string>('SELECT json FROM profile ORDER BY name').pluck().all();
}

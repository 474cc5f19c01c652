// Mapping profiles that imports have used or a person has saved, so that they can be chosen again by name, recognised by
// headers, and a file read again as it was. Every version stays readable.

import type { ReadableDb, WritableDb } from './cache-db.ts';

/** Keeps or replaces a profile (already validated) under its name; a change makes a new version. */
export function putProfile(db: WritableDb, name: string, json: string, savedAtS: number | null = null): number {
	const known = db
		.prepare<[string], { json: string; version: number; savedAt: number | null }>(
			'SELECT json, version, saved_at AS savedAt FROM profile WHERE name = ?',
		)
		.get(name);
	if (known?.json === json) return known.version;
	if (known) {
		db.prepare('INSERT OR REPLACE INTO profile_version (name, version, json, saved_at) VALUES (?, ?, ?, ?)').run(
			name,
			known.version,
			known.json,
			known.savedAt,
		);
	}
	const version = (known?.version ?? 0) + 1;
	db.prepare(
		`INSERT INTO profile (name, json, version, saved_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (name) DO UPDATE SET json = excluded.json, version = excluded.version, saved_at = excluded.saved_at`,
	).run(name, json, version, savedAtS);
	return version;
}

/** Says whether files with the profile's headers are read by it without being asked. */
export function rememberProfile(db: WritableDb, name: string, isRemembered: boolean): void {
	db.prepare('UPDATE profile SET is_remembered = ? WHERE name = ?').run(isRemembered ? 1 : 0, name);
}

/** JSON of the kept profile of that name; null when none was used. */
export function getProfileJson(db: ReadableDb, name: string): string | null {
	return db.prepare<[string], string>('SELECT json FROM profile WHERE name = ?').pluck().get(name) ?? null;
}

/** Version of the kept profile of that name; 0 when none is kept. */
export function getProfileVersion(db: ReadableDb, name: string): number {
	return db.prepare<[string], number>('SELECT version FROM profile WHERE name = ?').pluck().get(name) ?? 0;
}

/** JSON of all kept profiles, by name. */
export function listProfileJson(db: ReadableDb): string[] {
	return db.prepare<[], string>('SELECT json FROM profile ORDER BY name').pluck().all();
}

export interface KeptProfile {
	name: string;
	json: string;
	version: number;
	isRemembered: 0 | 1;
	/** Epoch seconds; null for one that only an import brought. */
	savedAt: number | null;
}

/** All kept profiles with their versions, by name. */
export function listProfiles(db: ReadableDb): KeptProfile[] {
	return db
		.prepare<[], KeptProfile>(
			'SELECT name, json, version, is_remembered AS isRemembered, saved_at AS savedAt FROM profile ORDER BY name',
		)
		.all();
}

/** Profiles that recognise their files by themselves, the newest first. */
export function listRememberedProfiles(db: ReadableDb): KeptProfile[] {
	return listProfiles(db)
		.filter(({ isRemembered }) => isRemembered === 1)
		.sort((one, other) => (other.savedAt ?? 0) - (one.savedAt ?? 0));
}

// Finds the remembered profile of a file by its headers, so that a source is recognised again at its next file.

import type { ReadableDb } from '../cache/cache-db.ts';
import { listRememberedProfiles } from '../cache/profile-store.ts';
import { type MappingProfile, parseProfile } from '../exports/mapping-profile.ts';
import type { ExportReader, ImportFile } from './import-file.ts';

/** The newest remembered profile that one of whose mappings has all its headers in the file; null when none fits. */
export async function findRememberedProfile(
	db: ReadableDb,
	reader: ExportReader,
	file: ImportFile,
): Promise<MappingProfile | null> {
	for (const { json, name } of listRememberedProfiles(db)) {
		const profile = parseProfile(JSON.parse(json), name);
		const opened = await reader.open(file, profile);
		if (!('outcome' in opened) && opened.layout.mappingIndex !== null) return profile;
	}
	return null;
}

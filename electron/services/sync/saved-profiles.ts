// Profiles that a person saves in the application: checked, kept as a new version, found again. One transaction.

import type { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { StoredProfile } from '../../../shared/contract/schemas/preview.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { ReadableDb } from '../cache/cache-db.ts';
import type { Cache } from '../cache/open-cache.ts';
import { type KeptProfile, listProfiles, putProfile, rememberProfile } from '../cache/profile-store.ts';
import { writeTogether } from '../cache/write-together.ts';
import { type MappingProfile, parseProfile } from '../exports/mapping-profile.ts';
import { ProfileError } from '../exports/profile-error.ts';

type Stored = z.infer<typeof StoredProfile>;

function toStored({ name, json, version, isRemembered, savedAt }: KeptProfile): Stored {
	const { title, mappings } = parseProfile(JSON.parse(json), name);
	return {
		name,
		title,
		datasets: [...new Set(mappings.map(({ dataset }) => dataset))],
		version,
		isRemembered: isRemembered === 1,
		savedAt: savedAt === null ? null : toIso(savedAt),
		json,
	};
}

/** A kept profile. @throws GridHelmError E_NOT_FOUND */
export function readProfile(db: ReadableDb, name: string): Stored {
	const found = listProfiles(db).find((profile) => profile.name === name);
	if (!found) throw new GridHelmError('E_NOT_FOUND', `没有名为“${name}”的对应方案。`, { name });
	return toStored(found);
}

function check(json: string): MappingProfile {
	try {
		return parseProfile(JSON.parse(json), 'profile');
	} catch (error) {
		if (!(error instanceof ProfileError || error instanceof SyntaxError)) throw error;
		const words = error instanceof ProfileError ? error.zh : error.message;
		throw new GridHelmError('E_INPUT', `对应方案不能使用：${words}`, { field: 'profile', problem: error.message });
	}
}

/** Keeps a profile; the same text again makes no new version. @throws GridHelmError E_INPUT, E_CACHE_LOCKED, E_BUSY */
export function saveProfile(cache: Cache, json: string, isRemembered: boolean, nowS: number): Stored {
	const profile = check(json);
	const db = cache.writer;
	if (!db) throw new GridHelmError('E_CACHE_READ_ONLY', '缓存不可写，方案未保存；请检查缓存文件夹的权限。');
	return writeTogether(db, () => {
		putProfile(db, profile.name, JSON.stringify(profile), nowS);
		rememberProfile(db, profile.name, isRemembered);
		return readProfile(db, profile.name);
	});
}

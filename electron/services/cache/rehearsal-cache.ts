// A throw-away copy of the cache for the rehearsal of an import: whatever happens in it, the cache itself is never
// written. Holds what the cache holds (nothing personal) and goes away with the rehearsal, or at the next one.

import { rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { type Cache, cacheFailure, openCache } from './open-cache.ts';

/** Pages copied between two breaths: some 16 MB. */
const PAGES_AT_ONCE = 4_000;

function removeFiles(path: string): void {
	for (const end of ['', '-wal', '-shm', '-journal', '.staging', '.staging-journal'])
		rmSync(`${path}${end}`, { force: true });
}

/**
 * Copies the committed state of a cache beside it and opens the copy for writing; `close` removes it. `onFraction` is
 * told how much is copied and ends the copying by throwing. @throws GridHelmError E_CACHE_READ_ONLY where no copy can be made
 */
export async function openRehearsalCache(cache: Cache, onFraction: (fraction: number) => void): Promise<Cache> {
	const path = `${cache.stagingPath.replace(/\.staging$/, '')}.rehearsal`;
	removeFiles(path);
	try {
		const source = cache.reader as unknown as Pick<Database.Database, 'backup'>;
		await source.backup(path, {
			progress({ totalPages, remainingPages }) {
				onFraction(totalPages === 0 ? 1 : 1 - remainingPages / totalPages);
				return PAGES_AT_ONCE;
			},
		});
		const copy = openCache({ dir: dirname(path), fileName: basename(path), mode: 'readWrite' });
		copy.writer?.pragma('synchronous = OFF');
		return {
			...copy,
			close() {
				copy.close();
				removeFiles(path);
			},
		};
	} catch (error) {
		removeFiles(path);
		throw cacheFailure(error);
	}
}

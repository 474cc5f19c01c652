// One cache with what is derived from it: the engine's snapshot and the list of areas, kept per revision.
// Notices commits by other processes through SQLite's data version.

import type { z } from 'zod';
import type { AreaList } from '../../shared/contract/schemas/app.ts';
import { listAreas } from './cache/area-queries.ts';
import { openLedgerShelf } from './cache/ledger-reader.ts';
import { type Cache, openCache } from './cache/open-cache.ts';
import { getRevision } from './cache/setting-queries.ts';
import { hasDataset, loadSnapshot } from './cache/snapshot-queries.ts';
import type { EngineSnapshot } from './indicators/event-columns.ts';
import { readOutlineFlaws } from './sync/topology-service.ts';

export interface District {
	readonly cache: Cache;
	/** The last committed revision; loaded anew only when something was committed since. */
	snapshot(): EngineSnapshot;
	areas(): z.infer<typeof AreaList>;
	/** Number of the last committed revision; cheap, loads nothing. */
	revision(): number;
	/** True once an event batch is committed; loads nothing. */
	hasEvents(): boolean;
	close(): void;
}

/** Opens a district's cache file. Throws what openCache throws. */
export function openDistrict(dir: string, fileName: string, mode: 'readWrite' | 'readOnly'): District {
	const cache = openCache({ dir, fileName, mode });
	const shelf = openLedgerShelf(cache.reader, () => readOutlineFlaws(cache.reader));
	let snapshot: EngineSnapshot | null = null;
	let areas: z.infer<typeof AreaList> | null = null;
	let dataVersion = -1;

	function current(): EngineSnapshot {
		const version = Number(cache.reader.pragma('data_version', { simple: true }));
		if (snapshot === null || version !== dataVersion) {
			dataVersion = version;
			// Published snapshots and settings are written too; only a new revision changes what figures rest on.
			if (snapshot !== null && getRevision(cache.reader) === snapshot.revision) return snapshot;
			const loaded = loadSnapshot(cache.reader);
			snapshot = { ...loaded, ledgers: shelf.readerAt(loaded.connected) };
			areas = null;
		}
		return snapshot;
	}

	return {
		cache,
		snapshot: current,
		areas() {
			current();
			areas ??= listAreas(cache.reader);
			return areas;
		},
		revision: () => getRevision(cache.reader),
		hasEvents: () => hasDataset(cache.reader, 'event'),
		close: () => cache.close(),
	};
}

// A cache of its own folder for one test, with imports of made exports and a dump of everything that must be exact.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Cache, openCache } from '../../../electron/services/cache/open-cache.ts';
import { loadSnapshot } from '../../../electron/services/cache/snapshot-queries.ts';
import { type ImportContext, importFile } from '../../../electron/services/sync/import-file.ts';
import type { ImportOptions } from '../../../electron/services/sync/import-options.ts';
import type { BatchReport } from '../../../electron/services/sync/import-report.ts';
import { type MadeExport, madeReader, NOW_S } from './made-blocks.ts';

export { dumpCache } from './dump-cache.ts';

export interface MadeCache {
	cache: Cache;
	dir: string;
	context(exports: readonly MadeExport[]): ImportContext;
	/** Imports one made export. */
	take(made: MadeExport, options?: ImportOptions): Promise<BatchReport>;
	/** Packed columns of one event, by id. */
	packed(eventId: string): Record<string, number>;
}

/** A folder that goes away after the test. */
export function makeFolder(): string {
	const dir = mkdtempSync(join(tmpdir(), 'gridhelm-cache-'));
	onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
	return dir;
}

export function makeCache(): MadeCache {
	const dir = makeFolder();
	const cache = openCache({ dir, fileName: 'gridhelm.db', mode: 'readWrite' });
	onTestFinished(() => cache.close());
	const context = (exports: readonly MadeExport[]): ImportContext => ({
		cache,
		reader: madeReader(exports),
		nowS: () => NOW_S,
	});
	return {
		cache,
		dir,
		context,
		take: (made, options) =>
			importFile(context([made]), { path: made.fileName, fileName: made.fileName, isTemporary: false }, options),
		packed(eventId) {
			const key = cache.reader.prepare('SELECT event_key FROM event WHERE event_id = ?').pluck().get(eventId);
			const { events } = loadSnapshot(cache.reader);
			const row = events.eventKey.indexOf(Number(key));
			if (row < 0) throw new Error(`${eventId} is not packed`);
			const columns = Object.entries(events).filter(([, column]) => typeof column !== 'number');
			return Object.fromEntries(columns.map(([name, column]) => [name, column[row] as number]));
		},
	};
}

/** Days whose pack was written since the last look, ascending. */
export function watchPacks({ writer: db }: Cache): () => number[] {
	if (!db) throw new Error('a cache that cannot be written has nothing to watch');
	db.exec('CREATE TEMP TABLE written (day INTEGER)');
	for (const [change, row] of [
		['INSERT', 'NEW'],
		['UPDATE', 'NEW'],
		['DELETE', 'OLD'],
	]) {
		db.exec(
			`CREATE TEMP TRIGGER written_${change} AFTER ${change} ON event_pack BEGIN INSERT INTO written VALUES (${row}.day); END`,
		);
	}
	return () => {
		const days = db.prepare<[], number>('SELECT DISTINCT day FROM written ORDER BY day').pluck().all();
		db.exec('DELETE FROM written');
		return days;
	};
}

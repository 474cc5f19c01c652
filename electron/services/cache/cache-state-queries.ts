// What the state line of every screen says of the cache: areas by level, datasets with rows and age. Reads only.

import type { z } from 'zod';
import type { AppState } from '../../../shared/contract/schemas/app.ts';
import { DATASETS, type Dataset, type LedgerDataset } from '../../../shared/domain/codes.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { ReadableDb } from './cache-db.ts';
import { countLedgerRows } from './ledger-merge.ts';
import { getRevision } from './setting-queries.ts';

type State = z.infer<typeof AppState>;
/** The part of the product's state that the cache knows. */
export type CacheContents = Pick<
	State,
	'districtCode' | 'districtName' | 'asOf' | 'revision' | 'townCount' | 'villageCount' | 'gridCount' | 'datasets'
>;

const ROWS_OF: Readonly<Record<Exclude<Dataset, LedgerDataset>, string>> = {
	admin_unit: "SELECT count(*) FROM area WHERE level IN ('district', 'town', 'village') AND is_active = 1",
	grid: "SELECT count(*) FROM area WHERE level IN ('grid', 'microGrid') AND is_active = 1",
	event: 'SELECT coalesce(sum(row_count), 0) FROM event_pack',
	event_step: "SELECT coalesce(sum(rows_inserted), 0) FROM batch WHERE dataset = 'event_step' AND undone_at IS NULL",
};

function isOwnTable(dataset: Dataset): dataset is keyof typeof ROWS_OF {
	return Object.hasOwn(ROWS_OF, dataset);
}

function count(db: ReadableDb, sql: string): number {
	return Number(db.prepare(sql).pluck().get());
}

/** Reads the contents; no scan of the events. */
export function readCacheContents(db: ReadableDb): CacheContents {
	const district = db
		.prepare<[], { code: string; name: string }>(
			"SELECT area_code AS code, area_name AS name FROM area WHERE level = 'district' ORDER BY area_id LIMIT 1",
		)
		.get();
	const newest = new Map(
		db
			.prepare<[], { dataset: Dataset; asOf: number | null; committedAt: number }>(
				`SELECT dataset, max(as_of) AS asOf, max(committed_at) AS committedAt FROM batch WHERE undone_at IS NULL GROUP BY dataset`,
			)
			.all()
			.map((row) => [row.dataset, row]),
	);
	const eventAsOf = newest.get('event')?.asOf ?? null;
	const level = (name: string) => count(db, `SELECT count(*) FROM area WHERE level = '${name}' AND is_active = 1`);
	const ledgerRows = countLedgerRows(db);
	const rowsOf = (dataset: Dataset): number =>
		isOwnTable(dataset) ? count(db, ROWS_OF[dataset]) : (ledgerRows.get(dataset) ?? 0);
	return {
		districtCode: district?.code ?? null,
		districtName: district?.name ?? null,
		asOf: eventAsOf === null ? null : toIso(eventAsOf),
		revision: getRevision(db),
		townCount: level('town'),
		villageCount: level('village'),
		gridCount: level('grid'),
		datasets: DATASETS.map((dataset) => {
			const batch = newest.get(dataset);
			return {
				dataset,
				isConnected: batch !== undefined,
				rows: rowsOf(dataset),
				asOf: batch?.asOf ? toIso(batch.asOf) : null,
				committedAt: batch ? toIso(batch.committedAt) : null,
			};
		}),
	};
}

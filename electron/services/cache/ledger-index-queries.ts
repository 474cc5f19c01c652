// Indexes that others publish, of an area and of those directly below it, as delivered. Reads only, computes nothing.

import type { z } from 'zod';
import type { ExternalIndexesInput, ExternalIndexesOutput } from '../../../shared/contract/schemas/external-indexes.ts';
import { toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import type { ReadableDb } from './cache-db.ts';
import { NO_SORT } from './snapshot-queries.ts';

type Answer = z.infer<typeof ExternalIndexesOutput>;
type Row = Omit<Answer['rows'][number], 'publishedOn'> & { publishedOn: number | null };

const FROM = `external_index t JOIN place l ON l.place_id = t.area_place_id JOIN area a ON a.area_id = l.area_id
	LEFT JOIN area p ON p.area_id = a.parent_id JOIN batch b ON b.batch_id = t.batch_id
	WHERE (a.area_code = @area OR p.area_code = @area) AND (@period IS NULL OR t.period = @period)`;

/** The indexes of an area and its children, newest period first. */
export function listExternalIndexes(db: ReadableDb, input: z.infer<typeof ExternalIndexesInput>): Answer {
	const isConnected =
		db.prepare(`SELECT 1 FROM batch WHERE dataset = 'external_index' AND undone_at IS NULL`).get() !== undefined;
	const asked = { area: input.area, period: input.period ?? null };
	const rows = db
		.prepare<[typeof asked & { limit: number }], Row>(
			`SELECT t.index_name AS name, a.area_code AS area, a.area_name AS areaName, t.period, t.index_value AS value,
				t.index_rank AS rank, (SELECT raw FROM dict_item WHERE dict_id = t.publisher_ref) AS publisher,
				t.published_on AS publishedOn, t.batch_id AS batchId, b.file_name AS file, b.sha256
			FROM ${FROM} ORDER BY t.period DESC, t.index_name, a.area_code <> @area, coalesce(a.sort_no, ${NO_SORT}), a.area_code
			LIMIT @limit`,
		)
		.all({ ...asked, limit: input.limit });
	return {
		isConnected,
		rows: rows.map((row) => ({ ...row, publishedOn: row.publishedOn === null ? null : toIsoDate(row.publishedOn) })),
		total: Number(db.prepare(`SELECT count(*) FROM ${FROM}`).pluck().get(asked)),
	};
}

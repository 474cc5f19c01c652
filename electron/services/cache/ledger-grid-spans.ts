// From when to when each grid was in force: as delivered, else by its lineage, else by whether it is in use. Reads only.

import { type AreaLineage, makeAreaLineage } from '../indicators/area-lineage.ts';
import type { LedgerRows } from '../indicators/ledger-columns.ts';
import { BLANK } from '../indicators/ledger-columns.ts';
import type { ReadableDb } from './cache-db.ts';
import { readLineageRows } from './lineage-queries.ts';

/** First Shanghai day, and the first on which the grid no longer stood; null is open. */
interface Span {
	from: number | null;
	to: number | null;
}

interface GridRow {
	area_id: number;
	area_code: string;
	is_active: number;
	valid_from_on: number | null;
	valid_to_on: number | null;
}

/** Spans of all grids by area id. A grid no longer in use whose end nobody told never stood. */
export function readGridSpans(db: ReadableDb): Map<number, Span> {
	const rows = db
		.prepare<[], GridRow>(
			`SELECT area_id, area_code, is_active, valid_from_on, valid_to_on FROM area WHERE level = 'grid'`,
		)
		.all();
	// A grid that came of one nobody delivered stands for it: before the change there is nothing else to count.
	const known = new Set(rows.map((row) => row.area_code));
	const lineage = makeAreaLineage(readLineageRows(db).filter(({ oldCode }) => known.has(oldCode)));
	return new Map(rows.map((row) => [row.area_id, spanOf(row, lineage)]));
}

/** Ids of the grids in use. */
export function readGridsInUse(db: ReadableDb): Set<number> {
	return new Set(
		db.prepare<[], number>(`SELECT area_id FROM area WHERE level = 'grid' AND is_active = 1`).pluck().all(),
	);
}

function spanOf(row: GridRow, lineage: AreaLineage): Span {
	const days = lineage.changesOf(row.area_code).map(({ effectiveDay }) => effectiveDay);
	const first = days[0];
	const made = first === undefined || lineage.isInForce(row.area_code, first - 1) ? null : first;
	const ended = days.find((day) => lineage.isInForce(row.area_code, day - 1) && !lineage.isInForce(row.area_code, day));
	const to = row.valid_to_on ?? (row.is_active === 1 ? null : (ended ?? 0));
	return { from: row.valid_from_on ?? made, to };
}

/** Rows with the fields start_on and end_on of the grid that each stands at. */
export function withGridSpans(rows: LedgerRows, spans: ReadonlyMap<number, Span>): LedgerRows {
	const column = (pick: (span: Span) => number | null): Int32Array =>
		Int32Array.from(rows.areaId, (areaId) => {
			const span = spans.get(areaId);
			return (span ? pick(span) : 0) ?? BLANK;
		});
	const own = new Map([
		['start_on', column(({ from }) => from)],
		['end_on', column(({ to }) => to)],
	]);
	return { ...rows, column: (field) => own.get(field) ?? rows.column(field) };
}

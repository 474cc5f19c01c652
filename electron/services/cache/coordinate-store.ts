// Remembers how the coordinates of each source were read, which points too many rows share, and what points were before
// later grids told otherwise. SQL only; what system a source is in is decided in sync/.

import type { CoordinatePlan } from '../exports/coordinates/coordinate-columns.ts';
import type { CoordinateChoice } from '../exports/coordinates/detective.ts';
import type { ReadableDb, WritableDb } from './cache-db.ts';

interface ReadingRow {
	source_word: string;
	degrees: CoordinateChoice['degrees'];
	meridian: CoordinateChoice['meridian'];
}

/** How the words of a source system were read last, where something told or the operator said so; '' for the rest. */
export function readKnownCoordinates(db: ReadableDb, sourceSystemId: number): Map<string, CoordinateChoice> {
	const rows = db
		.prepare<[number], ReadingRow>(
			`SELECT r.source_word, r.degrees, r.meridian FROM coordinate_reading r JOIN batch b USING (batch_id)
			WHERE b.source_system_id = ? AND b.undone_at IS NULL AND r.basis <> 'assumed' ORDER BY r.batch_id`,
		)
		.all(sourceSystemId);
	return new Map(rows.map(({ source_word, degrees, meridian }) => [source_word, { degrees, meridian }]));
}

/** How the coordinates of a batch were read; null when it has none or nothing was said of them. */
export function readCoordinatesOfBatch(db: ReadableDb, batchId: number): CoordinatePlan | null {
	const rows = db
		.prepare<[number], ReadingRow>('SELECT source_word, degrees, meridian FROM coordinate_reading WHERE batch_id = ?')
		.all(batchId);
	if (rows.length === 0) return null;
	const choices = new Map(rows.map(({ source_word, ...choice }) => [source_word, choice]));
	const fallback = choices.get('') ?? null;
	choices.delete('');
	return { fallback, bySource: Object.fromEntries(choices), crowds: [] };
}

/** Notes how a batch was read. */
export function putCoordinateReading(
	db: WritableDb,
	batchId: number,
	plan: Pick<CoordinatePlan, 'fallback' | 'bySource'>,
	basis: 'judged' | 'accepted' | 'assumed',
): void {
	const insert = db.prepare(
		'INSERT OR REPLACE INTO coordinate_reading (batch_id, source_word, degrees, meridian, basis) VALUES (?, ?, ?, ?, ?)',
	);
	const rest = plan.fallback ?? { degrees: 'wgs84', meridian: null };
	for (const [word, { degrees, meridian }] of Object.entries({ '': rest, ...plan.bySource }))
		insert.run(batchId, word, degrees, meridian, basis);
}

/** Batches whose coordinates were taken as WGS 84 because nothing told. */
export function readAssumedBatches(db: ReadableDb): { batchId: number; sourceSystemId: number; fileName: string }[] {
	return db
		.prepare<[], { batchId: number; sourceSystemId: number; fileName: string }>(
			`SELECT DISTINCT b.batch_id AS batchId, b.source_system_id AS sourceSystemId, b.file_name AS fileName
			FROM coordinate_reading r JOIN batch b USING (batch_id)
			WHERE r.basis = 'assumed' AND b.undone_at IS NULL ORDER BY b.batch_id`,
		)
		.all();
}

/** Points of a source that earlier files gave to too many rows. */
export function readCrowds(db: ReadableDb, sourceSystemId: number): [number, number][] {
	return db.prepare('SELECT first, second FROM crowded_point WHERE source_system_id = ?').raw().all(sourceSystemId) as [
		number,
		number,
	][];
}

/** Remembers them. */
export function putCrowds(
	db: WritableDb,
	sourceSystemId: number,
	batchId: number,
	points: readonly (readonly [number, number])[],
): void {
	const insert = db.prepare('INSERT OR IGNORE INTO crowded_point VALUES (?, ?, ?, ?)');
	for (const [first, second] of points) insert.run(sourceSystemId, first, second, batchId);
}

export interface StoredPoint {
	eventKey: number;
	placeId: number;
	source: string;
	lng: number;
	lat: number;
	flags: number;
}

/** Points of the events whose present row a batch brought. */
export function readPointsOf(db: ReadableDb, batchId: number): StoredPoint[] {
	return db
		.prepare<[number], StoredPoint>(
			`SELECT e.event_key AS eventKey, e.place_id AS placeId, coalesce(d.raw, '') AS source, e.lng, e.lat, e.flags
			FROM event e LEFT JOIN dict_item d ON d.dict_id = e.source_id
			WHERE e.batch_id = ? AND e.lng IS NOT NULL AND e.lat IS NOT NULL ORDER BY e.event_key`,
		)
		.all(batchId);
}

/** Changes points, keeping what they were for the undo of the batch that told. */
export function changePoints(db: WritableDb, changedBy: number, batchId: number, points: readonly StoredPoint[]): void {
	const keep = db.prepare(
		`INSERT OR IGNORE INTO event_point_before SELECT ?, event_key, batch_id, lng, lat, flags FROM event WHERE event_key = ?`,
	);
	const update = db.prepare('UPDATE event SET lng = ?, lat = ?, flags = ? WHERE event_key = ?');
	for (const { eventKey, lng, lat, flags } of points) {
		keep.run(changedBy, eventKey);
		update.run(lng, lat, flags, eventKey);
	}
	if (points.length > 0) db.prepare('INSERT OR IGNORE INTO batch_dependency VALUES (?, ?)').run(changedBy, batchId);
}

/** Takes back what a batch told of coordinates; true when points of events changed. */
export function forgetCoordinates(db: WritableDb, batchId: number): boolean {
	db.prepare('DELETE FROM coordinate_reading WHERE batch_id = ?').run(batchId);
	db.prepare('DELETE FROM crowded_point WHERE batch_id = ?').run(batchId);
	let changed = 0;
	for (const table of ['event', 'event_version']) {
		changed += db
			.prepare(
				`UPDATE ${table} AS e SET lng = p.lng, lat = p.lat, flags = p.flags FROM event_point_before p
				WHERE p.changed_by = ? AND p.event_key = e.event_key AND p.batch_id = e.batch_id`,
			)
			.run(batchId).changes;
	}
	db.prepare('DELETE FROM event_point_before WHERE changed_by = ?').run(batchId);
	return changed > 0;
}

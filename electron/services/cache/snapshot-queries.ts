// Loads what the engine computes from: packed events, areas, dictionaries, as-of per source. Reads only.

import type { Dataset } from '../../../shared/domain/codes.ts';
import { makeAreaLineage } from '../indicators/area-lineage.ts';
import type { DictEntry, EngineArea, EngineSnapshot } from '../indicators/event-columns.ts';
import type { ReadableDb } from './cache-db.ts';
import { allocateColumns, decodePack, type PackBuffer } from './event-pack.ts';
import { readLineageRows } from './lineage-queries.ts';
import { getRevision, getSetting } from './setting-queries.ts';

/** All packed events in order of accepted day, then key; rows without acceptance come first. */
function loadEventColumns(db: ReadableDb): PackBuffer {
	const total = Number(db.prepare('SELECT coalesce(sum(row_count), 0) FROM event_pack').pluck().get());
	const columns = allocateColumns(total);
	let at = 0;
	const packs = db.prepare<[], { row_count: number; bytes: Uint8Array }>(
		'SELECT row_count, bytes FROM event_pack ORDER BY day',
	);
	for (const pack of packs.iterate()) {
		decodePack(pack.bytes, pack.row_count, columns, at);
		at += pack.row_count;
	}
	return columns;
}

interface AreaRow {
	area_id: number;
	area_code: string;
	area_name: string;
	level: EngineArea['level'];
	parent_id: number | null;
	sort_no: number | null;
	grid_type: EngineArea['gridType'];
	urban_rural_code: string | null;
	households: number | null;
	pop_resident: number | null;
	is_active: number;
}

/** Urban-rural peer group of a class code (domain.md §2.2): 11x urban (城区), 12x and 2xx town and country (镇乡), else all. */
export function peerGroupOf(urbanRuralCode: string | null): EngineArea['peerGroup'] {
	if (urbanRuralCode?.startsWith('11')) return 'urban';
	return urbanRuralCode !== null && /^(12|2)/.test(urbanRuralCode) ? 'rural' : 'all';
}

/** Official order for areas that were delivered without one. */
export const NO_SORT = 999_999;

/** Place in the official order: that of the settings for the towns named there, else as delivered. */
export const OFFICIAL_ORDER = `coalesce((SELECT o.key FROM setting s, json_each(s.value) o WHERE s.key = 'townOrder'
	AND o.value = area.area_code), area.sort_no)`;

/** Working hours of the settings, seconds from midnight; undefined where none are set. */
function loadWorkWindows(db: ReadableDb): EngineSnapshot['workWindows'] {
	const windows = JSON.parse(getSetting(db, 'workWindows') ?? '[]') as { from: string; to: string }[];
	const secondsOf = (time: string): number => Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;
	return windows.length === 0
		? undefined
		: windows.map(({ from, to }) => ({ startS: secondsOf(from), endS: secondsOf(to) }));
}

function loadAreas(db: ReadableDb): EngineArea[] {
	return db
		.prepare<[], AreaRow>(
			`SELECT area_id, area_code, area_name, level, parent_id, ${OFFICIAL_ORDER} AS sort_no, grid_type, urban_rural_code, households,
				pop_resident, is_active FROM area ORDER BY area_id`,
		)
		.all()
		.map((row) => ({
			areaId: row.area_id,
			code: row.area_code,
			name: row.area_name,
			level: row.level,
			parentId: row.parent_id,
			sortNo: row.sort_no ?? NO_SORT,
			gridType: row.grid_type,
			peerGroup: peerGroupOf(row.urban_rural_code),
			households: row.households,
			popResident: row.pop_resident,
			isActive: row.is_active === 1,
		}));
}

function loadDict(db: ReadableDb): Map<number, DictEntry> {
	const rows = db
		.prepare<[], { dict_id: number; raw: string; code: string | null }>('SELECT dict_id, raw, code FROM dict_item')
		.all();
	return new Map(rows.map((row) => [row.dict_id, { raw: row.raw, code: row.code }]));
}

/** Fields for which some committed event export had a column. */
function loadEventFields(db: ReadableDb): Set<string> {
	const lists = db
		.prepare<[], string>(
			`SELECT DISTINCT fields FROM batch WHERE dataset = 'event' AND undone_at IS NULL AND fields IS NOT NULL`,
		)
		.pluck()
		.all();
	return new Set(lists.flatMap((list) => JSON.parse(list) as string[]));
}

/** Runs the reads in one transaction, so that a commit in between cannot mix two revisions. */
function readTogether<T>(db: ReadableDb, read: () => T): T {
	if (db.inTransaction) return read();
	db.prepare('BEGIN').run();
	try {
		return read();
	} finally {
		db.prepare('COMMIT').run();
	}
}

/** True while a batch of the dataset is committed. */
export function hasDataset(db: ReadableDb, dataset: Dataset): boolean {
	return db.prepare('SELECT 1 FROM batch WHERE dataset = ? AND undone_at IS NULL LIMIT 1').get(dataset) !== undefined;
}

/** The engine's view of the last committed revision. 1 M events take about a tenth of a second. */
export function loadSnapshot(db: ReadableDb): EngineSnapshot {
	return readTogether(db, () => readSnapshot(db));
}

function readSnapshot(db: ReadableDb): EngineSnapshot {
	const sources = db
		.prepare<[], { source_system_id: number; as_of: number }>(
			`SELECT source_system_id, max(as_of) AS as_of FROM batch
			WHERE dataset = 'event' AND undone_at IS NULL AND as_of IS NOT NULL GROUP BY source_system_id`,
		)
		.all();
	const sourceAsOf = new Map(sources.map((row) => [row.source_system_id, row.as_of]));
	const connected = db.prepare<[], Dataset>('SELECT DISTINCT dataset FROM batch WHERE undone_at IS NULL').pluck().all();
	return {
		revision: getRevision(db),
		events: loadEventColumns(db),
		areas: loadAreas(db),
		workWindows: loadWorkWindows(db),
		dict: loadDict(db),
		sourceAsOf,
		asOfS: sourceAsOf.size === 0 ? null : Math.max(...sourceAsOf.values()),
		connected: new Set(connected),
		lineage: makeAreaLineage(readLineageRows(db)),
		eventFields: loadEventFields(db),
	};
}

// What counts of rows do not show of the messy corpus: single values that must stand in the cache after an item. Reads
// the cache only.

import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Cache } from '../../../electron/services/cache/open-cache.ts';
import { loadSnapshot } from '../../../electron/services/cache/snapshot-queries.ts';
import { eventKnownAt, listEventVersions } from '../../../electron/services/events/event-versions.ts';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { computeReadings } from '../../../electron/services/indicators/compute-readings.ts';
import { calendarOf } from '../../../electron/services/indicators/district-calendar.ts';
import { computeEventClock } from '../../../electron/services/indicators/red-queue.ts';
import { dueTimeOf } from '../../../electron/services/indicators/time-limits.ts';
import { parsePeriodRange } from '../../../shared/domain/period.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';

const METRES_PER_DEGREE = 111_320;

const all = (cache: Cache, sql: string): unknown[] => cache.reader.prepare(sql).pluck().all();
const one = (cache: Cache, sql: string): unknown => cache.reader.prepare(sql).pluck().get();
const at = (text: string): number => parseIso(`${text}+08:00`) ?? Number.NaN;

/** Readings of the whole district for one day. */
function district(cache: Cache, indicator: string, period: string) {
	const snapshot = loadSnapshot(cache.reader);
	const periods = parsePeriodRange(period) ?? [];
	const [reading] = computeReadings(snapshot, loadCatalogue(), { periods, indicators: [indicator] });
	return reading;
}

/** Every point lies where the same event lies in a plain export. */
export function expectPointsOf(cache: Cache, plainPath: string): void {
	const lines = new TextDecoder('gb18030').decode(readFileSync(plainPath)).split('\r\n');
	const header = (lines[0] ?? '').split(',');
	const [idAt, lngAt, latAt] = ['事件编号', '经度', '纬度'].map((name) => header.indexOf(name));
	const points = new Map(
		lines.slice(1).map((line) => {
			const cells = line.split(',');
			return [cells[idAt ?? 0], [Number(cells[lngAt ?? 0]), Number(cells[latAt ?? 0])] as const];
		}),
	);
	const rows = cache.reader.prepare('SELECT event_id, lng, lat FROM event').raw().all() as [string, number, number][];
	expect(rows).toHaveLength(200);
	for (const [id, lng, lat] of rows) {
		const [x, y] = points.get(id) ?? [Number.NaN, Number.NaN];
		const metres = Math.hypot((lng - x) * Math.cos((y * Math.PI) / 180), lat - y) * METRES_PER_DEGREE;
		expect(metres, `${id}: ${lng},${lat} for ${x},${y}`).toBeLessThan(2);
	}
}

/** By the number of the item. */
export const MESSY_FACTS: Record<number, (cache: Cache) => void> = {
	1(cache) {
		const codes = all(cache, "SELECT DISTINCT grid_raw FROM place WHERE grid_raw <> ''");
		expect(codes.length).toBeGreaterThan(10);
		for (const code of codes) expect(code).toMatch(/^\d{15}$/);
		expect(one(cache, 'SELECT count(*) FROM event WHERE flags & 4096')).toBe(0);
	},
	2(cache) {
		expect(all(cache, 'SELECT DISTINCT desc_clean FROM event WHERE desc_clean IS NOT NULL')).toEqual([
			'第一行\n第二行，含“引号”和"直引号"\r\n第三行',
		]);
	},
	3(cache) {
		expect(all(cache, "SELECT area_name FROM area WHERE area_code LIKE '%98_' ORDER BY area_code")).toEqual([
			'㙦头村',
			'㘭下村',
			'𡎚后村',
		]);
	},
	4(cache) {
		// The town stands in the first row of its group only: every village was found within it, and none counts twice.
		const found = `SELECT count(DISTINCT a.area_id) FROM pop_aggregate p JOIN place l ON l.place_id = p.area_place_id
			JOIN area a ON a.area_id = l.area_id WHERE a.level = 'village'`;
		expect(one(cache, found)).toBe(9);
		expect(one(cache, 'SELECT count(*) FROM pop_aggregate')).toBe(9);
		const towns = 'SELECT town_raw FROM pop_aggregate p JOIN place l ON l.place_id = p.area_place_id ORDER BY p.row_no';
		expect(new Set(all(cache, towns)).size).toBe(3);
		expect(all(cache, towns)).not.toContain('');
		expect(one(cache, 'SELECT count(*) FROM pop_aggregate WHERE pop_resident <> pop_registered + pop_floating')).toBe(
			0,
		);
	},
	6(cache) {
		// Where the name stood beside the spoilt code, the event lies in its grid.
		expect(one(cache, "SELECT count(*) FROM place WHERE grid_raw LIKE '%E+%'")).toBe(0);
		expect(
			one(cache, "SELECT count(*) FROM event e JOIN area a ON a.area_id = e.area_id WHERE a.level = 'grid'"),
		).toBeGreaterThan(40);
	},
	7(cache) {
		expect(all(cache, 'SELECT DISTINCT accepted_at FROM event')).toEqual([at('2026-11-20T14:30:00')]);
	},
	12(cache) {
		const changed = all(
			cache,
			'SELECT event_id FROM event WHERE batch_id <> first_batch_id ORDER BY event_id',
		) as string[];
		expect(changed).toHaveLength(6);
		const [newest, oldest] = listEventVersions(cache.reader, changed[0] ?? '').versions;
		expect(newest?.changes.map(({ field }) => field)).toEqual(['unit']);
		const before = newest?.changes[0]?.before?.zh;
		const committed = one(cache, "SELECT min(committed_at) FROM batch WHERE dataset = 'event'") as number;
		expect(oldest?.kind).toBe('brought');
		expect(before).not.toBe('区综合行政执法局');
		expect(eventKnownAt(cache.reader, changed[0] ?? '', committed - 1)).toBeNull();
	},
	13(cache) {
		expect(all(cache, 'SELECT d.raw FROM event e JOIN dict_item d ON d.dict_id = e.status_id')).toEqual(['待核查']);
	},
	14(cache) {
		const unknown = all(
			cache,
			"SELECT replace(raw, char(31), '/') FROM dict_item WHERE code IS NULL AND kind IN ('status', 'category') ORDER BY raw",
		);
		expect(unknown).toEqual(['云端流转', '低空经济/无人机扰民']);
	},
	15(cache) {
		const texts = one(
			cache,
			"SELECT group_concat(coalesce(title, '') || coalesce(desc_clean, '')) FROM event",
		) as string;
		for (const planted of ['王建国', '１３８', '138', '３３０１０２', '330102', '8K325', '501'])
			expect(texts).not.toContain(planted);
	},
	16(cache) {
		const rows = all(
			cache,
			"SELECT share || ' ' || d.code FROM grid_lineage JOIN dict_item d ON d.dict_id = change_type_ref",
		);
		expect(rows.length).toBeGreaterThan(0);
		expect(new Set(rows)).toEqual(new Set(['1.0 merge']));
	},
	17(cache) {
		expect(one(cache, 'SELECT count(*) FROM event WHERE closed_at < accepted_at')).toBe(5);
		// Counted everywhere but in durations.
		expect(district(cache, 'OP01', '2026-11-10')?.value).toBe(5);
		expect(district(cache, 'OP09', '2026-11-08')?.n).toBe(0);
	},
	18(cache) {
		const due = at('2026-10-10T17:30:00');
		const snapshot = loadSnapshot(cache.reader);
		const calendar = calendarOf(snapshot);
		expect(dueTimeOf(at('2026-10-09T10:00:00'), { kind: 'W', amount: 1 }, calendar)).toBe(due);
		expect(all(cache, "SELECT DISTINCT code FROM dict_item WHERE kind = 'limit'")).toEqual(['W1']);
		expect(all(cache, 'SELECT due_at FROM event ORDER BY row_no')).toEqual([
			...Array.from({ length: 5 }, () => due),
			// A limit without a due time is no due time; a day alone means its end.
			null,
			at('2026-10-10T23:59:59'),
			due,
		]);
		expect(district(cache, 'OP04', '2026-10-10')).toMatchObject({ num: 5, den: 7 });
		// Half past two on the working Saturday: three of its hours are left.
		const open = one(cache, 'SELECT event_key FROM event WHERE closed_at IS NULL') as number;
		expect(computeEventClock(snapshot, calendar, open, at('2026-10-10T14:30:00'))).toMatchObject({
			limit: 'W1',
			overdue: { amount: -3, clock: 'workHours' },
		});
	},
};

// What looks like a fault of the data rather than life, told from the rehearsed rows of one batch beside what was stored
// before: half a day, new words, another unit, doubles, a shift of days or hours, an old file. Reads only; says, never mends.

import type { z } from 'zod';
import type { DataFault } from '../../../shared/contract/schemas/preview.ts';
import type { Dataset } from '../../../shared/domain/codes.ts';
import { SHANGHAI_OFFSET_S, toIso, wallClockOf } from '../../../shared/domain/shanghai-time.ts';
import type { ReadableDb } from '../cache/cache-db.ts';
import { findChangedUnit } from './preview-units.ts';

export type Fault = z.infer<typeof DataFault>;

/** Fewer rows than this are chance. */
const MIN_ROWS = 5;
const DAY_S = 86_400;

interface Rehearsed {
	db: ReadableDb;
	batchId: number;
	dataset: Dataset;
	/** As-of of the file, epoch seconds. */
	asOfS: number;
}

interface CountedArea {
	areaId: number | null;
	rows: number;
}

/** Town codes of areas, in official order; areas above the towns name none. */
function townsOf(db: ReadableDb, counted: readonly CountedArea[]): string[] {
	const up = db.prepare<[number], { code: string; level: string; parentId: number | null; sortNo: number | null }>(
		'SELECT area_code AS code, level, parent_id AS parentId, sort_no AS sortNo FROM area WHERE area_id = ?',
	);
	const towns = new Map<string, number>();
	for (const { areaId } of counted) {
		for (let at = areaId, depth = 0; at !== null && depth < 8; depth += 1) {
			const area = up.get(at);
			if (!area) break;
			if (area.level === 'town') towns.set(area.code, area.sortNo ?? 999_999);
			at = area.parentId;
		}
	}
	return [...towns].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code);
}

const total = (counted: readonly CountedArea[]): number => counted.reduce((sum, { rows }) => sum + rows, 0);

function findShift({ db, batchId }: Rehearsed): Fault | null {
	const shifts = db
		.prepare<[number], CountedArea & { shift: number }>(
			`SELECT e.area_id AS areaId, e.accepted_at - v.accepted_at AS shift, count(*) AS "rows"
			FROM event_version v JOIN event e ON e.event_key = v.event_key
			WHERE v.superseded_by = ? AND e.accepted_at <> v.accepted_at GROUP BY 1, 2`,
		)
		.all(batchId);
	const byShift = new Map<number, CountedArea[]>();
	for (const one of shifts) byShift.set(one.shift, [...(byShift.get(one.shift) ?? []), one]);
	const [shift, counted] = [...byShift].sort((a, b) => total(b[1]) - total(a[1]))[0] ?? [0, []];
	const rows = total(counted);
	const isWhole = shift % DAY_S === 0 || Math.abs(shift) === SHANGHAI_OFFSET_S;
	if (!isWhole || rows < MIN_ROWS || rows * 2 < total(shifts)) return null;
	const isDay = shift % DAY_S === 0;
	const amount = Math.abs(isDay ? shift / DAY_S : shift / 3600);
	const [zh, en] = isDay ? ['天', amount === 1 ? 'day' : 'days'] : ['小时', 'hours'];
	return {
		kind: isDay ? 'dayShift' : 'utcHours',
		rows,
		areas: townsOf(db, counted),
		message: `${rows} 行的受理时间一律${shift > 0 ? '后移' : '前移'} ${amount} ${zh}，像是日期列读法变了，请与来源核对。`,
		messageEn: `${rows} rows moved their acceptance by exactly ${amount} ${en} ${shift > 0 ? 'later' : 'earlier'}; the date column seems to be written otherwise.`,
	};
}

/** Hours of a whole office that start at one in the morning are hours of UTC. */
function findUtcHours({ db, batchId }: Rehearsed): Fault | null {
	const night = `sum(((accepted_at + ${SHANGHAI_OFFSET_S}) % ${DAY_S}) < 25200)`;
	const read = (where: string) =>
		db
			.prepare<[number], { rows: number; night: number | null }>(
				`SELECT count(*) AS "rows", ${night} AS night FROM event WHERE accepted_at IS NOT NULL AND date_only = 0 AND first_batch_id ${where} ?`,
			)
			.get(batchId) ?? { rows: 0, night: 0 };
	const fresh = read('=');
	if (fresh.rows < 50 || (fresh.night ?? 0) < 0.4 * fresh.rows) return null;
	const stored = read('<>');
	if (stored.rows >= 50 && (stored.night ?? 0) > 0.2 * stored.rows) return null;
	const rows = fresh.night ?? 0;
	return {
		kind: 'utcHours',
		rows,
		areas: [],
		message: `新行中 ${rows} 行在 0–7 时受理，像是按世界时写出、差 8 小时；请在列对应中选定时区。`,
		messageEn: `${rows} of the new rows were accepted between 0 and 7 o'clock, as if written in UTC; choose the zone in the mapping.`,
	};
}

function findHalfDay({ db, batchId, asOfS }: Rehearsed): Fault | null {
	const sourceId = db
		.prepare<[number], number>('SELECT source_system_id FROM batch WHERE batch_id = ?')
		.pluck()
		.get(batchId);
	const latest = db
		.prepare<[number, number], number | null>(
			'SELECT max(accepted_at) FROM event WHERE source_system_id = ? AND accepted_at <= ?',
		)
		.pluck()
		.get(sourceId ?? 0, asOfS);
	if (latest === null || latest === undefined) return null;
	const isOurs = db
		.prepare<[number, number], number>('SELECT count(*) FROM event WHERE batch_id = ? AND accepted_at = ?')
		.pluck()
		.get(batchId, latest);
	const { hour } = wallClockOf(latest);
	if (!isOurs || hour >= 15 || asOfS - latest < 6 * 3600) return null;
	const start = latest - ((latest + SHANGHAI_OFFSET_S) % DAY_S);
	const counts: number[] = [];
	const count = db.prepare<[number, number, number], number>(
		'SELECT count(*) FROM event WHERE source_system_id = ? AND accepted_at >= ? AND accepted_at < ?',
	);
	for (let week = 0; week <= 6; week += 1) {
		const from = start - week * 7 * DAY_S;
		counts.push(Number(count.pluck().get(sourceId ?? 0, from, from + DAY_S)));
	}
	const [last = 0, ...before] = counts;
	const usual = before.sort((a, b) => a - b)[3] ?? 0;
	if (usual < MIN_ROWS || last >= 0.6 * usual) return null;
	const at = toIso(latest).slice(5, 16).replace('T', ' ');
	return {
		kind: 'halfDay',
		rows: last,
		areas: [],
		message: `最后一天只到 ${at}，受理 ${last} 件，同一星期几通常 ${usual} 件：像是半天的数据。`,
		messageEn: `The last day ends at ${at} with ${last} events where ${usual} are usual: half a day, it seems.`,
	};
}

function findDoubled({ db, batchId }: Rehearsed): Fault | null {
	const span = db
		.prepare<[number], { low: number | null; high: number | null }>(
			'SELECT min(accepted_at) AS low, max(accepted_at) AS high FROM event WHERE first_batch_id = ? AND date_only = 0',
		)
		.get(batchId);
	if (!span || span.low === null || span.high === null) return null;
	const counted = db
		.prepare<[number, number, number], CountedArea>(
			`SELECT areaId, sum(n - 1) AS "rows" FROM (
				SELECT max(area_id) AS areaId, count(*) AS n FROM event
				WHERE accepted_at BETWEEN ? AND ? AND date_only = 0
				GROUP BY accepted_at, reported_at, category_id, place_id, title, lng, lat
				HAVING n > 1 AND max(first_batch_id = ?)) GROUP BY areaId`,
		)
		.all(span.low, span.high, batchId);
	const rows = total(counted);
	if (rows < MIN_ROWS) return null;
	return {
		kind: 'doubled',
		rows,
		areas: townsOf(db, counted),
		message: `${rows} 行与另一编号的事件在时间、地点、类别上完全相同，像是换号重报，会重复计数。`,
		messageEn: `${rows} rows equal an event of another number in time, place and class: reported again under a new number, and counted twice.`,
	};
}

function findNewWords({ db, batchId }: Rehearsed): Fault | null {
	const counted = db
		.prepare<[{ batchId: number }], CountedArea>(
			`SELECT area_id AS areaId, count(*) AS "rows" FROM event WHERE batch_id = @batchId AND (
				category_id IN (SELECT dict_id FROM dict_item WHERE kind = 'category' AND code IS NULL AND raw <> '' AND first_batch_id = @batchId)
				OR status_id IN (SELECT dict_id FROM dict_item WHERE kind = 'status' AND code IS NULL AND first_batch_id = @batchId))
			GROUP BY area_id`,
		)
		.all({ batchId });
	const rows = total(counted);
	if (rows === 0) return null;
	return {
		kind: 'newWords',
		rows,
		areas: townsOf(db, counted),
		message: `${rows} 行用了没见过的类别或状态，暂按未分类计；对应之后读数随之变化。`,
		messageEn: `${rows} rows use classes or statuses never seen; they count as unclassified until mapped.`,
	};
}

function findOldFile({ db, batchId, dataset, asOfS }: Rehearsed): Fault | null {
	const newest = db
		.prepare<[string, number, number], { asOfS: number | null }>(
			`SELECT max(as_of) AS asOfS FROM batch WHERE dataset = ? AND undone_at IS NULL AND batch_id <> ?
			AND source_system_id = (SELECT source_system_id FROM batch WHERE batch_id = ?)`,
		)
		.get(dataset, batchId, batchId)?.asOfS;
	if (newest === null || newest === undefined || newest <= asOfS) return null;
	const said = (atS: number): string => toIso(atS).slice(0, 16).replace('T', ' ');
	const rows = Number(
		db.prepare<[number], number>('SELECT rows_read FROM batch WHERE batch_id = ?').pluck().get(batchId) ?? 0,
	);
	return {
		kind: 'oldFile',
		rows,
		areas: [],
		message: `文件截至 ${said(asOfS)}，比已导入的 ${said(newest)} 早：像是重放旧文件；较新的行不会被它盖掉。`,
		messageEn: `The file is as of ${said(asOfS)}, older than ${said(newest)} already imported: an old file again, it seems. Newer rows stay.`,
	};
}

/** Faults of one rehearsed batch, the gravest first. */
export function findFaults(rehearsed: Rehearsed): Fault[] {
	const { dataset } = rehearsed;
	const found: (Fault | null)[] = [findOldFile(rehearsed)];
	if (dataset === 'event') {
		const shift = findShift(rehearsed);
		found.push(shift, shift === null ? findUtcHours(rehearsed) : null, findHalfDay(rehearsed), findDoubled(rehearsed));
		found.push(findNewWords(rehearsed));
	} else {
		found.push(findChangedUnit(rehearsed.db, rehearsed.batchId, dataset));
	}
	return found.filter((fault) => fault !== null);
}

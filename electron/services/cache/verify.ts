// Checks a whole cache: the file itself, packs against events, provenance of every row. Reads only; slow on purpose.

import { LEDGERS } from '../../../shared/domain/codes.ts';
import type { ReadableDb } from './cache-db.ts';
import { PACK_COLUMNS, type PackBuffer } from './event-pack.ts';
import { packDay, readDay, readEventDays } from './event-pack-queries.ts';

export interface VerifyFinding {
	code: 'V_FILE' | 'V_PACKS' | 'V_BATCH' | 'V_PLACE' | 'V_AREA' | 'V_COUNT';
	count: number;
	message: string;
}

export interface VerifyResult {
	isSound: boolean;
	findings: VerifyFinding[];
	counts: { areas: number; places: number; events: number; steps: number; batches: number; packs: number };
}

function count(db: ReadableDb, sql: string): number {
	return Number(db.prepare(sql).pluck().get());
}

/** Rows whose packed columns differ from what the table says, rows missing or too many included. */
function countDifferingPacks(db: ReadableDb): number {
	const packed = new Map(
		db
			.prepare<[], { day: number; rows: number }>('SELECT day, row_count AS rows FROM event_pack')
			.all()
			.map((row) => [row.day, row.rows]),
	);
	let differing = 0;
	for (const computed of readEventDays(db)) {
		const day = packDay(computed.acceptedAt[0] ?? 0);
		packed.delete(day);
		differing += compareDay(db, day, computed);
	}
	for (const rows of packed.values()) differing += rows;
	return differing;
}

function compareDay(db: ReadableDb, day: number, computed: PackBuffer): number {
	let stored: PackBuffer;
	try {
		stored = readDay(db, day);
	} catch {
		return computed.length;
	}
	if (stored.length !== computed.length) return Math.max(stored.length, computed.length);
	let differing = 0;
	for (let i = 0; i < computed.length; i += 1) {
		if (PACK_COLUMNS.some((name) => stored[name][i] !== computed[name][i])) differing += 1;
	}
	return differing;
}

/** Goes through everything that can be checked without the original files. */
export function verifyCache(db: ReadableDb): VerifyResult {
	const findings: VerifyFinding[] = [];
	const add = (code: VerifyFinding['code'], found: number, message: string): void => {
		if (found > 0) findings.push({ code, count: found, message });
	};
	const lines = db.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all();
	add('V_FILE', lines.filter((line) => line !== 'ok').length, '缓存文件内部结构有损坏。');
	if (findings.length === 0) {
		add('V_PACKS', countDifferingPacks(db), '按日打包的数据与事件表不一致。');
		for (const table of ['event', 'event_step', 'area', ...LEDGERS]) {
			add(
				'V_BATCH',
				count(
					db,
					`SELECT count(*) FROM ${table} t LEFT JOIN batch b ON b.batch_id = t.batch_id WHERE b.batch_id IS NULL OR b.undone_at IS NOT NULL`,
				),
				'有数据行找不到所属的有效批次。',
			);
		}
		add(
			'V_PLACE',
			count(db, 'SELECT count(*) FROM event WHERE place_id NOT IN (SELECT place_id FROM place)'),
			'有事件找不到地点记录。',
		);
		add(
			'V_AREA',
			count(
				db,
				`SELECT (SELECT count(*) FROM event WHERE area_id IS NOT NULL AND area_id NOT IN (SELECT area_id FROM area))
				+ (SELECT count(*) FROM area WHERE parent_id IS NOT NULL AND parent_id NOT IN (SELECT area_id FROM area))`,
			),
			'有事件或单元指向不存在的区域。',
		);
		add(
			'V_COUNT',
			count(
				db,
				`SELECT count(*) FROM batch WHERE rows_read <> rows_inserted + rows_updated + rows_unchanged + rows_folded + rows_quarantined`,
			),
			'有批次的行数合计对不上。',
		);
	}
	return {
		isSound: findings.length === 0,
		findings,
		counts: {
			areas: count(db, 'SELECT count(*) FROM area'),
			places: count(db, 'SELECT count(*) FROM place'),
			events: count(db, 'SELECT count(*) FROM event'),
			steps: count(db, 'SELECT count(*) FROM event_step'),
			batches: count(db, 'SELECT count(*) FROM batch WHERE undone_at IS NULL'),
			packs: count(db, 'SELECT count(*) FROM event_pack'),
		},
	};
}

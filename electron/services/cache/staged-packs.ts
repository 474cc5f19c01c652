// The packed columns of a first load while its blocks go by: each block's rows are put by day beside the cache, in the
// staging file, and put together day by day at the end. Memory holds one block, whatever the size of the file.

import type { EventColumns } from '../indicators/event-columns.ts';
import type { WritableDb } from './cache-db.ts';
import {
	allocateColumns,
	decodePack,
	encodePack,
	PACK_COLUMNS,
	type PackBuffer,
	PackRoom,
	packable,
} from './event-pack.ts';
import { forEachDay, sortByDay } from './event-pack-queries.ts';

/** Rows that have no closing instant but a status that closes. */
export interface ClosedByStatus {
	statusIds: ReadonlySet<number>;
	/** Their closing instant, epoch seconds. */
	asOfS: number;
}

export interface StagedPacks {
	/** Takes rows in order of key; the columns may be used again. */
	add(columns: EventColumns): void;
	/** True when some row is closed by its status alone; asked after the last row. */
	hasClosedByStatus(statusIds: ReadonlySet<number>): boolean;
	/** All rows but the folded ones, one day after another in pack order. */
	days(folded: ReadonlySet<number>, closed: ClosedByStatus): Generator<PackBuffer>;
}

/** Leaves the rows of `folded` keys out, in place; the columns that are left. */
function withoutFolded(columns: PackBuffer, folded: ReadonlySet<number>): PackBuffer {
	let to = 0;
	for (let row = 0; row < columns.length; row += 1) {
		if (folded.has(columns.eventKey[row] as number)) continue;
		if (to < row) for (const name of PACK_COLUMNS) columns[name][to] = columns[name][row] as number;
		to += 1;
	}
	if (to === columns.length) return columns;
	const kept = allocateColumns(to);
	for (const name of PACK_COLUMNS) kept[name].set(columns[name].subarray(0, to));
	return kept;
}

/** Opens the parts in the attached database `staging`. */
export function openStagedPacks(db: WritableDb): StagedPacks {
	db.exec(
		`DROP TABLE IF EXISTS staging.pack_part;
		CREATE TABLE staging.pack_part (day INTEGER NOT NULL, row_count INTEGER NOT NULL, bytes BLOB NOT NULL)`,
	);
	const insert = db.prepare('INSERT INTO staging.pack_part (day, row_count, bytes) VALUES (?, ?, ?)');
	const room = new PackRoom();
	/** Statuses of the rows without a closing instant. */
	const openStatuses = new Set<number>();

	return {
		add(columns) {
			for (let row = 0; row < columns.length; row += 1)
				if (columns.closedAt[row] === 0) openStatuses.add(columns.statusId[row] as number);
			const sorted = sortByDay(columns, room.take(columns.length));
			forEachDay(sorted, (day, from, to) => {
				insert.run(day, to - from, encodePack(sorted, from, to));
			});
		},
		hasClosedByStatus: (statusIds) => [...statusIds].some((id) => openStatuses.has(id)),
		*days(folded, { statusIds, asOfS }) {
			db.exec('CREATE INDEX staging.pack_part_by_day ON pack_part (day)');
			const days = db
				.prepare<[], { day: number; n: number }>(
					'SELECT day, sum(row_count) AS n FROM staging.pack_part GROUP BY day ORDER BY day',
				)
				.all();
			const parts = db.prepare<[number], { row_count: number; bytes: Uint8Array }>(
				'SELECT row_count, bytes FROM staging.pack_part WHERE day = ? ORDER BY rowid',
			);
			for (const { day, n } of days) {
				const columns = allocateColumns(n);
				let at = 0;
				for (const { row_count, bytes } of parts.all(day)) {
					decodePack(bytes, row_count, columns, at);
					at += row_count;
				}
				for (let row = 0; row < n; row += 1)
					if (columns.closedAt[row] === 0 && statusIds.has(columns.statusId[row] as number))
						columns.statusClosedAt[row] = packable(asOfS);
				const kept = folded.size === 0 ? columns : withoutFolded(columns, folded);
				if (kept.length > 0) yield kept;
			}
		},
	};
}

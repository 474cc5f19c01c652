// Writes located event rows of a block, twenty rows a statement, into `event` or the staging table of the same columns.
// Only columns with a value in the block are bound; the others stay NULL.

import type { EventBlock, EventNumberColumn, EventTextColumn } from '../exports/record-blocks.ts';
import type { WritableDb } from './cache-db.ts';

/** SQL column of each numeric block column that is stored as it comes. */
export const EVENT_SQL_COLUMN: Readonly<Record<EventNumberColumn, string>> = {
	lng: 'lng',
	lat: 'lat',
	severity: 'severity',
	occurredAt: 'occurred_at',
	reportedAt: 'reported_at',
	acceptedAt: 'accepted_at',
	dispatchedAt: 'dispatched_at',
	signedAt: 'signed_at',
	disposedAt: 'disposed_at',
	closedAt: 'closed_at',
	dueAt: 'due_at',
	dueAtOrig: 'due_at_orig',
	pauseMinutes: 'pause_minutes',
	isSelfClosed: 'is_self_closed',
	reportedOnTime: 'reported_on_time',
	handlingLevel: 'handling_level',
	returnCnt: 'return_cnt',
	reworkCnt: 'rework_cnt',
	extendCnt: 'extend_cnt',
	urgeCnt: 'urge_cnt',
	superviseLevel: 'supervise_level',
	satisfaction: 'satisfaction',
	isCrossDept: 'is_cross_dept',
	isSensitive: 'is_sensitive',
	resultPublished: 'result_published',
	textLength: 'text_length',
	placeKey: 'place_key',
	dateOnly: 'date_only',
	flags: 'flags',
};
/** SQL column of each free text. */
const EVENT_TEXT_SQL_COLUMN: Readonly<Record<EventTextColumn, string>> = {
	title: 'title',
	description: 'desc_clean',
	address: 'addr_text',
};
const NUMBER_COLUMNS = Object.entries(EVENT_SQL_COLUMN) as [EventNumberColumn, string][];

/** A block after its words became ids and its place was decided. Ids are 0 for NULL. */
export interface EventRows {
	rowCount: number;
	rowNo: Uint32Array;
	eventId: readonly string[];
	coUnits: readonly (string | null)[] | undefined;
	texts: EventBlock['texts'];
	numbers: Record<EventNumberColumn, Float64Array>;
	areaId: Uint32Array;
	geoAreaId: Uint32Array;
	placeId: Uint32Array;
	categoryId: Uint32Array;
	sourceId: Uint32Array;
	statusId: Uint32Array;
	unitId: Uint32Array;
	limitId: Uint32Array;
}

const TEXT_COLUMNS = Object.entries(EVENT_TEXT_SQL_COLUMN) as [EventTextColumn, string][];

const ID_COLUMNS = [
	['areaId', 'area_id'],
	['geoAreaId', 'geo_area_id'],
	['placeId', 'place_id'],
	['categoryId', 'category_id'],
	['sourceId', 'source_id'],
	['statusId', 'status_id'],
	['unitId', 'unit_id'],
	['limitId', 'limit_id'],
] as const satisfies readonly (readonly [keyof EventRows, string])[];

export type EventTarget = 'event' | 'staging.event_in';

/** What every row of a batch shares. */
export interface BatchMark {
	batchId: number;
	sourceSystemId: number;
}

const ROWS_PER_STATEMENT = 20;

function hasNumber(values: Float64Array, count: number): boolean {
	for (let i = 0; i < count; i += 1) if (!Number.isNaN(values[i])) return true;
	return false;
}

function hasId(values: Uint32Array, count: number): boolean {
	for (let i = 0; i < count; i += 1) if (values[i] !== 0) return true;
	return false;
}

/** Puts the values of one column of `count` rows from `row` on into `params`, whose rows are `width` apart. */
type Fill = (params: unknown[], column: number, width: number, row: number, count: number) => void;

function numberFill(values: Float64Array): Fill {
	return (params, column, width, row, count) => {
		for (let i = 0; i < count; i += 1) {
			const value = values[row + i] as number;
			params[i * width + column] = Number.isNaN(value) ? null : value;
		}
	};
}

function idFill(values: Uint32Array): Fill {
	return (params, column, width, row, count) => {
		for (let i = 0; i < count; i += 1) {
			const value = values[row + i] as number;
			params[i * width + column] = value === 0 ? null : value;
		}
	};
}

function textFill(values: readonly (string | null)[]): Fill {
	return (params, column, width, row, count) => {
		for (let i = 0; i < count; i += 1) params[i * width + column] = values[row + i] ?? null;
	};
}

/** A prepared statement whose values are given one by one: a list of them costs the binding twice as much to read. */
interface Insert {
	run(...values: unknown[]): unknown;
}

/** Prepares writing into one table; `write` gives row i of a block the key `firstKey + i`. */
export function openEventWriter(db: WritableDb, target: EventTarget, mark: BatchMark) {
	const statements = new Map<string, Insert>();

	function statementFor(columns: readonly string[], rows: number): Insert {
		const key = `${rows}:${columns.join()}`;
		let statement = statements.get(key);
		if (!statement) {
			const marks = columns.map(() => '?').join(',');
			const row = `(${marks},${mark.sourceSystemId},${mark.batchId},${mark.batchId})`;
			statement = db.prepare(
				`INSERT INTO ${target} (${columns.join()},source_system_id,batch_id,first_batch_id) VALUES ${Array(rows).fill(row).join()}`,
			);
			statements.set(key, statement);
		}
		return statement;
	}

	return {
		write(rows: EventRows, firstKey: number): void {
			const names: string[] = ['event_key', 'event_id', 'row_no'];
			const fills: Fill[] = [
				(params, column, width, row, count) => {
					for (let i = 0; i < count; i += 1) params[i * width + column] = firstKey + row + i;
				},
				textFill(rows.eventId),
				(params, column, width, row, count) => {
					for (let i = 0; i < count; i += 1) params[i * width + column] = rows.rowNo[row + i];
				},
			];
			for (const [name, column] of ID_COLUMNS) {
				if (!hasId(rows[name], rows.rowCount)) continue;
				names.push(column);
				fills.push(idFill(rows[name]));
			}
			for (const [name, column] of NUMBER_COLUMNS) {
				if (!hasNumber(rows.numbers[name], rows.rowCount)) continue;
				names.push(column);
				fills.push(numberFill(rows.numbers[name]));
			}
			const coUnits = rows.coUnits;
			if (coUnits) {
				names.push('co_units');
				fills.push(textFill(coUnits));
			}
			for (const [name, column] of TEXT_COLUMNS) {
				const texts = rows.texts?.[name];
				if (!texts) continue;
				names.push(column);
				fills.push(textFill(texts));
			}
			const width = names.length;
			const many = statementFor(names, ROWS_PER_STATEMENT);
			const params: unknown[] = new Array(width * ROWS_PER_STATEMENT);
			let row = 0;
			for (; row + ROWS_PER_STATEMENT <= rows.rowCount; row += ROWS_PER_STATEMENT) {
				fills.forEach((fill, column) => {
					fill(params, column, width, row, ROWS_PER_STATEMENT);
				});
				many.run(...params);
			}
			const one = statementFor(names, 1);
			const single: unknown[] = new Array(width);
			for (; row < rows.rowCount; row += 1) {
				fills.forEach((fill, column) => {
					fill(single, column, width, row, 1);
				});
				one.run(...single);
			}
		},
	};
}

// Keeps the packed columns of a first load while its blocks go by, so that the packs need no second reading of the table.

import { FULL_TEXT_LENGTH } from '../cache/event-facts.ts';
import { allocateColumns, type PackBuffer, packable } from '../cache/event-pack.ts';
import { copyRow, orderByDay, packDay } from '../cache/event-pack-queries.ts';
import type { EventRows } from '../cache/event-rows.ts';
import { DEGREE_SCALE, EVENT_FACT } from '../indicators/event-columns.ts';

/** A NaN-to-none copy of a numeric block column. */
function packNumbers(values: Float64Array, target: Uint32Array | Uint16Array | Uint8Array): void {
	for (let i = 0; i < target.length; i += 1) {
		const value = values[i] as number;
		target[i] = Number.isNaN(value) ? 0 : packable(value);
	}
}

function packDegrees(degrees: Float64Array, target: Uint32Array): void {
	for (let i = 0; i < target.length; i += 1) {
		const value = degrees[i] as number;
		if (!Number.isNaN(value)) target[i] = packable(Math.round((value + 180) * DEGREE_SCALE));
	}
}

/** As SQL_FACTS; nothing but the row itself tells of an event that is loaded first. */
function packFacts(numbers: EventRows['numbers'], facts: Uint16Array): void {
	const { satisfaction, handlingLevel, resultPublished, returnCnt, reworkCnt, textLength } = numbers;
	for (let i = 0; i < facts.length; i += 1) {
		let bits = ((satisfaction[i] as number) & 7) | (((handlingLevel[i] as number) & 7) << 3);
		if (resultPublished[i] === 1) bits |= EVENT_FACT.published;
		if ((returnCnt[i] as number) >= 1) bits |= EVENT_FACT.returned;
		if ((returnCnt[i] as number) >= 2) bits |= EVENT_FACT.returnedAgain;
		if ((textLength[i] as number) >= FULL_TEXT_LENGTH) bits |= EVENT_FACT.fullText;
		if ((reworkCnt[i] as number) > 0) bits |= EVENT_FACT.reworked;
		facts[i] = bits;
	}
}

/** More rows than this are not kept (some 150 MB); their packs are then made from the table. */
const MAX_ROWS = 2_000_000;

/** Collects blocks in order of key. */
export function openPackCollector(batchId: number, sourceSystemId: number) {
	const parts: PackBuffer[] = [];
	let rowCount = 0;
	return {
		/** False when there were too many rows to keep. */
		get isComplete(): boolean {
			return rowCount <= MAX_ROWS;
		},
		add(rows: EventRows, firstKey: number): void {
			rowCount += rows.rowCount;
			if (rowCount > MAX_ROWS) {
				parts.length = 0;
				return;
			}
			const part = allocateColumns(rows.rowCount);
			for (let i = 0; i < rows.rowCount; i += 1) part.eventKey[i] = firstKey + i;
			part.areaId.set(rows.areaId.subarray(0, rows.rowCount));
			part.geoAreaId.set(rows.geoAreaId.subarray(0, rows.rowCount));
			part.categoryId.set(rows.categoryId);
			part.sourceId.set(rows.sourceId);
			part.statusId.set(rows.statusId);
			part.unitId.set(rows.unitId);
			part.limitId.set(rows.limitId);
			part.batchId.fill(batchId);
			part.sourceSystemId.fill(sourceSystemId);
			const { numbers } = rows;
			packNumbers(numbers.reportedAt, part.reportedAt);
			packNumbers(numbers.acceptedAt, part.acceptedAt);
			packNumbers(numbers.disposedAt, part.disposedAt);
			packNumbers(numbers.closedAt, part.closedAt);
			packNumbers(numbers.dueAt, part.dueAt);
			packNumbers(numbers.dueAtOrig, part.dueAtOrig);
			packNumbers(numbers.pauseMinutes, part.pauseMinutes);
			packNumbers(numbers.dispatchedAt, part.dispatchedAt);
			packDegrees(numbers.lng, part.lng);
			packDegrees(numbers.lat, part.lat);
			packNumbers(numbers.placeKey, part.placeKey);
			packFacts(numbers, part.facts);
			packNumbers(numbers.flags, part.flags);
			packNumbers(numbers.severity, part.severity);
			packNumbers(numbers.dateOnly, part.dateOnly);
			packNumbers(numbers.superviseLevel, part.superviseLevel);
			parts.push(part);
		},
		/** Keys of rows that have one of these statuses and no closing instant. */
		findClosedByStatus(closingStatusIds: ReadonlySet<number>): number[] {
			const keys: number[] = [];
			for (const part of parts) {
				for (let i = 0; i < part.length; i += 1) {
					if (part.closedAt[i] === 0 && closingStatusIds.has(part.statusId[i] as number))
						keys.push(part.eventKey[i] as number);
				}
			}
			return keys;
		},
		/**
		 * All rows but the folded ones, day by day in pack order; `closed` are keys that closed by their status at
		 * `asOfS`. Nothing is held twice but one day.
		 */
		*days(folded: ReadonlySet<number>, closed: readonly number[], asOfS: number): Generator<PackBuffer> {
			const firstKey = parts[0]?.eventKey[0] ?? 0;
			const acceptedAt = new Uint32Array(rowCount);
			const partOf = new Uint16Array(rowCount);
			let start = 0;
			for (const [index, part] of parts.entries()) {
				acceptedAt.set(part.acceptedAt, start);
				partOf.fill(index, start, start + part.length);
				start += part.length;
			}
			const rowOf = (position: number) => {
				const part = parts[partOf[position] as number] as PackBuffer;
				return { part, row: firstKey + position - (part.eventKey[0] as number) };
			};
			for (const key of closed) {
				const { part, row } = rowOf(key - firstKey);
				part.statusClosedAt[row] = packable(asOfS);
			}
			const order = orderByDay(acceptedAt, folded.size === 0 ? undefined : (row) => !folded.has(firstKey + row));
			for (let from = 0; from < order.length; ) {
				const day = packDay(acceptedAt[order[from] as number] as number);
				let to = from + 1;
				while (to < order.length && packDay(acceptedAt[order[to] as number] as number) === day) to += 1;
				const columns = allocateColumns(to - from);
				for (let i = from; i < to; i += 1) {
					const { part, row } = rowOf(order[i] as number);
					copyRow(part, row, columns, i - from);
				}
				yield columns;
				from = to;
			}
		},
	};
}

// Keeps the packed columns of a first load while its blocks go by, so that the packs need no second reading of the table.

import { allocateColumns, PACK_COLUMNS, type PackBuffer, packable } from '../cache/event-pack.ts';
import { orderByDay } from '../cache/event-pack-queries.ts';
import type { EventRows } from '../cache/event-rows.ts';

/** A NaN-to-none copy of a numeric block column. */
function packNumbers(values: Float64Array, target: Uint32Array | Uint16Array | Uint8Array): void {
	for (let i = 0; i < target.length; i += 1) {
		const value = values[i] as number;
		target[i] = Number.isNaN(value) ? 0 : packable(value);
	}
}

/** What a given-up column leaves behind. */
const NOTHING = allocateColumns(0);

/** Collects blocks in order of key. */
export function openPackCollector(batchId: number, sourceSystemId: number) {
	const parts: PackBuffer[] = [];
	return {
		add(rows: EventRows, firstKey: number): void {
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
		 * All rows but the folded ones, in pack order; `closed` are keys that closed by their status at `asOfS`.
		 * The parts are given up column by column, so that memory holds the events once.
		 */
		finish(folded: ReadonlySet<number>, closed: readonly number[], asOfS: number): PackBuffer {
			let total = 0;
			for (const part of parts) total += part.length;
			const firstKey = parts[0]?.eventKey[0] ?? 0;
			const whole = <T extends Uint32Array | Uint16Array | Uint8Array>(
				name: (typeof PACK_COLUMNS)[number],
				target: T,
			): T => {
				let at = 0;
				for (const part of parts) {
					target.set(part[name], at);
					at += part.length;
				}
				return target;
			};
			const isKept = folded.size === 0 ? undefined : (row: number) => !folded.has(firstKey + row);
			const order = orderByDay(whole('acceptedAt', new Uint32Array(total)), isKept);
			const sorted = allocateColumns(order.length);
			for (const name of PACK_COLUMNS) {
				const target = sorted[name];
				const source = whole(name, target.BYTES_PER_ELEMENT === 4 ? new Uint32Array(total) : new Uint16Array(total));
				if (name === 'statusClosedAt') for (const key of closed) source[key - firstKey] = packable(asOfS);
				for (let i = 0; i < order.length; i += 1) target[i] = source[order[i] as number] as number;
				for (const part of parts) Object.assign(part, { [name]: NOTHING[name] });
			}
			return sorted;
		},
	};
}

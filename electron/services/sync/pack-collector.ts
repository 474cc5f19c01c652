// Keeps the packed columns of a first load while its blocks go by, so that the packs need no second reading of the table.

import { allocateColumns, PACK_COLUMNS, type PackBuffer, packable } from '../cache/event-pack.ts';
import type { EventRows } from '../cache/event-rows.ts';

/** A NaN-to-none copy of a numeric block column. */
function packNumbers(values: Float64Array, target: Uint32Array | Uint16Array | Uint8Array): void {
	for (let i = 0; i < target.length; i += 1) {
		const value = values[i] as number;
		target[i] = Number.isNaN(value) ? 0 : packable(value);
	}
}

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
		/** All rows but the folded ones; `closed` are keys that closed by their status at `asOfS`. */
		finish(folded: ReadonlySet<number>, closed: readonly number[], asOfS: number): PackBuffer {
			let total = 0;
			for (const part of parts) total += part.length;
			const all = allocateColumns(total);
			let at = 0;
			for (const part of parts) {
				for (const name of PACK_COLUMNS) all[name].set(part[name], at);
				at += part.length;
			}
			parts.length = 0;
			const firstKey = all.eventKey[0] ?? 0;
			for (const key of closed) all.statusClosedAt[key - firstKey] = packable(asOfS);
			if (folded.size === 0) return all;
			const kept = allocateColumns(total - folded.size);
			let to = 0;
			for (let i = 0; i < total; i += 1) {
				if (folded.has(all.eventKey[i] ?? 0)) continue;
				for (const name of PACK_COLUMNS) kept[name][to] = all[name][i] ?? 0;
				to += 1;
			}
			return kept;
		},
	};
}

// Packs the columns of a first load while its blocks go by, so that the packs need no second reading of the table.

import type { WritableDb } from '../cache/cache-db.ts';
import { FULL_TEXT_LENGTH } from '../cache/event-facts.ts';
import { PackRoom, packable } from '../cache/event-pack.ts';
import type { EventRows } from '../cache/event-rows.ts';
import { openStagedPacks } from '../cache/staged-packs.ts';
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

/** Puts the packed columns of blocks that come in order of key into the staging file. */
export function openPackCollector(db: WritableDb, batchId: number, sourceSystemId: number) {
	const staged = openStagedPacks(db);
	const room = new PackRoom();
	return {
		add(rows: EventRows, firstKey: number): void {
			const part = room.take(rows.rowCount);
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
			staged.add(part);
		},
		hasClosedByStatus: staged.hasClosedByStatus,
		days: staged.days,
	};
}

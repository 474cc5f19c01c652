// States figures under codes and keeps what was stated: single proof cards, and whole snapshots of a day.

import type { z } from 'zod';
import { GridHelmError } from '../../../../shared/contract/errors.ts';
import type { Snapshot } from '../../../../shared/contract/schemas/snapshots.ts';
import { toIso } from '../../../../shared/domain/shanghai-time.ts';
import type { ReadableDb, WritableDb } from '../../cache/cache-db.ts';
import { addSnapshot, type IssuedRow, keepIssued, lastBatchId, type SnapshotRow } from '../../cache/published-store.ts';
import { writeTogether } from '../../cache/write-together.ts';
import { placeOfCode } from '../area-tree.ts';
import type { Catalogue } from '../catalogue.ts';
import { computeReadings, entryOf, type ReadingsQuery } from '../compute-readings.ts';
import type { EngineSnapshot } from '../event-columns.ts';
import { type EventIndex, eventIndexOf } from '../event-index.ts';
import type { Proof } from '../proof.ts';
import type { Reading } from '../read-figure.ts';
import { checkCodeOf, snapshotCodeOf } from './check-code.ts';
import { areaHash, definitionHash, makeChainReader } from './figure-seal.ts';

/** One committed revision of the district shown, and the clock. */
export interface IssueScope {
	/** The cache of the district shown. */
	db: ReadableDb;
	snapshot: EngineSnapshot;
	catalogue: Catalogue;
	isDemo: boolean;
	/** Epoch seconds of the machine's clock, by which batches are dated too. */
	clockS: number;
}

const MOST_READINGS = 20_000;

/** A stored snapshot as the contract shows it. */
export function toSnapshot(row: SnapshotRow): z.infer<typeof Snapshot> {
	const { snapshotId, title, checkCode, readingCount } = row;
	const asOf = row.asOfS === null ? null : toIso(row.asOfS);
	return { snapshotId, title, publishedAt: toIso(row.publishedAtS), asOf, checkCode, readingCount };
}

/** Keeps what a proof card states. Its code is that of the card. */
export function keepProof(writer: WritableDb, scope: IssueScope, proof: Proof): { checkCode: string } {
	const hashes = proof.sources.map(({ sha256 }) => sha256).sort();
	const issued = { ...sealReading(scope, eventIndexOf(scope.snapshot), proof.reading), hashes };
	writeTogether(writer, () => keepIssued(writer, [{ ...issued, checkCode: proof.checkCode, snapshotId: 0 }]));
	return { checkCode: proof.checkCode };
}

/**
 * Freezes readings under a title.
 * @throws GridHelmError E_INPUT for more than 20,000 readings, E_BUSY, and what computeReadings throws
 */
export function publishSnapshot(
	writer: WritableDb,
	scope: IssueScope,
	title: string,
	query: ReadingsQuery,
): z.infer<typeof Snapshot> {
	return publishReadings(writer, scope, title, computeReadings(scope.snapshot, scope.catalogue, query));
}

/**
 * Freezes the readings that a document states.
 * @throws GridHelmError E_INPUT for more than 20,000 readings, E_BUSY
 */
export function publishReadings(
	writer: WritableDb,
	scope: IssueScope,
	title: string,
	readings: readonly Reading[],
): z.infer<typeof Snapshot> {
	const { snapshot, catalogue, clockS, isDemo } = scope;
	if (readings.length > MOST_READINGS) {
		throw new GridHelmError('E_INPUT', `一次最多发布 ${MOST_READINGS} 个数，这里有 ${readings.length} 个。`, {
			field: 'areas',
			most: MOST_READINGS,
			asked: readings.length,
		});
	}
	const index = eventIndexOf(snapshot);
	const chainOf = makeChainReader(scope.db);
	const rows = readings.map((reading) => {
		const hashes = chainOf(entryOf(catalogue, reading.indicator));
		return { ...sealReading(scope, index, reading), hashes, checkCode: checkCodeOf(reading, hashes) };
	});
	const publishedAt = toIso(clockS);
	const stored: Omit<SnapshotRow, 'snapshotId'> = {
		title,
		publishedAtS: clockS,
		asOfS: snapshot.asOfS,
		checkCode: snapshotCodeOf(
			title,
			publishedAt,
			rows.map(({ checkCode }) => checkCode),
		),
		readingCount: rows.length,
		isDemo,
	};
	return writeTogether(writer, () => {
		const snapshotId = addSnapshot(writer, stored);
		keepIssued(
			writer,
			rows.map((row) => ({ ...row, snapshotId })),
		);
		return toSnapshot({ ...stored, snapshotId });
	});
}

function sealReading(
	{ catalogue, db, clockS, isDemo }: IssueScope,
	index: EventIndex,
	reading: Reading,
): Omit<IssuedRow, 'checkCode' | 'snapshotId' | 'hashes'> {
	return {
		issuedAtS: clockS,
		isDemo,
		reading: JSON.stringify(reading),
		definitionHash: definitionHash(entryOf(catalogue, reading.indicator), reading.variant, reading.period),
		areaHash: areaHash(index, placeOfCode(index.tree, reading.area)),
		lastBatchId: lastBatchId(db),
	};
}

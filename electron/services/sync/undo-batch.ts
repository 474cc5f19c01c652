// Takes one committed batch back, exactly: the cache is then as if that file had never come. One transaction.

import type { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { Batch } from '../../../shared/contract/schemas/imports.ts';
import type { Dataset } from '../../../shared/domain/codes.ts';
import { hasAreasOf, restoreAreas } from '../cache/area-store.ts';
import { getBatch } from '../cache/batch-queries.ts';
import {
	handOverMadeAreas,
	markBatchUndone,
	markUndoneEvents,
	pruneWords,
	restoreEvents,
	restoreSteps,
	UNDONE_KEYS,
	undoneAccepted,
} from '../cache/batch-undo.ts';
import type { WritableDb } from '../cache/cache-db.ts';
import { forgetCoordinates } from '../cache/coordinate-store.ts';
import { applyFacts, hasFactSources, RETURNED_EVENT_KEYS } from '../cache/event-facts.ts';
import { packable } from '../cache/event-pack.ts';
import { packDay, refreshPacks } from '../cache/event-pack-queries.ts';
import { restoreLedgers } from '../cache/ledger-merge.ts';
import { type Cache, cacheFailure } from '../cache/open-cache.ts';
import { bumpRevision } from '../cache/setting-queries.ts';
import { settleTree } from './area-import.ts';
import { openPlaceEras } from './place-eras.ts';
import { relocateEvents, relocateEverything, resolvePlaces } from './relocate-events.ts';
import { refreshKeys } from './touched-events.ts';

/**
 * Undoes a batch and returns it. Throws E_NOT_FOUND for an unknown or already undone batch, E_DEPENDS when later
 * batches changed the same rows (`details.batches`), E_CACHE_READ_ONLY, E_CACHE_LOCKED, E_BUSY.
 */
export function undoBatch(cache: Cache, batchId: number, nowS: number): z.infer<typeof Batch> {
	const db = cache.writer;
	if (!db) throw new GridHelmError('E_CACHE_READ_ONLY', '缓存不可写，无法撤销；请检查缓存文件夹的权限。');
	if (db.inTransaction) throw new GridHelmError('E_BUSY', '另一项导入正在进行，请等它结束后再试。');
	try {
		db.exec('BEGIN IMMEDIATE');
		const batch = getBatch(db, batchId);
		if (!batch || batch.undoneAt !== null) {
			throw new GridHelmError('E_NOT_FOUND', `没有编号为 ${batchId} 的可撤销批次。`, { batchId });
		}
		if (batch.undoBlockedBy.length > 0) {
			const list = batch.undoBlockedBy.join('、');
			throw new GridHelmError('E_DEPENDS', `批次 ${list} 以此批次为基础，请先撤销它们。`, {
				batchId,
				batches: batch.undoBlockedBy.join(),
			});
		}
		takeBack(db, batchId, batch.dataset);
		markBatchUndone(db, batchId, nowS);
		pruneWords(db, batchId);
		bumpRevision(db);
		const undone = getBatch(db, batchId);
		db.exec('COMMIT');
		return undone ?? batch;
	} catch (error) {
		if (db.inTransaction) db.exec('ROLLBACK');
		throw cacheFailure(error);
	}
}

function takeBack(db: WritableDb, batchId: number, dataset: Dataset): void {
	markUndoneEvents(db, batchId);
	const days = new Set(undoneAccepted(db).map((at) => packDay(packable(at))));
	restoreEvents(db, batchId);
	const reopened = restoreSteps(db, batchId);
	restoreLedgers(db, batchId);
	const isPointChanged = forgetCoordinates(db, batchId);
	const isAreaChanged = hasAreasOf(db, batchId);
	handOverMadeAreas(db, batchId);
	restoreAreas(db, batchId);
	settleTree(db, batchId);
	if (days.size > 0) {
		const eras = openPlaceEras(db);
		resolvePlaces(db, eras.present);
		relocateEvents(db, eras, `AND event_key IN (${UNDONE_KEYS})`);
		if (hasFactSources(db)) applyFacts(db, UNDONE_KEYS);
		refreshPacks(db, UNDONE_KEYS, days);
	}
	if (isAreaChanged || isPointChanged || dataset === 'grid_lineage') relocateEverything(db, isPointChanged);
	if (reopened.length > 0) {
		const list = reopened.join();
		refreshKeys(db, applyFacts(db, list));
	}
	refreshKeys(db, applyFacts(db, RETURNED_EVENT_KEYS));
	db.exec('DROP TABLE temp.undone');
}

// One short writing transaction beside everything else; never inside that of an import under way.

import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { WritableDb } from './cache-db.ts';
import { cacheFailure } from './open-cache.ts';

/**
 * Runs `work` in a transaction of its own and takes it back when it throws.
 * @throws GridHelmError E_BUSY while an import writes, E_CACHE_LOCKED, E_CACHE_READ_ONLY
 */
export function writeTogether<T>(db: WritableDb, work: () => T): T {
	if (db.inTransaction) {
		throw new GridHelmError('E_BUSY', '另一项导入正在进行，请等它结束后再试。');
	}
	try {
		db.exec('BEGIN IMMEDIATE');
		const result = work();
		db.exec('COMMIT');
		return result;
	} catch (error) {
		if (db.inTransaction) db.exec('ROLLBACK');
		throw cacheFailure(error);
	}
}

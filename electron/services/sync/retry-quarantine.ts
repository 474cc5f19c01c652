// Finds the file of a batch again so that its quarantined rows get another chance: after a correction at the source or
// with a newer dictionary. The file is read whole; rows that are already stored come out unchanged.

import { stat } from 'node:fs/promises';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import { getBatchSource } from '../cache/batch-queries.ts';
import type { ReadableDb } from '../cache/cache-db.ts';
import { getProfileJson } from '../cache/profile-store.ts';
import { parseProfile } from '../exports/mapping-profile.ts';
import type { ImportFile } from './import-file.ts';
import type { RunOptions } from './import-run.ts';

/**
 * What to import to try a batch's file again. Throws E_NOT_FOUND for an unknown batch, E_GONE when the file is no
 * longer where it was (uploaded files never are).
 */
export async function findRetry(db: ReadableDb, batchId: number): Promise<{ file: ImportFile; options: RunOptions }> {
	const source = getBatchSource(db, batchId);
	if (!source) throw new GridHelmError('E_NOT_FOUND', `没有编号为 ${batchId} 的批次。`, { batchId });
	const { path, fileName } = source;
	if (path === null || !(await stat(path).catch(() => null))?.isFile()) {
		throw new GridHelmError('E_GONE', `原文件“${fileName}”已不在原处，无法重读；请重新选择该文件导入。`, {
			file: fileName,
		});
	}
	const json = source.profile === null ? null : getProfileJson(db, source.profile);
	return {
		file: { path, fileName, isTemporary: false },
		options: { profile: json === null ? null : parseProfile(JSON.parse(json), fileName), acceptHeld: true },
	};
}

// Another chance for the rows of a batch that wait in quarantine: those corrected by hand as they were typed; else the
// file read again where it still lies; else, for an upload, the rows as they were kept.

import { stat } from 'node:fs/promises';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import { getBatchSource } from '../cache/batch-queries.ts';
import type { ReadableDb } from '../cache/cache-db.ts';
import { readCoordinatesOfBatch } from '../cache/coordinate-store.ts';
import { getProfileJson } from '../cache/profile-store.ts';
import { listRowsToTry, settleFileReadAgain, settleTriedRows } from '../cache/quarantine-corrections.ts';
import { parseProfile } from '../exports/mapping-profile.ts';
import { writeCorrectionFile } from './correction-file.ts';
import type { ImportFile } from './import-file.ts';
import type { RunOptions } from './import-run.ts';

/**
 * What to import to try a batch's rows again. Rows already stored come out unchanged. @throws GridHelmError E_NOT_FOUND
 * for an unknown batch, E_GONE when the file is no longer where it was and no row of it was kept
 */
export async function findRetry(db: ReadableDb, batchId: number): Promise<{ file: ImportFile; options: RunOptions }> {
	const source = getBatchSource(db, batchId);
	if (!source) throw new GridHelmError('E_NOT_FOUND', `没有编号为 ${batchId} 的批次。`, { batchId });
	const { path, fileName } = source;
	const json = source.profile === null ? null : getProfileJson(db, source.profile);
	const profile = json === null ? null : parseProfile(JSON.parse(json), fileName);
	const rows = listRowsToTry(db, batchId);
	const isCorrected = rows.some(({ corrections }) => Object.keys(corrections).length > 0);
	if (!isCorrected && path !== null && (await stat(path).catch(() => null))?.isFile()) {
		return {
			file: { path, fileName, isTemporary: false },
			options: {
				profile,
				acceptHeld: true,
				leastAsOfS: source.asOfS,
				settle: (writer, taker) => settleFileReadAgain(writer, batchId, taker),
			},
		};
	}
	if (rows.length === 0) {
		throw new GridHelmError('E_GONE', `原文件“${fileName}”已不在原处，无法重读；请重新选择该文件导入。`, {
			file: fileName,
		});
	}
	return {
		file: writeCorrectionFile(rows, fileName),
		options: {
			profile,
			acceptHeld: true,
			mode: 'increment',
			asOfS: source.asOfS,
			coordinates: readCoordinatesOfBatch(db, batchId),
			correctionOf: batchId,
			settle: (writer, taker) => settleTriedRows(writer, rows, taker),
		},
	};
}

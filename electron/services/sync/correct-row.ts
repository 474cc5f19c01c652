// A cell of a quarantined row typed anew: kept beside the row until it is tried again, never in the cells as delivered.
// Nothing personal is kept, whoever typed it.

import type { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { CorrectRowInput, QuarantineRow } from '../../../shared/contract/schemas/imports.ts';
import type { Cache } from '../cache/open-cache.ts';
import { findWaitingRow, putCorrections } from '../cache/quarantine-corrections.ts';
import { getQuarantineRow } from '../cache/quarantine-queries.ts';
import { writeTogether } from '../cache/write-together.ts';
import { isPersonalId } from '../exports/personal-columns.ts';
import { noScrubCounts } from '../privacy/cut-spans.ts';
import { scrubText } from '../privacy/scrub-text.ts';

/**
 * Keeps what a person typed for a column of a row, or takes it back.
 * @throws GridHelmError E_NOT_FOUND (row gone or taken), E_INPUT (column, or personal data in the text), E_BUSY, E_CACHE_*
 */
export function correctRow(
	cache: Cache,
	{ quarantineId, column, text }: z.infer<typeof CorrectRowInput>,
	nowS: number,
): { row: z.infer<typeof QuarantineRow> } {
	const db = cache.writer;
	if (!db) throw new GridHelmError('E_CACHE_READ_ONLY', '缓存不可写，未作任何改动；请检查缓存文件夹的权限。');
	return writeTogether(db, () => {
		const row = findWaitingRow(db, quarantineId);
		if (!row) throw new GridHelmError('E_NOT_FOUND', '该行已不在隔离中，可能已重试或随批次撤销。', { quarantineId });
		const index = row.headers.indexOf(column);
		if (row.kept === null || (row.kept[index] ?? null) === null) {
			throw new GridHelmError('E_INPUT', `“${column}”不能在此更正，请在原文件中改正后重新导入。`, { field: 'column' });
		}
		const corrections = { ...row.corrections };
		delete corrections[column];
		if (text !== null) {
			const typed = text.trim();
			if (isPersonalId(typed) || scrubText(typed, noScrubCounts()) !== typed) {
				throw new GridHelmError('E_INPUT', '内容含姓名、电话、证件号等个人信息，没有保存；请去掉后再填。', {
					field: 'text',
				});
			}
			corrections[column] = typed;
		}
		putCorrections(db, quarantineId, corrections, Object.keys(corrections).length === 0 ? null : nowS);
		const corrected = getQuarantineRow(db, quarantineId);
		if (!corrected) throw new GridHelmError('E_NOT_FOUND', '该行已不在隔离中。', { quarantineId });
		return { row: corrected };
	});
}

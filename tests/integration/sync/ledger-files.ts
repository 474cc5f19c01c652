// Ledgers as CSV text, taken through the real reader into a cache.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportReader } from '../../../electron/services/sync/export-reader.ts';
import { importFile } from '../../../electron/services/sync/import-file.ts';
import type { ImportOptions } from '../../../electron/services/sync/import-options.ts';
import type { BatchReport } from '../../../electron/services/sync/import-report.ts';
import { NOW_S } from './made-blocks.ts';
import type { MadeCache } from './made-cache.ts';

let made = 0;

/** Imports a CSV of these lines under a name of its own. */
export function takeCsv(
	{ cache, dir }: MadeCache,
	lines: readonly string[],
	options: ImportOptions = {},
): Promise<BatchReport> {
	made += 1;
	const fileName = `ledger-${made}.csv`;
	const path = join(dir, fileName);
	writeFileSync(path, `\ufeff${lines.join('\r\n')}\r\n`);
	const context = { cache, reader: exportReader, nowS: () => NOW_S };
	return importFile(context, { path, fileName, isTemporary: false }, { asOfS: NOW_S, ...options });
}

// Binds the import to exports/: a big file is parsed in a worker of its own beside the writer, a small one right here,
// where starting a worker would take longer than reading it.

import { openExport } from '../exports/open-export.ts';
import { readExportInWorker } from '../exports/parse-worker-client.ts';
import { readExport } from '../exports/read-export.ts';
import type { RunFile } from './find-files.ts';
import type { ExportReader, ImportFile } from './import-file.ts';

/** About 20 ms of parsing. */
const SMALL_BYTES = 1_500_000;

export const exportReader: ExportReader = {
	open(file: ImportFile & Partial<Pick<RunFile, 'part'>>, profile) {
		return openExport(file.path, file.fileName, {
			...(profile ? { profile } : {}),
			...(file.part ? { part: file.part } : {}),
		});
	},
	read(plan, context) {
		return plan.byteSize <= SMALL_BYTES ? readExport(plan, context) : readExportInWorker(plan, context);
	},
};

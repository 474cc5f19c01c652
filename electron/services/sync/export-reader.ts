// Binds the import to exports/: a file is opened here and parsed in a worker of its own beside the writer.

import { openExport } from '../exports/open-export.ts';
import { readExportInWorker } from '../exports/parse-worker-client.ts';
import type { ExportReader } from './import-file.ts';

export const exportReader: ExportReader = {
	open(file, profile) {
		return openExport(file.path, file.fileName, profile ? { profile } : {});
	},
	read(plan, context) {
		return readExportInWorker(plan, context);
	},
};

// A process to be killed, or whose writes are made to fail: opens the cache in a folder and imports one file, telling
// each stage on stdout; a failure that the product words is told by its code and ends with 3.
// usage: node kill-import.ts <cache folder> <file>

import { basename } from 'node:path';
import { openCache } from '../../electron/services/cache/open-cache.ts';
import { exportReader } from '../../electron/services/sync/export-reader.ts';
import { importFile } from '../../electron/services/sync/import-file.ts';
import { GridHelmError } from '../../shared/contract/errors.ts';

const [dir = '', file = ''] = process.argv.slice(2);
try {
	const cache = openCache({ dir, fileName: 'gridhelm.db', mode: 'readWrite' });
	process.stdout.write('open\n');
	const report = await importFile(
		{ cache, reader: exportReader, nowS: () => 1_795_478_400 },
		{ path: file, fileName: basename(file), isTemporary: false },
	);
	process.stdout.write(`${report.outcome}\n`);
	cache.close();
	process.stdout.write('closed\n');
} catch (error) {
	if (!(error instanceof GridHelmError)) throw error;
	process.stdout.write(`${error.code}\n`);
	process.exitCode = 3;
}

// A process to be killed: opens the cache in a folder and imports one file, telling each stage on stdout.
// usage: node kill-import.ts <cache folder> <file>

import { basename } from 'node:path';
import { openCache } from '../../electron/services/cache/open-cache.ts';
import { exportReader } from '../../electron/services/sync/export-reader.ts';
import { importFile } from '../../electron/services/sync/import-file.ts';

const [dir = '', file = ''] = process.argv.slice(2);
const cache = openCache({ dir, fileName: 'gridhelm.db', mode: 'readWrite' });
process.stdout.write('open\n');
const report = await importFile(
	{ cache, reader: exportReader, nowS: () => 1_795_478_400 },
	{ path: file, fileName: basename(file), isTemporary: false },
);
process.stdout.write(`${report.outcome}\n`);
cache.close();
process.stdout.write('closed\n');

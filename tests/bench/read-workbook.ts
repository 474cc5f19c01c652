// The reference of the workbook bench, as a process of its own: the reader library alone takes every row of the first
// sheet and looks at none. Prints {ms, rows}; the start of the process is not in the time.

import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';

const path = process.argv[2];
if (path === undefined) throw new Error('which workbook?');
const startMs = performance.now();
const book = read(readFileSync(path), { type: 'buffer', dense: true, cellFormula: false, cellHTML: false });
const sheet = book.Sheets[book.SheetNames[0] ?? ''];
if (sheet === undefined) throw new Error('the workbook has no sheet');
const rows = utils.sheet_to_json(sheet, { header: 1 });
console.log(JSON.stringify({ ms: performance.now() - startMs, rows: rows.length - 1 }));

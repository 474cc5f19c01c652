// Rows that wait in quarantine as a file of their own, with what was typed in the place of the wrong cells, so that they
// pass the same checks as any file. Holds scrubbed cells only.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WaitingRow } from '../cache/quarantine-corrections.ts';
import type { ImportFile } from './import-file.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Cells of a row as they are tried. */
function cellsOf({ headers, kept, corrections }: WaitingRow): string[] {
	return headers.map((header, index) => {
		const cell = kept?.[index] ?? null;
		return cell === null ? '' : (corrections[header] ?? cell);
	});
}

/** Writes the rows of one batch, one at least, below the headers of their file; `fileName` is what people are shown. */
export function writeCorrectionFile(rows: readonly WaitingRow[], fileName: string): ImportFile {
	const lines = [rows[0]?.headers ?? [], ...rows.map(cellsOf)].map((cells) => cells.map(quoted).join(','));
	const path = join(mkdtempSync(join(tmpdir(), 'gridhelm-retry-')), 'rows.csv');
	writeFileSync(path, `${lines.join('\r\n')}\r\n`, { mode: 0o600 });
	return { path, fileName, isTemporary: true, rowNumbers: rows.map(({ rowNo }) => rowNo) };
}

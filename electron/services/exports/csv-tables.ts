// A CSV that a person made by hand: with merged header rows, subtotals or footers it is read as a table, like a sheet.
// Plain exports keep the fast way over their bytes (csv-scanner.ts).

import { type BytePlace, readBytes } from './byte-source.ts';
import { type CsvLayout, findCsvLayout } from './csv-layout.ts';
import { CsvScanner } from './csv-scanner.ts';
import { splitCsv } from './csv-text.ts';
import { countKnownHeaders } from './header-recogniser.ts';
import type { MappingProfile } from './mapping-profile.ts';
import type { FileEncoding } from './record-blocks.ts';
import { findTableLayout } from './table-layout.ts';
import { MAX_COLUMNS, TableFault, type TableFile, type TableRow } from './table-source.ts';
import { makeCellDecoder, transcodeToUtf8 } from './text-encoding.ts';

/** What people make by hand is smaller. */
const HAND_MADE_BYTES = 8 << 20;
const LOOKED_AT = 40;
const TOTAL = /(?:^|[,\t;|\r\n])"?[^,\t;|\r\n"]{0,20}(?:小\s*计|合\s*计|总\s*计|累\s*计)\s*[:\uff1a]?"?(?=[,\t;|])/;

/** True when the beginning of a CSV shows headers in more than one row. */
function hasTallHeader(head: string, found: CsvLayout, profile: MappingProfile | null): boolean {
	const rows = splitCsv(head, found.delimiter, LOOKED_AT).map((cells, index) => ({ rowNo: index + 1, cells }));
	const layout = findTableLayout(rows, [], profile);
	if (layout === null || layout.headerBottom === layout.headerTop) return false;
	return countKnownHeaders([...new Set(layout.headers)]) > countKnownHeaders(found.headers);
}

/**
 * True for a CSV that must be read as a table; `isGrouped`: its first rows write a place once for many. Reads the whole
 * of a small file, nothing of a large one.
 */
export async function isHandMadeCsv(
	place: BytePlace,
	byteSize: number,
	encoding: FileEncoding,
	head: string,
	profile: MappingProfile | null,
	isGrouped: boolean,
): Promise<boolean> {
	const found = findCsvLayout(head, profile);
	if (found === null) return false;
	if (hasTallHeader(head, found, profile)) return true;
	if (byteSize > HAND_MADE_BYTES) return false;
	if (isGrouped) return true;
	const decoder = new TextDecoder();
	let text = '';
	for await (const chunk of transcodeToUtf8(readBytes(place), encoding))
		text += decoder.decode(chunk, { stream: true });
	return TOTAL.test(text);
}

/** Cells of the widest of the first rows. */
export function csvWidth(head: string, delimiter: string): number {
	return Math.min(MAX_COLUMNS, Math.max(...splitCsv(head, delimiter, LOOKED_AT).map((row) => row.length)));
}

/** The file as one table; rows that are too short or too long carry their fault. */
export function openCsvTable(
	place: BytePlace,
	byteSize: number,
	encoding: FileEncoding,
	{ delimiter, width }: { delimiter: number; width: number },
): TableFile {
	let done = 0;
	async function* rows(): AsyncGenerator<TableRow[], void> {
		const scanner = new CsvScanner({
			delimiter,
			slotOfColumn: Int32Array.from({ length: width }, (_, column) => column),
			slotCount: width,
			skipRows: 0,
			decode: makeCellDecoder('utf-8'),
		});
		const take = (): TableRow[] => {
			const taken: TableRow[] = [];
			for (let batch = scanner.next(); batch !== null; batch = scanner.next()) {
				for (let row = 0; row < batch.rowCount; row++) {
					const cells = Array.from({ length: width }, (_, slot) => batch.text(row, slot));
					while (cells.length > 0 && cells.at(-1) === '') cells.pop();
					taken.push({ rowNo: batch.rowNo[row] as number, cells, fault: batch.rowFault[row] as number });
				}
			}
			return taken;
		};
		done = 0;
		for await (const chunk of transcodeToUtf8(readBytes(place), encoding)) {
			scanner.append(chunk);
			done += chunk.length;
			yield take();
			if (scanner.endlessRowNo !== null) break;
		}
		scanner.finish();
		yield take();
		if (scanner.endlessRowNo !== null) throw new TableFault('E_OPEN_QUOTE', { row: scanner.endlessRowNo });
		if (scanner.isCut) throw new TableFault('E_TRUNCATED', { row: scanner.rowNo });
	}
	const fraction = (): number => Math.min(1, done / Math.max(1, byteSize));
	const table = { name: null, isHidden: false, merges: [], rows, fraction, emptyFormulas: () => 0 };
	return { kind: 'csv', encoding, tables: [table], close: () => undefined };
}

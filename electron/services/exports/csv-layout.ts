// Finds the header of a CSV among titles and blank lines: which delimiter, which row. Looks at the first lines only.

import { splitCsv } from './csv-text.ts';
import { countKnownHeaders, findColumn } from './header-recogniser.ts';
import type { MappingProfile } from './mapping-profile.ts';

const DELIMITERS = [',', '\t', ';', '|'] as const;
const HEADER_ROWS = 15;

export interface CsvLayout {
	delimiter: string;
	/** 1-based row of the header. */
	headerRowNo: number;
	headers: string[];
	/** Rows above the header: titles, 统计时间. */
	titles: string[][];
	/** Cells of the first records, for telling codes from names. */
	firstRows: string[][];
}

/** Layout of the decoded beginning of a file; null when it has no row of at least two cells. */
export function findCsvLayout(head: string, profile: MappingProfile | null): CsvLayout | null {
	const wanted = profile?.mappings.map((mapping) => mapping.when) ?? [];
	let best: (CsvLayout & { score: number }) | null = null;
	for (const delimiter of DELIMITERS) {
		const rows = splitCsv(head, delimiter, HEADER_ROWS + 20);
		const widest = Math.max(...rows.map((row) => row.length));
		if (widest < 2) continue;
		for (const [index, row] of rows.slice(0, HEADER_ROWS).entries()) {
			const isMapped = wanted.some((headers) => headers.every((header) => findColumn(row, header) >= 0));
			const known = countKnownHeaders(row);
			const score = (isMapped ? 1000 : 0) + known * 10 + (row.length === widest ? 1 : 0);
			if (best !== null && score <= best.score) continue;
			best = {
				score,
				delimiter,
				headerRowNo: index + 1,
				headers: row.map((cell) => cell.trim()),
				titles: rows.slice(0, index),
				firstRows: rows.slice(index + 1),
			};
		}
	}
	return best;
}

// Finds the header of a table among titles, merged groups and blank rows, in the first fifteen rows: one to three rows,
// joined per column. Must not look at more than the rows it is given.

import { countKnownHeaders, findColumn, isKnownHeader } from './header-recogniser.ts';
import type { MappingProfile } from './mapping-profile.ts';
import type { CellMerge, TableRow } from './table-source.ts';

const HEADER_ROWS = 15;
const MAX_HEIGHT = 3;

export interface TableLayout {
	/** Rows of the header, both 1-based. */
	headerTop: number;
	headerBottom: number;
	headers: string[];
	/** Cells of the rows above: titles, 填报单位, 统计时间. */
	titles: string[][];
}

/** Rows with the text of a merge in every cell that it covers; a merge over nearly the whole width is a title and stays. */
function fillMerges(rows: readonly TableRow[], merges: readonly CellMerge[]): string[][] {
	const width = Math.max(...rows.map(({ cells }) => cells.length), 0);
	const byRow = new Map(rows.map((row, index) => [row.rowNo, index]));
	const filled = rows.map(({ cells }) => Array.from({ length: width }, (_, column) => (cells[column] ?? '').trim()));
	const last = rows.at(-1)?.rowNo ?? 0;
	for (const { top, left, bottom, right } of merges) {
		const text = filled[byRow.get(top) ?? -1]?.[left] ?? '';
		if (text === '' || (right - left >= 3 && right - left + 1 > width * 0.6)) continue;
		for (let rowNo = top; rowNo <= Math.min(bottom, last); rowNo++) {
			const row = filled[byRow.get(rowNo) ?? -1];
			if (row) for (let column = left; column <= right && column < width; column++) row[column] = text;
		}
	}
	return filled;
}

const looksLikeValue = (cell: string): boolean => /^[+-]?\d[\d\s.,:/\-年月日%]*$/.test(cell);

/** Names of the columns out of header rows, groups before their parts. */
function joinHeaders(rows: readonly string[][]): string[] {
	const width = Math.max(...rows.map((row) => row.length));
	const parts = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
	// A group that was not merged stands over its first column only.
	for (let level = 0; level < rows.length - 1; level++) {
		for (let column = 1; column < width; column++) {
			const [before, here] = [parts[column - 1], parts[column]];
			if (!before || !here || here[level] !== '' || here.slice(level + 1).every((part) => part === '')) continue;
			if (before.slice(level + 1).some((part) => part !== '')) here[level] = before[level] ?? '';
		}
	}
	const lasts = parts.map((part) => part.findLast((text) => text !== '') ?? '');
	return parts.map((part, column) => {
		const distinct = part.filter((text, index) => text !== '' && text !== part[index - 1]);
		const whole = distinct.join('/');
		const last = lasts[column] ?? '';
		if (distinct.length < 2 || isKnownHeader(whole)) return whole;
		return isKnownHeader(last) && lasts.filter((other) => other === last).length === 1 ? last : whole;
	});
}

/** Layout of a table by its first rows; null when no row has two cells. */
export function findTableLayout(
	rows: readonly TableRow[],
	merges: readonly CellMerge[],
	profile: MappingProfile | null,
): TableLayout | null {
	const filled = fillMerges(rows, merges);
	const wanted = profile?.mappings.map(({ when }) => when) ?? [];
	let best: { score: number; layout: TableLayout } | null = null;
	for (let top = 0; top < Math.min(HEADER_ROWS, rows.length); top++) {
		for (let height = 1; height <= MAX_HEIGHT && top + height <= rows.length; height++) {
			const taken = filled.slice(top, top + height);
			const bottom = top + height - 1;
			if ((rows[bottom]?.rowNo ?? 0) - (rows[top]?.rowNo ?? 0) !== height - 1) break;
			if (height > 1 && filled[bottom]?.some(looksLikeValue)) break;
			const headers = joinHeaders(taken);
			const filledCount = headers.filter((header) => header !== '').length;
			if (filledCount < 2) continue;
			const isMapped = wanted.some((names) => names.every((name) => findColumn(headers, name) >= 0));
			const score = (isMapped ? 1000 : 0) + countKnownHeaders([...new Set(headers)]) * 10 - (height - 1);
			if (best !== null && score <= best.score) continue;
			best = {
				score,
				layout: {
					headerTop: rows[top]?.rowNo ?? 0,
					headerBottom: rows[bottom]?.rowNo ?? 0,
					headers,
					titles: rows.slice(0, top).map(({ cells }) => cells),
				},
			};
		}
	}
	return best?.layout ?? null;
}

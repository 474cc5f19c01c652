// The rows of an event block that were not set aside. Which those are, the reader says.

import {
	EVENT_NUMBER_COLUMNS,
	EVENT_WORD_COLUMNS,
	type EventBlock,
	type EventNumberColumn,
	type EventWordColumn,
} from './record-blocks.ts';

/** The kept rows of a column, in ascending order, moved to its front. */
export function keepOf<Column extends Float64Array | Int32Array>(kept: readonly number[], column: Column): Column {
	for (let to = 0; to < kept.length; to++) column[to] = column[kept[to] as number] as number;
	return column.subarray(0, kept.length) as Column;
}

/** Takes the rows that are not kept out of every column of a block, in place. */
export function keepRows(
	kept: readonly number[],
	numbers: Record<EventNumberColumn, Float64Array>,
	words: Record<EventWordColumn, Int32Array>,
	eventId: string[],
	coUnits: (string | null)[] | null,
	texts: NonNullable<EventBlock['texts']>,
): void {
	for (const column of EVENT_NUMBER_COLUMNS) numbers[column] = keepOf(kept, numbers[column]);
	for (const column of EVENT_WORD_COLUMNS) words[column] = keepOf(kept, words[column]);
	for (const [to, row] of kept.entries()) {
		eventId[to] = eventId[row] as string;
		if (coUnits) coUnits[to] = coUnits[row] ?? null;
		for (const list of Object.values(texts)) list[to] = list[row] ?? null;
	}
	eventId.length = kept.length;
	if (coUnits) coUnits.length = kept.length;
	for (const list of Object.values(texts)) list.length = kept.length;
}

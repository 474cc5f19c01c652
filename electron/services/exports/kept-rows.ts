// The rows of an event block that were not set aside. Which those are, the reader says.

import {
	EVENT_NUMBER_COLUMNS,
	EVENT_WORD_COLUMNS,
	type EventBlock,
	type EventNumberColumn,
	type EventWordColumn,
} from './record-blocks.ts';

/** Takes the rows that are not kept out of every column of a block, in place. */
export function keepRows(
	kept: readonly number[],
	numbers: Record<EventNumberColumn, Float64Array>,
	words: Record<EventWordColumn, Int32Array>,
	eventId: string[],
	coUnits: (string | null)[] | null,
	texts: NonNullable<EventBlock['texts']>,
): void {
	for (const column of EVENT_NUMBER_COLUMNS)
		numbers[column] = Float64Array.from(kept, (row) => numbers[column][row] as number);
	for (const column of EVENT_WORD_COLUMNS) words[column] = Int32Array.from(kept, (row) => words[column][row] as number);
	for (const [to, row] of kept.entries()) {
		eventId[to] = eventId[row] as string;
		if (coUnits) coUnits[to] = coUnits[row] ?? null;
		for (const list of Object.values(texts)) list[to] = list[row] ?? null;
	}
	eventId.length = kept.length;
	if (coUnits) coUnits.length = kept.length;
	for (const list of Object.values(texts)) list.length = kept.length;
}

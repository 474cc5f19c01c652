// Blocks across a worker boundary: typed arrays are handed over, identifiers travel as one text with offsets (a list of
// a million strings costs more to copy than to read).

import type { EventBlock, RecordBlock, StepBlock } from './record-blocks.ts';

interface PackedIds {
	text: string;
	ends: Uint32Array;
}

export type PackedBlock = { ids: PackedIds | null; block: RecordBlock };

/** A block ready to be posted, and what is handed over with it; the block must not be used afterwards. */
export function packBlock(block: RecordBlock): { packed: PackedBlock; transfer: ArrayBuffer[] } {
	if ('records' in block) return { packed: { ids: null, block }, transfer: [] };
	const ends = new Uint32Array(block.eventId.length);
	let length = 0;
	for (let row = 0; row < ends.length; row++) {
		length += (block.eventId[row] as string).length;
		ends[row] = length;
	}
	const arrays: (Float64Array | Int32Array | Uint32Array)[] = [
		block.rowNo,
		ends,
		...Object.values(block.numbers),
		...Object.values(block.words),
	];
	const ids = { text: block.eventId.join(''), ends };
	return {
		packed: { ids, block: { ...block, eventId: [] } },
		transfer: [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))],
	};
}

/** The block as it was. */
export function unpackBlock({ ids, block }: PackedBlock): RecordBlock {
	if (ids === null) return block;
	const eventId: string[] = new Array(ids.ends.length);
	let start = 0;
	for (let row = 0; row < eventId.length; row++) {
		const end = ids.ends[row] as number;
		eventId[row] = ids.text.slice(start, end);
		start = end;
	}
	return { ...(block as EventBlock | StepBlock), eventId };
}

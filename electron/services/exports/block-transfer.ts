// Blocks across a worker boundary: typed arrays are handed over, identifiers and texts travel as one text with offsets
// (a list of a million strings costs more to copy than to read).

import type { EventBlock, EventTextColumn, RecordBlock, StepBlock } from './record-blocks.ts';

interface PackedTexts {
	text: string;
	ends: Uint32Array;
}

export interface PackedBlock {
	ids: PackedTexts | null;
	/** An empty text is a NULL. */
	texts: Partial<Record<EventTextColumn, PackedTexts>>;
	block: RecordBlock;
}

function pack(list: readonly (string | null)[]): PackedTexts {
	const ends = new Uint32Array(list.length);
	let length = 0;
	for (let row = 0; row < ends.length; row++) {
		length += list[row]?.length ?? 0;
		ends[row] = length;
	}
	return { text: list.join(''), ends };
}

function unpack({ text, ends }: PackedTexts): string[] {
	const list: string[] = new Array(ends.length);
	let start = 0;
	for (let row = 0; row < list.length; row++) {
		const end = ends[row] as number;
		list[row] = text.slice(start, end);
		start = end;
	}
	return list;
}

function textsOf(block: RecordBlock): [EventTextColumn, (string | null)[]][] {
	if (!('texts' in block) || block.texts === undefined) return [];
	return Object.entries(block.texts) as [EventTextColumn, (string | null)[]][];
}

/** A block ready to be posted, and what is handed over with it; the block must not be used afterwards. */
export function packBlock(block: RecordBlock): { packed: PackedBlock; transfer: ArrayBuffer[] } {
	if ('records' in block) return { packed: { ids: null, texts: {}, block }, transfer: [] };
	const ids = pack(block.eventId);
	const texts: PackedBlock['texts'] = {};
	for (const [column, list] of textsOf(block)) texts[column] = pack(list);
	const buffers = [block.rowNo, ids.ends, ...Object.values(texts).map(({ ends }) => ends)].map(
		({ buffer }) => buffer as ArrayBuffer,
	);
	const bare = 'texts' in block ? { ...block, eventId: [], texts: {} } : { ...block, eventId: [] };
	return {
		packed: { ids, texts, block: bare },
		transfer: [...buffers, ...buffersOf(block)],
	};
}

/** Memory of the columns of a block, each piece once. */
function buffersOf(block: EventBlock | StepBlock): ArrayBuffer[] {
	const columns: (Float64Array | Int32Array)[] = [
		...Object.values(block.numbers),
		...Object.values(block.words),
		...('rawPoints' in block && block.rawPoints ? [block.rawPoints.first, block.rawPoints.second] : []),
	];
	return [...new Set(columns.map(({ buffer }) => buffer as ArrayBuffer))];
}

/** The memory of a block that nobody looks at any more, for the stock that it came from. */
export function takeColumns({ block }: PackedBlock): ArrayBuffer[] {
	return 'records' in block ? [] : buffersOf(block);
}

/** The block as it was. */
export function unpackBlock({ ids, texts, block }: PackedBlock): RecordBlock {
	if (ids === null) return block;
	const whole = { ...(block as EventBlock | StepBlock), eventId: unpack(ids) };
	if (whole.dataset !== 'event' || whole.texts === undefined) return whole;
	const unpacked: EventBlock['texts'] = {};
	for (const [column, packed] of Object.entries(texts) as [EventTextColumn, PackedTexts][])
		unpacked[column] = unpack(packed).map((text) => (text === '' ? null : text));
	return { ...whole, texts: unpacked };
}

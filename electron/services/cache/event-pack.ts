// Codec of the packed events of one day: typed-array columns one after another, columns without any value left out.
// Pure bytes, no SQL. Little-endian, as on every platform the product runs on.

import type { EventColumns } from '../indicators/event-columns.ts';

/** Columns of a pack in stored order, widest first so that every column is aligned. */
export const PACK_COLUMNS_32 = [
	'eventKey',
	'areaId',
	'geoAreaId',
	'batchId',
	'reportedAt',
	'acceptedAt',
	'disposedAt',
	'closedAt',
	'dueAt',
	'dueAtOrig',
	'reopenedAt',
	'statusClosedAt',
	'pauseMinutes',
	'dispatchedAt',
	'lng',
	'lat',
	'placeKey',
] as const satisfies readonly (keyof EventColumns)[];
export const PACK_COLUMNS_16 = [
	'categoryId',
	'sourceId',
	'statusId',
	'unitId',
	'limitId',
	'sourceSystemId',
	'flags',
	'facts',
] as const satisfies readonly (keyof EventColumns)[];
export const PACK_COLUMNS_8 = [
	'severity',
	'dateOnly',
	'superviseLevel',
] as const satisfies readonly (keyof EventColumns)[];

export type PackColumn =
	| (typeof PACK_COLUMNS_32)[number]
	| (typeof PACK_COLUMNS_16)[number]
	| (typeof PACK_COLUMNS_8)[number];
/** All columns in stored order. */
export const PACK_COLUMNS: readonly PackColumn[] = [...PACK_COLUMNS_32, ...PACK_COLUMNS_16, ...PACK_COLUMNS_8];

/** The same columns, open for filling. */
export interface PackBuffer extends EventColumns {
	length: number;
}

/** Version of the layout, first byte of every pack. */
const LAYOUT = 2;
/** First byte of every pack, for asking the cache. */
export const PACK_MARK = Buffer.of(LAYOUT);
const HEADER_BYTES = 8;

/** Empty columns for `length` events. */
export function allocateColumns(length: number): PackBuffer {
	const u32 = () => new Uint32Array(length);
	const u16 = () => new Uint16Array(length);
	const u8 = () => new Uint8Array(length);
	return {
		length,
		eventKey: u32(),
		areaId: u32(),
		geoAreaId: u32(),
		batchId: u32(),
		reportedAt: u32(),
		acceptedAt: u32(),
		disposedAt: u32(),
		closedAt: u32(),
		dueAt: u32(),
		dueAtOrig: u32(),
		reopenedAt: u32(),
		statusClosedAt: u32(),
		pauseMinutes: u32(),
		dispatchedAt: u32(),
		lng: u32(),
		lat: u32(),
		placeKey: u32(),
		categoryId: u16(),
		sourceId: u16(),
		statusId: u16(),
		unitId: u16(),
		limitId: u16(),
		sourceSystemId: u16(),
		flags: u16(),
		facts: u16(),
		severity: u8(),
		dateOnly: u8(),
		superviseLevel: u8(),
	};
}

/** Columns for one block after another in the same memory. */
export class PackRoom {
	private room = allocateColumns(0);

	/** Empty columns for `length` events; those taken before are void. */
	take(length: number): PackBuffer {
		if (length > this.room.length) this.room = allocateColumns(length);
		const taken = { ...this.room, length };
		for (const name of PACK_COLUMNS_32) taken[name] = this.room[name].subarray(0, length).fill(0);
		for (const name of PACK_COLUMNS_16) taken[name] = this.room[name].subarray(0, length).fill(0);
		for (const name of PACK_COLUMNS_8) taken[name] = this.room[name].subarray(0, length).fill(0);
		return taken;
	}
}

/** What a pack can hold: an instant or id outside of it counts as none. */
export function packable(value: number | null): number {
	return value !== null && value > 0 && value <= 0xffff_ffff ? value : 0;
}

function hasValue(values: Uint8Array | Uint16Array | Uint32Array): boolean {
	for (let i = 0; i < values.length; i += 1) if (values[i] !== 0) return true;
	return false;
}

/** Bytes of rows [from, to) of the columns. Header: layout, 3 spare bytes, mask of the columns present. */
export function encodePack(columns: EventColumns, from: number, to: number): Uint8Array {
	const parts: Uint8Array[] = [];
	let mask = 0;
	let size = HEADER_BYTES;
	PACK_COLUMNS.forEach((name, index) => {
		const values = columns[name].subarray(from, to);
		if (!hasValue(values)) return;
		mask |= 1 << index;
		const part = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
		parts.push(part);
		size += part.byteLength;
	});
	const bytes = new Uint8Array(size);
	const view = new DataView(bytes.buffer);
	view.setUint8(0, LAYOUT);
	view.setUint32(4, mask, true);
	let offset = HEADER_BYTES;
	for (const part of parts) {
		bytes.set(part, offset);
		offset += part.byteLength;
	}
	return bytes;
}

/** Copies a pack of `rowCount` events into the columns from row `at` on. Throws when the bytes do not fit. */
export function decodePack(bytes: Uint8Array, rowCount: number, target: EventColumns, at: number): void {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.byteLength < HEADER_BYTES || view.getUint8(0) !== LAYOUT) throw new Error('unknown pack layout');
	const mask = view.getUint32(4, true);
	let offset = HEADER_BYTES;
	PACK_COLUMNS.forEach((name, index) => {
		if ((mask & (1 << index)) === 0) return;
		const column = target[name];
		const width = column.BYTES_PER_ELEMENT;
		const part = bytes.subarray(offset, offset + rowCount * width);
		if (part.byteLength !== rowCount * width) throw new Error('pack is cut short');
		new Uint8Array(column.buffer, column.byteOffset + at * width, rowCount * width).set(part);
		offset += part.byteLength;
	});
	if (offset !== bytes.byteLength) throw new Error('pack has bytes left over');
}

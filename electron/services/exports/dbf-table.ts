// The attribute table of a shapefile (.dbf): GBK or UTF-8, names cut at ten bytes, texts cut inside a character, codes
// kept as numbers with decimals. Read whole, within the limit of its caller.

import { isUtf8 } from 'node:buffer';
import { textOfNumber } from './spreadsheet-number.ts';
import { TableFault } from './table-source.ts';

export interface DbfTable {
	names: string[];
	/** Names that fill their ten bytes and may have been cut. */
	isCutName: boolean[];
	/** Cells by record; null for a record that is marked as deleted. */
	rows: (string[] | null)[];
	encoding: 'utf-8' | 'gb18030';
}

const MAX_FIELDS = 255;

interface DbfField {
	name: Buffer;
	type: string;
	offset: number;
	length: number;
}

/** What a .cpg file says, null where it says nothing of use. */
export function encodingOfCodePage(text: string | null): 'utf-8' | 'gb18030' | null {
	if (text === null) return null;
	if (/utf-?8|65001/i.test(text)) return 'utf-8';
	return /gb|936|cp936|54936/i.test(text) ? 'gb18030' : null;
}

function readFields(bytes: Buffer): { fields: DbfField[]; headerLength: number; recordLength: number } {
	if (bytes.length < 33) throw new TableFault('E_SHAPE_DAMAGED');
	const headerLength = bytes.readUInt16LE(8);
	const recordLength = bytes.readUInt16LE(10);
	if (headerLength > bytes.length || recordLength < 1) throw new TableFault('E_SHAPE_DAMAGED');
	const fields: DbfField[] = [];
	let offset = 1;
	for (let at = 32; at + 32 <= headerLength && bytes[at] !== 0x0d; at += 32) {
		const name = bytes.subarray(at, at + 11);
		const end = name.indexOf(0);
		const length = bytes[at + 16] as number;
		fields.push({
			name: name.subarray(0, end < 0 ? 11 : end),
			type: String.fromCharCode(bytes[at + 11] as number),
			offset,
			length,
		});
		offset += length;
	}
	if (fields.length === 0 || fields.length > MAX_FIELDS || offset > recordLength)
		throw new TableFault('E_SHAPE_DAMAGED');
	return { fields, headerLength, recordLength };
}

/** Bytes of a text cell without the padding. */
function trimmed(bytes: Buffer): Buffer {
	let end = bytes.length;
	while (end > 0 && ((bytes[end - 1] as number) === 0x20 || bytes[end - 1] === 0)) end--;
	return bytes.subarray(0, end);
}

/** Up to three bytes of a UTF-8 character cut at the end do not count against it. */
function isUtf8Text(bytes: Buffer): boolean {
	return [0, 1, 2, 3].some((cut) => cut <= bytes.length && isUtf8(bytes.subarray(0, bytes.length - cut)));
}

/** Text of a cell; a character cut at the end of a full cell is dropped. */
function decodeCell(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer, length: number): string {
	const content = trimmed(bytes);
	const text = decoder.decode(content);
	return content.length >= length - 1 ? text.replace(/\ufffd+$/, '') : text;
}

function numberText(raw: string): string {
	const text = raw.trim();
	if (text === '' || /^\*+$/.test(text)) return '';
	const power = /^([+-]?\d(?:\.(\d+))?)[eE]\+?(\d{1,3})$/.exec(text);
	if (power) {
		// Digits enough for the whole number were written; fewer are lost for good and stay visible as such.
		const isWhole = (power[2] ?? '').length >= Number(power[3]);
		return isWhole ? textOfNumber(Number(text), 'general', false) : `${power[1]}E+${power[3]}`;
	}
	return /^[+-]?\d+\.0*$/.test(text) ? text.slice(0, text.indexOf('.')) : text;
}

/** Reads the table. `stated` is the encoding that a .cpg names. @throws TableFault */
export function readDbf(bytes: Buffer, stated: 'utf-8' | 'gb18030' | null): DbfTable {
	const { fields, headerLength, recordLength } = readFields(bytes);
	const count = bytes.readUInt32LE(4);
	if (headerLength + count * recordLength > bytes.length) throw new TableFault('E_SHAPE_DAMAGED');
	const cellOf = (record: number, { offset, length }: DbfField): Buffer => {
		const at = headerLength + record * recordLength + offset;
		return bytes.subarray(at, at + length);
	};
	const texts = fields.filter(({ type }) => type === 'C');
	const areUtf8 = (): boolean => {
		if (!fields.every(({ name }) => isUtf8Text(name))) return false;
		for (let record = 0; record < count; record++)
			if (!texts.every((field) => isUtf8Text(trimmed(cellOf(record, field))))) return false;
		return true;
	};
	// Language 0x4D is code page 936. A stated UTF-8 that the bytes are not is a stray .cpg.
	const isGbk = stated === 'gb18030' || (stated === null && bytes[29] === 0x4d);
	const encoding = !isGbk && areUtf8() ? 'utf-8' : 'gb18030';
	const decoder = new TextDecoder(encoding);
	const rows: (string[] | null)[] = [];
	for (let record = 0; record < count; record++) {
		const isDeleted = bytes[headerLength + record * recordLength] === 0x2a;
		rows.push(
			isDeleted
				? null
				: fields.map((field) => {
						const cell = cellOf(record, field);
						if (field.type === 'N' || field.type === 'F') return numberText(cell.toString('latin1'));
						return decodeCell(decoder, cell, field.length);
					}),
		);
	}
	return {
		names: fields.map(({ name }) =>
			decoder
				.decode(name)
				.replace(/\ufffd+$/, '')
				.trim(),
		),
		isCutName: fields.map(({ name }) => name.length >= 9),
		rows,
		encoding,
	};
}

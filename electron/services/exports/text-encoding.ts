// Which encoding a file is in: BOM, then strict UTF-8 over the whole file, then GB18030 (domain.md §6.2). Says clearly
// when it is neither, and never takes text that was already spoilt on its way here.

import { isUtf8 } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';

export type TextEncodingName = 'utf-8' | 'utf-8-bom' | 'gb18030';

export interface EncodingFault {
	/** Closed code of import-messages.ts. */
	code: 'E_EMPTY' | 'E_BINARY' | 'E_WORKBOOK' | 'E_ZIP' | 'E_UTF16' | 'E_ENCODING' | 'E_MOJIBAKE' | 'E_MIXED_ENCODING';
	params: Record<string, string | number>;
}

const CHUNK = 4 << 20;
const SAMPLE = 256 << 10;
const SAMPLE_COUNT = 8;
/** Text that was decoded wrongly before it was saved (锟斤拷, 鈥, ï»¿, U+FFFD). */
const SPOILT = /锟斤拷|ï»¿|\ufffd{2}|烫烫烫|鈥�|锛岃|銆�/;
/** Characters that Chinese governance text is made of. */
const USUAL =
	/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2000-\u22ff\u2460-\u25ff\u00a0-\u00ff\u3400-\u4dbf\u{20000}-\u{3ffff}]/gu;

/** Length of an unfinished UTF-8 character at the end of a chunk (0–3). */
function unfinishedTail(bytes: Uint8Array): number {
	for (let back = 1; back <= 3 && back <= bytes.length; back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) return 0;
		if (byte >= 0xc0) {
			const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
			return length > back ? back : 0;
		}
	}
	return 0;
}

/** Kind of a file that is no text, from its first bytes; null for text. */
function sniffBinary(head: Uint8Array): EncodingFault | null {
	const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
	if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return { code: 'E_UTF16', params: {} };
	if (starts(0xd0, 0xcf, 0x11, 0xe0)) return { code: 'E_WORKBOOK', params: {} };
	if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) {
		return {
			code: Buffer.from(head).includes('xl/') || Buffer.from(head).includes('[Content_Types]') ? 'E_WORKBOOK' : 'E_ZIP',
			params: {},
		};
	}
	return null;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
	const buffer = Buffer.allocUnsafe(length);
	const { bytesRead } = await file.read(buffer, 0, length, position);
	return buffer.subarray(0, bytesRead);
}

/** Windows of whole lines, spread over the file; line ends are never trail bytes in GB18030. */
async function readSamples(file: FileHandle, size: number): Promise<Buffer[]> {
	const samples: Buffer[] = [];
	for (let index = 0; index < SAMPLE_COUNT; index++) {
		const position = Math.floor((Math.max(0, size - SAMPLE) * index) / (SAMPLE_COUNT - 1));
		if (index > 0 && position < SAMPLE * index) break;
		const window = await readAt(file, position, SAMPLE);
		const first = position === 0 ? 0 : window.indexOf(0x0a) + 1;
		const last = window.lastIndexOf(0x0a) + 1;
		if (position !== 0 && first === 0) continue;
		samples.push(window.subarray(first, last > first ? last : window.length));
	}
	return samples;
}

function isAscii(bytes: Uint8Array): boolean {
	for (const byte of bytes) if (byte > 0x7f) return false;
	return true;
}

/** Share of the non-ASCII lines that are valid UTF-8, and how many there are. */
function countUtf8Lines(samples: readonly Buffer[]): { total: number; valid: number } {
	let total = 0;
	let valid = 0;
	for (const sample of samples) {
		for (let start = 0; start < sample.length && total < 5000; ) {
			const end = sample.indexOf(0x0a, start);
			const line = sample.subarray(start, end < 0 ? sample.length : end);
			if (!isAscii(line)) {
				total++;
				if (isUtf8(line)) valid++;
			}
			if (end < 0) break;
			start = end + 1;
		}
	}
	return { total, valid };
}

function checkGb18030(samples: readonly Buffer[]): EncodingFault | null {
	const lines = countUtf8Lines(samples);
	if (lines.total >= 5 && lines.valid / lines.total > 0.8) return { code: 'E_MIXED_ENCODING', params: {} };
	let unusual = 0;
	let foreign = 0;
	for (const sample of samples) {
		let text: string;
		try {
			// The last window may end inside a character; a fault there is found when the row is read.
			text = new TextDecoder('gb18030', { fatal: true }).decode(sample, { stream: true });
		} catch {
			return { code: 'E_ENCODING', params: {} };
		}
		if (SPOILT.test(text)) return { code: 'E_MOJIBAKE', params: {} };
		const outside = text.replace(/\p{ASCII}/gu, '');
		unusual += [...outside].length;
		foreign += [...outside.replace(USUAL, '')].length;
	}
	return unusual > 0 && foreign / unusual > 0.3 ? { code: 'E_ENCODING', params: {} } : null;
}

/** Encoding of an open file of `size` bytes, or why it is no text. Reads the whole file once when it is UTF-8. */
export async function detectEncoding(file: FileHandle, size: number): Promise<TextEncodingName | EncodingFault> {
	if (size === 0) return { code: 'E_EMPTY', params: {} };
	const head = await readAt(file, 0, 4096);
	const binary = sniffBinary(head);
	if (binary) return binary;
	const hasBom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
	const buffer = Buffer.allocUnsafe(CHUNK + 4);
	let carried = 0;
	let isStrictUtf8 = true;
	for (let position = 0; position < size; ) {
		const { bytesRead } = await file.read(buffer, carried, CHUNK, position);
		if (bytesRead === 0) break;
		position += bytesRead;
		const bytes = buffer.subarray(0, carried + bytesRead);
		if (bytes.includes(0)) return { code: 'E_BINARY', params: {} };
		if (!isStrictUtf8) continue;
		// A character cut at the very end of the file is a cut file, told when its last row is read.
		carried = unfinishedTail(bytes);
		isStrictUtf8 = isUtf8(bytes.subarray(0, bytes.length - carried));
		if (isStrictUtf8) buffer.copyWithin(0, bytes.length - carried, bytes.length);
		else carried = 0;
	}
	const samples = await readSamples(file, size);
	if (isStrictUtf8) {
		const isSpoilt = samples.some((sample, index) =>
			SPOILT.test((hasBom && index === 0 ? sample.subarray(3) : sample).toString('utf8', 0, sample.length)),
		);
		if (isSpoilt) return { code: 'E_MOJIBAKE', params: {} };
		return hasBom ? 'utf-8-bom' : 'utf-8';
	}
	if (hasBom) return { code: 'E_MIXED_ENCODING', params: {} };
	return checkGb18030(samples) ?? 'gb18030';
}

/** Decodes a small whole file (code tables beside a profile). */
export function decodeWhole(bytes: Uint8Array): { text: string } {
	return { text: new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes) };
}

/** Decoder of cells: ASCII straight, the rest by the platform's decoder; faulty bytes become U+FFFD. */
export function makeCellDecoder(encoding: TextEncodingName): (buffer: Buffer, start: number, end: number) => string {
	if (encoding !== 'gb18030') return (buffer, start, end) => buffer.toString('utf8', start, end);
	const decoder = new TextDecoder('gb18030');
	return (buffer, start, end) => {
		for (let at = start; at < end; at++) {
			if ((buffer[at] as number) > 0x7f) return decoder.decode(buffer.subarray(start, end));
		}
		return buffer.toString('latin1', start, end);
	};
}

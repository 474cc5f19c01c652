// Which encoding a file is in: BOM, then UTF-16 by its zero bytes, then strict UTF-8 over the whole file, then GB18030
// (domain.md §6.2). Says clearly when it is none, and never takes text that was already spoilt on its way here.

import { isUtf8 } from 'node:buffer';

export type TextEncodingName = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface EncodingFault {
	/** Closed code of import-messages.ts. */
	code: 'E_EMPTY' | 'E_BINARY' | 'E_ENCODING' | 'E_MOJIBAKE' | 'E_MIXED_ENCODING';
}

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

/** Strict UTF-8 over chunks that may end inside a character. */
class Utf8Check {
	isValid = true;
	private readonly carried = Buffer.alloc(4);
	private carriedLength = 0;

	take(chunk: Buffer): void {
		if (!this.isValid) return;
		let start = 0;
		if (this.carriedLength > 0) {
			// A begun character of four bytes at most ends within the next three, or is none.
			const lead = this.carried[0] as number;
			const wanted = (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2) - this.carriedLength;
			start = Math.min(wanted, chunk.length);
			chunk.copy(this.carried, this.carriedLength, 0, start);
			this.carriedLength += start;
			if (start < wanted) return;
			this.isValid = isUtf8(this.carried.subarray(0, this.carriedLength));
			this.carriedLength = 0;
		}
		// A character cut at the very end of the file is a cut file, told when its last row is read.
		const rest = unfinishedTail(chunk.subarray(start));
		const end = chunk.length - rest;
		this.isValid &&= isUtf8(chunk.subarray(start, end));
		this.carriedLength = chunk.copy(this.carried, 0, end);
	}
}

/** Windows spread over the file, gathered while it passes. */
class Sampler {
	private readonly size: number;
	private readonly windows: { position: number; bytes: Buffer; length: number }[] = [];

	constructor(size: number) {
		this.size = size;
		for (let index = 0; index < SAMPLE_COUNT; index++) {
			// Even, so that a window of UTF-16 begins with a whole unit.
			const position = Math.floor((Math.max(0, size - SAMPLE) * index) / (SAMPLE_COUNT - 1)) & ~1;
			if (index > 0 && position < SAMPLE * index) break;
			this.windows.push({ position, bytes: Buffer.allocUnsafe(Math.min(SAMPLE, size)), length: 0 });
		}
	}

	take(chunk: Buffer, at: number): void {
		for (const window of this.windows) {
			const next = window.position + window.length;
			if (next < at || next >= at + chunk.length || window.length >= window.bytes.length) continue;
			window.length += chunk.copy(window.bytes, window.length, next - at);
		}
	}

	get head(): Buffer {
		const first = this.windows[0];
		return first ? first.bytes.subarray(0, first.length) : Buffer.alloc(0);
	}

	/** As they are. */
	get whole(): { bytes: Buffer; isEnd: boolean }[] {
		return this.windows.map(({ bytes, length, position }) => ({
			bytes: bytes.subarray(0, length),
			isEnd: position + length >= this.size,
		}));
	}

	/** Of whole lines; line ends are never trail bytes in GB18030. */
	get lines(): Buffer[] {
		return this.windows.flatMap(({ bytes, length, position }) => {
			const window = bytes.subarray(0, length);
			const first = position === 0 ? 0 : window.indexOf(0x0a) + 1;
			const last = window.lastIndexOf(0x0a) + 1;
			if (position !== 0 && first === 0) return [];
			return [window.subarray(first, last > first ? last : window.length)];
		});
	}
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

/** Counts characters that no export here is made of. */
class ForeignCount {
	private unusual = 0;
	private foreign = 0;

	take(text: string): void {
		const outside = text.replace(/\p{ASCII}/gu, '');
		this.unusual += [...outside].length;
		this.foreign += [...outside.replace(USUAL, '')].length;
	}

	get isForeign(): boolean {
		return this.unusual > 0 && this.foreign / this.unusual > 0.3;
	}
}

function checkGb18030(samples: readonly Buffer[]): EncodingFault | null {
	const lines = countUtf8Lines(samples);
	if (lines.total >= 5 && lines.valid / lines.total > 0.8) return { code: 'E_MIXED_ENCODING' };
	const count = new ForeignCount();
	for (const sample of samples) {
		let text: string;
		try {
			// The last window may end inside a character; a fault there is found when the row is read.
			text = new TextDecoder('gb18030', { fatal: true }).decode(sample, { stream: true });
		} catch {
			return { code: 'E_ENCODING' };
		}
		if (SPOILT.test(text)) return { code: 'E_MOJIBAKE' };
		count.take(text);
	}
	return count.isForeign ? { code: 'E_ENCODING' } : null;
}

/** UTF-16 by its BOM, or by units of ASCII whose upper byte is zero; null for anything else. */
function sniffUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | null {
	if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
	if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
	const units = Math.min(head.length >> 1, 2048);
	let le = 0;
	let be = 0;
	for (let unit = 0; unit < units; unit++) {
		const [first, second] = [head[unit * 2] as number, head[unit * 2 + 1] as number];
		if (first === 0 && second === 0) return null;
		if (second === 0 && isTextByte(first)) le++;
		if (first === 0 && isTextByte(second)) be++;
	}
	if (le > units * 0.05 && be === 0 && le >= 4) return 'utf-16le';
	return be > units * 0.05 && le === 0 && be >= 4 ? 'utf-16be' : null;
}

function isTextByte(byte: number): boolean {
	return (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function checkUtf16(encoding: 'utf-16le' | 'utf-16be', sampler: Sampler): EncodingFault | null {
	const count = new ForeignCount();
	for (const { bytes, isEnd } of sampler.whole) {
		const text = new TextDecoder(encoding).decode(bytes, { stream: true });
		// A window may begin or end inside a pair; a file must not.
		const inside = isEnd ? text : text.slice(0, -1);
		if (inside.includes('\0')) return { code: 'E_BINARY' };
		if (SPOILT.test(inside)) return { code: 'E_MOJIBAKE' };
		if (inside.slice(1).includes('\ufffd')) return { code: 'E_ENCODING' };
		count.take(inside);
	}
	return count.isForeign ? { code: 'E_ENCODING' } : null;
}

export interface DetectedText {
	encoding: TextEncodingName;
	/** The first bytes, at most 256 KiB. */
	head: Buffer;
}

/** Encoding of `size` bytes, or why they are no text. Reads all of them once. */
export async function detectEncoding(
	chunks: AsyncIterable<Buffer>,
	size: number,
): Promise<DetectedText | EncodingFault> {
	if (size === 0) return { code: 'E_EMPTY' };
	const sampler = new Sampler(size);
	const check = new Utf8Check();
	let utf16: 'utf-16le' | 'utf-16be' | null = null;
	let at = 0;
	for await (const chunk of chunks) {
		sampler.take(chunk, at);
		if (at === 0) utf16 = sniffUtf16(chunk);
		at += chunk.length;
		if (utf16 !== null) continue;
		if (chunk.includes(0)) return { code: 'E_BINARY' };
		check.take(chunk);
	}
	const { head } = sampler;
	if (utf16 !== null) return checkUtf16(utf16, sampler) ?? { encoding: utf16, head };
	const hasBom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
	const samples = sampler.lines;
	if (check.isValid) {
		const isSpoilt = samples.some((sample, index) =>
			SPOILT.test((hasBom && index === 0 ? sample.subarray(3) : sample).toString('utf8')),
		);
		if (isSpoilt) return { code: 'E_MOJIBAKE' };
		return { encoding: hasBom ? 'utf-8-bom' : 'utf-8', head };
	}
	if (hasBom) return { code: 'E_MIXED_ENCODING' };
	return checkGb18030(samples) ?? { encoding: 'gb18030', head };
}

/** Decodes a small whole file (code tables beside a profile). */
export function decodeWhole(bytes: Uint8Array): { text: string } {
	return { text: new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes) };
}

/** True for encodings whose bytes are read as UTF-8 as they stand. */
export function isUtf8Encoding(encoding: TextEncodingName): boolean {
	return encoding === 'utf-8' || encoding === 'utf-8-bom';
}

/** The same chunks as UTF-8, for readers whose syntax bytes may be part of a character in `encoding`. */
export async function* transcodeToUtf8(
	chunks: AsyncIterable<Buffer>,
	encoding: TextEncodingName,
): AsyncGenerator<Buffer, void> {
	if (isUtf8Encoding(encoding)) {
		yield* chunks;
		return;
	}
	const decoder = new TextDecoder(encoding);
	for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
	const rest = decoder.decode();
	if (rest !== '') yield Buffer.from(rest, 'utf8');
}

/** Decoder of cells: ASCII straight, the rest by the platform's decoder; faulty bytes become U+FFFD. */
export function makeCellDecoder(encoding: TextEncodingName): (buffer: Buffer, start: number, end: number) => string {
	if (isUtf8Encoding(encoding)) return (buffer, start, end) => buffer.toString('utf8', start, end);
	const decoder = new TextDecoder(encoding);
	if (encoding !== 'gb18030') return (buffer, start, end) => decoder.decode(buffer.subarray(start, end));
	return (buffer, start, end) => {
		for (let at = start; at < end; at++) {
			if ((buffer[at] as number) > 0x7f) return decoder.decode(buffer.subarray(start, end));
		}
		return buffer.toString('latin1', start, end);
	};
}

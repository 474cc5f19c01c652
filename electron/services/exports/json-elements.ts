// Takes the elements of a JSON array apart while its bytes arrive: a bare array, the array under data, rows, records or
// features of an object, or objects one after another. Each element is parsed alone, so that memory stays flat. Bytes are UTF-8.

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LIST_KEYS = new Set(['data', 'rows', 'records', 'features', 'list', 'items']);
const MAX_ELEMENT_BYTES = 64 << 20;

/** A fault of the file as JSON; `rowNo` is the 1-based element where it was met. */
export class JsonFault extends Error {
	override readonly name = 'JsonFault';
	readonly code: 'E_JSON' | 'E_TRUNCATED' | 'E_NO_EXPORT';
	readonly rowNo: number;

	constructor(code: JsonFault['code'], rowNo: number) {
		super(code);
		this.code = code;
		this.rowNo = rowNo;
	}
}

/** Parses one element; a number too long for a double keeps its digits as a text. */
function parseElement(text: string): unknown {
	if (!/[:[,\s]-?\d{16,}/.test(text)) return JSON.parse(text);
	return JSON.parse(text, (_key: string, value: unknown, ...rest: unknown[]) => {
		const source = (rest[0] as { source?: string } | undefined)?.source;
		return typeof value === 'number' && source !== undefined && /^-?\d{16,}$/.test(source) ? source : value;
	});
}

function isSpace(byte: number | undefined): boolean {
	return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Index after the JSON value that starts at `at`, or -1 when the bytes end before it does. */
function endOfValue(bytes: Uint8Array, at: number, end: number): number {
	let depth = 0;
	for (let index = at; index < end; index++) {
		const byte = bytes[index] as number;
		if (byte === QUOTE) {
			for (index++; ; index++) {
				if (index >= end) return -1;
				if (bytes[index] === BACKSLASH) index++;
				else if (bytes[index] === QUOTE) break;
			}
			if (depth === 0) return index + 1;
		} else if (byte === 0x7b || byte === 0x5b) depth++;
		else if (byte === 0x7d || byte === 0x5d) {
			if (depth === 0) return index;
			if (--depth === 0) return index + 1;
		} else if (depth === 0 && (byte === 0x2c || isSpace(byte))) return index;
	}
	return -1;
}

/** Where the list of records begins: after its `[`. `more`: more bytes are needed; `none`: the object has no list. */
function findList(bytes: Buffer, end: number): { at: number; key: string | null } | 'more' | 'none' {
	let at = 0;
	while (at < end && (isSpace(bytes[at]) || (at < 3 && (bytes[at] as number) > 0x7f))) at++;
	if (at >= end) return 'more';
	if (bytes[at] === 0x5b) return { at: at + 1, key: null };
	if (bytes[at] !== 0x7b) return 'none';
	at++;
	while (true) {
		while (at < end && (isSpace(bytes[at]) || bytes[at] === 0x2c)) at++;
		if (at >= end) return 'more';
		if (bytes[at] !== QUOTE) return 'none';
		const keyEnd = endOfValue(bytes, at, end);
		if (keyEnd < 0) return 'more';
		const key = bytes.toString('utf8', at + 1, keyEnd - 1);
		at = keyEnd;
		while (at < end && isSpace(bytes[at])) at++;
		if (at >= end) return 'more';
		if (bytes[at] !== 0x3a) return 'none';
		at++;
		while (at < end && isSpace(bytes[at])) at++;
		if (at >= end) return 'more';
		if (bytes[at] === 0x5b && LIST_KEYS.has(key.toLowerCase())) return { at: at + 1, key };
		const valueEnd = endOfValue(bytes, at, end);
		if (valueEnd < 0) return 'more';
		if (valueEnd === at) return 'none';
		at = valueEnd;
	}
}

/** Elements of a JSON file in order. `rowNo` counts from 1. @throws JsonFault */
async function* readJsonElements(
	chunks: AsyncGenerator<Buffer, void>,
): AsyncGenerator<{ rowNo: number; value: unknown; isFeatureList: boolean }, void> {
	let buffer: Buffer = Buffer.alloc(0);
	let at = 0;
	let rowNo = 0;
	let list: { key: string | null } | null = null;
	let isDone = false;
	let lastByte = 0;
	for await (const chunk of chunks) {
		for (let index = chunk.length - 1; index >= 0; index--) {
			if (isSpace(chunk[index])) continue;
			lastByte = chunk[index] as number;
			break;
		}
		if (isDone) {
			if (list?.key === null && chunk.some((byte) => !isSpace(byte))) throw new JsonFault('E_JSON', rowNo);
			continue;
		}
		buffer = Buffer.concat([buffer.subarray(at), chunk]);
		at = 0;
		if (list === null) {
			const found = findList(buffer, buffer.length);
			if (found === 'more') {
				if (buffer.length > MAX_ELEMENT_BYTES) throw new JsonFault('E_NO_EXPORT', 0);
				continue;
			}
			if (found === 'none') {
				// Perhaps one whole Feature: judged at the end, when all of it is there.
				if (buffer.length > MAX_ELEMENT_BYTES) throw new JsonFault('E_NO_EXPORT', 0);
				continue;
			}
			list = { key: found.key };
			at = found.at;
		}
		const isFeatureList = list.key?.toLowerCase() === 'features';
		while (true) {
			while (at < buffer.length && (isSpace(buffer[at]) || buffer[at] === 0x2c)) at++;
			if (at >= buffer.length) break;
			if (buffer[at] === 0x5d) {
				isDone = true;
				break;
			}
			const end = endOfValue(buffer, at, buffer.length);
			if (end < 0) {
				if (buffer.length - at > MAX_ELEMENT_BYTES) throw new JsonFault('E_JSON', rowNo + 1);
				break;
			}
			rowNo++;
			let value: unknown;
			try {
				value = parseElement(buffer.toString('utf8', at, end));
			} catch {
				throw new JsonFault('E_JSON', rowNo);
			}
			at = end;
			yield { rowNo, value, isFeatureList };
		}
	}
	if (list !== null) {
		if (!isDone || lastByte !== (list.key === null ? 0x5d : 0x7d)) throw new JsonFault('E_TRUNCATED', rowNo);
		return;
	}
	let whole: unknown;
	try {
		whole = JSON.parse(buffer.toString('utf8').replace(/^\ufeff/, ''));
	} catch {
		throw new JsonFault(lastByte === 0x7d || lastByte === 0x5d ? 'E_JSON' : 'E_TRUNCATED', 0);
	}
	if (!isRecord(whole) || whole['type'] !== 'Feature') throw new JsonFault('E_NO_EXPORT', 0);
	yield { rowNo: 1, value: whole, isFeatureList: true };
}

const RECORD_SEPARATOR = 0x1e;

function isGap(byte: number | undefined): boolean {
	return isSpace(byte) || byte === RECORD_SEPARATOR;
}

/** True when the beginning of a file is one whole JSON object after another (NDJSON, GeoJSON text sequence). */
export function startsSequence(head: string): boolean {
	const bytes = Buffer.from(head.replace(/^[\ufeff\s\p{Cc}]+/u, ''), 'utf8');
	if (bytes[0] !== 0x7b) return false;
	let at = endOfValue(bytes, 0, bytes.length);
	if (at < 0) return false;
	while (at < bytes.length && isGap(bytes[at])) at++;
	return bytes[at] === 0x7b;
}

/** Objects of a file that holds one after another. `rowNo` counts from 1. @throws JsonFault */
async function* readJsonSequence(
	chunks: AsyncIterable<Buffer>,
): AsyncGenerator<{ rowNo: number; value: unknown; isFeatureList: boolean }, void> {
	let buffer: Buffer = Buffer.alloc(0);
	let rowNo = 0;
	for await (const chunk of chunks) {
		const isFirst = rowNo === 0 && buffer.length === 0;
		const hasBom = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
		buffer = Buffer.concat([buffer, hasBom ? chunk.subarray(3) : chunk]);
		let at = 0;
		while (true) {
			while (at < buffer.length && isGap(buffer[at])) at++;
			if (at >= buffer.length) break;
			if (buffer[at] !== 0x7b) throw new JsonFault('E_JSON', rowNo + 1);
			const end = endOfValue(buffer, at, buffer.length);
			if (end < 0) {
				if (buffer.length - at > MAX_ELEMENT_BYTES) throw new JsonFault('E_JSON', rowNo + 1);
				break;
			}
			rowNo++;
			let value: unknown;
			try {
				value = parseElement(buffer.toString('utf8', at, end));
			} catch {
				throw new JsonFault('E_JSON', rowNo);
			}
			at = end;
			yield { rowNo, value, isFeatureList: false };
		}
		buffer = Buffer.from(buffer.subarray(at));
	}
	if (buffer.some((byte) => !isGap(byte))) throw new JsonFault('E_TRUNCATED', rowNo);
}

/** Elements of either form. @throws JsonFault */
export function readJson(
	chunks: AsyncGenerator<Buffer, void>,
	isSequence: boolean,
): AsyncGenerator<{ rowNo: number; value: unknown; isFeatureList: boolean }, void> {
	return isSequence ? readJsonSequence(chunks) : readJsonElements(chunks);
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON value as the text a cell would hold; lists of plain values joined, objects left out. */
export function textOfValue(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (Array.isArray(value))
		return value
			.filter((part) => !isRecord(part) && !Array.isArray(part))
			.map(textOfValue)
			.join('、');
	return '';
}

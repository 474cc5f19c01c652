// Values between a page and the program as text: structured clone first, so that what Electron refuses is refused here,
// then JSON with tags. `createWire` is also sent to the page as source, so it must use nothing outside itself.

export interface Wire {
	/** @throws Error as Electron throws it when a value cannot be cloned */
	encode(value: unknown): string;
	decode(text: string): unknown;
}

/** Self-contained; runs in Node and in the page. */
export function createWire(): Wire {
	type Tagged = { $: string; v: unknown; k?: string };
	const toBase64 = (bytes: Uint8Array): string => {
		let text = '';
		for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
		return btoa(text);
	};
	const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
	const pack = (value: unknown): unknown => {
		if (value === undefined) return { $: 'undefined', v: 0 };
		if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
		if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', v: String(value) };
		if (value === null || typeof value !== 'object') return value;
		if (Array.isArray(value)) return value.map(pack);
		if (value instanceof Date) return { $: 'date', v: value.getTime() };
		if (value instanceof Map) return { $: 'map', v: [...value].map(([key, entry]) => [pack(key), pack(entry)]) };
		if (value instanceof Set) return { $: 'set', v: [...value].map(pack) };
		if (value instanceof Error) return { $: 'error', v: value.message };
		if (value instanceof ArrayBuffer) return { $: 'bytes', k: 'ArrayBuffer', v: toBase64(new Uint8Array(value)) };
		if (ArrayBuffer.isView(value)) {
			const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
			return { $: 'bytes', k: value.constructor.name, v: toBase64(bytes) };
		}
		const prototype = Object.prototype.toString.call(value);
		if (prototype !== '[object Object]') throw new Error('An object could not be cloned.');
		return { $: 'object', v: Object.entries(value).map(([key, entry]) => [key, pack(entry)]) };
	};
	const unpack = (packed: unknown): unknown => {
		if (packed === null || typeof packed !== 'object') return packed;
		if (Array.isArray(packed)) return packed.map(unpack);
		const { $: tag, v: value, k: kind } = packed as Tagged;
		const pairs = value as [unknown, unknown][];
		if (tag === 'undefined') return undefined;
		if (tag === 'bigint') return BigInt(String(value));
		if (tag === 'number') return Number(value);
		if (tag === 'date') return new Date(Number(value));
		if (tag === 'map') return new Map(pairs.map(([key, entry]) => [unpack(key), unpack(entry)]));
		if (tag === 'set') return new Set((value as unknown[]).map(unpack));
		if (tag === 'error') return new Error(String(value));
		if (tag === 'object') return Object.fromEntries(pairs.map(([key, entry]) => [key, unpack(entry)]));
		const bytes = fromBase64(String(value));
		if (kind === 'ArrayBuffer') return bytes.buffer;
		const View = (globalThis as unknown as Record<string, new (buffer: unknown) => unknown>)[kind ?? 'Uint8Array'];
		return View ? new View(bytes.buffer) : bytes;
	};
	return {
		encode(value) {
			let copy: unknown;
			try {
				copy = structuredClone(value);
			} catch {
				throw new Error('An object could not be cloned.');
			}
			return JSON.stringify(pack(copy));
		},
		decode: (text) => unpack(JSON.parse(text)),
	};
}

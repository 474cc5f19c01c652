// GB 18030 bytes against the runtime's own decoder and against known codes.

import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../electron/services/sample/gb18030.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder('gb18030', { fatal: true }).decode(bytes);

describe('encodeGb18030', () => {
	it('writes the known codes of one, two and four bytes', () => {
		expect([...encodeGb18030('A,1')]).toEqual([0x41, 0x2c, 0x31]);
		expect([...encodeGb18030('网格')]).toEqual([0xcd, 0xf8, 0xb8, 0xf1]);
		expect([...encodeGb18030('垟')]).toEqual([0x88, 0x94]);
		expect([...encodeGb18030('😀')]).toEqual([0x94, 0x39, 0xfc, 0x36]);
	});

	it('brings every character of the basic plane back, but for the private area and the mark of unreadable bytes', () => {
		for (let from = 0; from < 0x10000; from += 0x1000) {
			let text = '';
			for (let unit = from; unit < from + 0x1000; unit += 1) {
				const isOwnUse = unit >= 0xd800 && unit <= 0xf8ff;
				if (!isOwnUse && unit !== 0xfffd) text += String.fromCharCode(unit);
			}
			// A leading BOM would be taken off by the decoder.
			expect(decode(encodeGb18030(`|${text}`))).toBe(`|${text}`);
		}
	});

	it('brings characters beyond it back, and marks half of a pair', () => {
		const text = '𡎚㘭𬱖𬭎\u{10FFFF}\u{10000}';
		expect(decode(encodeGb18030(text))).toBe(text);
		expect(decode(encodeGb18030('a\uD800b'))).toBe('a?b');
	});
});

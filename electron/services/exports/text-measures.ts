// What is known of an event's texts though they are not kept: how long a description was, and a number made of an
// address, so that the same place is told again.

import type { EventNumberColumn, EventTextColumn } from './record-blocks.ts';

/** An address without any number is a street or a village, not a place. */
const NUMBERED = /[0-9]|[一二三四五六七八九十]+(?:号|幢|栋|弄|单元|组)/;
const NO_LETTERS = /[\p{P}\p{S}\s]/gu;

/** 1 to 2³² − 1 by the address in one width and case, without spaces and punctuation; NaN where it names no place. */
function addressKeyOf(address: string): number {
	const folded = address.normalize('NFKC').toLowerCase().replace(NO_LETTERS, '');
	if (!NUMBERED.test(folded)) return Number.NaN;
	let hash = 0x811c9dc5;
	for (let at = 0; at < folded.length; at += 1) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193);
	// FNV-1a mixes its high bits badly; one round more spreads them.
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0 || 1;
}

/** Writes what one text column tells into the number columns of its rows; the title is to be read before the description. */
export function measureOf(
	column: EventTextColumn,
	{ textLength, placeKey }: Record<EventNumberColumn, Float64Array>,
): (row: number, delivered: string) => void {
	if (column === 'address') {
		return (row, delivered) => {
			placeKey[row] = addressKeyOf(delivered);
		};
	}
	return (row, delivered) => {
		if (delivered !== '' || Number.isNaN(textLength[row] as number)) textLength[row] = lengthOf(delivered);
	};
}

/** Characters of a text; those beyond the basic plane count once. */
function lengthOf(text: string): number {
	let length = text.length;
	for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) === 0xd800) length -= 1;
	return length;
}

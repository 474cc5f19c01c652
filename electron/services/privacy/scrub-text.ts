// Cuts personal data from free text before anything is stored (domain.md §6.4): numbers, plates, names, doors, in any
// width and with spaces or hyphens between. Codes, event numbers and times stay whole. Pure; knows no column.

import { CutSpans, type ScrubCounts } from './cut-spans.ts';
import { cutAddresses, cutRooms } from './find-addresses.ts';
import { cutNames, cutNamesBeforeNumbers } from './find-names.ts';
import { cutNumbers, protectCodes } from './find-numbers.ts';
import { findSuspicion, SUSPECT } from './suspicion.ts';

/** `text`: sentences. `address`: a cell that is an address. `word`: a unit, a status, a grid: of addresses only rooms are cut. */
export type ScrubForm = 'text' | 'address' | 'word';

/** Stands where something was cut from a sentence. */
const CUT_MARK = '×××';

/** Full-width ASCII, odd spaces and dashes one by one in narrow width, so that positions stay the same. */
function narrow(text: string): string {
	return text.replace(/[\uff01-\uff5e\u00a0\u2000-\u200a\u202f\u205f\u3000\t\u2010-\u2015\u2212]/g, (char) => {
		const code = char.charCodeAt(0);
		if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
		return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 ? '-' : ' ';
	});
}

/** They would hide a number and say nothing. */
const INVISIBLE = /(?![\n\r\t])[\p{Cf}\p{Cc}]/gu;

/** The text without personal data; what was cut is added to `counts`. Running it again changes nothing. */
export function scrubText(text: string, counts: ScrubCounts, form: ScrubForm = 'text'): string {
	const first = findSuspicion(text);
	if (first === 0) return text;
	const visible = (first & SUSPECT.hidden) === 0 ? text : text.replace(INVISIBLE, '');
	return scrubSuspect(visible, visible === text ? first : findSuspicion(visible), counts, form);
}

/** A cut may stand across the beginning of another, which is seen only after it; each look cuts something or is the last. */
const MOST_LOOKS = 4;

/** Runs the rules that a suspicion names over a text without invisible characters, until they find nothing more. */
export function scrubSuspect(text: string, suspicion: number, counts: ScrubCounts, form: ScrubForm): string {
	let scrubbed = text;
	for (let look = 0; look < MOST_LOOKS; look++) {
		const before = scrubbed;
		scrubbed = scrubOnce(before, look === 0 ? suspicion : findSuspicion(before), counts, form);
		if (scrubbed === before) break;
	}
	return scrubbed;
}

function scrubOnce(text: string, suspicion: number, counts: ScrubCounts, form: ScrubForm): string {
	if ((suspicion & ~SUSPECT.hidden) === 0) return text;
	const plain = narrow(text);
	const spans = new CutSpans();
	const may = (bit: number): boolean => (suspicion & bit) !== 0;
	protectCodes(plain, spans);
	cutNumbers(plain, spans, suspicion);
	if (may(SUSPECT.names)) cutNames(plain, spans, form === 'word');
	cutNamesBeforeNumbers(plain, spans);
	if (may(SUSPECT.doors | SUSPECT.home)) {
		if (form === 'word') cutRooms(plain, spans);
		else cutAddresses(plain, spans, form === 'address');
	}
	return spans.apply(text, form === 'word' ? '' : CUT_MARK, counts);
}

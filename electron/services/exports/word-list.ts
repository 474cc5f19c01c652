// The growing list of distinct words of one dictionary column, each with the standard code it maps to.
// Indexes never change within a file; a block carries only the words first met in it.

import { cleanCode, cleanWord, isScientificDamage } from './cell-text.ts';
import { cutPersonalNumbers } from './personal-columns.ts';

/** Index for a cell that says nothing. */
export const NO_WORD = -1;
/** Index for a cell whose bytes are no text in the file's encoding. */
export const SPOILT_WORD = -2;
/** Index for a code that a spreadsheet has cut to scientific notation. */
export const CUT_CODE = -3;

/** A delivered word in its final form: cleaned, numbers of persons cut; '' for nothing. */
export function cleanStoredWord(raw: string): string {
	return cutPersonalNumbers(cleanWord(raw));
}

export class WordList {
	readonly words: string[] = [];
	readonly codes: (string | null)[] = [];
	private readonly indexes = new Map<string, number>();
	private sent = 0;
	private readonly mapWord: (word: string) => string | null;

	constructor(mapWord: (word: string) => string | null = () => null) {
		this.mapWord = mapWord;
	}

	/** Index of a word that is already in its final form. */
	indexOf(word: string, code?: string): number {
		let index = this.indexes.get(word);
		if (index === undefined) {
			index = this.words.length;
			this.words.push(word);
			this.codes.push(code ?? this.mapWord(word));
			this.indexes.set(word, index);
		}
		return index;
	}

	/** Index of a delivered word: cleaned, numbers of persons cut; a profile's code stands over the dictionary. */
	indexOfCell(raw: string, code?: string): number {
		const word = cleanStoredWord(raw);
		if (word === '') return NO_WORD;
		return word.includes('\ufffd') ? SPOILT_WORD : this.indexOf(word, code);
	}

	/** Index of a delivered code. */
	indexOfCodeCell(raw: string): number {
		const code = cleanCode(raw);
		if (code === '') return NO_WORD;
		if (isScientificDamage(code)) return CUT_CODE;
		return code.includes('\ufffd') ? SPOILT_WORD : this.indexOf(code);
	}

	/** Words and codes added since the last call. */
	takeNew(): { words: string[]; codes: (string | null)[] } {
		const from = this.sent;
		this.sent = this.words.length;
		return { words: this.words.slice(from), codes: this.codes.slice(from) };
	}
}

/** Numbers pairs of numbers: (a, b) → index, made by `make` when first met. */
export class PairTable {
	private readonly indexes = new Map<number, number>();
	private lastKey = Number.NaN;
	private lastIndex = -1;

	/** `a` and `b` from -1 up to 2^25. */
	indexOf(a: number, b: number, make: (count: number) => number): number {
		const key = (a + 1) * 67_108_864 + (b + 1);
		if (key === this.lastKey) return this.lastIndex;
		let index = this.indexes.get(key);
		if (index === undefined) {
			index = make(this.indexes.size);
			this.indexes.set(key, index);
		}
		this.lastKey = key;
		this.lastIndex = index;
		return index;
	}
}

// Cuts the parts of a sentence so that a number never parts from its unit or its punctuation at a line's end. Pure.

/** A run of words, or a figure with what must stay on its line before and after it. */
export type Piece<F> =
	| { kind: 'words'; text: string }
	| { kind: 'figure'; before: string; text: string; after: string; figure: F };

/** Opening brackets before a figure. */
const OPENING = /[（(“]+$/u;
/** A unit joined by a no-break space, and closing punctuation. */
const CLOSING = /^(?:\u00a0\p{L}{1,2})?[，。；：、）”,.;:)%]*/u;

/** Pieces in order; joined, they are the text of the parts with no-break spaces between numbers and their units. */
export function sentencePieces<F>(parts: readonly { text: string; figure: F | null }[]): Piece<F>[] {
	const pieces: Piece<F>[] = [];
	for (const { text, figure } of parts) {
		const joined = text.replace(/(\d) (?=\S)/g, '$1\u00a0');
		const last = pieces.at(-1);
		if (figure !== null) {
			const before = last?.kind === 'words' ? (OPENING.exec(last.text)?.[0] ?? '') : '';
			if (last?.kind === 'words') last.text = last.text.slice(0, last.text.length - before.length);
			pieces.push({ kind: 'figure', before, text: joined, after: '', figure });
			continue;
		}
		if (last?.kind !== 'figure') {
			pieces.push({ kind: 'words', text: joined });
			continue;
		}
		const rest = joined.replace(/^ /, '\u00a0');
		last.after = CLOSING.exec(rest)?.[0] ?? '';
		pieces.push({ kind: 'words', text: rest.slice(last.after.length) });
	}
	return pieces.filter((piece) => piece.kind === 'figure' || piece.text !== '');
}

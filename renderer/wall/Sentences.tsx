// Three sentences of the wall; numbers stand out by weight alone. Chinese breaks only at punctuation.

import './wall-sentences.css';
import type { Language } from '../text/language.ts';
import type { WallWords } from '../text/wall-words.ts';
import { NBSP } from '../ui/format.ts';
import type { Overview } from './wall-figures.ts';

/** A number with sign and per cent, unless it is part of a date. */
const NUMBER =
	/([+−-]?\d+(?:,\d{3})*(?:\.\d+)?(?:%|万)?(?![\d年月日–]|[ \u00a0]?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))/;

/** A sentence cut into plain text and numbers; number and unit never part at a line's end. */
export function splitNumbers(text: string, language: Language): { text: string; isNumber: boolean; at: number }[] {
	// Chinese lines break at punctuation alone, English ones anywhere but between a number and its unit.
	const glued = language === 'en' ? text.replace(/(\d[\d,.]*%?) (?=pp\b)/g, `$1${NBSP}`) : text.replaceAll(' ', NBSP);
	const pieces: { text: string; isNumber: boolean; at: number }[] = [];
	let at = 0;
	for (const [index, piece] of glued.split(NUMBER).entries()) {
		if (piece !== '') pieces.push({ text: piece, isNumber: index % 2 === 1, at });
		at += piece.length;
	}
	return pieces;
}

export interface SentencesProps {
	sentences: Overview['sentences'];
	/** Short name of the month, as in 10月. */
	month: string;
	/** 昨日 where the last whole day is yesterday, else 最近一日. */
	lastDay: string;
	language: Language;
	words: WallWords;
}

export function Sentences({ sentences, month, lastDay, language, words }: SentencesProps) {
	return (
		<section className="wall-card wall-sentences">
			{sentences.map((sentence) => (
				<div key={sentence.topic} className="wall-sentence">
					<span className="wall-topic">{{ month, lastDay, now: words.topics.now }[sentence.topic]}</span>
					<p>
						{splitNumbers(language === 'en' ? sentence.en : sentence.zh, language).map((piece) =>
							piece.isNumber ? <b key={piece.at}>{piece.text}</b> : <span key={piece.at}>{piece.text}</span>,
						)}
					</p>
				</div>
			))}
		</section>
	);
}

// A sentence whose numbers open their proof; a number never parts from its unit or its punctuation.

import { useTranslation } from 'react-i18next';
import type { FigureRef } from '../stores/readings-store.ts';
import { useStores } from '../stores/StoresContext.tsx';
import css from './SentenceText.module.css';
import { sentencePieces } from './sentence-pieces.ts';

export function SentenceText({ parts }: { parts: readonly { text: string; figure: FigureRef | null }[] }) {
	const { t } = useTranslation();
	const { readings } = useStores();
	return sentencePieces(parts).map((piece, index) => {
		// Pieces have no identity of their own; their order never changes within one sentence.
		const key = `${index}:${piece.text}`;
		if (piece.kind === 'words') return <span key={key}>{piece.text}</span>;
		return (
			<span key={key} className={css.whole}>
				{piece.before}
				<button
					type="button"
					data-figure
					className={css.number}
					aria-label={t('sentences.proof', { text: piece.text })}
					onClick={() => readings.getState().openProof(piece.figure)}
				>
					{piece.text}
				</button>
				{piece.after}
			</span>
		);
	});
}

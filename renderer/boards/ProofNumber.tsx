// A figure that opens its proof, wherever it stands. The one way from a number on a page to the card behind it.

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureRef, Reading } from '../stores/readings-store.ts';
import { useApp, useStores } from '../stores/StoresContext.tsx';
import { useLanguage } from '../stores/use-view.ts';
import css from './ProofNumber.module.css';
import { indicatorName } from './reading-words.ts';

/** The figure that a reading states. */
export function figureOf(reading: Reading, basis?: 'now'): FigureRef {
	const { indicator, area, period, variant, unit } = reading;
	return { indicator, area, period, variant, ...(unit !== null && { unit }), ...(basis && { basis }) };
}

export function ProofNumber({
	figure,
	text,
	of,
	children,
}: {
	/** Null where nothing stands behind it: then it is plain text. */
	figure: FigureRef | null;
	/** What is shown, as a screen reader says it. */
	text: string;
	/** Whose figure it is, where its place on the page does not say so: an area, a unit. */
	of?: string | undefined;
	/** Shown in place of the text. */
	children?: ReactNode;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { readings } = useStores();
	const definition = useApp((state) => (figure ? state.definitions.get(figure.indicator) : undefined));
	if (figure === null) return children ?? text;
	const name = indicatorName(definition, figure.indicator, language);
	const label = t('board.openProof', { name: of === undefined ? name : `${of} ${name}` });
	return (
		<button
			type="button"
			className={css.number}
			data-figure={figure.indicator}
			aria-label={`${label}, ${text}`}
			title={t('board.openProof', { name })}
			onClick={(event) => {
				// A row that leads elsewhere stays where it is.
				event.stopPropagation();
				readings.getState().openProof(figure);
			}}
		>
			{children ?? text}
		</button>
	);
}

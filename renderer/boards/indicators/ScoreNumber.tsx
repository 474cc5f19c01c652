// A score of the index that opens what it is made of. Readings open their own proof (ProofNumber).

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Composite } from '../../stores/indicators-store.ts';
import { useStores } from '../../stores/StoresContext.tsx';
import css from '../ProofNumber.module.css';

type Dimension = Composite['dimensions'][number]['dimension'];

export function ScoreNumber({
	area,
	period,
	dimension,
	text,
	of,
	children,
}: {
	area: string;
	period: string;
	/** Null for the whole index. */
	dimension: Dimension | null;
	text: string;
	/** Whose score it is, where its place on the page does not say so. */
	of?: string;
	children?: ReactNode;
}) {
	const { t } = useTranslation();
	const { indicators } = useStores();
	const name = dimension === null ? t('score.whole') : t(`dimensions.${dimension}`);
	const label = t('score.open', { name: of === undefined ? name : `${of} ${name}` });
	return (
		<button
			type="button"
			className={css.number}
			data-figure="index"
			aria-label={`${label}, ${text}`}
			title={t('score.open', { name })}
			onClick={() => indicators.getState().openScore({ area, period, dimension })}
		>
			{children ?? text}
		</button>
	);
}

// One figure that stands differently now: what was stated, what stands now, and why; the value opens the proof.

import { useTranslation } from 'react-i18next';
import type { IssuedFigure } from '../../../stores/published-store.ts';
import { useApp, useStores } from '../../../stores/StoresContext.tsx';
import { useLanguage } from '../../../stores/use-view.ts';
import { formatPeriod } from '../../../ui/time-format.ts';
import { indicatorName } from '../../reading-words.ts';
import css from './IssuedRow.module.css';
import { thenAndNow } from './issued-words.ts';

export function IssuedRow({ figure }: { figure: IssuedFigure }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { readings } = useStores();
	const { stated, causes } = figure;
	const definition = useApp((state) => state.definitions.get(stated.indicator));
	const name = indicatorName(definition, stated.indicator, language);
	const { before, now } = thenAndNow(figure, definition, language, t);
	const comma = language === 'en' ? '; ' : '；';
	const why = causes
		.map(({ words, files }) => {
			const text = language === 'en' ? words.en : words.zh;
			return files.length === 0 ? text : `${text} (${files.join(language === 'en' ? ', ' : '、')})`;
		})
		.join(comma);
	return (
		<li className={css.row}>
			<span className={css.clip} title={name}>
				{name} <span className={css.quiet}>{stated.indicator}</span>
			</span>
			<span className={css.clip} title={stated.areaName}>
				{stated.areaName}
			</span>
			<span className={css.clip}>{formatPeriod(stated.period, language)}</span>
			<button
				type="button"
				data-figure
				className={css.value}
				disabled={now === null}
				aria-label={`${t('published.proof', { name })}, ${before} → ${now ?? t('published.gone')}`}
				onClick={() =>
					readings.getState().openProof({
						indicator: stated.indicator,
						area: stated.area,
						period: stated.period,
						variant: stated.variant,
					})
				}
			>
				<s>{before}</s> → <b>{now ?? t('published.gone')}</b>
			</button>
			<span className={css.why} title={why}>
				{why === '' ? t('published.noCause') : why}
			</span>
		</li>
	);
}

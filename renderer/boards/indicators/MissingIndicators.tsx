// Indicators that nobody can compute yet, folded, each with the export that would bring it.

import { useTranslation } from 'react-i18next';
import type { IndicatorListRow } from '../../stores/indicators-store.ts';
import { useApp, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { formatInteger } from '../../ui/format.ts';
import { indicatorName } from '../reading-words.ts';
import css from './IndicatorListView.module.css';
import { dimensionName } from './indicator-groups.ts';

export function MissingIndicators({ rows }: { rows: readonly IndicatorListRow[] }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const definitions = useApp((state) => state.definitions);
	return (
		<details className={css.missing}>
			<summary>
				<b>{t('indicators.missing', { n: formatInteger(rows.length) })}</b>
				<span className={css.quiet}>{t('indicators.missingHint')}</span>
			</summary>
			<ul className={css.missingList}>
				{rows.map(({ reading, dimension, missing }) => (
					<li key={reading.indicator} className={css.missingRow}>
						<span>
							{indicatorName(definitions.get(reading.indicator), reading.indicator, language)}{' '}
							<span className={css.code}>{reading.indicator}</span>
						</span>
						<span className={css.quiet}>{dimensionName(dimension, t)}</span>
						{missing.length === 0 ? (
							<span className={css.quiet}>{t('indicators.missingFields')}</span>
						) : (
							<button type="button" className="link" onClick={() => location.getState().openPage('imports')}>
								{t('indicators.missingNeeds')}{' '}
								{missing.map((dataset) => t(`imports.dataset_${dataset}`)).join(language === 'en' ? ', ' : '、')}
							</button>
						)}
					</li>
				))}
			</ul>
		</details>
	);
}

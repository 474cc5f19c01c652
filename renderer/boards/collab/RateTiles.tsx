// The catalogue's rates of working together above their details; each opens its proof.

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp, useCollab, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { Figure } from '../../ui/Figure.tsx';
import { LightShape } from '../../ui/LightShape.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { goalLine, indicatorName, kindOf, readingText, unitOf } from '../reading-words.ts';
import css from './RateTiles.module.css';

export function RateTiles({ view, indicators }: { view: View; indicators: readonly string[] }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { collab, readings } = useStores();
	const rates = useCollab((state) => state.rates);
	const definitions = useApp((state) => state.definitions);
	const area = view.area.code;
	useEffect(() => collab.getState().loadRates(area, view.period, indicators), [collab, area, view.period, indicators]);
	return (
		<section className={css.tiles} aria-label={t('response.rates')}>
			{rates.error !== null && <FailureNote error={rates.error} isOld={rates.value !== null} />}
			{indicators.map((indicator) => {
				const reading = rates.value?.readings.find((one) => one.indicator === indicator);
				const definition = definitions.get(indicator);
				const name = indicatorName(definition, indicator, language);
				const value = reading ? readingText(reading, kindOf(definition), t) : { text: '—', isFigure: false };
				return (
					<button
						key={indicator}
						type="button"
						data-figure
						className={css.tile}
						disabled={!reading}
						title={t('board.openProof', { name })}
						onClick={() =>
							readings.getState().openProof({ indicator, area, period: view.period, variant: reading?.variant ?? null })
						}
					>
						<span className={css.name}>{name}</span>
						<span className={css.value}>
							{value.isFigure ? (
								<Figure text={value.text} unit={unitOf(definition, language)} size="card" />
							) : (
								<span className={css.missing}>{value.text}</span>
							)}
							{reading && reading.light !== 'none' && (
								<LightShape light={reading.light} label={t(`words.${reading.light}`)} />
							)}
						</span>
						<span className={css.goal}>{goalLine({ band: null, note: null }, definition, language, t)}</span>
					</button>
				);
			})}
		</section>
	);
}

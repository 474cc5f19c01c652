// What was closed and came back, beside the map: each chain with its records, oldest first; a press opens the record.

import { useTranslation } from 'react-i18next';
import { useApp, useMap, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../../stores/use-view.ts';
import { formatInstant } from '../../ui/time-format.ts';
import css from './MapSide.module.css';

const SHOWN = 30;

export function ChainList() {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { location } = useStores();
	const tree = useApp((state) => state.tree);
	const answer = useMap((state) => state.chains.value);
	if (answer === null) return null;
	const rest = answer.total - answer.sensitive - Math.min(answer.chains.length, SHOWN);
	return (
		<section className={css.part} aria-label={t('mapPage.layers.chains')}>
			<h3 className={css.title}>
				{t('mapPage.layers.chains')} <span className={css.count}>{answer.total}</span>
			</h3>
			{answer.total === 0 && <p className={css.note}>{t('mapSpots.noChains')}</p>}
			<ul className={css.list}>
				{answer.chains.slice(0, SHOWN).map(({ area, class: words, events }) => (
					<li key={events.at(-1)?.eventId} className={css.chain}>
						<b>{t('mapSpots.times', { n: events.length })}</b> {language === 'en' ? words.en : words.zh}{' '}
						<small>{tree.byCode.get(area)?.name ?? ''}</small>
						<ol>
							{events.map(({ eventId, acceptedAt }) => (
								<li key={eventId}>
									<button
										type="button"
										className="link"
										onClick={() => location.getState().openEvents({ lights: [] }, eventId)}
									>
										{formatInstant(acceptedAt, language, { presentYear })} {eventId}
									</button>
								</li>
							))}
						</ol>
					</li>
				))}
			</ul>
			{rest > 0 && <p className={css.note}>{t('mapSpots.moreChains', { n: rest })}</p>}
			{answer.sensitive > 0 && <p className={css.note}>{t('mapSpots.sensitiveChains', { n: answer.sensitive })}</p>}
			<p className={css.note}>{t('mapSpots.chainRule')}</p>
		</section>
	);
}

// Events beside this one: at the same address, of its class in its grid, open with its unit. A line opens that event.

import { useTranslation } from 'react-i18next';
import type { EventDetail } from '../../stores/events-store.ts';
import { useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../../stores/use-view.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { formatInstant } from '../../ui/time-format.ts';
import pane from '../EventDetailPane.module.css';
import { eventWords, namedWord } from '../event-words.ts';
import css from './NearEvents.module.css';

const RELATIONS = { place: 'event.nearPlace', grid: 'event.nearGrid', unit: 'event.nearUnit' } as const;

export function NearEvents({ near }: { near: EventDetail['near'] }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { location } = useStores();
	return (
		<section className={pane.section} aria-label={t('event.near')}>
			<h3 className={pane.heading}>{t('event.near')}</h3>
			{near.length === 0 && <p className={pane.quiet}>{t('event.nearNone')}</p>}
			<ul>
				{near.map(({ relation, event }) => {
					const name = eventWords(event, language);
					return (
						<li key={event.eventId}>
							<button
								type="button"
								className={css.near}
								onClick={() => location.getState().adjust({ eventId: event.eventId })}
							>
								<span className="visually-hidden">{t('event.nearOpen', { number: event.eventId })}</span>
								<LightShape light={event.light} size={9} />
								<span className={css.clip}>
									{name} <span className={pane.quiet}>{t(RELATIONS[relation])}</span>
								</span>
								<span className={pane.quiet}>{namedWord(event.status, language)}</span>
								<span className={pane.quiet}>
									{event.acceptedAt === null ? '—' : formatInstant(event.acceptedAt, language, { presentYear })}
								</span>
							</button>
						</li>
					);
				})}
			</ul>
		</section>
	);
}

// 推诿: events that were returned twice or more, each with the units that held it and for how long.

import { useTranslation } from 'react-i18next';
import type { Flow } from '../../stores/collab-store.ts';
import { useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatMinutes } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { eventWords } from '../event-words.ts';
import shared from './collab-table.module.css';
import css from './panels.module.css';

/** A unit may have several turns: the place in the course tells them apart. */
function withKeys(path: Flow['chains'][number]['path']) {
	return path.map((turn, index) => ({ turn, index, key: `${index} ${turn.unit}` }));
}

export function ChainList({ chains }: { chains: Flow['chains'] }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	if (chains.length === 0) return <EmptyNote title={t('flow.noChains')} />;
	return (
		<ul className={css.chains}>
			{chains.map(({ event, returns, path }) => (
				<li key={event.eventId} className={css.chain}>
					<p className={css.chainHead}>
						<LightShape light={event.light} label={t(`events.${event.light}`)} />
						<button
							type="button"
							className={shared.link}
							aria-label={t('collab.openEvent', { id: event.eventId })}
							onClick={() => location.getState().openEvents({ state: null, lights: [] }, event.eventId)}
						>
							{event.eventId}
						</button>
						<span className={css.chainWhat}>{eventWords(event, language)}</span>
						<span className={css.right}>{t('flow.returns', { n: returns })}</span>
					</p>
					<ol className={css.path}>
						{withKeys(path).map(({ turn, key, index }) => (
							<li key={key} className={turn.isReturn ? css.back : undefined}>
								{index > 0 && (turn.isReturn ? '↩ ' : '→ ')}
								{turn.unit} {formatMinutes(turn.workMinutes, language)}
							</li>
						))}
					</ol>
				</li>
			))}
		</ul>
	);
}

// Open events by light, and what falls due today; each count is a filter.

import { useTranslation } from 'react-i18next';
import { EVENT_LIGHTS, type EventLight } from '../../shared/domain/codes.ts';
import type { EventState } from '../stores/event-filters.ts';
import { useEvents, useStores } from '../stores/StoresContext.tsx';
import { formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import css from './EventCounts.module.css';

const ORDER: readonly EventLight[] = ['green', 'yellow', 'red', 'deepRed', 'paused', 'none'];

export function EventCounts() {
	const { t } = useTranslation();
	const { location } = useStores();
	const red = useEvents((state) => state.redLights.value);
	const show = (state: EventState, lights: readonly EventLight[]) => location.getState().openEvents({ state, lights });
	const number = (value: number | undefined) => (value === undefined ? '—' : formatInteger(value));
	return (
		<div className={css.counts}>
			<button type="button" className={css.count} onClick={() => show('open', EVENT_LIGHTS)}>
				<span>{t('events.open')}</span>
				<b>{number(red?.openTotal)}</b>
			</button>
			{ORDER.filter((light) => light !== 'none' || (red?.counts.none ?? 0) > 0).map((light) => (
				<button key={light} type="button" className={css.count} onClick={() => show('open', [light])}>
					<span>
						<LightShape light={light} size={11} /> {t(`events.${light}`)}
					</span>
					<b>{number(red?.counts[light])}</b>
				</button>
			))}
			<span className={css.bar} />
			<button type="button" className={css.count} onClick={() => show('dueToday', [])}>
				<span>{t('events.dueToday')}</span>
				<b>{number(red?.dueToday)}</b>
			</button>
			<div className={css.count}>
				<span>{t('events.inTwoHours')}</span>
				<b>{number(red?.dueInTwoHours)}</b>
			</div>
			<div className={css.count}>
				<span>{t('events.awaitingVerification')}</span>
				<b>{number(red?.awaitingVerification)}</b>
			</div>
		</div>
	);
}
